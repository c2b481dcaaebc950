//! `_onewire`: the bits of the 1-Wire bus. What they mean is written in Python.

use super::argument;
use super::pin::pin_argument;
use super::transfer::{source, transfer};
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value};

/// `_onewire`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_onewire",
    doc: "The bits of the 1-Wire bus.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("reset", "(pin, /)", "Reset the bus: whether a device is there.", |iso, args| {
        let pin = pin_argument(iso, argument(args, 0))?;
        transfer(iso, |hardware| hardware.reset_onewire(pin)).map(Value::bool)
    }),
    function("readbit", "(pin, /)", "Read a bit.", |iso, args| bits(iso, args, 1, true)),
    function("readbyte", "(pin, /)", "Read a byte.", |iso, args| bits(iso, args, 8, true)),
    function("writebit", "(pin, value, /)", "Write a bit.", |iso, args| bits(iso, args, 1, false)),
    function("writebyte", "(pin, value, /)", "Write a byte.", |iso, args| bits(iso, args, 8, false)),
    function("crc8", "(data, /)", "The checksum of bytes; 0 if the last one is their checksum.", crc8),
];

/// Reads or writes so many bits, the lowest first.
fn bits(iso: &mut Isolate, args: &[Value], count: u8, reads: bool) -> Completion {
    let pin = pin_argument(iso, argument(args, 0))?;
    let written = if reads { 0 } else { iso.to_isize(argument(args, 1))? };
    // A bit is any number but 0.
    let written = if count == 1 { i64::from(written != 0) } else { written };
    let read = transfer(iso, |hardware| {
        Ok((0..count).fold(0, |all, bit| {
            let value = hardware.onewire_bit(pin, (!reads).then_some(written & 1 << bit != 0));
            all | i64::from(value) << bit
        }))
    })?;
    Ok(if reads { Value::small_int(read) } else { Value::NONE })
}

/// The polynomial x^8 + x^5 + x^4 + 1, bits reversed.
fn crc8(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (buffer, _) = source(iso, argument(args, 0))?;
    let bytes = iso.bytes_like(buffer).unwrap_or_default();
    let crc = bytes
        .iter()
        .fold(0u8, |crc, byte| (0..8).fold(crc ^ byte, |crc, _| if crc & 1 != 0 { crc >> 1 ^ 0x8c } else { crc >> 1 }));
    Ok(Value::small_int(crc.into()))
}
