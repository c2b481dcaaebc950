//! `_digests`: digests. A hash object keeps its state as bytes in the heap, from where it is taken for each update.

use crate::quick;
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::buffers::with_room;
use ferropy_runtime::heap::Heap;
use ferropy_runtime::native::{ModuleSpec, Reach, Row, TypeFlags, TypeSpec, function, getter, method, raw_method};
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

/// A record: the state, a bytes object, and the number of the record's type, by which short cuts know it; the number is that
/// of the algorithm.
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

const UPDATE: Row = quick(
    method("update", "($self, obj, /)", "Update this hash object's state with the provided bytes.", update),
    quick_update,
);
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
    quick(method("digest", "($self, /)", "Return the digest value as a bytes object.", digest_as_bytes), quick_digest),
    quick(
        method("hexdigest", "($self, /)", "Return the digest value as a string of hexadecimal digits.", digest_as_hex),
        quick_digest_as_hex,
    ),
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
    start: fn(&[u8]) -> Option<State>,
    update: fn(&[u8], &[u8]) -> Option<State>,
    /// Writes the digest, which is as long as the place for it.
    digest: fn(&[u8], &mut [u8]) -> Option<()>,
}

/// The bytes of a state.
struct State {
    room: [u8; State::LARGEST],
    length: usize,
}

impl State {
    /// That of SHAKE-128, or of SHA-512.
    const LARGEST: usize = if cfg!(feature = "digests-more") { 384 } else { 224 };

    fn of<H: SerializableState>(hash: &H) -> Option<State> {
        let bytes = hash.serialize();
        let mut state = State { room: [0; State::LARGEST], length: bytes.len() };
        state.room.get_mut(..bytes.len())?.copy_from_slice(&bytes);
        Some(state)
    }

    fn bytes(&self) -> &[u8] {
        self.room.get(..self.length).unwrap_or(&[])
    }
}

/// The longest digest of those whose length is fixed.
const LONGEST: usize = 64;

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

fn start<H: SerializableState + Update + Default>(data: &[u8]) -> Option<State> {
    let mut hash = H::default();
    hash.update(data);
    State::of(&hash)
}

fn updated<H: SerializableState + Update>(state: &[u8], data: &[u8]) -> Option<State> {
    let mut hash: H = state_of(state)?;
    hash.update(data);
    State::of(&hash)
}

fn fixed<H: SerializableState + Digest>(state: &[u8], out: &mut [u8]) -> Option<()> {
    let digest = state_of::<H>(state)?.finalize();
    out.get_mut(..digest.len())?.copy_from_slice(&digest);
    Some(())
}

#[cfg(feature = "digests-more")]
fn extended<H: SerializableState + ExtendableOutput>(state: &[u8], out: &mut [u8]) -> Option<()> {
    state_of::<H>(state)?.finalize_xof().read(out);
    Some(())
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
fn fed(iso: &mut Isolate, value: Value, work: impl FnOnce(&[u8]) -> Option<State>) -> Completion {
    let mut buffer = value;
    if iso.heap.bytes(value).is_none() {
        if iso.as_str(value).is_some() {
            return Err(raise::type_error(iso, "Strings must be encoded before hashing"));
        }
        match iso.opt_buffer(value)? {
            Some(inner) => buffer = inner,
            None => return Err(raise::type_error(iso, "object supporting the buffer API required")),
        }
    }
    let state = work(&iso.bytes_like(buffer).unwrap_or_default());
    match state {
        Some(state) => iso.new_bytes(state.bytes()),
        None => Err(raise::internal(iso)),
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
            iso.new_bytes(state.bytes())?
        }
    };
    let spec = if algorithm.digest_size == 0 { &HASH_OF_ANY_SIZE } else { &HASH };
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    iso.new_record(id, number as u32, &[state, Value::small_int(i64::from(id.number()))])
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

/// What `make` makes of the digest.
fn digest(iso: &mut Isolate, args: &[Value], make: fn(&mut Isolate, &[u8]) -> Completion) -> Completion {
    let Some(&hash) = args.first() else { return Err(raise::internal(iso)) };
    let algorithm = algorithm(iso, args)?;
    let length = match args.get(1) {
        Some(&length) => iso.to_isize(length)?,
        None => algorithm.digest_size,
    };
    let Ok(length) = usize::try_from(length) else {
        return Err(raise::value_error(iso, "value must be positive"));
    };
    let state = state(iso, hash);
    let mut near = [0; LONGEST];
    let mut far: Vec<u8>;
    let out = match near.get_mut(..length) {
        Some(out) => out,
        None => {
            far = with_room(length)?;
            far.resize(length, 0);
            far.as_mut_slice()
        }
    };
    match (algorithm.digest)(&state, out) {
        Some(()) => make(iso, out),
        None => Err(raise::internal(iso)),
    }
}

fn digest_as_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    digest(iso, args, Isolate::new_bytes)
}

fn digest_as_hex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let digest = digest_as_bytes(iso, args)?;
    let name = iso.intern("hex")?;
    iso.call_method(digest, name, &[])
}

/// The algorithm and the state of a hash.
fn hash_in(heap: &Heap, hash: Value) -> Option<(&'static Algorithm, &[u8])> {
    let kind = heap.record_type(hash)?;
    if heap.field(hash, 1) != Value::small_int(i64::from(kind)) {
        return None;
    }
    Some((ALGORITHMS.get(heap.number(hash) as usize)?, heap.bytes(heap.field(hash, 0))?))
}

/// `HASH.update`
fn quick_update(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[hash, data] = args else { return None };
    let heap = &mut *reach.heap;
    let (algorithm, state) = hash_in(heap, hash)?;
    let state = (algorithm.update)(state, heap.bytes(data)?)?;
    let state = heap.new_bytes(state.bytes()).ok()?;
    heap.set_field(hash, 0, state);
    Some(Value::NONE)
}

/// The digest of a hash, where its length is fixed, at the beginning of an array; and the length.
fn digest_in(heap: &Heap, args: &[Value]) -> Option<([u8; LONGEST], usize)> {
    let &[hash] = args else { return None };
    let (algorithm, state) = hash_in(heap, hash)?;
    let mut digest = [0; LONGEST];
    let length = algorithm.digest_size as usize;
    (algorithm.digest)(state, digest.get_mut(..length)?)?;
    Some((digest, length))
}

/// `HASH.digest`
fn quick_digest(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (digest, length) = digest_in(reach.heap, args)?;
    reach.heap.new_bytes(digest.get(..length)?).ok()
}

/// `HASH.hexdigest`
fn quick_digest_as_hex(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let (digest, length) = digest_in(reach.heap, args)?;
    let mut text = [0; 2 * LONGEST];
    for (pair, byte) in text.as_chunks_mut::<2>().0.iter_mut().zip(digest) {
        *pair = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    }
    reach.heap.new_str(text.get(..2 * length)?).ok()
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[hash] = args else { return Err(raise::internal(iso)) };
    let class = iso.type_of(hash);
    let Some(id) = iso.type_id(class) else { return Err(raise::internal(iso)) };
    let (number, fields) = (iso.heap.number(hash), [0, 1].map(|index| iso.heap.field(hash, index)));
    iso.new_record(id, number, &fields)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[hash] = args else { return Err(raise::internal(iso)) };
    let name = algorithm(iso, args)?.name;
    let class = iso.type_of(hash);
    let (kind, address) = (iso.class_qualname(class), iso.address_of(hash));
    iso.new_str(&format!("<{name} _hashlib.{kind} object @ {address:#x}>"))
}
