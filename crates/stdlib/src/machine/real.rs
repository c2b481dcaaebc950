//! The way from the classes here to the board: the platform has it.

use ferropy_platform::clock::id;
use ferropy_platform::{Error, Hardware};
use ferropy_runtime::{Completion, Isolate, Value};

/// Asks the hardware.
pub(super) fn reach<T>(
    iso: &mut Isolate,
    question: impl FnOnce(&mut dyn Hardware) -> Result<T, Error>,
) -> Completion<Result<T, Error>> {
    Ok(match iso.platform.hardware() {
        Some(hardware) => question(hardware),
        None => Err(Error::UNSUPPORTED),
    })
}

/// Asks the hardware about what is in a buffer.
pub(super) fn reach_with<T>(
    iso: &mut Isolate,
    buffer: Value,
    question: impl FnOnce(&mut dyn Hardware, &[u8]) -> Result<T, Error>,
) -> Completion<Result<T, Error>> {
    Ok(match (iso.platform.hardware(), iso.heap.byte_string(buffer)) {
        (Some(hardware), Some(bytes)) => question(hardware, bytes),
        _ => Err(Error::UNSUPPORTED),
    })
}

/// Sets the date, in nanoseconds since 1970.
pub(super) fn set_date(iso: &mut Isolate, nanoseconds: i128) -> Result<(), Error> {
    iso.platform.clock().set_clock_ns(id::REAL_TIME, nanoseconds)
}
