//! `_digests`: digests. A hash object keeps its state as bytes in the heap, from where it is taken for each update.

use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::native::{ModuleSpec, Row, TypeFlags, TypeSpec, function, getter, method, raw_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};
#[cfg(feature = "digests-usual")]
use md5::Md5;
#[cfg(feature = "digests-usual")]
use sha1::Sha1;
use sha2::digest::common::hazmat::{SerializableState, SerializedState};
use sha2::digest::{Digest, Update};
#[cfg(feature = "digests-more")]
use sha2::digest::{ExtendableOutput, XofReader};
use sha2::{Sha224, Sha256, Sha384, Sha512};
#[cfg(feature = "digests-more")]
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512, Shake128, Shake256};

/// `_digests`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_digests",
    doc: "Digests.",
    rows: ROWS,
    types: &[&HASH, &HASH_OF_ANY_SIZE],
    initialize: None,
    frozen: None,
};

const NEW: Row = function(
    "new",
    "($module, /, name, data=b'')",
    "Return a hash object of an algorithm, or None if there is none.",
    new,
);
const NAMES: Row = function("names", "($module, /)", "Return a tuple of the names of all algorithms.", names);

/// A record: the state, a bytes object; the number is that of the algorithm.
static HASH: TypeSpec =
    TypeSpec::new("HASH", "A hash is an object used to calculate a checksum of a string of information.", HASH_ROWS)
        .in_module("_hashlib")
        .with_flags(TypeFlags::NOT_CALLABLE);

/// The same for algorithms whose digests may have any length.
static HASH_OF_ANY_SIZE: TypeSpec = TypeSpec::new(
    "HASHXOF",
    "A hash is an object used to calculate a checksum of a string of information, of any length.",
    ANY_SIZE_ROWS,
)
.in_module("_hashlib")
.with_flags(TypeFlags::NOT_CALLABLE);

const UPDATE: Row =
    method("update", "($self, obj, /)", "Update this hash object's state with the provided bytes.", update);
const COPY: Row = method("copy", "($self, /)", "Return a copy of the hash object.", copy);
const REPR: Row = raw_method("__repr__", "($self, /)", "Return repr(self).", repr);
const NAME: Row = getter("name", "algorithm name.", |iso, args| {
    let name = algorithm(iso, args)?.name;
    iso.new_str(name)
});
const DIGEST_SIZE: Row = getter("digest_size", "number of bytes in this hashes output", |iso, args| {
    let size = algorithm(iso, args)?.digest_size;
    iso.new_int(size)
});
const BLOCK_SIZE: Row = getter("block_size", "number of bytes in a block", |iso, args| {
    let size = algorithm(iso, args)?.block_size;
    iso.new_int(size)
});

const HASH_ROWS: &[Row] = &[
    UPDATE,
    method("digest", "($self, /)", "Return the digest value as a bytes object.", digest_as_bytes),
    method("hexdigest", "($self, /)", "Return the digest value as a string of hexadecimal digits.", digest_as_hex),
    COPY,
    REPR,
    NAME,
    DIGEST_SIZE,
    BLOCK_SIZE,
];

const ANY_SIZE_ROWS: &[Row] = &[
    UPDATE,
    method("digest", "($self, /, length)", "Return the digest value as a bytes object.", digest_as_bytes),
    method(
        "hexdigest",
        "($self, /, length)",
        "Return the digest value as a string of hexadecimal digits.",
        digest_as_hex,
    ),
    COPY,
    REPR,
    NAME,
    DIGEST_SIZE,
    BLOCK_SIZE,
];

/// An algorithm, as functions of its state.
struct Algorithm {
    name: &'static str,
    /// 0 for any.
    digest_size: i64,
    block_size: i64,
    /// The state after the first data.
    start: fn(&[u8]) -> Option<Vec<u8>>,
    update: fn(&[u8], &[u8]) -> Option<Vec<u8>>,
    /// The digest; the length counts only where it may be any.
    digest: fn(&[u8], usize) -> Option<Vec<u8>>,
}

/// How many bytes a block of an algorithm has.
#[cfg(feature = "digests-more")]
pub(super) fn block_size(name: &str) -> Option<usize> {
    let known = ALGORITHMS.iter().find(|known| known.name == name)?;
    usize::try_from(known.block_size).ok()
}

fn state_of<H: SerializableState>(bytes: &[u8]) -> Option<H> {
    let state = SerializedState::<H>::try_from(bytes).ok()?;
    H::deserialize(&state).ok()
}

fn start<H: SerializableState + Update + Default>(data: &[u8]) -> Option<Vec<u8>> {
    let mut hash = H::default();
    hash.update(data);
    Some(hash.serialize().to_vec())
}

fn updated<H: SerializableState + Update>(state: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let mut hash: H = state_of(state)?;
    hash.update(data);
    Some(hash.serialize().to_vec())
}

fn fixed<H: SerializableState + Digest>(state: &[u8], _: usize) -> Option<Vec<u8>> {
    Some(state_of::<H>(state)?.finalize().to_vec())
}

#[cfg(feature = "digests-more")]
fn extended<H: SerializableState + ExtendableOutput>(state: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    out.try_reserve_exact(length).ok()?;
    out.resize(length, 0);
    state_of::<H>(state)?.finalize_xof().read(&mut out);
    Some(out)
}

macro_rules! algorithms {
    ($($(#[$feature:meta])? $name:literal $hash:ty, $digest:literal, $block:literal, $finish:ident;)*) => {
        static ALGORITHMS: &[Algorithm] = &[$($(#[$feature])? Algorithm {
            name: $name,
            digest_size: $digest,
            block_size: $block,
            start: start::<$hash>,
            update: updated::<$hash>,
            digest: $finish::<$hash>,
        },)*];

        const ROWS: &[Row] = &[NEW, NAMES, $($(#[$feature])? function(
            concat!("openssl_", $name),
            "($module, /, data=b'', *, usedforsecurity=True, string=None)",
            concat!("Returns a ", $name, " hash object; optionally initialized with a string"),
            |iso, args| constructed(iso, args, $name),
        ),)*];
    };
}

algorithms! {
    #[cfg(feature = "digests-usual")]
    "md5" Md5, 16, 64, fixed;
    #[cfg(feature = "digests-usual")]
    "sha1" Sha1, 20, 64, fixed;
    "sha224" Sha224, 28, 64, fixed;
    "sha256" Sha256, 32, 64, fixed;
    "sha384" Sha384, 48, 128, fixed;
    "sha512" Sha512, 64, 128, fixed;
    #[cfg(feature = "digests-more")]
    "sha3_224" Sha3_224, 28, 144, fixed;
    #[cfg(feature = "digests-more")]
    "sha3_256" Sha3_256, 32, 136, fixed;
    #[cfg(feature = "digests-more")]
    "sha3_384" Sha3_384, 48, 104, fixed;
    #[cfg(feature = "digests-more")]
    "sha3_512" Sha3_512, 64, 72, fixed;
    #[cfg(feature = "digests-more")]
    "shake_128" Shake128, 0, 168, extended;
    #[cfg(feature = "digests-more")]
    "shake_256" Shake256, 0, 136, extended;
}

fn algorithm(iso: &mut Isolate, args: &[Value]) -> Completion<&'static Algorithm> {
    let hash = args.first().map_or(Value::NONE, |&hash| iso.unwrap(hash));
    ALGORITHMS.get(iso.heap.number(hash) as usize).ok_or_else(|| raise::internal(iso))
}

fn names(iso: &mut Isolate, _: &[Value]) -> Completion {
    let mut names = Vec::with_capacity(ALGORITHMS.len());
    for algorithm in ALGORITHMS {
        names.push(iso.new_str(algorithm.name)?);
    }
    iso.new_tuple(&names)
}

/// The state that `work` makes with the bytes of a value.
fn fed(iso: &mut Isolate, value: Value, work: impl FnOnce(&[u8]) -> Option<Vec<u8>>) -> Completion {
    if iso.as_str(value).is_some() {
        return Err(raise::type_error(iso, "Strings must be encoded before hashing"));
    }
    let Some(buffer) = iso.opt_buffer(value)? else {
        return Err(raise::type_error(iso, "object supporting the buffer API required"));
    };
    let data = iso.bytes_like(buffer).unwrap_or_default();
    match work(&data) {
        Some(state) => {
            drop(data);
            iso.new_bytes(&state)
        }
        None => {
            drop(data);
            Err(raise::internal(iso))
        }
    }
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[name, data] = args else { return Err(raise::internal(iso)) };
    let Some(text) = iso.as_str(name).and_then(|name| iso.heap.str_bytes(name)) else {
        return Err(raise::type_error(iso, "name must be a string"));
    };
    let Some(number) = ALGORITHMS.iter().position(|known| known.name.as_bytes() == text) else {
        return Ok(Value::NONE);
    };
    started(iso, number, data)
}

/// What `hashlib` has under an algorithm's name.
fn constructed(iso: &mut Isolate, args: &[Value], name: &str) -> Completion {
    let &[data, _, string] = args else { return Err(raise::internal(iso)) };
    let string = string.given().filter(|string| !string.is_none());
    if let Some(string) = string {
        let is_empty = data.given().is_none_or(|data| iso.heap.bytes(data) == Some(b"".as_slice()));
        if !is_empty {
            return Err(raise::type_error(
                iso,
                "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for \
                 removal in a future version.",
            ));
        }
        return new_of(iso, name, string);
    }
    new_of(iso, name, data)
}

fn new_of(iso: &mut Isolate, name: &str, data: Value) -> Completion {
    let number = ALGORITHMS.iter().position(|known| known.name == name);
    started(iso, number.unwrap_or(0), data)
}

/// A hash object of an algorithm with some data, if any is given.
fn started(iso: &mut Isolate, number: usize, data: Value) -> Completion {
    let Some(algorithm) = ALGORITHMS.get(number) else { return Err(raise::internal(iso)) };
    let state = match data.given() {
        Some(data) => fed(iso, data, algorithm.start)?,
        None => {
            let state = (algorithm.start)(&[]).ok_or_else(|| raise::internal(iso))?;
            iso.new_bytes(&state)?
        }
    };
    let spec = if algorithm.digest_size == 0 { &HASH_OF_ANY_SIZE } else { &HASH };
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    iso.new_record(id, number as u32, &[state])
}

fn state(iso: &Isolate, hash: Value) -> Vec<u8> {
    iso.heap.bytes(iso.heap.field(hash, 0)).unwrap_or(&[]).to_vec()
}

fn update(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[hash, data] = args else { return Err(raise::internal(iso)) };
    let algorithm = algorithm(iso, args)?;
    let before = state(iso, hash);
    let state = fed(iso, data, |data| (algorithm.update)(&before, data))?;
    iso.heap.set_field(hash, 0, state);
    Ok(Value::NONE)
}

fn digest(iso: &mut Isolate, args: &[Value]) -> Completion<Vec<u8>> {
    let Some(&hash) = args.first() else { return Err(raise::internal(iso)) };
    let length = match args.get(1) {
        Some(&length) => iso.to_isize(length)?,
        None => 0,
    };
    let Ok(length) = usize::try_from(length) else {
        return Err(raise::value_error(iso, "value must be positive"));
    };
    let algorithm = algorithm(iso, args)?;
    let state = state(iso, hash);
    (algorithm.digest)(&state, length).ok_or_else(|| raise::memory_error(iso))
}

fn digest_as_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let digest = digest(iso, args)?;
    iso.new_bytes(&digest)
}

fn digest_as_hex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let digest = digest_as_bytes(iso, args)?;
    let name = iso.intern("hex")?;
    iso.call_method(digest, name, &[])
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[hash] = args else { return Err(raise::internal(iso)) };
    let class = iso.type_of(hash);
    let Some(id) = iso.type_id(class) else { return Err(raise::internal(iso)) };
    let (number, state) = (iso.heap.number(hash), iso.heap.field(hash, 0));
    iso.new_record(id, number, &[state])
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[hash] = args else { return Err(raise::internal(iso)) };
    let name = algorithm(iso, args)?.name;
    let class = iso.type_of(hash);
    let (kind, address) = (iso.class_qualname(class), iso.address_of(hash));
    iso.new_str(&format!("<{name} _hashlib.{kind} object @ {address:#x}>"))
}
