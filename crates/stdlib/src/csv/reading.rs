//! Records out of lines: the type of readers.

use super::{
    CARRIAGE_RETURN, CodePoint, FIELDS, LINE_FEED, ROOM, SPACE, Settings, Stops, error, quoting, size_of_character,
};
use crate::io::line_at_once;
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::native::{Row, TypeFlags, TypeId, TypeSpec, getset, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use ferropy_unicode::wtf8;

/// The fields of a record of [`READER`].
mod field {
    /// The iterator that gives lines.
    pub(super) const LINES: usize = 0;
    pub(super) const DIALECT: usize = 1;
    /// What the dialect says: see [`Settings`](super::Settings).
    pub(super) const SETTINGS: usize = 2;
    /// How many lines were read.
    pub(super) const COUNT: usize = 3;
    /// A list that holds how many characters a field may have.
    pub(super) const LIMIT: usize = 4;
    /// The name of the attribute where a stream has lines that it gives away at once, or None.
    pub(super) const QUICK: usize = 5;
}

/// What reads records.
pub(super) static READER: TypeSpec = TypeSpec::new(
    "reader",
    "CSV reader\n\nReader objects are responsible for reading and parsing tabular data in CSV format.",
    READER_ROWS,
)
.in_module("_csv")
.with_flags(TypeFlags::SUBCLASSABLE.with(TypeFlags::NOT_CALLABLE));

const READER_ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Implement iter(self).", |iso, args| {
        args.first().copied().ok_or_else(|| raise::internal(iso))
    }),
    method("__next__", "($self, /)", "Implement next(self).", read_record),
    getset("dialect", "", |iso, args| part(iso, args, field::DIALECT), refuse),
    getset("line_num", "", |iso, args| part(iso, args, field::COUNT), refuse),
];

fn part(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let &[reader, ..] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(reader, index))
}

fn refuse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[reader, ..] = args else { return Err(raise::internal(iso)) };
    Err(raise::attribute_error(iso, reader, Value::NONE, "readonly attribute"))
}

pub(super) fn make_reader(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[lines, dialect, settings, limit, quick] = args else { return Err(raise::internal(iso)) };
    let Some(id) = iso.find_type(&READER) else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[lines, dialect, settings, Value::small_int(0), limit, quick])
}

/// Where in a record the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    StartRecord,
    StartField,
    Escaped,
    InField,
    InQuoted,
    EscapedInQuoted,
    QuoteInQuoted,
    EatLineEnd,
    AfterEscapedLineEnd,
}

/// What reads a record.
#[derive(Debug)]
struct Reader {
    settings: Settings,
    stops: Stops,
    quoted_stops: Stops,
    state: State,
    field: Vec<u8>,
    is_unquoted: bool,
    fields: Value,
    longest: usize,
}

/// The next record.
fn read_record(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let [lines, settings, limit, quick] =
        [field::LINES, field::SETTINGS, field::LIMIT, field::QUICK].map(|index| iso.heap.field(this, index));
    let settings = Settings::read(iso, settings)?;
    let limit = iso.heap.list_item(limit, 0).and_then(|limit| iso.as_i64(limit));
    let longest = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(0);
    let fields = iso.heap.new_list_with_capacity(if ROOM > 0 { FIELDS } else { 0 })?;
    iso.keep(fields);
    let mut reader = Reader {
        stops: settings.stops(),
        quoted_stops: settings.quoted_stops(),
        settings,
        state: State::StartRecord,
        field: Vec::with_capacity(ROOM),
        is_unquoted: false,
        fields,
        longest,
    };
    let mut line = Vec::with_capacity(ROOM);
    loop {
        // A record may go over many lines, of which none has to stay in memory.
        if !iso.scope(|iso| next_line(iso, lines, quick, &mut line))? {
            return Ok(if reader.end_of_lines(iso)? { fields } else { Value::UNBOUND });
        }
        let number = iso.heap.field(this, field::COUNT).as_small_int().unwrap_or(0);
        iso.heap.set_field(this, field::COUNT, Value::small_int(number + 1));
        iso.scope(|iso| reader.read(iso, &line))?;
        if reader.state == State::StartRecord {
            return Ok(fields);
        }
    }
}

/// Copies the next line: whether there is one.
fn next_line(iso: &mut Isolate, lines: Value, quick: Value, copy: &mut Vec<u8>) -> Completion<bool> {
    let at_once = if quick.is_none() { None } else { line_at_once(iso, lines, quick)? };
    let line = match at_once {
        Some(line) => Some(line),
        None => iso.next(lines)?,
    };
    let Some(line) = line else { return Ok(false) };
    let Some(text) = iso.as_str(line) else {
        let kind = iso.type_name(line);
        let words = format!("iterator should return strings, not {kind} (the file should be opened in text mode)");
        return Err(error(iso, &words));
    };
    copy.clear();
    copy.extend_from_slice(iso.heap.str_bytes(text).unwrap_or(&[]));
    Ok(true)
}

impl Reader {
    fn read(&mut self, iso: &mut Isolate, line: &[u8]) -> Completion<()> {
        let mut at = 0;
        while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
            // What means nothing is taken over as a whole.
            let run = match self.state {
                State::InField => self.stops.before(rest),
                State::InQuoted => self.quoted_stops.before(rest),
                State::StartRecord | State::StartField if !self.settings.skips_space => {
                    let run = self.stops.before(rest);
                    if let Some((field, &[byte, ..])) = rest.split_at_checked(run)
                        && (1..=self.longest).contains(&run)
                        && self.settings.delimiter == Some(CodePoint::from(byte))
                    {
                        // Most fields begin and end here.
                        self.is_unquoted = true;
                        self.save_text(iso, field)?;
                        self.state = State::StartField;
                        at += run + 1;
                        continue;
                    }
                    0
                }
                _ => 0,
            };
            if run > 0 {
                self.push(iso, rest.get(..run).unwrap_or(rest))?;
                at += run;
                continue;
            }
            let (character, size) = match rest {
                &[byte, ..] if byte < 0x80 => (CodePoint::from(byte), 1),
                _ => match wtf8::code_points(rest).next() {
                    Some(character) => (character, size_of_character(character)),
                    None => break,
                },
            };
            self.character(iso, character, rest.get(..size).unwrap_or(rest))?;
            at += size;
        }
        self.end_of_line(iso)
    }

    fn push(&mut self, iso: &mut Isolate, bytes: &[u8]) -> Completion<()> {
        self.field.extend_from_slice(bytes);
        if self.field.len() > self.longest && wtf8::count(&self.field) > self.longest {
            let words = format!("field larger than field limit ({})", self.longest);
            return Err(error(iso, &words));
        }
        Ok(())
    }

    /// Adds the field to the record.
    fn save(&mut self, iso: &mut Isolate) -> Completion<()> {
        let mut field = core::mem::take(&mut self.field);
        let saved = self.save_text(iso, &field);
        field.clear();
        self.field = field;
        saved
    }

    /// Adds a field with that text to the record.
    fn save_text(&mut self, iso: &mut Isolate, field: &[u8]) -> Completion<()> {
        let quoting = self.settings.quoting;
        let value = if self.is_unquoted && field.is_empty() && matches!(quoting, quoting::STRINGS | quoting::NOT_NULL) {
            Value::NONE
        } else {
            let text = iso.new_text(field)?;
            if self.is_unquoted && !field.is_empty() && matches!(quoting, quoting::NON_NUMERIC | quoting::STRINGS) {
                iso.call(TypeId::FLOAT.value(), &[text])?
            } else {
                text
            }
        };
        Ok(iso.heap.list_append(self.fields, value)?)
    }

    fn is_quote(&self, character: CodePoint) -> bool {
        self.settings.quote == Some(character) && self.settings.quoting != quoting::NONE
    }

    fn character(&mut self, iso: &mut Isolate, character: CodePoint, bytes: &[u8]) -> Completion<()> {
        let ends_line = matches!(character, LINE_FEED | CARRIAGE_RETURN);
        match self.state {
            State::StartRecord if ends_line => self.state = State::EatLineEnd,
            State::StartRecord | State::StartField => return self.start_field(iso, character, bytes),
            State::Escaped => {
                self.push(iso, bytes)?;
                self.state = if ends_line { State::AfterEscapedLineEnd } else { State::InField };
            }
            State::InField | State::AfterEscapedLineEnd => {
                if ends_line {
                    self.save(iso)?;
                    self.state = State::EatLineEnd;
                } else if self.settings.escape == Some(character) {
                    self.state = State::Escaped;
                } else if self.settings.delimiter == Some(character) {
                    self.save(iso)?;
                    self.state = State::StartField;
                } else {
                    // Behind an escaped end of a line the field goes on over the next one too, if that has no end.
                    self.push(iso, bytes)?;
                }
            }
            State::InQuoted if self.settings.escape == Some(character) => self.state = State::EscapedInQuoted,
            State::InQuoted if self.is_quote(character) => {
                self.state = if self.settings.doubles_quotes { State::QuoteInQuoted } else { State::InField };
            }
            State::InQuoted => self.push(iso, bytes)?,
            State::EscapedInQuoted => {
                self.push(iso, bytes)?;
                self.state = State::InQuoted;
            }
            State::QuoteInQuoted => return self.after_quote(iso, character, bytes),
            State::EatLineEnd if ends_line => {}
            State::EatLineEnd => {
                let words = "new-line character seen in unquoted field - do you need to open the file with newline=''?";
                return Err(error(iso, words));
            }
        }
        Ok(())
    }

    fn start_field(&mut self, iso: &mut Isolate, character: CodePoint, bytes: &[u8]) -> Completion<()> {
        self.is_unquoted = true;
        self.state = State::StartField;
        if matches!(character, LINE_FEED | CARRIAGE_RETURN) {
            self.save(iso)?;
            self.state = State::EatLineEnd;
        } else if self.is_quote(character) {
            self.is_unquoted = false;
            self.state = State::InQuoted;
        } else if self.settings.escape == Some(character) {
            self.state = State::Escaped;
        } else if character == SPACE && self.settings.skips_space {
            // The field starts behind it.
        } else if self.settings.delimiter == Some(character) {
            self.save(iso)?;
        } else {
            self.push(iso, bytes)?;
            self.state = State::InField;
        }
        Ok(())
    }

    /// What follows a quote inside of quotes: another one, or the end of the field.
    fn after_quote(&mut self, iso: &mut Isolate, character: CodePoint, bytes: &[u8]) -> Completion<()> {
        if self.is_quote(character) {
            self.push(iso, bytes)?;
            self.state = State::InQuoted;
        } else if self.settings.delimiter == Some(character) {
            self.save(iso)?;
            self.state = State::StartField;
        } else if matches!(character, LINE_FEED | CARRIAGE_RETURN) {
            self.save(iso)?;
            self.state = State::EatLineEnd;
        } else if self.settings.strict {
            let shown = |character: Option<CodePoint>| character.and_then(char::from_u32).unwrap_or('\u{FFFD}');
            let (delimiter, quote) = (shown(self.settings.delimiter), shown(self.settings.quote));
            return Err(error(iso, &format!("'{delimiter}' expected after '{quote}'")));
        } else {
            self.push(iso, bytes)?;
            self.state = State::InField;
        }
        Ok(())
    }

    /// The end of what the iterator returned: the record's end, unless quotes or an escape go over it.
    fn end_of_line(&mut self, iso: &mut Isolate) -> Completion<()> {
        match self.state {
            State::StartRecord | State::InQuoted | State::AfterEscapedLineEnd => {}
            State::EatLineEnd => self.state = State::StartRecord,
            State::StartField => {
                self.is_unquoted = true;
                self.save(iso)?;
                self.state = State::StartRecord;
            }
            State::InField | State::QuoteInQuoted => {
                self.save(iso)?;
                self.state = State::StartRecord;
            }
            State::Escaped => {
                self.push(iso, b"\n")?;
                self.state = State::InField;
            }
            State::EscapedInQuoted => {
                self.push(iso, b"\n")?;
                self.state = State::InQuoted;
            }
        }
        Ok(())
    }

    /// No line is left: the end of a record whose last field goes on, or of all; whether there is a record.
    fn end_of_lines(&mut self, iso: &mut Isolate) -> Completion<bool> {
        if self.field.is_empty() && self.state != State::InQuoted {
            Ok(false)
        } else if self.settings.strict {
            Err(error(iso, "unexpected end of data"))
        } else {
            self.save(iso)?;
            Ok(true)
        }
    }
}
