//! `_bz2`: blocks of bzip2, unpacked by [`reading`] and packed by [`writing`]. Streams of blocks, and files, are Python.
//!
//! A block is cut out of bits, so places are counted in bits. Its content goes through four steps: runs of four and more
//! get a number, the bytes are sorted by what follows them (the Burrows-Wheeler transform), each is replaced by its place
//! in a list whose members move to the front, and these places are written in Huffman codes.

mod reading;
mod writing;

use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use reading::{Part, Problem};

/// `_bz2`.
pub(crate) static MODULE: ModuleSpec =
    ModuleSpec { name: "_bz2", doc: "Blocks of bzip2.", rows: ROWS, types: &[], initialize: None, frozen: None };

const ROWS: &[Row] = &[
    function(
        "read",
        "(data, place, limit, seen, /)",
        "The content of a block, or None at the end of the stream, a checksum, and the place behind it in bits. None if \
         more data is needed, False if it is wrong. So many bytes were there before; None tries what there is.",
        read,
    ),
    function(
        "write",
        "(data, held, count, limit, /)",
        "Pack what of the data fits in a block, behind some bits: bytes, the bits behind them and their number, the \
         checksum, and how much of the data that was.",
        write,
    ),
];

/// The mark in front of a block.
const BLOCK: u64 = 0x3141_5926_5359;
/// The mark behind the last one.
const END: u64 = 0x1772_4538_5090;
/// As many symbols are written with one table of codes.
const GROUP: usize = 50;

/// The checksum of a block's content: CRC-32, the highest bit first.
fn checksum(data: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut index = 0;
        while index < 256 {
            let mut value = (index as u32) << 24;
            let mut bit = 0;
            while bit < 8 {
                value = value << 1 ^ if value >> 31 == 1 { 0x04C1_1DB7 } else { 0 };
                bit += 1;
            }
            table[index] = value;
            index += 1;
        }
        table
    };
    let step = |value: u32, &byte: &u8| {
        value << 8 ^ TABLE.get((value >> 24) as usize ^ usize::from(byte)).copied().unwrap_or(0)
    };
    !data.iter().fold(u32::MAX, step)
}

fn number(iso: &mut Isolate, value: Option<&Value>) -> Completion<usize> {
    let number = value.and_then(|&value| iso.as_i64(value)).and_then(|number| usize::try_from(number).ok());
    number.ok_or_else(|| raise::internal(iso))
}

fn read(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[data, ref numbers @ ..] = args else { return Err(raise::internal(iso)) };
    let (place, limit) = (number(iso, numbers.first())?, number(iso, numbers.get(1))?);
    // What a block is restored from takes five bytes for each of its own.
    iso.spare(limit.saturating_mul(6))?;
    let seen = numbers.get(2).and_then(|&seen| iso.as_i64(seen)).and_then(|seen| usize::try_from(seen).ok());
    let part = reading::read(&iso.bytes_like(data).unwrap_or_default(), place, limit, seen);
    let (content, checksum, place) = match part {
        Ok(Part::Block(content, checksum, place)) => (iso.new_bytes(&content)?, checksum, place),
        Ok(Part::End(checksum, place)) => (Value::NONE, checksum, place),
        Err(Problem::Short) => return Ok(Value::NONE),
        Err(Problem::Wrong) => return Ok(Value::FALSE),
    };
    let (checksum, place) = (iso.new_int(i64::from(checksum))?, iso.new_int(place as i64)?);
    iso.new_tuple(&[content, checksum, place])
}

fn write(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[data, ref numbers @ ..] = args else { return Err(raise::internal(iso)) };
    let (held, count) = (number(iso, numbers.first())?, number(iso, numbers.get(1))?);
    let limit = number(iso, numbers.get(2))?;
    // Sorting takes sixteen bytes for each.
    iso.spare(limit.saturating_mul(20))?;
    let mut bits = writing::Bits::new(held as u64, count as u32);
    let (checksum, taken) = writing::write(&iso.bytes_like(data).unwrap_or_default(), limit, &mut bits);
    let (out, held, count) = bits.finish();
    let out = iso.new_bytes(&out)?;
    let (held, count) = (Value::small_int(held as i64), Value::small_int(i64::from(count)));
    let (checksum, taken) = (iso.new_int(i64::from(checksum))?, iso.new_int(taken as i64)?);
    iso.new_tuple(&[out, held, count, checksum, taken])
}
