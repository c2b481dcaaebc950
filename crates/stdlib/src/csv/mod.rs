//! `_csv`: records of comma-separated values to and from lines of text. What a reader and a writer are is Python; here is
//! what is done for each record.

mod reading;
mod writing;

use alloc::vec::Vec;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Raised, Value};
use ferropy_unicode::wtf8;

/// `_csv`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_csv",
    doc: "CSV parsing and writing.",
    rows: ROWS,
    types: &[&reading::READER],
    initialize: None,
    frozen: Some(&crate::frozen::image::_CSV),
};

const ROWS: &[Row] = &[
    function(
        "_make_reader",
        "(lines, dialect, settings, limit, quick, /)",
        "A reader of lines, which an iterator gives; the list limit holds the size of the longest field. A stream has what \
         it gives away at once under the name quick.",
        reading::make_reader,
    ),
    function("_format", "(row, settings, /)", "The text of a record.", writing::format_record),
];

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

const LINE_FEED: CodePoint = 0x0A;
const CARRIAGE_RETURN: CodePoint = 0x0D;
const SPACE: CodePoint = 0x20;

/// The bytes that a code point takes.
fn size_of_character(character: CodePoint) -> usize {
    match character {
        0..0x80 => 1,
        0x80..0x800 => 2,
        0x800..0x1_0000 => 3,
        _ => 4,
    }
}
