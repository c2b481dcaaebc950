//! `_zlib`: the deflate format itself, and the checksums of the formats around it. Those formats are written in Python:
//! `zlib`, `gzip`, `deflate`.
//!
//! [`deflating`] writes, [`inflating`] reads. What works on a stream is a resource of the isolate, named by a record.

mod deflating;
mod inflating;

use crate::binascii;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::any::Any;
use ferropy_runtime::native::{ModuleSpec, Row, TypeSpec, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_zlib`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_zlib",
    doc: "The deflate format, and checksums.",
    rows: ROWS,
    types: &[&deflating::DEFLATER, &inflating::INFLATER],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "crc32",
        "($module, data, value=0, /)",
        "Compute a CRC-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\n\
         The returned checksum is an integer.",
        binascii::crc32,
    ),
    function(
        "adler32",
        "($module, data, value=1, /)",
        "Compute an Adler-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\n\
         The returned checksum is an integer.",
        adler32,
    ),
    function(
        "deflater",
        "($module, level, strategy, wbits, history, /)",
        "What writes a stream; data may repeat what stands in the history.",
        deflating::new,
    ),
    function(
        "inflater",
        "($module, history, wbits=15, /)",
        "What reads a stream whose data repeats what came before in a window of that size.",
        inflating::new,
    ),
];

/// How far back data may repeat what came before.
const WINDOW: usize = 1 << 15;

/// Sums of so many bytes fit into 32 bits.
const ADLER_RUN: usize = 5552;
const ADLER_BASE: u32 = 65521;

fn adler32(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[value, start] = args else { return Err(raise::internal(iso)) };
    let start = start.given().map_or(Ok(1), |start| binascii::start(iso, start))?;
    let bytes = binascii::data(iso, value)?;
    let (mut low, mut high) = (start & 0xffff, start >> 16);
    for run in bytes.chunks(ADLER_RUN) {
        for &byte in run {
            low += u32::from(byte);
            high += low;
        }
        low %= ADLER_BASE;
        high %= ADLER_BASE;
    }
    iso.new_int(i64::from(high << 16 | low))
}

/// Keeps what works on a stream: a record of the type.
fn keep(iso: &mut Isolate, spec: &'static TypeSpec, object: Box<dyn Any + Send>) -> Completion {
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    let Some(number) = iso.keep_resource(object) else { return Err(raise::memory_error(iso)) };
    let record = iso.new_record(id, number, &[])?;
    iso.when_dead(record, Isolate::drop_resource);
    Ok(record)
}

/// Lends what a record names. It must not call Python.
fn lend<T: Any + Send, R>(iso: &mut Isolate, record: Value, work: impl FnOnce(&mut T) -> Option<R>) -> Completion<R> {
    let number = iso.heap.number(iso.unwrap(record));
    let held = iso.take_resource(number).map(|object| object.downcast::<T>());
    let Some(Ok(mut held)) = held else { return Err(raise::internal(iso)) };
    let result = work(&mut held);
    iso.put_resource(number, held);
    // What fails here is getting memory.
    result.ok_or_else(|| raise::memory_error(iso))
}

/// Moves the end of the data to the history, which keeps no more than a window.
fn remember(history: &mut Vec<u8>, data: &[u8], window: usize) -> Option<()> {
    let data = data.get(data.len().saturating_sub(window)..)?;
    let stays = window.saturating_sub(data.len());
    history.drain(..history.len().saturating_sub(stays));
    history.try_reserve(data.len()).ok()?;
    history.extend_from_slice(data);
    Some(())
}
