//! The text of a record.

use super::{CARRIAGE_RETURN, CodePoint, LINE_FEED, ROOM, SPACE, Settings, Stops, error, quoting, size_of_character};
use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Raised, Value, names, raise};
use ferropy_unicode::wtf8;

pub(super) fn format_record(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[row, settings] = args else { return Err(raise::internal(iso)) };
    let settings = Settings::read(iso, settings)?;
    let items: Vec<Value> = iso.heap.items(row).collect();
    if iso.heap.kind(row) == Some(Kind::List) {
        // The texts of its items may change it.
        iso.new_tuple(&items)?;
    }
    let line_end = iso.heap.str_bytes(settings.last).unwrap_or(&[]).to_vec();
    let mut stops = settings.stops();
    if line_end != b"\r\n" {
        stops.add(&line_end);
    }
    let mut writer = Writer {
        stops,
        settings,
        line_end,
        record: Vec::with_capacity(ROOM),
        content: Vec::with_capacity(ROOM),
        text: Vec::with_capacity(ROOM),
    };
    for (number, &item) in items.iter().enumerate() {
        if number > 0
            && let Some(delimiter) = writer.settings.delimiter
        {
            wtf8::push(&mut writer.record, delimiter);
        }
        writer.item(iso, item)?;
    }
    if !items.is_empty() && writer.record.is_empty() {
        let is_null = items.first().is_some_and(|item| item.is_none());
        let quoting = writer.settings.quoting;
        if quoting == quoting::NONE || (is_null && matches!(quoting, quoting::STRINGS | quoting::NOT_NULL)) {
            return Err(error(iso, "single empty field record must be quoted"));
        }
        writer.field(iso, &[], true)?;
    }
    writer.record.extend_from_slice(&writer.line_end);
    iso.new_text(&writer.record)
}

/// What writes a record.
#[derive(Debug)]
struct Writer {
    settings: Settings,
    stops: Stops,
    line_end: Vec<u8>,
    record: Vec<u8>,
    content: Vec<u8>,
    /// A copy of an item's text.
    text: Vec<u8>,
}

impl Writer {
    fn item(&mut self, iso: &mut Isolate, item: Value) -> Completion<()> {
        let text = iso.as_str(item);
        let is_quoted = match self.settings.quoting {
            quoting::ALL => true,
            quoting::NON_NUMERIC => !is_number(iso, item),
            quoting::STRINGS => text.is_some(),
            quoting::NOT_NULL => !item.is_none(),
            _ => false,
        };
        let text = match text {
            Some(text) => text,
            None if item.is_none() => {
                let needs_quotes = self.settings.delimiter == Some(SPACE) && self.settings.skips_space;
                if needs_quotes && matches!(self.settings.quoting, quoting::STRINGS | quoting::NOT_NULL) {
                    return Err(empty_field(iso));
                }
                return self.field(iso, &[], is_quoted);
            }
            None => {
                let text = iso.str(item)?;
                iso.unwrap(text)
            }
        };
        let mut bytes = core::mem::take(&mut self.text);
        bytes.clear();
        bytes.extend_from_slice(iso.heap.str_bytes(text).unwrap_or(&[]));
        let done = self.field(iso, &bytes, is_quoted);
        self.text = bytes;
        done
    }

    /// Writes a field, with quotes and escapes where it needs them.
    fn field(&mut self, iso: &mut Isolate, text: &[u8], is_quoted: bool) -> Completion<()> {
        let mut is_quoted = is_quoted;
        if text.is_empty() && self.settings.delimiter == Some(SPACE) && self.settings.skips_space {
            if self.settings.quoting == quoting::NONE {
                return Err(empty_field(iso));
            }
            is_quoted = true;
        }
        self.content.clear();
        let mut rest = text;
        while !rest.is_empty() {
            let (plain, after) = rest.split_at_checked(self.stops.before(rest)).unwrap_or((rest, &[]));
            self.content.extend_from_slice(plain);
            rest = after;
            // A byte that a character may begin with that means something can lie in the middle of another one.
            let Some(&first) = rest.first() else { break };
            let Some(character) = wtf8::code_points(rest).next().filter(|_| first & 0xC0 != 0x80) else {
                self.content.push(first);
                rest = rest.get(1..).unwrap_or(&[]);
                continue;
            };
            is_quoted |= self.special(iso, character)?;
            wtf8::push(&mut self.content, character);
            rest = rest.get(size_of_character(character)..).unwrap_or(&[]);
        }
        let quote = self.settings.quote.filter(|_| is_quoted);
        if let Some(quote) = quote {
            wtf8::push(&mut self.record, quote);
        }
        self.record.extend_from_slice(&self.content);
        if let Some(quote) = quote {
            wtf8::push(&mut self.record, quote);
        }
        Ok(())
    }

    /// Writes what has to stand before a character that means something; whether the field has to be quoted.
    fn special(&mut self, iso: &mut Isolate, character: CodePoint) -> Completion<bool> {
        let settings = &self.settings;
        let (is_quote, is_escape) = (settings.quote == Some(character), settings.escape == Some(character));
        let is_special = is_quote
            || is_escape
            || settings.delimiter == Some(character)
            || matches!(character, LINE_FEED | CARRIAGE_RETURN)
            || wtf8::code_points(&self.line_end).any(|each| each == character);
        if !is_special {
            return Ok(false);
        }
        if settings.quoting != quoting::NONE {
            if is_quote && settings.doubles_quotes {
                wtf8::push(&mut self.content, character);
                return Ok(true);
            }
            if !is_quote && !is_escape {
                return Ok(true);
            }
        }
        match settings.escape {
            Some(escape) => {
                wtf8::push(&mut self.content, escape);
                Ok(false)
            }
            None => Err(error(iso, "need to escape, but no escapechar set")),
        }
    }
}

#[cold]
fn empty_field(iso: &mut Isolate) -> Raised {
    error(iso, "empty field must be quoted if delimiter is a space and skipinitialspace is true")
}

fn is_number(iso: &mut Isolate, value: Value) -> bool {
    iso.is_int(value)
        || iso.type_of(value) == TypeId::COMPLEX.value()
        || [names::__float__, names::__index__, names::__int__]
            .into_iter()
            .any(|name| iso.lookup_special(value, name).is_some())
}
