//! `format` of exact ints, floats and strings, straight into the text that is being built.

use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use ferropy_numeric::format::{FormatSpec, Target, TextLayout, format_float, format_integer};
use ferropy_unicode::wtf8;

/// Widths and precisions up to which memory is no question.
const MODEST: usize = 1000;

impl Isolate {
    /// Appends `format(value, spec)` if the value is an exact machine int, float or string and the specification fits
    /// it; whether that was so. Everything else, and the words for what is wrong, is the work of `__format__`.
    pub(crate) fn format_plain(&self, out: &mut Vec<u8>, value: Value, spec: &[u8]) -> Completion<bool> {
        let Ok(spec) = core::str::from_utf8(spec) else { return Ok(false) };
        let (target, float) = match self.heap.float(value) {
            _ if value.as_small_int().is_some() => (Target::Integer, 0.0),
            Some(float) => (Target::Float, float),
            None if self.heap.is_str(value) => (Target::Text, 0.0),
            None => return Ok(false),
        };
        let Ok(parsed) = FormatSpec::parse(spec, target) else { return Ok(false) };
        if spec.is_empty() || parsed.width > MODEST || parsed.precision.is_some_and(|precision| precision > MODEST) {
            return Ok(false);
        }
        let number = match target {
            Target::Integer => match self.as_int(value) {
                Some(view) => format_integer(view.as_ref(), &parsed, self.watch),
                None => return Ok(false),
            },
            Target::Float => format_float(float, &parsed),
            _ => return self.format_plain_text(out, value, &parsed),
        };
        let Ok(number) = number else { return Ok(false) };
        out.try_reserve(number.len()).map_err(|_| crate::heap::OutOfMemory)?;
        out.extend_from_slice(number.as_bytes());
        Ok(true)
    }

    fn format_plain_text(&self, out: &mut Vec<u8>, value: Value, spec: &FormatSpec) -> Completion<bool> {
        let Some(text) = self.heap.text(value).filter(|text| text.chars == text.bytes.len()) else { return Ok(false) };
        let Ok(layout) = TextLayout::new(text.chars, spec) else { return Ok(false) };
        let (fill, length) = wtf8::encode(u32::from(spec.fill));
        let fill = fill.get(..length).unwrap_or(&fill);
        out.try_reserve(layout.shown + (layout.left + layout.right) * length).map_err(|_| crate::heap::OutOfMemory)?;
        (0..layout.left).for_each(|_| out.extend_from_slice(fill));
        out.extend_from_slice(text.bytes.get(..layout.shown).unwrap_or(text.bytes));
        (0..layout.right).for_each(|_| out.extend_from_slice(fill));
        Ok(true)
    }
}
