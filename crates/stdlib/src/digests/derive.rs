//! `_hashkeys`: keys out of passwords, over the algorithms of [`hashes`](super::hashes).

use super::hashes::block_size;
use super::keys::{self, Costs, pbkdf2};
use alloc::vec::Vec;
use ferropy_numeric::{IntegerError, Watch};
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use md5::Md5;
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};

/// `_hashkeys`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_hashkeys",
    doc: "Keys out of passwords.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "pbkdf2",
        "($module, name, password, salt, rounds, length, /)",
        "A key made of a password, or None if there is no such algorithm for it.",
        derive,
    ),
    function("scrypt", "($module, password, salt, n, r, p, length, /)", "A key made of a password.", scrypt),
];

/// PBKDF2: of the size of a block, the password, the salt, the rounds, and the length.
type Derive = fn(usize, &[u8], &[u8], u64, usize, Watch) -> Result<Vec<u8>, IntegerError>;

/// Algorithms by their names.
static ALGORITHMS: &[(&str, Derive)] = &[
    ("md5", pbkdf2::<Md5>),
    ("sha1", pbkdf2::<Sha1>),
    ("sha224", pbkdf2::<Sha224>),
    ("sha256", pbkdf2::<Sha256>),
    ("sha384", pbkdf2::<Sha384>),
    ("sha512", pbkdf2::<Sha512>),
    ("sha3_224", pbkdf2::<Sha3_224>),
    ("sha3_256", pbkdf2::<Sha3_256>),
    ("sha3_384", pbkdf2::<Sha3_384>),
    ("sha3_512", pbkdf2::<Sha3_512>),
];

/// The bytes of an argument.
fn bytes(iso: &mut Isolate, value: Value) -> Completion<Vec<u8>> {
    let buffer = iso.to_buffer(value)?;
    Ok(iso.bytes_like(buffer).unwrap_or_default().into_owned())
}

/// A number that the module has checked.
fn size(iso: &mut Isolate, value: Value) -> Completion<usize> {
    let number = iso.to_isize(value)?;
    usize::try_from(number).map_err(|_| raise::value_error(iso, "value must be positive"))
}

fn derive(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[name, password, salt, rounds, length] = args else { return Err(raise::internal(iso)) };
    let name = iso.to_text(name).unwrap_or_default();
    let known = ALGORITHMS.iter().find(|known| known.0 == name);
    let Some((&(_, derive), block_size)) = known.zip(block_size(&name)) else { return Ok(Value::NONE) };
    let (password, salt) = (bytes(iso, password)?, bytes(iso, salt)?);
    let (rounds, length) = (size(iso, rounds)? as u64, size(iso, length)?);
    let key = derive(block_size, &password, &salt, rounds, length, iso.watch);
    let key = key.map_err(|error| iso.integer_failed(error))?;
    iso.new_bytes(&key)
}

fn scrypt(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[password, salt, n, r, p, length] = args else { return Err(raise::internal(iso)) };
    let (password, salt) = (bytes(iso, password)?, bytes(iso, salt)?);
    let costs = Costs { n: size(iso, n)?, r: size(iso, r)?, p: size(iso, p)? };
    let length = size(iso, length)?;
    let key = keys::scrypt(&password, &salt, costs, length, iso.watch);
    let key = key.map_err(|error| iso.integer_failed(error))?;
    iso.new_bytes(&key)
}
