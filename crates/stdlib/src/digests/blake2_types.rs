//! `_blake2`: the types `blake2b` and `blake2s`. An object is a record: the bytes of its state.

use super::blake2::{Parameters, State, Word};
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::native::{ModuleSpec, Row, TypeFlags, TypeSpec, constant, getter, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_blake2`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_blake2",
    doc: "The digests BLAKE2b and BLAKE2s.",
    rows: &[],
    types: &[&BLAKE2B, &BLAKE2S],
    initialize: None,
    frozen: None,
};

/// What `help` and `__text_signature__` show.
macro_rules! documentation {
    ($name:literal) => {
        concat!(
            $name,
            "(data=b'', /, *, digest_size=_blake2.",
            $name,
            ".MAX_DIGEST_SIZE,\n        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,\n        \
             node_offset=0, node_depth=0, inner_size=0, last_node=False,\n        usedforsecurity=True)\n--\n\n\
             Return a new hash object."
        )
    };
}

static BLAKE2B: TypeSpec =
    TypeSpec::new("blake2b", documentation!("blake2b"), ROWS_B).in_module("_blake2").with_flags(TypeFlags(0));
static BLAKE2S: TypeSpec =
    TypeSpec::new("blake2s", documentation!("blake2s"), ROWS_S).in_module("_blake2").with_flags(TypeFlags(0));

macro_rules! rows {
    ($name:ident, $word:ident, $size:literal, $spec:ident) => {
        const $name: &[Row] = &[
            static_method(
                "__new__",
                concat!(
                    "($type, data=b'', /, *, digest_size=",
                    $size,
                    ", key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, \
                     inner_size=0, last_node=False, usedforsecurity=True)"
                ),
                "Return a new hash object.",
                |iso, args| new::<$word>(iso, args, &$spec),
            ),
            method(
                "update",
                "($self, data, /)",
                "Update this hash object's state with the provided bytes-like object.",
                update::<$word>,
            ),
            method("digest", "($self, /)", "Return the digest value as a bytes object.", digest::<$word>),
            method(
                "hexdigest",
                "($self, /)",
                "Return the digest value as a string of hexadecimal digits.",
                hex::<$word>,
            ),
            method("copy", "($self, /)", "Return a copy of the hash object.", |iso, args| copy(iso, args, &$spec)),
            getter("name", "algorithm name", |iso, _| iso.new_str($spec.name)),
            getter("digest_size", "number of bytes in the digest", digest_size::<$word>),
            getter("block_size", "number of bytes in a block", |iso, _| iso.new_int($word::BLOCK as i64)),
            constant("SALT_SIZE", "", |iso, _| iso.new_int($word::SALT as i64)),
            constant("PERSON_SIZE", "", |iso, _| iso.new_int($word::SALT as i64)),
            constant("MAX_KEY_SIZE", "", |iso, _| iso.new_int($word::LARGEST as i64)),
            constant("MAX_DIGEST_SIZE", "", |iso, _| iso.new_int($word::LARGEST as i64)),
        ];
    };
}

rows!(ROWS_B, u64, "64", BLAKE2B);
rows!(ROWS_S, u32, "32", BLAKE2S);

/// A number that must be in a range; `what` is how the error goes on behind the name.
fn number(iso: &mut Isolate, value: Value, usual: i64, range: (i64, i64), message: &str) -> Completion<u8> {
    let Some(value) = value.given() else { return Ok(usual as u8) };
    let number = iso.to_isize(value)?;
    match u8::try_from(number) {
        Ok(small) if (range.0..=range.1).contains(&number) => Ok(small),
        _ => Err(raise::value_error(iso, message)),
    }
}

/// A number without a sign of at most so many bits.
fn unsigned(iso: &mut Isolate, value: Value, name: &str, bits: u32) -> Completion<u64> {
    let Some(value) = value.given() else { return Ok(0) };
    let value = iso.index(value)?;
    if iso.less(value, Value::small_int(0))? {
        return Err(raise::value_error(iso, "value must be positive"));
    }
    let Some(number) = iso.as_int(value).and_then(|view| view.as_ref().to_u64()) else {
        return Err(raise::overflow_error(iso, "int too big to convert"));
    };
    if bits < u64::BITS && number >> bits != 0 {
        return Err(raise::overflow_error(iso, &format!("{name} is too large")));
    }
    Ok(number)
}

/// The bytes of an argument, at most so many of them.
fn bytes(iso: &mut Isolate, value: Value, name: &str, most: usize) -> Completion<Vec<u8>> {
    let Some(value) = value.given() else { return Ok(Vec::new()) };
    let buffer = iso.to_buffer(value)?;
    let bytes = iso.bytes_like(buffer).unwrap_or_default().into_owned();
    if bytes.len() > most {
        return Err(raise::value_error(iso, &format!("maximum {name} length is {most} bytes")));
    }
    Ok(bytes)
}

fn parameters<W: Word>(iso: &mut Isolate, args: &[Value]) -> Completion<Parameters> {
    let &[digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node] =
        args
    else {
        return Err(raise::internal(iso));
    };
    let largest = W::LARGEST as i64;
    let range = (1, largest);
    let message = format!("digest_size must be between 1 and {largest} bytes");
    let digest_size = number(iso, digest_size, largest, range, &message)?;
    let salt = bytes(iso, salt, "salt", W::SALT)?;
    let person = bytes(iso, person, "person", W::SALT)?;
    let fanout = number(iso, fanout, 1, (0, 255), "fanout must be between 0 and 255")?;
    let depth = number(iso, depth, 1, (1, 255), "depth must be between 1 and 255")?;
    let leaf_size = unsigned(iso, leaf_size, "leaf_size", 32)? as u32;
    let node_offset = unsigned(iso, node_offset, "node_offset", 8 * W::OFFSET_BYTES as u32)?;
    let node_depth = number(iso, node_depth, 0, (0, 255), "node_depth must be between 0 and 255")?;
    let message = format!("inner_size must be between 0 and is {largest}");
    let inner_size = number(iso, inner_size, 0, (0, largest), &message)?;
    let last_node = last_node.given().is_some_and(|value| iso.is_true(value).unwrap_or(false));
    let key = bytes(iso, key, "key", W::LARGEST)?;
    Ok(Parameters {
        digest_size,
        key,
        salt,
        person,
        fanout,
        depth,
        leaf_size,
        node_offset,
        node_depth,
        inner_size,
        last_node,
    })
}

fn new<W: Word>(iso: &mut Isolate, args: &[Value], spec: &'static TypeSpec) -> Completion {
    let (Some(&data), Some(rest)) = (args.get(1), args.get(2..13)) else { return Err(raise::internal(iso)) };
    let parameters = parameters::<W>(iso, rest)?;
    let mut state = State::<W>::new(&parameters);
    if let Some(data) = data.given() {
        feed(iso, &mut state, data)?;
    }
    let state = state.to_bytes();
    made(iso, spec, &state)
}

fn made(iso: &mut Isolate, spec: &'static TypeSpec, state: &[u8]) -> Completion {
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    let state = iso.new_bytes(state)?;
    iso.new_record(id, 0, &[state])
}

fn feed<W: Word>(iso: &mut Isolate, state: &mut State<W>, data: Value) -> Completion<()> {
    if iso.as_str(data).is_some() {
        return Err(raise::type_error(iso, "Strings must be encoded before hashing"));
    }
    let Some(buffer) = iso.opt_buffer(data)? else {
        return Err(raise::type_error(iso, "object supporting the buffer API required"));
    };
    state.update(&iso.bytes_like(buffer).unwrap_or_default());
    Ok(())
}

fn bytes_of(iso: &Isolate, args: &[Value]) -> Vec<u8> {
    let this = args.first().copied().unwrap_or(Value::NONE);
    iso.heap.bytes(iso.heap.field(this, 0)).unwrap_or(&[]).to_vec()
}

fn state<W: Word>(iso: &mut Isolate, args: &[Value]) -> Completion<State<W>> {
    State::from_bytes(&bytes_of(iso, args)).ok_or_else(|| raise::internal(iso))
}

fn update<W: Word>(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, data] = args else { return Err(raise::internal(iso)) };
    let mut state = state::<W>(iso, args)?;
    feed(iso, &mut state, data)?;
    let state = iso.new_bytes(&state.to_bytes())?;
    iso.heap.set_field(this, 0, state);
    Ok(Value::NONE)
}

fn digest<W: Word>(iso: &mut Isolate, args: &[Value]) -> Completion {
    let digest = state::<W>(iso, args)?.digest();
    iso.new_bytes(&digest)
}

fn hex<W: Word>(iso: &mut Isolate, args: &[Value]) -> Completion {
    let digest = digest::<W>(iso, args)?;
    let name = iso.intern("hex")?;
    iso.call_method(digest, name, &[])
}

fn copy(iso: &mut Isolate, args: &[Value], spec: &'static TypeSpec) -> Completion {
    let state = bytes_of(iso, args);
    made(iso, spec, &state)
}

fn digest_size<W: Word>(iso: &mut Isolate, args: &[Value]) -> Completion {
    let size = state::<W>(iso, args)?.digest_size;
    iso.new_int(i64::from(size))
}
