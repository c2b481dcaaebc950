//! What streams have read but not given away yet, and what is written but not handed on: the two buffers that programs go
//! through with each line, in steps that need not leave the interpreter's loop.

use ferropy_runtime::heap::{Heap, Kind};
#[cfg(feature = "csv")]
use ferropy_runtime::native::TypeId;
use ferropy_runtime::native::{Reach, Row, TypeSpec, getset, getter, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record: bytes or text, and where in it the stream is; the number says what ends its lines.
pub(super) static AHEAD: TypeSpec =
    TypeSpec::new("Ahead", "What a stream has read and not given away yet.", ROWS).in_module("_io");

const ROWS: &[Row] = &[
    method("line", "($self, /)", "The next line, if all of it is there; else None.", |iso, args| {
        Ok(line(&mut iso.heap, args).unwrap_or(Value::NONE))
    })
    .with_shortcut(|reach, args| line(reach.heap, args)),
    method("take", "($self, size, /)", "So many items, if so many are there; else None.", |iso, args| {
        Ok(take(&mut iso.heap, args).unwrap_or(Value::NONE))
    })
    .with_shortcut(|reach, args| take(reach.heap, args)),
    method("upto", "($self, size, /)", "At most so many items.", upto),
    method("part", "($self, size, /)", "What is there of the line, at most so many items.", part),
    method("rest", "($self, /)", "All that is there, which stays.", rest),
    method("left", "($self, /)", "How many items are there.", |iso, args| {
        let place = place(iso, args)?;
        iso.new_int(place.length.saturating_sub(place.at) as i64)
    }),
    method("put", "($self, data, at=0, /)", "Put other data there.", put),
    method("move", "($self, distance, /)", "Go on in what is there, or back.", go),
    getter("data", "What was read.", |iso, args| {
        let record = record(iso, args)?;
        Ok(iso.heap.field(record, DATA))
    }),
    getset(
        "at",
        "How much of it was given away, or where in it the stream is.",
        |iso, args| {
            let record = record(iso, args)?;
            Ok(iso.heap.field(record, AT))
        },
        |iso, args| {
            let record = record(iso, args)?;
            let at = iso.to_isize(args.get(1).copied().unwrap_or(Value::NONE))?;
            iso.heap.set_field(record, AT, Value::small_int(at));
            Ok(Value::NONE)
        },
    ),
];

const DATA: usize = 0;
const AT: usize = 1;

/// What ends a line, as the number of a record.
mod ends {
    /// What can't be told here.
    pub(super) const OTHER: u32 = 0;
    pub(super) const NEWLINE: u32 = 1;
    /// `\n` or `\r\n`; `\r` alone would too, but who finds one looks elsewhere.
    pub(super) const ANY: u32 = 2;
}

/// Where a stream is in what it has read, counted in bytes or characters.
struct Place {
    record: Value,
    data: Value,
    at: usize,
    length: usize,
}

fn record(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first()
        .copied()
        .filter(|&record| iso.heap.kind(record) == Some(Kind::Record))
        .ok_or_else(|| raise::internal(iso))
}

fn place(iso: &mut Isolate, args: &[Value]) -> Completion<Place> {
    place_in(&mut iso.heap, args).ok_or_else(|| raise::internal(iso))
}

#[inline]
fn place_in(heap: &mut Heap, args: &[Value]) -> Option<Place> {
    let &record = args.first().filter(|&&record| heap.kind(record) == Some(Kind::Record))?;
    let (data, at) = (heap.field(record, DATA), heap.field(record, AT).as_small_int()?);
    let length = match heap.byte_string(data) {
        Some(bytes) => bytes.len(),
        None => heap.indexed_text(data)?.chars,
    };
    Some(Place { record, data, at: usize::try_from(at).ok()?, length })
}

impl Place {
    /// Gives away what lies before `end`.
    fn take(&self, heap: &mut Heap, end: usize) -> Option<Value> {
        let taken = self.part(heap, end)?;
        heap.set_field(self.record, AT, Value::try_small_int(end as i64)?);
        Some(taken)
    }

    fn part(&self, heap: &mut Heap, end: usize) -> Option<Value> {
        if heap.bytes(self.data).is_some() {
            return heap.new_byte_substring(self.data, self.at..end).ok();
        }
        if let Some(bytes) = heap.bytearray(self.data) {
            let part = bytes.get(self.at..end)?.to_vec();
            return heap.new_bytes(&part).ok();
        }
        let text = heap.indexed_text(self.data)?;
        let bytes = text.byte_offset(self.at)..text.byte_offset(end);
        heap.new_substring(self.data, bytes).ok()
    }

    /// Where the line ends that starts here, if that is known.
    fn line_end(&self, heap: &mut Heap, ends: u32) -> Option<usize> {
        if let Some(bytes) = heap.byte_string(self.data) {
            return Some(self.at + length_of_line(bytes.get(self.at..)?, ends)?);
        }
        let text = heap.indexed_text(self.data)?;
        let start = text.byte_offset(self.at);
        let length = length_of_line(text.bytes.get(start..)?, ends)?;
        Some(text.character_number(start + length))
    }
}

fn length_of_line(bytes: &[u8], ends: u32) -> Option<usize> {
    match ends {
        ends::NEWLINE => memchr::memchr(b'\n', bytes).map(|found| found + 1),
        ends::ANY => {
            let found = memchr::memchr2(b'\n', b'\r', bytes)?;
            let rest = bytes.get(found..)?;
            if rest.starts_with(b"\n") {
                return Some(found + 1);
            }
            rest.starts_with(b"\r\n").then_some(found + 2)
        }
        _ => None,
    }
}

fn line(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let ends = heap.number(*args.first()?);
    if ends == ends::OTHER {
        return None;
    }
    let place = place_in(heap, args)?;
    let end = place.line_end(heap, ends)?;
    place.take(heap, end)
}

/// The next line of a stream that has what it gives away at once under that name; nothing if it has to be asked.
#[cfg(feature = "csv")]
pub(crate) fn line_at_once(iso: &mut Isolate, stream: Value, name: Value) -> Completion<Option<Value>> {
    let ahead = iso.get_attr(stream, name)?;
    let kind = iso.find_type(&AHEAD).map(TypeId::number);
    let is_ahead = kind.is_some() && iso.heap.record_type(ahead) == kind;
    Ok(if is_ahead { line(&mut iso.heap, &[ahead]) } else { None })
}

fn take(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let size = usize::try_from(args.get(1)?.as_small_int()?).ok().filter(|&size| size > 0)?;
    let place = place_in(heap, args)?;
    let end = place.at.checked_add(size).filter(|&end| end <= place.length)?;
    place.take(heap, end)
}

/// The end of what an argument wants at most.
fn most(iso: &mut Isolate, place: &Place, args: &[Value]) -> Completion<usize> {
    let size = iso.to_isize(args.get(1).copied().unwrap_or(Value::NONE))?;
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    Ok(place.at.saturating_add(size).min(place.length))
}

fn upto(iso: &mut Isolate, args: &[Value]) -> Completion {
    let place = place(iso, args)?;
    let end = most(iso, &place, args)?;
    place.take(&mut iso.heap, end).ok_or_else(|| raise::memory_error(iso))
}

fn part(iso: &mut Isolate, args: &[Value]) -> Completion {
    let place = place(iso, args)?;
    let most = most(iso, &place, args)?;
    let end = place.line_end(&mut iso.heap, ends::NEWLINE).map_or(most, |end| end.min(most));
    place.take(&mut iso.heap, end).ok_or_else(|| raise::memory_error(iso))
}

fn rest(iso: &mut Isolate, args: &[Value]) -> Completion {
    let place = place(iso, args)?;
    place.part(&mut iso.heap, place.length).ok_or_else(|| raise::memory_error(iso))
}

fn put(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, data, at] = args else { return Err(raise::internal(iso)) };
    let record = record(iso, args)?;
    let inner = iso.unwrap(data);
    let data = if iso.heap.kind(inner) == Some(Kind::Bytes) || iso.heap.is_str(inner) {
        inner
    } else {
        let Some(buffer) = iso.opt_buffer(data)? else {
            let kind = iso.type_name(data);
            return Err(raise::type_error(iso, &alloc::format!("read() should have returned bytes, not {kind}")));
        };
        let bytes = iso.bytes_like(buffer).unwrap_or_default().to_vec();
        iso.new_bytes(&bytes)?
    };
    let at = at.given().map_or(Ok(0), |at| iso.to_isize(at))?;
    iso.heap.set_field(record, DATA, data);
    iso.heap.set_field(record, AT, Value::small_int(at));
    Ok(Value::NONE)
}

fn go(iso: &mut Isolate, args: &[Value]) -> Completion {
    let place = place(iso, args)?;
    let distance = iso.to_isize(args.get(1).copied().unwrap_or(Value::NONE))?;
    let at = place.at.saturating_add_signed(distance as isize).min(place.length);
    iso.heap.set_field(place.record, AT, Value::small_int(at as i64));
    Ok(Value::NONE)
}

/// `ahead(data, ends)`: nothing is there yet; `data` says of what kind it will be.
pub(super) fn ahead(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[data, ends] = args else { return Err(raise::internal(iso)) };
    let ends = iso.to_isize(ends)?;
    let Some(id) = iso.find_type(&AHEAD) else { return Err(raise::internal(iso)) };
    iso.new_record(id, u32::try_from(ends).unwrap_or(ends::OTHER), &[data, Value::small_int(0)])
}

/// `gather(pending, data, room)` of bytes, see [`gather`].
pub(super) fn gather_bytes(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[pending, data, room] = args else { return None };
    let size = reach.heap.byte_string(data)?.len();
    gather(reach.heap, pending, data, size, room)
}

/// `gather(pending, text, room)` of text that is ASCII, see [`gather`].
pub(super) fn gather_text(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[pending, data, room] = args else { return None };
    let bytes = reach.heap.str_bytes(data).filter(|bytes| bytes.is_ascii())?;
    let size = bytes.len();
    gather(reach.heap, pending, data, size, room)
}

/// Adds to a bytearray that has something in it already and holds no more than `room` bytes afterwards: how many were
/// added.
fn gather(heap: &mut Heap, pending: Value, data: Value, size: usize, room: Value) -> Option<Value> {
    let room = usize::try_from(room.as_small_int()?).ok()?;
    let before = heap.bytearray(pending)?.len();
    if before == 0 || before + size > room || heap.bytearray_exports(pending) > 0 {
        return None;
    }
    heap.extend_bytearray(pending, data).ok()?;
    Value::try_small_int(size as i64)
}

/// `overwrite(place, data)`: writes bytes behind the last ones of a bytearray, where the stream is: how many.
pub(super) fn overwrite(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let heap = &mut *reach.heap;
    let size = heap.bytes(*args.get(1)?)?.len();
    let place = place_in(heap, args)?;
    if place.at != place.length
        || heap.kind(place.data) != Some(Kind::ByteArray)
        || heap.bytearray_exports(place.data) > 0
    {
        return None;
    }
    let end = Value::try_small_int((place.length + size) as i64)?;
    heap.extend_bytearray(place.data, *args.get(1)?).ok()?;
    heap.set_field(place.record, AT, end);
    Value::try_small_int(size as i64)
}
