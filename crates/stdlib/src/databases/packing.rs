//! Values of a program for a database. Only plain ones are taken here: what has to be adapted first, or is none, is
//! Python's business, and so are the errors.

use super::{Parcel, lend};
use crate::posix::argument;
use alloc::vec::Vec;
use ferropy_platform::databases::{Cell, Cells};
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value};

/// Adds a value that is exactly an int of 64 bits, a float, a str that can be written as UTF-8, bytes or None: whether it
/// is.
pub(super) fn push(iso: &Isolate, cells: &mut Cells, value: Value) -> bool {
    if value.is_none() {
        cells.cells.push(Cell::Null);
        return true;
    }
    let kind = iso.type_of(value);
    if kind == TypeId::INT.value() {
        let Some(number) = iso.as_i64(value) else { return false };
        cells.cells.push(Cell::Integer(number));
    } else if kind == TypeId::STR.value() {
        let Some(text) = iso.heap.str_bytes(value).filter(|text| core::str::from_utf8(text).is_ok()) else {
            return false;
        };
        cells.push_text(text);
    } else if kind == TypeId::FLOAT.value() {
        let Some(number) = iso.as_float(value) else { return false };
        // What is no number is NULL for SQLite.
        cells.cells.push(Cell::Real(number));
    } else if kind == TypeId::BYTES.value() {
        let Some(bytes) = iso.heap.bytes(value) else { return false };
        cells.push_blob(bytes);
    } else {
        return false;
    }
    true
}

/// Adds the values of a tuple or list: nothing if all are plain, else the place of the first that is not, and none is
/// added.
fn push_row(iso: &Isolate, parcel: &mut Parcel, row: Value) -> Option<usize> {
    let before = (parcel.cells.cells.len(), parcel.cells.bytes.len());
    let mut width = 0;
    for value in iso.heap.items(row) {
        if !push(iso, &mut parcel.cells, value) {
            parcel.cells.cells.truncate(before.0);
            parcel.cells.bytes.truncate(before.1);
            return Some(width);
        }
        width += 1;
    }
    parcel.width = width;
    parcel.runs += 1;
    None
}

fn take(iso: &mut Isolate, args: &[Value]) -> Completion<(u32, Parcel)> {
    let cursor = iso.as_i64(argument(args, 1)).and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
    let parcel = lend(iso, argument(args, 0), |link| link.parcels.remove(&cursor).unwrap_or_default())?;
    Ok((cursor, parcel))
}

/// `pack(cursor, values)`
pub(super) fn pack(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (cursor, mut parcel) = take(iso, args)?;
    let unfit = push_row(iso, &mut parcel, argument(args, 2));
    lend(iso, argument(args, 0), |link| link.parcels.insert(cursor, parcel))?;
    Ok(unfit.map_or(Value::NONE, |place| Value::small_int(place as i64)))
}

/// `packed(cursor)`
pub(super) fn packed(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (cursor, parcel) = take(iso, args)?;
    let runs = parcel.runs;
    lend(iso, argument(args, 0), |link| link.parcels.insert(cursor, parcel))?;
    Ok(Value::small_int(runs as i64))
}

/// As many bytes of parameters are sent at once.
const MOST_BYTES: usize = 1 << 18;

/// `gather(cursor, rows, most, is_plain, is_own)`. All rows of a statement have as many values; one that differs is looked
/// at when it is the first. Unless the rows are the database's own who makes the next one may send those that are here.
pub(super) fn gather(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (cursor, mut parcel) = take(iso, args)?;
    let is_own = argument(args, 5) == Value::TRUE;
    let (rows, most) = (argument(args, 2), iso.as_i64(argument(args, 3)).unwrap_or(1));
    let is_plain = argument(args, 4) == Value::TRUE;
    let mut result = Ok(Value::TRUE);
    while (parcel.runs as i64) < most && parcel.cells.bytes.len() < MOST_BYTES {
        if !is_own {
            let sent = core::mem::take(&mut parcel);
            lend(iso, argument(args, 0), |link| link.parcels.insert(cursor, sent))?;
        }
        let next = iso.scope(|iso| iso.next(rows));
        if !is_own {
            parcel = take(iso, args)?.1;
        }
        let row = match next {
            Ok(Some(row)) => row,
            Ok(None) => {
                result = Ok(Value::FALSE);
                break;
            }
            Err(raised) => {
                result = Err(raised);
                break;
            }
        };
        let kind = iso.type_of(row);
        let is_row = kind == TypeId::TUPLE.value() || kind == TypeId::LIST.value();
        let fits = parcel.runs == 0 || iso.heap.items(row).len() == parcel.width;
        if !is_plain || !is_row || !fits || push_row(iso, &mut parcel, row).is_some() {
            result = Ok(row);
            break;
        }
    }
    lend(iso, argument(args, 0), |link| link.parcels.insert(cursor, parcel))?;
    result
}

/// Arguments of a function as a tuple.
pub(super) fn values_of(iso: &mut Isolate, cells: &Cells) -> Completion {
    let mut bytes: &[u8] = &cells.bytes;
    let mut values = Vec::with_capacity(cells.cells.len());
    for &cell in &cells.cells {
        let size = match cell {
            Cell::Text(size) | Cell::Blob(size) => size,
            _ => 0,
        };
        let (own, rest) = bytes.split_at_checked(size).unwrap_or_default();
        bytes = rest;
        values.push(match cell {
            Cell::Null => Value::NONE,
            Cell::Integer(number) => iso.new_int(number)?,
            Cell::Real(number) => iso.new_float(number)?,
            Cell::Text(_) if core::str::from_utf8(own).is_ok() => iso.new_text(own)?,
            Cell::Text(_) | Cell::Blob(_) => iso.new_bytes(own)?,
        });
    }
    iso.new_tuple(&values)
}
