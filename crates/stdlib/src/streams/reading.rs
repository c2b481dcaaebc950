//! Reading from standard input: bytes, and text of whole characters. Lines end in `\n`, and other line ends stay.

use super::{first, number_of, unsupported};
use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;
use ferropy_runtime::{Completion, Isolate, Value, WaitFor, codecs, names, raise};

/// The field of the byte stream that holds a byte which was read too early, or None.
const PENDING: usize = 1;

/// How many bytes are asked for at once.
const CHUNK: usize = if core::mem::size_of::<usize>() == 4 { 512 } else { 4096 };

/// The byte stream of a text stream.
fn below(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, 1))
}

/// At least one byte, unless the buffer has no room or the input has ended.
fn read_some(iso: &mut Isolate, stream: Value, buffer: &mut [u8]) -> Completion<usize> {
    if number_of(iso, stream) != 0 {
        return Err(unsupported(iso, "not readable"));
    }
    let Some(place) = buffer.first_mut() else { return Ok(0) };
    if let Some(byte) = iso.heap.field(stream, PENDING).as_small_int() {
        iso.heap.set_field(stream, PENDING, Value::NONE);
        *place = byte as u8;
        return Ok(1);
    }
    if iso.has_other_threads() {
        iso.block_here(WaitFor::Input, None)?;
    }
    iso.wait_for(|platform| platform.console().read(buffer))
}

/// Whether there is something to read, or the end, before so much time is over. Where nobody can know, reading may try.
pub(super) fn wait(iso: &mut Isolate, args: &[Value]) -> Completion {
    let nanoseconds = first(iso, args)?;
    let nanoseconds = u64::try_from(iso.to_isize(nanoseconds)?).unwrap_or(0);
    if iso.has_other_threads() {
        return iso.block_here(WaitFor::Input, Some(nanoseconds)).map(Value::bool);
    }
    match iso.platform.console().wait_input(nanoseconds) {
        Ok(ready) => Ok(Value::bool(ready)),
        Err(ferropy_platform::Error::INTERRUPTED) => iso.look_at_world().map(|()| Value::FALSE),
        Err(_) => Ok(Value::TRUE),
    }
}

/// Waits until anything happens that somebody may want to look at, or so much time is over.
pub(super) fn doze(iso: &mut Isolate, args: &[Value]) -> Completion {
    let nanoseconds = first(iso, args)?;
    let nanoseconds = iso.as_i64(nanoseconds).unwrap_or(0).try_into().unwrap_or(0);
    iso.doze(nanoseconds).map(|()| Value::NONE)
}

fn read_byte(iso: &mut Isolate, stream: Value) -> Completion<Option<u8>> {
    let mut byte = [0];
    let count = read_some(iso, stream, &mut byte)?;
    Ok((count > 0).then_some(byte[0]))
}

/// All bytes, or as many as are wanted, fewer only at the end.
fn bytes_up_to(iso: &mut Isolate, stream: Value, most: Option<usize>) -> Completion<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut chunk = [0; CHUNK];
    loop {
        let left = most.map_or(CHUNK, |most| most.saturating_sub(bytes.len()).min(CHUNK));
        let buffer = chunk.get_mut(..left).unwrap_or(&mut []);
        let count = read_some(iso, stream, buffer)?;
        if count == 0 {
            return Ok(bytes);
        }
        bytes.extend_from_slice(buffer.get(..count).unwrap_or(&[]));
    }
}

/// A line of bytes. None of the next line may be taken, so they come one by one.
fn line_of_bytes(iso: &mut Isolate, stream: Value, most: Option<usize>) -> Completion<Vec<u8>> {
    let mut bytes = Vec::new();
    while most.is_none_or(|most| bytes.len() < most)
        && bytes.last() != Some(&b'\n')
        && let Some(byte) = read_byte(iso, stream)?
    {
        bytes.push(byte);
    }
    Ok(bytes)
}

/// How many bytes of UTF-8 follow a first one.
const fn following(byte: u8) -> usize {
    match byte {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => 0,
    }
}

/// Appends the bytes of the next character; false at the end.
fn push_character(iso: &mut Isolate, stream: Value, bytes: &mut Vec<u8>) -> Completion<bool> {
    let Some(byte) = read_byte(iso, stream)? else { return Ok(false) };
    if byte == b'\r' && iso.platform.console().is_serial() {
        // The Enter key.
        bytes.push(b'\n');
        return Ok(true);
    }
    bytes.push(byte);
    for _ in 0..following(byte) {
        match read_byte(iso, stream)? {
            Some(byte @ 0x80..=0xbf) => bytes.push(byte),
            Some(byte) => {
                // The next character's.
                iso.heap.set_field(stream, PENDING, Value::small_int(i64::from(byte)));
                break;
            }
            None => break,
        }
    }
    Ok(true)
}

/// Characters up to the end of the line, or of the input, or as many as are wanted.
fn characters(iso: &mut Isolate, stream: Value, most: Option<usize>, line: bool) -> Completion<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut count = 0;
    while most.is_none_or(|most| count < most)
        && !(line && bytes.last() == Some(&b'\n'))
        && push_character(iso, stream, &mut bytes)?
    {
        count += 1;
    }
    Ok(bytes)
}

fn decoded(iso: &mut Isolate, bytes: &[u8]) -> Completion {
    if let Ok(text) = core::str::from_utf8(bytes) {
        return iso.new_str(text);
    }
    let source = iso.new_bytes(bytes)?;
    codecs::decode(iso, source, Value::UNBOUND, Value::UNBOUND)
}

/// How much is wanted: an int that is not negative, or all.
fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion<Option<usize>> {
    let Some(size) = args.get(1).copied().and_then(Value::given).filter(|size| !size.is_none()) else {
        return Ok(None);
    };
    if iso.lookup_special(size, names::__index__).is_none() {
        let kind = iso.type_name(size);
        return Err(raise::type_error(iso, &format!("argument should be integer or None, not '{kind}'")));
    }
    Ok(usize::try_from(iso.to_isize(size)?).ok())
}

/// The byte stream of standard input.
fn input(iso: &mut Isolate, args: &[Value], method: &str) -> Completion {
    let this = first(iso, args)?;
    if number_of(iso, this) == 0 { Ok(this) } else { Err(unsupported(iso, method)) }
}

pub(super) fn text(iso: &mut Isolate, args: &[Value]) -> Completion {
    let stream = below(iso, args)?;
    let bytes = match size_of(iso, args)? {
        None => bytes_up_to(iso, stream, None)?,
        most => characters(iso, stream, most, false)?,
    };
    decoded(iso, &bytes)
}

pub(super) fn text_line(iso: &mut Isolate, args: &[Value]) -> Completion {
    let stream = below(iso, args)?;
    let most = match args.get(1).copied().and_then(Value::given) {
        Some(size) => usize::try_from(iso.to_isize(size)?).ok(),
        None => None,
    };
    let bytes = characters(iso, stream, most, true)?;
    decoded(iso, &bytes)
}

pub(super) fn next_text_line(iso: &mut Isolate, args: &[Value]) -> Completion {
    let stream = below(iso, args)?;
    let bytes = characters(iso, stream, None, true)?;
    if bytes.is_empty() { Ok(Value::UNBOUND) } else { decoded(iso, &bytes) }
}

/// The lines that are left, or as many as go beyond the hint.
fn lines(iso: &mut Isolate, args: &[Value], next: fn(&mut Isolate, &[Value]) -> Completion) -> Completion {
    let this = first(iso, args)?;
    let hint = size_of(iso, args)?.filter(|&hint| hint > 0).unwrap_or(usize::MAX);
    let list = iso.new_list(&[])?;
    let mut total = 0;
    while total <= hint {
        let line = next(iso, &[this])?;
        if line.is_unbound() {
            break;
        }
        total = iso.len(line)?.saturating_add(total);
        iso.heap.list_append(list, line)?;
    }
    Ok(list)
}

pub(super) fn text_lines(iso: &mut Isolate, args: &[Value]) -> Completion {
    lines(iso, args, next_text_line)
}

pub(super) fn bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = input(iso, args, "read")?;
    let most = size_of(iso, args)?;
    let bytes = bytes_up_to(iso, this, most)?;
    iso.new_bytes(&bytes)
}

pub(super) fn bytes_once(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = input(iso, args, "read1")?;
    let most = size_of(iso, args)?.unwrap_or(CHUNK).min(CHUNK);
    let mut chunk = [0; CHUNK];
    let count = read_some(iso, this, chunk.get_mut(..most).unwrap_or(&mut []))?;
    iso.new_bytes(chunk.get(..count).unwrap_or(&[]))
}

pub(super) fn byte_line(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = input(iso, args, "readline")?;
    let most = size_of(iso, args)?;
    let bytes = line_of_bytes(iso, this, most)?;
    iso.new_bytes(&bytes)
}

pub(super) fn next_byte_line(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = input(iso, args, "readline")?;
    let bytes = line_of_bytes(iso, this, None)?;
    if bytes.is_empty() { Ok(Value::UNBOUND) } else { iso.new_bytes(&bytes) }
}

pub(super) fn byte_lines(iso: &mut Isolate, args: &[Value]) -> Completion {
    lines(iso, args, next_byte_line)
}

/// The buffer that an argument is, and the part of it that is to be filled.
fn target(iso: &mut Isolate, args: &[Value], name: &str) -> Completion<(Value, Range<usize>)> {
    let buffer = args.get(1).copied().unwrap_or(Value::NONE);
    let (storage, range) = iso.writable_buffer(buffer, name)?;
    let most = match args.get(2).copied().and_then(Value::given).filter(|size| !size.is_none()) {
        Some(size) => iso.to_size(size)?,
        None => usize::MAX,
    };
    let end = range.start.saturating_add(most).min(range.end);
    Ok((storage, range.start..end))
}

fn put(iso: &mut Isolate, storage: Value, start: usize, bytes: &[u8]) -> Completion {
    if let Some(storage) = iso.heap.bytearray_mut(storage)
        && let Some(place) = storage.get_mut(start..start.saturating_add(bytes.len()))
    {
        place.copy_from_slice(bytes);
    }
    iso.new_int(bytes.len() as i64)
}

pub(super) fn into(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = input(iso, args, "readinto")?;
    let (storage, range) = target(iso, args, "readinto() argument")?;
    let bytes = bytes_up_to(iso, this, Some(range.len()))?;
    put(iso, storage, range.start, &bytes)
}

pub(super) fn into_once(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = input(iso, args, "readinto1")?;
    let (storage, range) = target(iso, args, "readinto1() argument")?;
    let mut chunk = [0; CHUNK];
    let room = range.len().min(CHUNK);
    let count = read_some(iso, this, chunk.get_mut(..room).unwrap_or(&mut []))?;
    put(iso, storage, range.start, chunk.get(..count).unwrap_or(&[]))
}
