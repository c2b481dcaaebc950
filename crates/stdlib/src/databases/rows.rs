//! Rows of a database for a program.
//!
//! Texts become what the connection's `text_factory` says: str (`None` here), bytes (`False`), or what a function makes of
//! their bytes. A mask is a bytes object with a byte for each column: 1 for those that a converter wants as bytes.

use super::{Link, Stash, lend};
use crate::posix::argument;
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::float;
use ferropy_platform::databases::Cell;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// What a row is made of.
struct Ways {
    factory: Value,
    mask: Vec<u8>,
}

impl Ways {
    fn new(iso: &Isolate, factory: Value, mask: Value) -> Ways {
        Ways { factory, mask: iso.heap.bytes(mask).unwrap_or_default().to_vec() }
    }
}

fn cursor_of(iso: &Isolate, args: &[Value]) -> u32 {
    iso.as_i64(argument(args, 1)).and_then(|number| u32::try_from(number).ok()).unwrap_or(0)
}

/// `row(cursor, factory, masks)`
pub(super) fn row(iso: &mut Isolate, args: &[Value]) -> Completion {
    let cursor = cursor_of(iso, args);
    let ways = Ways::new(iso, argument(args, 2), argument(args, 3));
    if !ways.factory.is_none() && ways.factory != Value::FALSE {
        // The program may use the link meanwhile.
        let stash = lend(iso, argument(args, 0), |link| link.stashes.remove(&cursor))?;
        let Some(mut stash) = stash else { return Ok(Value::NONE) };
        let row = next(iso, &mut stash, &ways);
        put(iso, args, cursor, stash)?;
        return Ok(row?.unwrap_or(Value::NONE));
    }
    let number = iso.heap.number(iso.unwrap(argument(args, 0)));
    let Some(Ok(mut link)) = iso.take_resource(number).map(|object| object.downcast::<Link>()) else {
        return Err(raise::internal(iso));
    };
    let row = link.stashes.get_mut(&cursor).map_or(Ok(None), |stash| next(iso, stash, &ways));
    if link.stashes.get(&cursor).is_some_and(|stash| stash.rows.count == 0) {
        link.stashes.remove(&cursor);
    }
    iso.put_resource(number, link);
    Ok(row?.unwrap_or(Value::NONE))
}

/// `rows(cursor, most, factory, masks)`: a list; one that a row could not be read of ends with a list for that row.
pub(super) fn rows(iso: &mut Isolate, args: &[Value]) -> Completion {
    let cursor = cursor_of(iso, args);
    let most = iso.as_i64(argument(args, 2)).and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    let ways = Ways::new(iso, argument(args, 3), argument(args, 4));
    let Some(mut stash) = lend(iso, argument(args, 0), |link| link.stashes.remove(&cursor))? else {
        return iso.new_list(&[]);
    };
    let list = iso.new_list(&[])?;
    let mut result = Ok(list);
    for _ in 0..most {
        let row = iso.scope(|iso| {
            let row = next(iso, &mut stash, &ways)?;
            if let Some(row) = row {
                iso.heap.list_append(list, row)?;
            }
            Ok(row)
        });
        match row {
            Ok(Some(row)) if iso.type_of(row) == iso.type_of(list) => break,
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(raised) => {
                result = Err(raised);
                break;
            }
        }
    }
    put(iso, args, cursor, stash)?;
    result
}

/// Puts a stash back if there is something in it, and nothing newer is there.
fn put(iso: &mut Isolate, args: &[Value], cursor: u32, stash: Stash) -> Completion<()> {
    if stash.rows.count == 0 {
        return Ok(());
    }
    lend(iso, argument(args, 0), |link| {
        link.stashes.entry(cursor).or_insert(stash);
    })
}

/// The next row of a stash: a tuple, or a list of a column's number and bytes if a text is none.
fn next(iso: &mut Isolate, stash: &mut Stash, ways: &Ways) -> Completion<Option<Value>> {
    let Stash { rows, cell, byte } = stash;
    if rows.count == 0 {
        return Ok(None);
    }
    let start = (*cell, *byte);
    rows.count -= 1;
    let mut values: Vec<Value> = Vec::with_capacity(rows.width);
    let cells = rows.cells.cells.get(*cell..*cell + rows.width).unwrap_or_default();
    *cell += rows.width;
    let mut unread = None;
    for (column, &cell) in cells.iter().enumerate() {
        let size = match cell {
            Cell::Text(size) | Cell::Blob(size) => size,
            _ => 0,
        };
        let own = rows.cells.bytes.get(*byte..*byte + size).unwrap_or_default();
        *byte += size;
        let value = match cell {
            Cell::Null => Value::NONE,
            _ if ways.mask.get(column) == Some(&1) => as_bytes(iso, cell, own)?,
            Cell::Integer(number) => iso.new_int(number)?,
            Cell::Real(number) => iso.new_float(number)?,
            Cell::Blob(_) => iso.new_bytes(own)?,
            Cell::Text(_) if ways.factory.is_none() => {
                if core::str::from_utf8(own).is_ok() {
                    iso.new_text(own)?
                } else {
                    let bytes = iso.new_bytes(own)?;
                    unread = unread.or(Some((column, bytes)));
                    bytes
                }
            }
            Cell::Text(_) => {
                let bytes = iso.new_bytes(own)?;
                if ways.factory == Value::FALSE { bytes } else { iso.call(ways.factory, &[bytes])? }
            }
        };
        values.push(iso.keep(value));
    }
    Ok(Some(match unread {
        Some((column, bytes)) => {
            // It stays the next row, as in CPython.
            (*cell, *byte) = start;
            rows.count += 1;
            iso.new_list(&[Value::small_int(column as i64), bytes])?
        }
        None => iso.new_tuple(&values)?,
    }))
}

/// A value as the bytes of its text.
fn as_bytes(iso: &mut Isolate, cell: Cell, own: &[u8]) -> Completion {
    match cell {
        Cell::Integer(number) => {
            let text = format!("{number}");
            Ok(iso.new_bytes(text.as_bytes())?)
        }
        Cell::Real(number) => {
            let text = float::repr(number);
            Ok(iso.new_bytes(text.as_bytes())?)
        }
        _ => Ok(iso.new_bytes(own)?),
    }
}
