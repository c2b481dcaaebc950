//! `_random`: the generator below `random`, and what the functions of that module spend their time with.

mod generator;
mod state;

use ferropy_runtime::native::{ModuleSpec, Row, TypeFlags, TypeSpec, function, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use sha2::{Digest, Sha512};

/// `_random`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_random",
    doc: "The generator below random.",
    rows: &[function("sha512", "(data, /)", "The SHA-512 digest of bytes: the seed that a text stands for.", sha512)],
    types: &[&RANDOM],
    initialize: None,
    frozen: None,
};

/// A generator: field 0 is a bytearray with the words of its state, the number the index of the next word.
static RANDOM: TypeSpec =
    TypeSpec::new("Random", "Random() -> create a random number generator with its own internal state.", ROWS)
        .in_module("_random")
        .with_flags(TypeFlags::SUBCLASSABLE);

const ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Make a generator.", state::new),
    method("random", "($self, /)", "random() -> x in the interval [0, 1).", state::random),
    method("seed", "($self, n=None, /)", "seed([n]) -> None.\n\nDefaults to random bytes of the system.", state::seed),
    method("getstate", "($self, /)", "getstate() -> tuple containing the current state.", state::get_state),
    method("setstate", "($self, state, /)", "setstate(state) -> None.  Restores generator state.", state::set_state),
    method(
        "getrandbits",
        "($self, k, /)",
        "getrandbits(k) -> x.  Generates an int with k random bits.",
        state::random_bits,
    ),
    method("_below", "($self, n, /)", "A random int in the range from 0 to n - 1.", state::below),
];

fn sha512(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[data] = args else { return Err(raise::internal(iso)) };
    let digest = match iso.bytes_like(data) {
        Some(bytes) => Sha512::digest(&*bytes),
        None => return Err(raise::type_error(iso, "a bytes-like object is required")),
    };
    iso.new_bytes(&digest)
}
