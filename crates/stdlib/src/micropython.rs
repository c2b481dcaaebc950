//! `micropython`: what programs for MicroPython ask of their interpreter. Most of it is Python.

use ferropy_runtime::native::{ModuleSpec, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `micropython`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "micropython",
    doc: "What programs for MicroPython ask of their interpreter.",
    rows: &[function("schedule", "(function, arg, /)", "Call function(arg) soon, between two instructions.", schedule)],
    types: &[],
    initialize: None,
    frozen: Some(&crate::frozen::image::MICROPYTHON),
};

fn schedule(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[function, argument] = args else { return Err(raise::internal(iso)) };
    if iso.schedule(function, argument) {
        return Ok(Value::NONE);
    }
    Err(raise::runtime_error(iso, "schedule queue full"))
}
