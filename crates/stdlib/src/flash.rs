//! `_flash`: the part of a board's flash chip in which its files lie, as bytes; `rp2.Flash` is written on it.
//!
//! Whoever writes here while the file system is mounted destroys it, as on MicroPython.

use alloc::vec::Vec;
use core::ops::Range;
use ferropy_platform::{BlockDevice, Error};
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_flash`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_flash",
    doc: "The part of the flash chip in which the files lie.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("size", "()", "How many bytes there are: a multiple of 4096; 0 without a flash chip.", size),
    function("read", "(offset, buffer, /)", "Read into a buffer.", read),
    function(
        "program",
        "(offset, data, /)",
        "Program bytes that were erased before; the rest of their pages stays.",
        program,
    ),
    function("erase", "(offset, size, /)", "Erase blocks of 4096 bytes.", erase),
];

fn failed<T>(iso: &mut Isolate, result: Result<T, Error>) -> Completion<T> {
    result.map_err(|error| raise::os_error(iso, error.code()))
}

/// Does something with the chip, piece by piece: block, offset in it, and range of the data.
fn each_piece(
    iso: &mut Isolate,
    offset: Value,
    size: usize,
    mut work: impl FnMut(&mut dyn BlockDevice, u32, u32, Range<usize>) -> Result<(), Error>,
) -> Completion {
    let offset = iso.to_isize(offset)?;
    let result = (|| {
        let flash = iso.platform.flash().ok_or(Error::new(19))?;
        let block = flash.block_bytes() as usize;
        let mut at = usize::try_from(offset).map_err(|_| Error::INVALID)?;
        let end = at.checked_add(size).filter(|&end| end <= block * flash.blocks() as usize).ok_or(Error::INVALID)?;
        let start = at;
        while at < end {
            let next = end.min(at - at % block + block);
            work(&mut *flash, (at / block) as u32, (at % block) as u32, at - start..next - start)?;
            at = next;
        }
        Ok(())
    })();
    failed(iso, result)?;
    Ok(Value::NONE)
}

fn size(iso: &mut Isolate, _: &[Value]) -> Completion {
    let size = iso.platform.flash().map_or(0, |flash| i64::from(flash.block_bytes()) * i64::from(flash.blocks()));
    iso.new_int(size)
}

fn read(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[offset, buffer] = args else { return Err(raise::internal(iso)) };
    let (storage, range) = iso.writable_buffer(buffer, "readblocks() argument")?;
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(range.len()).is_err() {
        return Err(raise::os_error(iso, Error::NO_MEMORY.code()));
    }
    bytes.resize(range.len(), 0);
    each_piece(iso, offset, bytes.len(), |flash, block, offset, range| {
        flash.read(block, offset, bytes.get_mut(range).unwrap_or_default())
    })?;
    if let Some(place) = iso.heap.bytearray_mut(storage).and_then(|storage| storage.get_mut(range)) {
        place.copy_from_slice(&bytes);
    }
    Ok(Value::NONE)
}

fn program(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[offset, data] = args else { return Err(raise::internal(iso)) };
    let data = iso.to_buffer(data)?;
    let bytes = iso.bytes_like(data).unwrap_or_default().into_owned();
    each_piece(iso, offset, bytes.len(), |flash, block, offset, range| {
        flash.program(block, offset, bytes.get(range).unwrap_or_default())
    })
}

fn erase(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[offset, size] = args else { return Err(raise::internal(iso)) };
    let size = iso.to_size(size)?;
    each_piece(iso, offset, size, |flash, block, offset, range| {
        if offset == 0 && range.len() == flash.block_bytes() as usize {
            flash.erase(block)
        } else {
            Err(Error::INVALID)
        }
    })
}
