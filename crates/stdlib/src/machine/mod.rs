//! `machine`: a board's pins, converters, timers and the chip as a whole, with MicroPython's interface.
//!
//! A file for each class. The types are rows, which cost no RAM, and their instances are records that hold a number: the
//! chip itself keeps how it is set up. Everything goes through [`ferropy_platform::Hardware`] ([`ask`]); where there is none,
//! all raises `OSError`. What happens outside of the program is told by handlers ([`irq`]).

mod irq;
mod pin;

use ferropy_platform::{Error, Hardware};
use ferropy_runtime::native::{ModuleSpec, Row};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `machine`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "machine",
    doc: "The board: its pins and what the chip has beside the processor.",
    rows: ROWS,
    types: &[&pin::PIN, &pin::NAMES, &irq::IRQ],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[];

/// Asks the hardware; its error is an `OSError`.
fn ask<T>(iso: &mut Isolate, question: impl FnOnce(&mut dyn Hardware) -> Result<T, Error>) -> Completion<T> {
    let answer = match iso.platform.hardware() {
        Some(hardware) => question(hardware),
        None => Err(Error::UNSUPPORTED),
    };
    answer.map_err(|error| raise::os_error(iso, error.code()))
}

fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

/// An argument that is there and not None.
fn given(args: &[Value], place: usize) -> Option<Value> {
    argument(args, place).given().filter(|value| !value.is_none())
}

/// The function of a row that is a constant.
fn int<const NUMBER: i64>(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(NUMBER))
}
