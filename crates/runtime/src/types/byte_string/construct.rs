//! What `bytes(…)` and `bytearray(…)` make bytes of.

use super::search::reserved;
use crate::codecs;
use crate::exceptions::raise;
use crate::heap::{Kind, OutOfMemory};
use crate::native::TypeId;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// Which of the two types is made: it shows in messages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Bytes,
    ByteArray,
}

impl Target {
    const fn name(self) -> &'static str {
        match self {
            Target::Bytes => "bytes",
            Target::ByteArray => "bytearray",
        }
    }

    const fn range_message(self) -> &'static str {
        match self {
            Target::Bytes => "bytes must be in range(0, 256)",
            Target::ByteArray => "byte must be in range(0, 256)",
        }
    }
}

/// The arguments of the constructors.
pub(crate) struct Source {
    pub(crate) source: Value,
    pub(crate) encoding: Value,
    pub(crate) errors: Value,
}

impl Source {
    /// The bytes that the arguments describe. May run Python.
    pub(crate) fn bytes(&self, iso: &mut Isolate, target: Target) -> Completion<Vec<u8>> {
        codecs::check_names(iso, target.name(), self.encoding, self.errors)?;
        if let Some(source) = self.source.given()
            && let Some(text) = iso.as_str(source)
        {
            if self.encoding.is_unbound() {
                if self.errors.is_unbound()
                    && source != text
                    && let Some(bytes) = own_bytes(iso, source, target)?
                {
                    return Ok(bytes);
                }
                return Err(raise::type_error(iso, "string argument without an encoding"));
            }
            return codecs::encode(iso, text, self.encoding, self.errors);
        }
        if !self.encoding.is_unbound() {
            return Err(raise::type_error(iso, "encoding without a string argument"));
        }
        if !self.errors.is_unbound() {
            return Err(raise::type_error(iso, "errors without a string argument"));
        }
        match self.source.given() {
            None => Ok(Vec::new()),
            Some(source) => bytes_of(iso, source, target),
        }
    }
}

/// What the source's `__bytes__` gives, if it has one.
fn own_bytes(iso: &mut Isolate, source: Value, target: Target) -> Completion<Option<Vec<u8>>> {
    if target != Target::Bytes {
        return Ok(None);
    }
    let Some(made) = iso.call_special(source, names::__bytes__, &[])? else { return Ok(None) };
    let inner = iso.unwrap(made);
    if let Some(bytes) = iso.heap.bytes(inner) {
        return Ok(Some(bytes.to_vec()));
    }
    let kind = iso.type_name(made);
    Err(raise::type_error(iso, &format!("__bytes__ returned non-bytes (type {kind})")))
}

/// The bytes that a count, a bytes-like object or an iterable of numbers stands for.
fn bytes_of(iso: &mut Isolate, source: Value, target: Target) -> Completion<Vec<u8>> {
    if let Some(bytes) = own_bytes(iso, source, target)? {
        return Ok(bytes);
    }
    if iso.has_index(source) {
        match zeros(iso, source) {
            // What gives no int may still be something else.
            Err(_) if iso.raised_is(TypeId::TYPE_ERROR) && !iso.is_int(source) => {
                iso.take_exception();
            }
            done => return done,
        }
    }
    collected(iso, source, target)
}

/// So many zeros.
fn zeros(iso: &mut Isolate, count: Value) -> Completion<Vec<u8>> {
    let int = iso.index(count)?;
    let Some(number) = iso.as_i64(int) else {
        let kind = iso.type_name(count);
        let message = format!("cannot fit '{kind}' into an index-sized integer");
        return Err(raise::overflow_error(iso, &message));
    };
    if number < 0 {
        return Err(raise::value_error(iso, "negative count"));
    }
    let length = usize::try_from(number).ok();
    let mut out = reserved(length, iso.most_bytes())?;
    out.resize(length.unwrap_or(0), 0);
    Ok(out)
}

/// The bytes of a buffer, or the numbers that an iterable gives.
pub(crate) fn collected(iso: &mut Isolate, source: Value, target: Target) -> Completion<Vec<u8>> {
    if let Some(buffer) = iso.opt_any_buffer(source)? {
        iso.spare(iso.bytes_like(buffer).map_or(0, |bytes| bytes.len()))?;
        return Ok(iso.bytes_like(buffer).unwrap_or_default().into_owned());
    }
    if matches!(iso.heap.kind(source), Some(Kind::List | Kind::Tuple)) {
        let items = iso.heap.items(source);
        let mut bytes = reserved(Some(items.len()), iso.most_bytes())?;
        // Whether one was no byte is asked at the end.
        let mut all = 0u64;
        bytes.extend(items.map(|item| {
            let byte = item.as_small_int().map_or(u64::MAX, |int| int as u64);
            all |= byte;
            byte as u8
        }));
        if all <= 0xff {
            return Ok(bytes);
        }
    }
    if let Some(bytes) = range_bytes(iso, source) {
        return Ok(bytes);
    }
    let is_iterable = iso.lookup_special(source, names::__iter__).is_some()
        || iso.lookup_special(source, names::__getitem__).is_some();
    if iso.as_str(source).is_some() || !is_iterable {
        let (kind, name) = (iso.type_name(source), target.name());
        return Err(raise::type_error(iso, &format!("cannot convert '{kind}' object to {name}")));
    }
    let mut out = Vec::new();
    if iso.type_spec(iso.type_of(source)).is_none() {
        let message = format!("cannot convert '{}' object to {}", iso.type_name(source), target.name());
        let iterator = iso.iterate_or_say(source, &message)?;
        if target == Target::Bytes {
            iso.ask_length(source)?;
        }
        while let Some(item) = iso.next(iterator)? {
            out.try_reserve(1).map_err(|_| OutOfMemory)?;
            out.push(byte_value(iso, item, target.range_message())?);
        }
        return Ok(out);
    }
    iso.for_each(source, |iso, item| {
        out.try_reserve(1).map_err(|_| OutOfMemory)?;
        out.push(byte_value(iso, item, target.range_message())?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(out)
}

/// The numbers of a range, if all are bytes.
fn range_bytes(iso: &Isolate, source: Value) -> Option<Vec<u8>> {
    let (_, [start, _, step, length]) = iso.heap.record_fields(source, TypeId::RANGE.number())?;
    let (start, step, length) = (start.as_small_int()?, step.as_small_int()?, length.as_small_int()?);
    if !(1..=256).contains(&length) {
        return None;
    }
    let last = start.checked_add(step.checked_mul(length - 1)?)?;
    u8::try_from(last).ok()?;
    let first = u8::try_from(start).ok()?;
    Some((0..length).map(|place| first.wrapping_add((place * step) as u8)).collect())
}

/// A number that has to be a byte.
pub(crate) fn byte_value(iso: &mut Isolate, value: Value, out_of_range: &str) -> Completion<u8> {
    match u8::try_from(iso.to_index(value)?) {
        Ok(byte) => Ok(byte),
        Err(_) => Err(raise::value_error(iso, out_of_range)),
    }
}
