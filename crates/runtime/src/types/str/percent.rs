//! The `%` operator, for `str` and for bytes: one template language with two outputs.

use crate::exceptions::raise;
use crate::heap::{Kind, OutOfMemory};
use crate::native::TypeId;
use crate::types::plain_format::{Fill, append_decimal};
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::format::{PercentSpec, write_percent_float, write_percent_integer};
use ferropy_unicode::wtf8;

/// What is formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flavor {
    /// `str`: characters count, `%s` calls `str`.
    Text,
    /// `bytes` and `bytearray`: bytes count, `%s` wants bytes.
    Bytes,
}

/// Where the values come from.
struct Values {
    /// The right operand.
    given: Value,
    /// What is used up one by one: the tuple, or the only value.
    source: Value,
    is_tuple: bool,
    next: usize,
    is_mapping: bool,
}

impl Values {
    fn new(iso: &mut Isolate, given: Value, flavor: Flavor) -> Values {
        let inner = iso.unwrap(given);
        let kind = iso.heap.kind(inner);
        let is_tuple = kind == Some(Kind::Tuple);
        let own_kind = match flavor {
            Flavor::Text => iso.heap.is_str(inner),
            Flavor::Bytes => iso.heap.is_str(inner) || matches!(kind, Some(Kind::Bytes | Kind::ByteArray)),
        };
        let may_map = given.as_handle().is_some() && !is_tuple && !own_kind;
        let is_mapping = may_map && iso.lookup_special(given, names::__getitem__).is_some();
        let source = if is_tuple { inner } else { given };
        Values { given, source, is_tuple, next: 0, is_mapping }
    }

    /// The next value.
    fn take(&mut self, iso: &mut Isolate) -> Completion {
        let index = self.next;
        self.next += 1;
        let value =
            if self.is_tuple { iso.heap.tuple_item(self.source, index) } else { (index == 0).then_some(self.source) };
        value.ok_or_else(|| raise::type_error(iso, "not enough arguments for format string"))
    }

    /// From here on the value under a key is the only one.
    fn select(&mut self, iso: &mut Isolate, key: Value) -> Completion<()> {
        let value = iso.get_item(self.given, key)?;
        self.source = iso.keep(value);
        self.is_tuple = false;
        self.next = 0;
        Ok(())
    }

    fn are_left(&self, iso: &Isolate) -> bool {
        let count = if self.is_tuple { iso.heap.sequence_len(self.source) } else { 1 };
        self.next < count && !self.is_mapping
    }
}

/// The template, as far as it is read.
struct Template<'a> {
    bytes: &'a [u8],
    at: usize,
    flavor: Flavor,
}

impl Template<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The next byte, or `ValueError` at the end.
    fn expect(&mut self, iso: &mut Isolate) -> Completion<u8> {
        let Some(byte) = self.peek() else { return Err(raise::value_error(iso, "incomplete format")) };
        self.at += 1;
        Ok(byte)
    }

    /// A decimal number.
    fn number(&mut self, iso: &mut Isolate, too_big: &str) -> Completion<usize> {
        let mut number = 0usize;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            self.at += 1;
            let grown = number.checked_mul(10).and_then(|number| number.checked_add(usize::from(digit - b'0')));
            match grown.filter(|&grown| grown <= isize::MAX as usize) {
                Some(grown) => number = grown,
                None => return Err(raise::value_error(iso, too_big)),
            }
        }
        Ok(number)
    }

    /// The text between parentheses, which may be nested.
    fn key(&mut self, iso: &mut Isolate) -> Completion {
        let start = self.at;
        let mut depth = 1;
        while depth > 0 {
            match self.peek() {
                Some(b'(') => depth += 1,
                Some(b')') => depth -= 1,
                Some(_) => {}
                None => return Err(raise::value_error(iso, "incomplete format key")),
            }
            self.at += 1;
        }
        let key = self.bytes.get(start..self.at - 1).unwrap_or(&[]);
        match self.flavor {
            Flavor::Text => iso.new_text(key),
            Flavor::Bytes => iso.new_bytes(key),
        }
    }
}

/// What stands between `%` and the conversion, and the conversion.
struct Conversion {
    spec: PercentSpec,
    letter: u8,
}

/// Bytes that a template is expected to grow by.
pub(super) const ROOM: usize = 64;
/// The longest template that is copied to the machine's stack.
pub(super) const SHORT_TEMPLATE: usize = 128;

/// `template % values` for a string: a string.
pub(crate) fn percent_text(iso: &mut Isolate, template: Value, values: Value) -> Completion {
    let formatted = format_percent(iso, template, values, Flavor::Text)?;
    iso.text_of_scratch(formatted)
}

/// `template % values`: the bytes of the result, in what [`Isolate::take_scratch`] gave. The template is a string, bytes
/// object or bytearray.
pub(crate) fn format_percent(iso: &mut Isolate, template: Value, values: Value, flavor: Flavor) -> Completion<Vec<u8>> {
    let bytes = iso.heap.str_bytes(template).or_else(|| iso.heap.byte_string(template)).unwrap_or(&[]);
    // What Python code does to the heap meanwhile must not touch the template.
    let (mut short, long);
    let bytes: &[u8] = if bytes.len() <= SHORT_TEMPLATE {
        short = [0; SHORT_TEMPLATE];
        let place = short.get_mut(..bytes.len()).unwrap_or_default();
        place.copy_from_slice(bytes);
        place
    } else {
        long = bytes.to_vec();
        &long
    };
    let template = Template { bytes, at: 0, flavor };
    let mut out = iso.take_scratch(bytes.len() + ROOM);
    fill_template(iso, template, values, &mut out)?;
    Ok(out)
}

fn fill_template(iso: &mut Isolate, mut template: Template<'_>, values: Value, out: &mut Vec<u8>) -> Completion<()> {
    let flavor = template.flavor;
    let mut values = Values::new(iso, values, flavor);
    loop {
        let rest = template.bytes.get(template.at..).unwrap_or(&[]);
        let literal = rest.iter().position(|&byte| byte == b'%');
        append_all(out, rest.get(..literal.unwrap_or(rest.len())).unwrap_or(rest))?;
        let Some(literal) = literal else { break };
        template.at += literal + 1;
        let conversion = match template.peek() {
            Some(b'%') => {
                template.at += 1;
                out.push(b'%');
                continue;
            }
            // Most have nothing between the sign and the letter.
            Some(letter @ (b's' | b'd' | b'r' | b'x' | b'f' | b'g')) => {
                template.at += 1;
                Conversion { spec: PercentSpec::default(), letter }
            }
            _ => read_conversion(iso, &mut template, &mut values)?,
        };
        let value = values.take(iso)?;
        let size = conversion.spec.width.max(conversion.spec.precision.unwrap_or(0));
        if size > iso.most_bytes() && CONVERSIONS.contains(&conversion.letter) {
            return Err(OutOfMemory.into());
        }
        let mark = iso.kept.len();
        convert(iso, &conversion, value, &template, out)?;
        iso.kept.truncate(mark);
    }
    if values.are_left(iso) {
        let what = if flavor == Flavor::Text { "string" } else { "bytes" };
        return Err(raise::type_error(iso, &format!("not all arguments converted during {what} formatting")));
    }
    Ok(())
}

/// The letters that mean something, in texts or bytes.
const CONVERSIONS: &[u8] = b"srabcdiuxXoeEfFgG";

fn read_conversion(iso: &mut Isolate, template: &mut Template<'_>, values: &mut Values) -> Completion<Conversion> {
    if template.peek() == Some(b'(') {
        if !values.is_mapping {
            return Err(raise::type_error(iso, "format requires a mapping"));
        }
        template.at += 1;
        let key = template.key(iso)?;
        values.select(iso, key)?;
    }
    let mut spec = PercentSpec::default();
    loop {
        match template.peek() {
            Some(b'-') => spec.left = true,
            Some(b'+') => spec.plus = true,
            Some(b' ') => spec.blank = true,
            Some(b'#') => spec.alternate = true,
            Some(b'0') => spec.zero = true,
            _ => break,
        }
        template.at += 1;
    }
    if template.peek() == Some(b'*') {
        template.at += 1;
        let width = star(iso, values, i64::MAX, "ssize_t")?;
        spec.left |= width < 0;
        spec.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
    } else {
        spec.width = template.number(iso, "width too big")?;
    }
    if template.peek() == Some(b'.') {
        template.at += 1;
        let too_big = if template.flavor == Flavor::Text { "precision too big" } else { "prec too big" };
        spec.precision = Some(if template.peek() == Some(b'*') {
            template.at += 1;
            usize::try_from(star(iso, values, i64::from(i32::MAX), "int")?).unwrap_or(0)
        } else {
            template.number(iso, too_big)?
        });
    }
    if matches!(template.peek(), Some(b'h' | b'l' | b'L')) {
        template.at += 1;
    }
    let letter = template.expect(iso)?;
    Ok(Conversion { spec, letter })
}

/// A width or precision from the values; `kind` is the type of C that it has to fit.
fn star(iso: &mut Isolate, values: &mut Values, most: i64, kind: &str) -> Completion<i64> {
    let value = values.take(iso)?;
    if !iso.is_int(value) {
        return Err(raise::type_error(iso, "* wants int"));
    }
    match iso.as_i64(value) {
        Some(number) if (-most - 1..=most).contains(&number) => Ok(number),
        _ => Err(raise::overflow_error(iso, &format!("Python int too large to convert to C {kind}"))),
    }
}

/// Appends a value as the conversion wants it.
fn convert(
    iso: &mut Isolate,
    conversion: &Conversion,
    value: Value,
    template: &Template<'_>,
    out: &mut Vec<u8>,
) -> Completion<()> {
    let spec = &conversion.spec;
    let text = template.flavor == Flavor::Text;
    match conversion.letter {
        b's' if text => {
            if spec.width == 0 && spec.precision.is_none() && iso.append_plain(out, value)? {
                return Ok(());
            }
            let converted = iso.str(value)?;
            append_object(iso, converted, spec, out)
        }
        b'r' if text => {
            let converted = iso.repr(value)?;
            append_object(iso, converted, spec, out)
        }
        b'a' | b'r' => {
            let converted = iso.ascii(value)?;
            append_object(iso, converted, spec, out)
        }
        b's' | b'b' if !text => append_bytes(iso, value, spec, out),
        b'c' => {
            let character = if text { character(iso, value)? } else { byte(iso, value)? };
            let chars = if text { wtf8::count(&character) } else { 1 };
            Ok(append_padded(&character, chars, spec, out)?)
        }
        letter @ (b'd' | b'i' | b'u' | b'x' | b'X' | b'o') => {
            // Bytes take `i` for `d`, and say so in errors.
            let letter = if letter == b'i' && !text { b'd' } else { letter };
            append_integer(iso, value, letter, spec, out)
        }
        letter @ (b'e' | b'E' | b'f' | b'F' | b'g' | b'G') => {
            let float = if text { iso.to_f64(value)? } else { bytes_float(iso, value)? };
            match write_percent_float(out, float, char::from(letter), spec) {
                Ok(()) => Ok(()),
                Err(error) => Err(iso.format_failed(error, "", value)),
            }
        }
        letter => Err(unsupported(iso, template, letter)),
    }
}

/// The number that bytes show: any error is told in words of their own.
fn bytes_float(iso: &mut Isolate, value: Value) -> Completion<f64> {
    iso.to_f64(value).map_err(|_| {
        iso.take_exception();
        let kind = iso.type_name(value);
        raise::type_error(iso, &format!("float argument required, not {kind}"))
    })
}

fn append_all(out: &mut Vec<u8>, bytes: &[u8]) -> Completion<()> {
    out.try_reserve(bytes.len()).map_err(|_| OutOfMemory)?;
    out.extend_from_slice(bytes);
    Ok(())
}

fn unsupported(iso: &mut Isolate, template: &Template<'_>, letter: u8) -> Raised {
    let start = template.at - 1;
    let (code, index) = match template.flavor {
        Flavor::Text => {
            let code = wtf8::code_points(template.bytes.get(start..).unwrap_or(&[])).next().unwrap_or(0);
            (code, wtf8::code_point_index(template.bytes, start))
        }
        Flavor::Bytes => (u32::from(letter), start),
    };
    let shown = char::from_u32(code).filter(|_| (0x20..0x7f).contains(&code)).unwrap_or('?');
    raise::value_error(iso, &format!("unsupported format character '{shown}' (0x{code:x}) at index {index}"))
}

/// Appends a text, cut to the precision, in its field.
fn append_object(iso: &mut Isolate, object: Value, spec: &PercentSpec, out: &mut Vec<u8>) -> Completion<()> {
    let inner = iso.unwrap(object);
    let Some(text) = iso.heap.text(inner) else { return Ok(()) };
    let (mut bytes, mut chars) = (text.bytes, text.chars);
    if let Some(most) = spec.precision.filter(|&most| most < chars) {
        let end = if text.is_ascii() { most } else { wtf8::byte_index(bytes, most).unwrap_or(bytes.len()) };
        (bytes, chars) = (bytes.get(..end).unwrap_or(bytes), most);
    }
    Ok(append_padded(bytes, chars, spec, out)?)
}

/// Appends bytes of so many characters in their field.
fn append_padded(bytes: &[u8], chars: usize, spec: &PercentSpec, out: &mut Vec<u8>) -> Result<(), OutOfMemory> {
    let padding = spec.width.saturating_sub(chars);
    out.try_reserve(padding.saturating_add(bytes.len())).map_err(|_| OutOfMemory)?;
    let before = if spec.left { 0 } else { padding };
    out.resize(out.len() + before, b' ');
    out.extend_from_slice(bytes);
    out.resize(out.len() + (padding - before), b' ');
    Ok(())
}

/// `%b`: what is bytes-like, or has `__bytes__`.
fn append_bytes(iso: &mut Isolate, value: Value, spec: &PercentSpec, out: &mut Vec<u8>) -> Completion<()> {
    let buffer = match iso.opt_any_buffer(value)? {
        Some(buffer) => buffer,
        None => match iso.call_special(value, names::__bytes__, &[])? {
            Some(made) if iso.is_instance_of(made, TypeId::BYTES) => made,
            Some(made) => {
                let kind = iso.type_name(made);
                let message = format!("__bytes__ returned non-bytes (type {kind})");
                return Err(raise::type_error(iso, &message));
            }
            None => {
                let kind = iso.type_name(value);
                let message =
                    format!("%b requires a bytes-like object, or an object that implements __bytes__, not '{kind}'");
                return Err(raise::type_error(iso, &message));
            }
        },
    };
    let bytes = iso.bytes_like(buffer).unwrap_or_default();
    let length = spec.precision.unwrap_or(usize::MAX).min(bytes.len());
    Ok(append_padded(bytes.get(..length).unwrap_or(&bytes), length, spec, out)?)
}

/// `%c` of a text: a character or its number.
fn character(iso: &mut Isolate, value: Value) -> Completion<Vec<u8>> {
    if let Some(text) = iso.as_str(value) {
        let (bytes, chars) = iso.heap.text(text).map_or((&[][..], 0), |text| (text.bytes, text.chars));
        if chars == 1 {
            return Ok(bytes.to_vec());
        }
        let message = format!("%c requires an int or a unicode character, not a string of length {chars}");
        return Err(raise::type_error(iso, &message));
    }
    let index = match iso.to_index(value) {
        Err(_) if iso.raised_is(TypeId::TYPE_ERROR) => {
            iso.take_exception();
            let kind = iso.type_name(value);
            let message = format!("%c requires an int or a unicode character, not {kind}");
            return Err(raise::type_error(iso, &message));
        }
        index => index?,
    };
    match u32::try_from(index) {
        Ok(code @ ..=0x10_ffff) => {
            let mut text = Vec::new();
            wtf8::push(&mut text, code);
            Ok(text)
        }
        _ => Err(raise::overflow_error(iso, "%c arg not in range(0x110000)")),
    }
}

/// `%c` of bytes: a byte or its number.
fn byte(iso: &mut Isolate, value: Value) -> Completion<Vec<u8>> {
    const WANTED: &str = "%c requires an integer in range(256) or a single byte";
    let inner = iso.unwrap(value);
    if let Some(bytes) = iso.heap.byte_string(inner) {
        if let &[byte] = bytes {
            return Ok(alloc::vec![byte]);
        }
        let (length, kind) = (bytes.len(), iso.type_name(inner));
        return Err(raise::type_error(iso, &format!("{WANTED}, not a {kind} object of length {length}")));
    }
    let index = match iso.to_index(value) {
        Err(_) if iso.raised_is(TypeId::TYPE_ERROR) => {
            iso.take_exception();
            let kind = iso.type_name(value);
            return Err(raise::type_error(iso, &format!("{WANTED}, not {kind}")));
        }
        index => index?,
    };
    match u8::try_from(index) {
        Ok(byte) => Ok(alloc::vec![byte]),
        Err(_) => Err(raise::overflow_error(iso, "%c arg not in range(256)")),
    }
}

fn append_integer(
    iso: &mut Isolate,
    value: Value,
    letter: u8,
    spec: &PercentSpec,
    out: &mut Vec<u8>,
) -> Completion<()> {
    let is_decimal = matches!(letter, b'd' | b'i' | b'u');
    if let Some(int) = value.as_small_int()
        && is_decimal
        && !(spec.plus || spec.blank || spec.zero || spec.precision.is_some())
    {
        let fill = if spec.left { Fill::Behind } else { Fill::Before };
        return Ok(append_decimal(out, int, spec.width, fill)?);
    }
    let int = if value.is_small_int() { value } else { integer(iso, value, letter)? };
    if is_decimal {
        iso.check_int_digits(int)?;
    }
    let Some(view) = iso.as_int(int) else { return Err(raise::internal(iso)) };
    match write_percent_integer(out, view.as_ref(), char::from(letter), spec, iso.watch) {
        Ok(()) => Ok(()),
        Err(error) => Err(iso.format_failed(error, "", value)),
    }
}

/// The int that an integer conversion shows.
fn integer(iso: &mut Isolate, value: Value, letter: u8) -> Completion {
    if iso.is_int(value) {
        return Ok(iso.unwrap(value));
    }
    let decimal = matches!(letter, b'd' | b'i' | b'u');
    let has_index = iso.lookup_special(value, names::__index__).is_some();
    let is_number = has_index || iso.lookup_special(value, names::__int__).is_some();
    if is_number && (decimal || has_index) {
        let int = if decimal { iso.to_int(value) } else { iso.index(value) };
        match int {
            Ok(int) => return Ok(iso.unwrap(int)),
            Err(raised) if !iso.raised_is(TypeId::TYPE_ERROR) => return Err(raised),
            Err(_) => {
                iso.take_exception();
            }
        }
    }
    let (kind, letter) = (iso.type_name(value), char::from(letter));
    let wanted = if decimal { "a real number" } else { "an integer" };
    Err(raise::type_error(iso, &format!("%{letter} format: {wanted} is required, not {kind}")))
}
