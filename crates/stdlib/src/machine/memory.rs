//! `mem8`, `mem16`, `mem32`: the chip's memory and registers by their addresses.

use super::{argument, ask};
use alloc::format;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record whose number is how many bytes it reads and writes at a time.
pub(super) static MEM: TypeSpec =
    TypeSpec::new("mem", "Memory by its addresses.", ROWS).in_module("machine").with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = &[
    method("__repr__", "($self, /)", "Return repr(self).", |iso, args| {
        let text = format!("<{}-bit memory>", 8 * iso.heap.number(argument(args, 0)));
        iso.new_str(&text)
    }),
    method("__getitem__", "($self, key, /)", "What stands at an address.", |iso, args| {
        let (address, bytes) = place(iso, args)?;
        let value = ask(iso, |hardware| hardware.read_memory(address, bytes))?;
        iso.new_int(value.into())
    }),
    method("__setitem__", "($self, key, value, /)", "Write to an address.", |iso, args| {
        let (address, bytes) = place(iso, args)?;
        let value = iso.to_isize(argument(args, 2))? as u32;
        ask(iso, |hardware| hardware.write_memory(address, bytes, value)).map(|()| Value::NONE)
    }),
];

/// The memory that is read and written in pieces of so many bytes.
pub(super) fn memory<const BYTES: u32>(iso: &mut Isolate, _: &[Value]) -> Completion {
    let Some(id) = iso.find_type(&MEM) else { return Err(raise::internal(iso)) };
    iso.new_record(id, BYTES, &[])
}

fn place(iso: &mut Isolate, args: &[Value]) -> Completion<(u32, u8)> {
    let bytes = iso.heap.number(argument(args, 0));
    let address = iso.to_isize(argument(args, 1))? as u32;
    if !address.is_multiple_of(bytes.max(1)) {
        return Err(raise::value_error(iso, &format!("address {address:08x} is not aligned to {bytes} bytes")));
    }
    Ok((address, bytes as u8))
}
