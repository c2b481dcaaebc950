//! Plain values as text, straight into what is being built: `str` and `repr` of exact ints, floats, strings and
//! singletons, and `format` of exact ints, floats and strings.

use crate::heap::{Heap, OutOfMemory, Short};
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use ferropy_numeric::format::{FormatSpec, Target, TextLayout, write_decimal, write_float, write_integer};
use ferropy_numeric::{SmallInteger, float};
use ferropy_unicode::wtf8;

/// Widths and precisions up to which memory is no question.
const MODEST: usize = 1000;
/// The longest string that is quoted without a vector.
const SHORT: usize = 30;

/// `str` of a plain value, or `repr` where it is `quoted`; nothing for others, and where memory is lacking.
pub(crate) fn text_of_plain(heap: &mut Heap, value: Value, quoted: bool) -> Option<Value> {
    if let Some(int) = value.as_small_int() {
        return heap.new_decimal(int).ok();
    }
    if let Some(float) = heap.float(value) {
        let mut out = Vec::with_capacity(24);
        float::write_repr(&mut out, float).ok()?;
        return heap.new_str(&out).ok();
    }
    match value {
        Value::NONE => return heap.new_str(b"None").ok(),
        Value::TRUE => return heap.new_str(b"True").ok(),
        Value::FALSE => return heap.new_str(b"False").ok(),
        _ if !quoted => return heap.is_str(value).then_some(value),
        _ => {}
    }
    let (text, prefix) = match heap.ascii_bytes(value) {
        Some(text) => (text, 0),
        None => (heap.bytes(value)?, 1),
    };
    let mut quoted = [b'\''; SHORT + 3];
    quoted[0] = if prefix == 0 { b'\'' } else { b'b' };
    let place = quoted.get_mut(prefix + 1..prefix + 1 + text.len()).filter(|place| place.len() <= SHORT)?;
    let (mut plain, mut single, mut double) = (true, false, false);
    for (place, &byte) in place.iter_mut().zip(text) {
        *place = byte;
        plain &= matches!(byte, b' '..=b'~') & (byte != b'\\');
        single |= byte == b'\'';
        double |= byte == b'"';
    }
    if !plain || single && double {
        return None;
    }
    let quoted = quoted.get_mut(..prefix + text.len() + 2)?;
    if single {
        *quoted.get_mut(prefix)? = b'"';
        *quoted.last_mut()? = b'"';
    }
    heap.new_str(quoted).ok()
}

/// What makes a number as wide as it should be.
#[derive(Clone, Copy)]
pub(crate) enum Fill {
    /// Blanks before it.
    Before,
    /// Blanks behind it.
    Behind,
    /// Zeros behind its sign.
    Zeros,
}

/// The width of a specification that consists of little else: `5`, `06d`, `d`.
fn decimal_width(spec: &[u8]) -> Option<(usize, Fill)> {
    let spec = spec.strip_suffix(b"d").unwrap_or(spec);
    let (fill, digits) = match spec {
        [b'0', digits @ ..] => (Fill::Zeros, digits),
        _ => (Fill::Before, spec),
    };
    let value = |digit: u8| usize::from(digit - b'0');
    match *digits {
        [] if spec.is_empty() => Some((0, fill)),
        [digit @ b'1'..=b'9'] => Some((value(digit), fill)),
        [tens @ b'1'..=b'9', digit @ b'0'..=b'9'] => Some((10 * value(tens) + value(digit), fill)),
        _ => None,
    }
}

/// Appends a number in decimal.
#[inline]
fn append_digits(out: &mut Vec<u8>, number: i64) -> Result<(), OutOfMemory> {
    let Ok(small @ 0..100_000_000) = u32::try_from(number) else {
        return write_decimal(out, number).map_err(|_| OutOfMemory);
    };
    let (digits, count) = Short::decimal(small);
    out.try_reserve(digits.len()).map_err(|_| OutOfMemory)?;
    let start = out.len();
    out.extend_from_slice(&digits);
    out.truncate(start + count);
    Ok(())
}

/// Appends a number in decimal that is at least so wide.
pub(crate) fn append_decimal(out: &mut Vec<u8>, number: i64, width: usize, fill: Fill) -> Result<(), OutOfMemory> {
    let start = out.len();
    append_digits(out, number)?;
    let Some(missing) = width.checked_sub(out.len() - start).filter(|&missing| missing > 0) else { return Ok(()) };
    out.try_reserve(missing).map_err(|_| OutOfMemory)?;
    let (end, filler) = (out.len(), if matches!(fill, Fill::Zeros) { b'0' } else { b' ' });
    out.resize(end + missing, filler);
    let from = match fill {
        Fill::Behind => return Ok(()),
        Fill::Zeros if number < 0 => start + 1,
        _ => start,
    };
    out.copy_within(from..end, from + missing);
    if let Some(place) = out.get_mut(from..from + missing) {
        place.fill(filler);
    }
    Ok(())
}

impl Isolate {
    /// Room for a text that is being put together: empty, and what was used for it before.
    pub(crate) fn take_scratch(&mut self, room: usize) -> Vec<u8> {
        let mut scratch = core::mem::take(&mut self.scratch);
        // What is too large for the memory is told where it is used.
        if scratch.try_reserve(room).is_err() {
            scratch = Vec::new();
        }
        scratch
    }

    /// Gives back what [`Isolate::take_scratch`] gave.
    pub(crate) fn put_scratch(&mut self, mut scratch: Vec<u8>) {
        const MOST: usize = 512;
        if scratch.capacity() <= MOST {
            scratch.clear();
            self.scratch = scratch;
        }
    }

    /// The string that was put together in what [`Isolate::take_scratch`] gave.
    pub(crate) fn text_of_scratch(&mut self, scratch: Vec<u8>) -> Completion {
        let made = self.heap.new_str(&scratch);
        self.put_scratch(scratch);
        let made = made?;
        Ok(self.keep(made))
    }

    /// Appends `str(value)` if that is plain; whether it was.
    #[inline]
    pub(crate) fn append_plain(&self, out: &mut Vec<u8>, value: Value) -> Result<bool, OutOfMemory> {
        if let Some(int) = value.as_small_int() {
            append_digits(out, int)?;
        } else if let Some(text) = self.heap.str_bytes(value) {
            out.try_reserve(text.len()).map_err(|_| OutOfMemory)?;
            out.extend_from_slice(text);
        } else if let Some(float) = self.heap.float(value) {
            float::write_repr(out, float).map_err(|_| OutOfMemory)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Appends `format(value, spec)` if the value is an exact machine int, float or string and the specification fits
    /// it; whether that was so. Everything else, and the words for what is wrong, is the work of `__format__`.
    pub(crate) fn format_plain(&self, out: &mut Vec<u8>, value: Value, spec: &[u8]) -> Completion<bool> {
        let (target, int, float) = match (value.as_small_int(), self.heap.float(value)) {
            (Some(int), _) => (Target::Integer, int, 0.0),
            (None, Some(float)) => (Target::Float, 0, float),
            (None, None) if self.heap.is_str(value) => (Target::Text, 0, 0.0),
            (None, None) => return Ok(false),
        };
        if spec.is_empty() {
            return Ok(false);
        }
        if target == Target::Integer
            && let Some((width, fill)) = decimal_width(spec)
        {
            append_decimal(out, int, width, fill)?;
            return Ok(true);
        }
        let parsed = match FormatSpec::parse_plain(spec, target) {
            Some(parsed) => parsed,
            None => match core::str::from_utf8(spec).map(|spec| FormatSpec::parse(spec, target)) {
                Ok(Ok(parsed)) => parsed,
                _ => return Ok(false),
            },
        };
        if parsed.width > MODEST || parsed.precision.is_some_and(|precision| precision > MODEST) {
            return Ok(false);
        }
        let start = out.len();
        let written = match target {
            Target::Integer => write_integer(out, SmallInteger::new(int).as_ref(), &parsed, self.watch),
            Target::Float => write_float(out, float, &parsed),
            _ => return self.format_plain_text(out, value, &parsed),
        };
        if written.is_err() {
            out.truncate(start);
        }
        Ok(written.is_ok())
    }

    fn format_plain_text(&self, out: &mut Vec<u8>, value: Value, spec: &FormatSpec) -> Completion<bool> {
        let Some(text) = self.heap.ascii_bytes(value) else { return Ok(false) };
        let Ok(layout) = TextLayout::new(text.len(), spec) else { return Ok(false) };
        let (fill, length) = wtf8::encode(u32::from(spec.fill));
        let fill = fill.get(..length).unwrap_or(&fill);
        out.try_reserve(layout.shown + (layout.left + layout.right) * length).map_err(|_| OutOfMemory)?;
        let pad = |out: &mut Vec<u8>, count: usize| match *fill {
            [byte] => out.resize(out.len() + count, byte),
            _ => (0..count).for_each(|_| out.extend_from_slice(fill)),
        };
        pad(out, layout.left);
        out.extend_from_slice(text.get(..layout.shown).unwrap_or(text));
        pad(out, layout.right);
        Ok(true)
    }
}
