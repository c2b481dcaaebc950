//! `_csv`: records of comma-separated values to and from lines of text. What a reader and a writer are is Python; here is
//! what is done for each record.

use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{ModuleSpec, Row, TypeFlags, TypeId, TypeSpec, function, getset, method};
use ferropy_runtime::{Completion, Isolate, Raised, Value, names, raise};
use ferropy_unicode::wtf8;

/// `_csv`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_csv",
    doc: "CSV parsing and writing.",
    rows: ROWS,
    types: &[&READER],
    initialize: None,
    frozen: Some(&crate::frozen::image::_CSV),
};

const ROWS: &[Row] = &[
    function(
        "_make_reader",
        "(lines, dialect, settings, limit, /)",
        "A reader of lines, which an iterator gives; the list limit holds the size of the longest field.",
        make_reader,
    ),
    function("_format", "(row, settings, /)", "The text of a record.", format_record),
];

/// The fields of a record of [`READER`].
mod field {
    /// The iterator that gives lines.
    pub(super) const LINES: usize = 0;
    pub(super) const DIALECT: usize = 1;
    /// What the dialect says: see [`super::Settings`].
    pub(super) const SETTINGS: usize = 2;
    /// How many lines were read.
    pub(super) const COUNT: usize = 3;
    /// A list that holds how many characters a field may have.
    pub(super) const LIMIT: usize = 4;
}

/// What reads records.
static READER: TypeSpec = TypeSpec::new(
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

fn make_reader(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[lines, dialect, settings, limit] = args else { return Err(raise::internal(iso)) };
    let Some(id) = iso.find_type(&READER) else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[lines, dialect, settings, Value::small_int(0), limit])
}

/// Raises `csv.Error`.
#[cold]
fn error(iso: &mut Isolate, message: &str) -> Raised {
    let made = iso.import_dotted("_csv").and_then(|module| {
        let name = iso.intern("Error")?;
        let class = iso.get_attr(module, name)?;
        let text = iso.new_str(message)?;
        iso.call(class, &[text])
    });
    match made {
        Ok(exception) => iso.raise(exception),
        Err(raised) => raised,
    }
}

/// When fields are quoted: the values of the constants.
mod quoting {
    pub(super) const ALL: i64 = 1;
    pub(super) const NON_NUMERIC: i64 = 2;
    pub(super) const NONE: i64 = 3;
    pub(super) const STRINGS: i64 = 4;
    pub(super) const NOT_NULL: i64 = 5;
}

/// A code point; lone surrogates are code points too.
type CodePoint = u32;

/// What a dialect says, as the Python part hands it over: a tuple in this order, and last the longest field or, for
/// writing, the end of lines.
#[derive(Debug)]
struct Settings {
    delimiter: Option<CodePoint>,
    quote: Option<CodePoint>,
    escape: Option<CodePoint>,
    doubles_quotes: bool,
    skips_space: bool,
    quoting: i64,
    strict: bool,
    last: Value,
}

impl Settings {
    fn read(iso: &mut Isolate, tuple: Value) -> Completion<Settings> {
        let mut items = [Value::NONE; 8];
        for (place, item) in items.iter_mut().zip(iso.heap.items(tuple)) {
            *place = item;
        }
        let [delimiter, quote, escape, doubles_quotes, skips_space, quoting, strict, last] = items;
        let character = |value: Value| iso.heap.str_bytes(value).and_then(|text| wtf8::code_points(text).next());
        Ok(Settings {
            delimiter: character(delimiter),
            quote: character(quote),
            escape: character(escape),
            doubles_quotes: doubles_quotes == Value::TRUE,
            skips_space: skips_space == Value::TRUE,
            quoting: iso.as_i64(quoting).unwrap_or(0),
            strict: strict == Value::TRUE,
            last,
        })
    }

    /// The first bytes of characters that mean something anywhere; a line's ends fill the places of those that lack.
    fn first_bytes(&self) -> [u8; 5] {
        let first = |character: Option<CodePoint>| match character {
            None => b'\n',
            Some(character) => u8::try_from(character).ok().filter(u8::is_ascii).unwrap_or_else(|| {
                let mut bytes = Vec::new();
                wtf8::push(&mut bytes, character);
                bytes.first().copied().unwrap_or(b'\n')
            }),
        };
        [b'\n', b'\r', first(self.delimiter), first(self.quote), first(self.escape)]
    }

    /// Which bytes a character that means something anywhere may begin with.
    fn stops(&self) -> Stops {
        Stops::of(&self.first_bytes())
    }

    /// The same for characters that mean something between quotes.
    fn quoted_stops(&self) -> Stops {
        let [.., quote, escape] = self.first_bytes();
        Stops::of(&[quote, if self.escape.is_some() { escape } else { quote }])
    }
}

/// How many bytes there is room for in what grows: where memory is short, for none that are not there.
const ROOM: usize = if size_of::<usize>() == 8 { 128 } else { 0 };
/// How many fields of a record there is room for then.
const FIELDS: usize = 8;

/// A set of bytes.
#[derive(Debug)]
struct Stops([bool; 256]);

impl Stops {
    fn of(bytes: &[u8]) -> Stops {
        let mut stops = Stops([false; 256]);
        stops.add(bytes);
        stops
    }

    fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0[usize::from(byte)] = true;
        }
    }

    /// How many bytes there are before the first one of the set.
    fn before(&self, bytes: &[u8]) -> usize {
        bytes.iter().position(|&byte| self.0[usize::from(byte)]).unwrap_or(bytes.len())
    }
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

const LINE_FEED: CodePoint = 0x0A;
const CARRIAGE_RETURN: CodePoint = 0x0D;
const SPACE: CodePoint = 0x20;

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
    let [lines, settings, limit] =
        [field::LINES, field::SETTINGS, field::LIMIT].map(|index| iso.heap.field(this, index));
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
        if !iso.scope(|iso| next_line(iso, lines, &mut line))? {
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
fn next_line(iso: &mut Isolate, lines: Value, copy: &mut Vec<u8>) -> Completion<bool> {
    let Some(line) = iso.next(lines)? else { return Ok(false) };
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

/// The bytes that a code point takes.
fn size_of_character(character: CodePoint) -> usize {
    match character {
        0..0x80 => 1,
        0x80..0x800 => 2,
        0x800..0x1_0000 => 3,
        _ => 4,
    }
}

fn format_record(iso: &mut Isolate, args: &[Value]) -> Completion {
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
