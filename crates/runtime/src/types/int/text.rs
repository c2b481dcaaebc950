//! Ints from text and to text, with the limit on decimal digits that keeps a hostile text from taking hours.

use crate::exceptions::raise;
use crate::heap::Heap;
use crate::native::TypeId;
use crate::types::numbers::{plain_text, wrong_number};
use crate::types::str::layout::padded;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::string::String;
use ferropy_numeric::direct;
use ferropy_numeric::format::{Align, FormatError, FormatSpec, Target, TextLayout, format_integer};
use ferropy_numeric::integer::{ParseIntegerError, parse_integer, parse_small};
use ferropy_unicode::wtf8;

/// Texts up to this many digits are always converted, whatever the limit.
const ALWAYS_ALLOWED: usize = 640;

impl Isolate {
    /// The decimal text of an int; `ValueError` beyond the limit on digits.
    pub fn int_to_decimal(&mut self, value: Value) -> Completion<String> {
        if let Some(int) = self.as_i64(value) {
            return Ok(format!("{int}"));
        }
        self.check_int_digits(value)?;
        let Some(view) = self.as_int(value) else { return Err(raise::internal(self)) };
        let text = view.as_ref().to_decimal(self.watch);
        let text = match text {
            Ok(text) => text,
            Err(error) => return Err(self.integer_failed(error)),
        };
        let limit = self.limits().int_digits;
        let digits = text.len() - usize::from(text.starts_with('-'));
        if limit > 0 && digits > ALWAYS_ALLOWED && digits > limit {
            return Err(self.too_many_digits_out(limit));
        }
        Ok(text)
    }

    /// Raises `ValueError` for an int that certainly has more decimal digits than may be written.
    pub fn check_int_digits(&mut self, value: Value) -> Completion<()> {
        let limit = self.limits().int_digits;
        let Some(view) = self.as_int(value) else { return Ok(()) };
        // The bound may be one too large.
        let digits = view.as_ref().decimal_digits_bound().saturating_sub(1);
        if limit > 0 && digits > ALWAYS_ALLOWED as u64 && digits > limit as u64 {
            return Err(self.too_many_digits_out(limit));
        }
        Ok(())
    }

    #[cold]
    fn too_many_digits_out(&mut self, limit: usize) -> Raised {
        let message = format!(
            "Exceeds the limit ({limit} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        );
        raise::value_error(self, &message)
    }

    /// `int(value)`: an int object.
    pub fn to_int(&mut self, value: Value) -> Completion {
        if value.is_small_int() {
            return Ok(value);
        }
        if let Some(answer) = self.call_special(value, names::__int__, &[])? {
            if !self.is_int(answer) {
                let kind = self.type_name(answer);
                return Err(raise::type_error(self, &format!("__int__ returned non-int (type {kind})")));
            }
            self.check_exact(answer, TypeId::INT, "__int__ returned non-int (type", ")")?;
            return Ok(self.plain_int(answer));
        }
        if self.lookup_special(value, names::__index__).is_some() {
            let int = self.index(value)?;
            return Ok(self.plain_int(int));
        }
        self.parse_int_object(value, 10)
    }

    /// The int as an `int`, not a bool or an instance of a subclass.
    pub(crate) fn plain_int(&self, value: Value) -> Value {
        match self.unwrap(value) {
            Value::TRUE => Value::small_int(1),
            Value::FALSE => Value::small_int(0),
            inner => inner,
        }
    }

    /// The int that a string or byte string spells; `TypeError` for other values.
    pub(crate) fn parse_int_object(&mut self, value: Value, base: u32) -> Completion {
        let inner = self.unwrap(value);
        if base == 10
            && let Some(int) = parse_short(&mut self.heap, inner)
        {
            return Ok(self.keep(int));
        }
        let text = if let Some(bytes) = self.heap.str_bytes(inner) {
            plain_text(bytes)
        } else if let Some(bytes) = self.heap.byte_string(inner) {
            byte_text(bytes)
        } else if let Some(buffer) = self.opt_any_buffer(value)?
            && self.lies_side_by_side(buffer)
        {
            self.bytes_like(buffer).and_then(|bytes| byte_text(&bytes))
        } else {
            let wording = "int() argument must be a string, a bytes-like object or a real number";
            return Err(wrong_number(self, wording, value));
        };
        let Some(text) = text else { return Err(raise::memory_error(self)) };
        self.check_digits_in(&text, base)?;
        match parse_integer(&text, base, self.watch) {
            Ok(integer) => self.new_integer(&integer),
            Err(ParseIntegerError::Interrupted) => Err(self.integer_interrupted()),
            Err(ParseIntegerError::OutOfMemory) => Err(raise::memory_error(self)),
            Err(ParseIntegerError::Base) => Err(raise::value_error(self, "int() base must be >= 2 and <= 36, or 0")),
            Err(ParseIntegerError::Literal) => {
                let bytes = match self.heap.byte_string(inner) {
                    Some(bytes) => Some(bytes.to_vec()),
                    None if self.heap.is_str(inner) => None,
                    None => {
                        let copy = self.call(TypeId::BYTES.value(), &[value])?;
                        self.heap.bytes(copy).map(<[u8]>::to_vec)
                    }
                };
                let inner = bytes.map_or(Ok(value), |bytes| self.new_bytes(&bytes))?;
                let shown: String = self.repr_text(inner)?.chars().take(200).collect();
                let message = format!("invalid literal for int() with base {base}: {shown}");
                Err(raise::value_error(self, &message))
            }
        }
    }

    /// The limit on digits holds for bases where reading takes quadratic time.
    fn check_digits_in(&mut self, text: &str, base: u32) -> Completion<()> {
        let limit = self.limits().int_digits;
        if limit == 0 || text.len() <= ALWAYS_ALLOWED || (base.is_power_of_two() && base > 1) {
            return Ok(());
        }
        let unsigned = text.trim_start_matches(['+', '-']);
        let prefixed = unsigned
            .get(..2)
            .is_some_and(|prefix| ["0x", "0o", "0b"].iter().any(|known| known.eq_ignore_ascii_case(prefix)));
        if base == 0 && prefixed {
            return Ok(());
        }
        let digits = text.bytes().filter(u8::is_ascii_alphanumeric).count();
        let radix = if base == 0 { 10 } else { base.clamp(2, 36) };
        if text.chars().any(|letter| letter.is_ascii_alphanumeric() && !letter.is_digit(radix)) {
            // That something is no digit of the base is found first.
            return Ok(());
        }
        if digits > ALWAYS_ALLOWED && digits > limit {
            let message = format!(
                "Exceeds the limit ({limit} digits) for integer string conversion: value has {digits} digits; \
                 use sys.set_int_max_str_digits() to increase the limit"
            );
            return Err(raise::value_error(self, &message));
        }
        Ok(())
    }

    /// `format(int, spec)`; `shown` is the object as Python sees it.
    pub(crate) fn format_int(&mut self, shown: Value, spec: Value) -> Completion {
        let text = self.format_spec_text(shown, spec)?;
        if text.is_empty() {
            return self.str(shown);
        }
        let parsed = match FormatSpec::parse(&text, Target::Integer) {
            Ok(parsed) => parsed,
            Err(error) => return Err(self.format_failed(error, &text, shown)),
        };
        if matches!(parsed.code, Some('d' | 'n')) {
            self.check_int_digits(shown)?;
        }
        let Some(view) = self.as_int(shown) else { return Err(raise::internal(self)) };
        let result = self.formatted(&parsed, |spec| format_integer(view.as_ref(), spec, self.watch));
        match result {
            Ok(result) => self.new_str(&result),
            Err(FormatError::Surrogate(code)) => self.format_surrogate(code, &parsed, &text, shown),
            Err(error) => Err(self.format_failed(error, &text, shown)),
        }
    }

    /// A character that Rust's strings can't hold, padded.
    fn format_surrogate(&mut self, code: u32, spec: &FormatSpec, text: &str, shown: Value) -> Completion {
        let align = if spec.align == Align::AfterSign { Align::Right } else { spec.align };
        let as_text = FormatSpec { align, code: None, ..*spec };
        let layout = match TextLayout::new(1, &as_text) {
            Ok(layout) => layout,
            Err(error) => return Err(self.format_failed(error, text, shown)),
        };
        let (character, length) = wtf8::encode(code);
        let character = character.get(..length).unwrap_or(&character);
        let bytes = padded(character, u32::from(spec.fill), (layout.left, layout.right), self.most_bytes())?;
        self.new_text(&bytes)
    }
}

/// The decimal text of a small int or of one that is not long.
pub(crate) fn short_decimal(heap: &mut Heap, value: Value) -> Option<Value> {
    if let Some(int) = value.as_small_int() {
        return heap.new_decimal(int).ok();
    }
    let mut buffer = [0; direct::TEXT_LENGTH];
    let text = direct::decimal(heap.int_operand(value)?, &mut buffer)?;
    heap.new_str(text).ok()
}

/// The int that a string or bytes object spells in decimal, if it is not long and nothing but digits, a sign and spaces.
pub(crate) fn parse_short(heap: &mut Heap, value: Value) -> Option<Value> {
    let bytes = heap.str_bytes(value).or_else(|| heap.bytes(value))?.trim_ascii();
    if let Some(small) = parse_small(bytes) {
        return heap.new_int(small).ok();
    }
    let parsed = direct::parse_decimal(bytes)?;
    heap.new_int_of(parsed.operand())
}

/// The text of a byte string: bytes beyond ASCII are no digits.
fn byte_text(bytes: &[u8]) -> Option<String> {
    if bytes.is_ascii() {
        return plain_text(bytes);
    }
    Some(String::from("?"))
}
