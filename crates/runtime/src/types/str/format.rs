//! `format`, `format_map`, and `__format__`: filling in the fields that [`markup`](super::markup) finds.

use super::layout::padded;
use super::markup::{FieldName, Markup, field_name, markup, number};
use super::percent::{ROOM, SHORT_TEMPLATE};
use crate::exceptions::raise;
use crate::heap::OutOfMemory;
use crate::types::numbers::plain_digits;
use crate::{Completion, Isolate, Value, names};
use alloc::format as text;
use alloc::vec::Vec;
use ferropy_numeric::format::{FormatSpec, Target, TextLayout};
use ferropy_unicode::wtf8;

/// How fields are numbered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Unknown,
    /// `{}`: the next number.
    Automatic(usize),
    /// `{0}`
    Manual,
}

/// A template being filled.
struct Filling {
    /// A tuple; nothing for `format_map`.
    positional: Option<Value>,
    /// A dict or other mapping.
    named: Value,
    numbering: Numbering,
    out: Vec<u8>,
}

pub(super) fn format(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, named] = args else { return Err(raise::internal(iso)) };
    fill_template(iso, this, Some(positional), named)
}

pub(super) fn format_map(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, mapping] = args else { return Err(raise::internal(iso)) };
    fill_template(iso, this, None, mapping)
}

fn fill_template(iso: &mut Isolate, outer: Value, positional: Option<Value>, named: Value) -> Completion {
    let template = iso.heap.str_bytes(iso.unwrap(outer)).unwrap_or(&[]);
    if !template.is_empty() && next_brace(template).is_none() {
        return Ok(outer);
    }
    // What Python code does to the heap meanwhile must not touch the template.
    let (mut short, long);
    let template: &[u8] = if template.len() <= SHORT_TEMPLATE {
        short = [0; SHORT_TEMPLATE];
        let place = short.get_mut(..template.len()).unwrap_or_default();
        place.copy_from_slice(template);
        place
    } else {
        long = template.to_vec();
        &long
    };
    let out = iso.take_scratch(template.len() + ROOM);
    let mut filling = Filling { positional, named, numbering: Numbering::Unknown, out };
    filling.fill(iso, template, 2)?;
    iso.text_of_scratch(filling.out)
}

/// Where the next brace is.
fn next_brace(text: &[u8]) -> Option<usize> {
    const FEW: usize = 32;
    if text.len() <= FEW {
        return text.iter().position(|byte| matches!(byte, b'{' | b'}'));
    }
    memchr::memchr2(b'{', b'}', text)
}

/// A field with nothing in it but a number and a specification without fields.
struct PlainField<'a> {
    number: Option<usize>,
    spec: &'a [u8],
    /// Where the text goes on.
    next: usize,
}

/// The field that starts at a brace, if it is a plain one.
fn plain_field(template: &[u8], brace: usize) -> Option<PlainField<'_>> {
    const MOST_DIGITS: usize = 4;
    let [b'{', inside @ ..] = template.get(brace..)? else { return None };
    let digits = inside.iter().take(MOST_DIGITS).take_while(|byte| byte.is_ascii_digit());
    let (number, length) = digits.fold((None, 0), |(number, length), digit| {
        (Some(number.unwrap_or(0) * 10 + usize::from(digit - b'0')), length + 1)
    });
    let behind = inside.get(length..)?;
    let spec = match behind {
        [b'}', ..] => &[],
        [b':', spec @ ..] => spec.get(..spec.iter().position(|byte| matches!(byte, b'{' | b'}'))?)?,
        _ => return None,
    };
    let end = brace + 1 + length + if spec.is_empty() { 0 } else { 1 + spec.len() };
    // The specification may also be empty behind a colon.
    (template.get(end) == Some(&b'}')).then_some(PlainField { number, spec, next: end + 1 })
}

impl Filling {
    /// Appends a template with its fields filled; templates may be nested so many times.
    fn fill(&mut self, iso: &mut Isolate, template: &[u8], depth: u32) -> Completion<()> {
        if depth == 0 {
            return Err(raise::value_error(iso, "Max string recursion exceeded"));
        }
        let mut at = 0;
        loop {
            let rest = template.get(at..).unwrap_or(&[]);
            if let Some(brace) = next_brace(rest)
                && let Some(field) = plain_field(template, at + brace)
                && let Some((value, numbering)) = self.plain_argument(iso, field.number)
            {
                self.append(rest.get(..brace).unwrap_or(&[]))?;
                let done = match field.spec {
                    [] => iso.append_plain(&mut self.out, value)?,
                    spec => iso.format_plain(&mut self.out, value, spec)?,
                };
                if done {
                    (self.numbering, at) = (numbering, field.next);
                    continue;
                }
                at += brace;
            }
            let piece = match markup(template, at) {
                Ok(Some((piece, next))) => {
                    at = next;
                    piece
                }
                Ok(None) => return Ok(()),
                Err(message) => return Err(raise::value_error(iso, message)),
            };
            self.append(template.get(piece.literal.clone()).unwrap_or(&[]))?;
            if piece.name.is_some() {
                iso.scope(|iso| self.fill_field(iso, template, &piece, depth))?;
            }
        }
    }

    /// The positional argument with that number, or the next one, and how fields are numbered then; nothing if there is
    /// none, or none is to be had so.
    fn plain_argument(&self, iso: &Isolate, number: Option<usize>) -> Option<(Value, Numbering)> {
        let (index, numbering) = match (number, self.numbering) {
            (None, Numbering::Unknown) => (0, Numbering::Automatic(1)),
            (None, Numbering::Automatic(next)) => (next, Numbering::Automatic(next + 1)),
            (Some(number), Numbering::Unknown | Numbering::Manual) => (number, Numbering::Manual),
            _ => return None,
        };
        Some((iso.heap.tuple_item(self.positional?, index)?, numbering))
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), OutOfMemory> {
        self.out.try_reserve(bytes.len()).map_err(|_| OutOfMemory)?;
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    fn fill_field(&mut self, iso: &mut Isolate, template: &[u8], piece: &Markup, depth: u32) -> Completion<()> {
        let name = piece.name.clone().and_then(|name| template.get(name)).unwrap_or(&[]);
        let mut value = self.value(iso, name)?;
        if let Some(code) = piece.conversion {
            value = match u8::try_from(code) {
                Ok(b's') => iso.str(value)?,
                Ok(b'r') => iso.repr(value)?,
                Ok(b'a') => iso.ascii(value)?,
                _ => {
                    let shown = char::from_u32(code).filter(|_| (0x21..0x7f).contains(&code));
                    let shown = shown.map_or_else(|| text!("\\x{code:x}"), |shown| text!("{shown}"));
                    return Err(raise::value_error(iso, &text!("Unknown conversion specifier {shown}")));
                }
            };
            iso.keep(value);
        }
        if piece.spec.is_empty() && iso.append_plain(&mut self.out, value)? {
            return Ok(());
        }
        let spec = template.get(piece.spec.clone()).unwrap_or(&[]);
        if !piece.nested && iso.format_plain(&mut self.out, value, spec)? {
            return Ok(());
        }
        let spec = if piece.nested {
            let outer = core::mem::take(&mut self.out);
            let filled = self.fill(iso, spec, depth - 1);
            let spec = core::mem::replace(&mut self.out, outer);
            filled?;
            iso.new_text(&spec)?
        } else {
            iso.new_text(spec)?
        };
        if spec == names::EMPTY && iso.heap.is_str(value) {
            self.append(iso.heap.str_bytes(value).unwrap_or(&[]))?;
            return Ok(());
        }
        let formatted = iso.format(value, spec)?;
        let formatted = iso.unwrap(formatted);
        self.append(iso.heap.str_bytes(formatted).unwrap_or(&[]))?;
        Ok(())
    }

    /// The value that a field's name means.
    fn value(&mut self, iso: &mut Isolate, name: &[u8]) -> Completion {
        let mut value = Value::NONE;
        for part in field_name(name) {
            let found = match part {
                Ok(FieldName::First(first)) => self.first(iso, first)?,
                Ok(FieldName::Attribute(name)) => {
                    let name = iso.intern_bytes(name)?;
                    iso.get_attr(value, name)?
                }
                Ok(FieldName::Key(key)) => {
                    let key = match number(key) {
                        Ok(Some(number)) => iso.new_int(number as i64)?,
                        Ok(None) => iso.new_text(key)?,
                        Err(message) => return Err(raise::value_error(iso, message)),
                    };
                    iso.get_item(value, key)?
                }
                Err(message) => return Err(raise::value_error(iso, message)),
            };
            value = iso.keep(found);
        }
        Ok(value)
    }

    /// The argument that the first part of a name means.
    fn first(&mut self, iso: &mut Isolate, name: &[u8]) -> Completion {
        let given = match number(name) {
            Ok(given) => given,
            Err(message) => return Err(raise::value_error(iso, message)),
        };
        if !name.is_empty() && given.is_none() {
            let key = iso.new_text(name)?;
            return self.named(iso, key);
        }
        let index = match (given, self.numbering) {
            (None, Numbering::Manual) => {
                let message = "cannot switch from manual field specification to automatic field numbering";
                return Err(raise::value_error(iso, message));
            }
            (Some(_), Numbering::Automatic(_)) => {
                let message = "cannot switch from automatic field numbering to manual field specification";
                return Err(raise::value_error(iso, message));
            }
            (None, Numbering::Unknown) => {
                self.numbering = Numbering::Automatic(1);
                0
            }
            (None, Numbering::Automatic(next)) => {
                self.numbering = Numbering::Automatic(next + 1);
                next
            }
            (Some(index), _) => {
                self.numbering = Numbering::Manual;
                index
            }
        };
        let Some(positional) = self.positional else {
            return Err(raise::value_error(iso, "Format string contains positional fields"));
        };
        match iso.heap.tuple_item(positional, index) {
            Some(value) => Ok(value),
            None => {
                let message = text!("Replacement index {index} out of range for positional args tuple");
                Err(raise::index_error(iso, &message))
            }
        }
    }

    fn named(&self, iso: &mut Isolate, key: Value) -> Completion {
        if self.positional.is_none() {
            return iso.get_item(self.named, key);
        }
        match iso.dict_get(self.named, key)? {
            Some(value) => Ok(value),
            None => Err(raise::key_error(iso, key)),
        }
    }
}

pub(super) fn format_str(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, spec] = args else { return Err(raise::internal(iso)) };
    let Some(spec) = iso.as_str(spec) else {
        let kind = super::argument_kind(iso, spec);
        return Err(raise::type_error(iso, &text!("__format__() argument must be str, not {kind}")));
    };
    if spec == names::EMPTY {
        // A subclass may have a `__str__` of its own.
        return iso.str(this);
    }
    let shown = plain_digits(&wtf8::to_str_lossy(iso.heap.str_bytes(spec).unwrap_or(&[])));
    let Some(value) = iso.heap.text(iso.unwrap(this)) else { return Err(raise::internal(iso)) };
    let parsed = FormatSpec::parse(&shown, Target::Text);
    let laid_out = parsed.and_then(|spec| Ok((TextLayout::new(value.chars, &spec)?, spec.fill)));
    let (layout, fill) = match laid_out {
        Ok(laid_out) => laid_out,
        Err(error) => return Err(iso.format_failed(error, &shown, this)),
    };
    let end = value.byte_offset(layout.shown.min(value.chars));
    let bytes = value.bytes.get(..end).unwrap_or(value.bytes);
    let formatted = padded(bytes, u32::from(fill), (layout.left, layout.right), iso.most_bytes())?;
    iso.new_text(&formatted)
}
