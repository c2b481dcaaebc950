//! The templates of `format`, cut up.
//!
//! A template is cut into pieces by [`markup`], each a literal text and the field behind it; a field's name is cut
//! into its parts by [`field_name`]. Nothing here knows Python's objects; `string.Formatter` uses both as well.

use core::ops::Range;
use ferropy_unicode::numeric::decimal_value;
use ferropy_unicode::wtf8;

/// A piece of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Markup {
    /// The text before the field.
    pub(super) literal: Range<usize>,
    /// The field's name; nothing where there is only the text.
    pub(super) name: Option<Range<usize>>,
    /// The code point behind `!`.
    pub(super) conversion: Option<u32>,
    /// What stands behind `:`.
    pub(super) spec: Range<usize>,
    /// Whether there are fields in it.
    pub(super) nested: bool,
}

/// The first piece of `template` from `at` on, and where the next one starts; nothing at the end.
pub(super) fn markup(template: &[u8], at: usize) -> Result<Option<(Markup, usize)>, &'static str> {
    let rest = template.get(at..).unwrap_or(&[]);
    if rest.is_empty() {
        return Ok(None);
    }
    let Some(brace) = memchr::memchr2(b'{', b'}', rest).map(|found| at + found) else {
        let literal = at..template.len();
        return Ok(Some((Markup { literal, ..Markup::default() }, template.len())));
    };
    let byte = template.get(brace).copied();
    if template.get(brace + 1).copied() == byte {
        // A doubled brace stands for itself.
        return Ok(Some((Markup { literal: at..brace + 1, ..Markup::default() }, brace + 2)));
    }
    if byte == Some(b'}') {
        return Err("Single '}' encountered in format string");
    }
    if brace + 1 == template.len() {
        return Err("Single '{' encountered in format string");
    }
    let (field, next) = field(template, brace + 1)?;
    Ok(Some((Markup { literal: at..brace, ..field }, next)))
}

/// The field that starts behind a brace, and where the text goes on.
fn field(template: &[u8], start: usize) -> Result<(Markup, usize), &'static str> {
    let mut at = start;
    let end = loop {
        match template.get(at) {
            None => return Err("expected '}' before end of string"),
            Some(b'{') => return Err("unexpected '{' in field name"),
            Some(b'[') => {
                // A key may have braces and colons in it.
                let rest = template.get(at..).unwrap_or(&[]);
                at += memchr::memchr(b']', rest).unwrap_or(rest.len());
            }
            Some(&byte @ (b'}' | b':' | b'!')) => break byte,
            Some(_) => {}
        }
        at += 1;
    };
    let mut field = Markup { name: Some(start..at), ..Markup::default() };
    at += 1;
    if end == b'}' {
        return Ok((field, at));
    }
    if end == b'!' {
        let mut codes = wtf8::code_points(template.get(at..).unwrap_or(&[]));
        let Some(code) = codes.next() else {
            return Err("end of string while looking for conversion specifier");
        };
        field.conversion = Some(code);
        at = template.len() - codes.as_bytes().len();
        match template.get(at) {
            Some(b'}') => return Ok((field, at + 1)),
            Some(b':') => at += 1,
            Some(_) => return Err("expected ':' after conversion specifier"),
            None => return Err("unmatched '{' in format spec"),
        }
    }
    let spec = at;
    let mut depth = 1;
    loop {
        match template.get(at) {
            None => return Err("unmatched '{' in format spec"),
            Some(b'{') => {
                depth += 1;
                field.nested = true;
            }
            Some(b'}') => depth -= 1,
            Some(_) => {}
        }
        if depth == 0 {
            field.spec = spec..at;
            return Ok((field, at + 1));
        }
        at += 1;
    }
}

/// A part of a field's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FieldName<'a> {
    /// The argument's name or number.
    First(&'a [u8]),
    /// `.name`
    Attribute(&'a [u8]),
    /// `[key]`
    Key(&'a [u8]),
}

/// The parts of a field's name: the first one, then attributes and keys.
pub(super) fn field_name(name: &[u8]) -> impl Iterator<Item = Result<FieldName<'_>, &'static str>> {
    let mut rest = name;
    let mut first = true;
    core::iter::from_fn(move || {
        if first {
            first = false;
            let end = rest.iter().position(|byte| matches!(byte, b'.' | b'[')).unwrap_or(rest.len());
            let (head, tail) = rest.split_at_checked(end)?;
            rest = tail;
            return Some(Ok(FieldName::First(head)));
        }
        let (&opening, after) = rest.split_first()?;
        rest = &[];
        let part = match opening {
            b'.' => {
                let end = after.iter().position(|byte| matches!(byte, b'.' | b'[')).unwrap_or(after.len());
                let (part, tail) = after.split_at_checked(end)?;
                rest = tail;
                FieldName::Attribute(part)
            }
            b'[' => {
                let Some(end) = memchr::memchr(b']', after) else { return Some(Err("Missing ']' in format string")) };
                rest = after.get(end + 1..).unwrap_or(&[]);
                FieldName::Key(after.get(..end).unwrap_or(after))
            }
            _ => return Some(Err("Only '.' or '[' may follow ']' in format field specifier")),
        };
        if matches!(part, FieldName::Attribute([]) | FieldName::Key([])) {
            return Some(Err("Empty attribute in format string"));
        }
        Some(Ok(part))
    })
}

/// A name that is a number, in the digits of any script.
pub(super) fn number(name: &[u8]) -> Result<Option<usize>, &'static str> {
    let mut number = None;
    for code in wtf8::code_points(name) {
        let Some(digit) = decimal_value(code) else { return Ok(None) };
        let grown = number.unwrap_or(0usize).checked_mul(10).and_then(|number| number.checked_add(digit as usize));
        let grown = grown.filter(|&grown| grown <= isize::MAX as usize);
        number = Some(grown.ok_or("Too many decimal digits in format string")?);
    }
    Ok(number)
}
