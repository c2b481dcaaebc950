//! Reading: a scanner makes objects of the value that starts at a place of a document.

use super::keys::Keys;
use super::tokens::{Token, TokenError, byte_at, read_token, skip_space};
use super::{decode_error, is_too_deep, too_deep};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::float::parse_float;
use ferropy_runtime::heap::OutOfMemory;
use ferropy_runtime::native::{Row, TypeFlags, TypeId, TypeSpec, getter, method, static_method};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};
use ferropy_unicode::wtf8;

/// What a decoder's settings are when it is made: the fields are in the order of [`SETTINGS`].
pub(super) static SCANNER: TypeSpec =
    TypeSpec::new("Scanner", "JSON scanner object", ROWS).in_module("_json").with_flags(TypeFlags::SUBCLASSABLE);

const SETTINGS: [&str; 6] =
    ["strict", "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"];

const ROWS: &[Row] = &[
    static_method("__new__", "($type, context)", "Take over the settings of a decoder.", new),
    method("__call__", "($self, string, idx)", "Read the value at an index: a tuple of it and the index behind.", call),
    getter("strict", "strict", |iso, args| setting(iso, args, 0)),
    getter("object_hook", "object_hook", |iso, args| setting(iso, args, 1)),
    getter("object_pairs_hook", "object_pairs_hook", |iso, args| setting(iso, args, 2)),
    getter("parse_float", "parse_float", |iso, args| setting(iso, args, 3)),
    getter("parse_int", "parse_int", |iso, args| setting(iso, args, 4)),
    getter("parse_constant", "parse_constant", |iso, args| setting(iso, args, 5)),
];

fn setting(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let &[scanner] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(scanner, index))
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, context] = args else { return Err(raise::internal(iso)) };
    let mut fields = [Value::NONE; SETTINGS.len()];
    for (field, name) in fields.iter_mut().zip(SETTINGS) {
        let name = iso.intern(name)?;
        *field = iso.get_attr(context, name)?;
    }
    if let Some(strict) = fields.first_mut() {
        *strict = Value::bool(iso.is_true(*strict)?);
    }
    let Some(id) = iso.find_type(&SCANNER) else { return Err(raise::internal(iso)) };
    let scanner = iso.new_record(id, 0, &fields)?;
    iso.wrap_new(class, id, scanner)
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[scanner, string, index] = args else { return Err(raise::internal(iso)) };
    let Some(document) = iso.as_str(string) else {
        let kind = iso.type_name(string);
        return Err(raise::type_error(iso, &format!("first argument must be a string, not {kind}")));
    };
    let Ok(index) = usize::try_from(iso.to_isize(index)?) else {
        return Err(raise::value_error(iso, "idx cannot be negative"));
    };
    let start = match iso.heap.indexed_text(document) {
        Some(text) if index < text.chars => text.byte_offset(index),
        _ => {
            let index = iso.new_int(index as i64)?;
            return Err(raise::stop_iteration(iso, index));
        }
    };
    let mut reader = Reader::new(iso, scanner, document, start);
    let value = reader.read(iso)?;
    iso.keep(value);
    let Some(text) = iso.heap.text(document) else { return Err(raise::internal(iso)) };
    let read = text.bytes.get(start..reader.at).unwrap_or(&[]);
    let end = index + if text.is_ascii() { read.len() } else { wtf8::count(read) };
    let end = iso.new_int(end as i64)?;
    iso.new_tuple(&[value, end])
}

/// A list or object whose end was not met yet.
#[derive(Clone, Copy, Debug)]
enum Open {
    List(Value),
    /// The dict, and the name whose value comes.
    Object(Value, Value),
    /// An object that is wanted as a list of pairs: the list, and the name whose value comes.
    Pairs(Value, Value),
}

/// What reads one value.
#[derive(Debug)]
struct Reader {
    document: Value,
    at: usize,
    strict: bool,
    object_hook: Option<Value>,
    pairs_hook: Option<Value>,
    parse_float: Option<Value>,
    parse_int: Option<Value>,
    parse_constant: Value,
    /// Whether Python may run between the making of two objects, so that they have to be kept.
    calls: bool,
    keys: Keys,
    open: Vec<Open>,
}

impl Reader {
    fn new(iso: &Isolate, scanner: Value, document: Value, at: usize) -> Reader {
        let field = |index: usize| iso.heap.field(scanner, index);
        let hook = |index: usize| Some(field(index)).filter(|hook| !hook.is_none());
        let parser = |index: usize, usual: TypeId| Some(field(index)).filter(|&parser| parser != usual.value());
        let (object_hook, pairs_hook) = (hook(1), hook(2));
        let (parse_float, parse_int) = (parser(3, TypeId::FLOAT), parser(4, TypeId::INT));
        Reader {
            document,
            at,
            strict: field(0) == Value::TRUE,
            object_hook,
            pairs_hook,
            parse_float,
            parse_int,
            parse_constant: field(5),
            calls: object_hook.or(pairs_hook).or(parse_float).or(parse_int).is_some()
                || iso.native_row(field(5)).is_none(),
            keys: Keys::new(),
            open: Vec::new(),
        }
    }

    /// The bytes of the document.
    fn text<'a>(&self, iso: &'a Isolate) -> &'a [u8] {
        iso.heap.str_bytes(self.document).unwrap_or(&[])
    }

    /// The byte at the place reached, behind white space.
    fn next_byte(&mut self, iso: &Isolate) -> u8 {
        let text = self.text(iso);
        self.at = skip_space(text, self.at);
        byte_at(text, self.at)
    }

    /// The number of the character that a byte belongs to.
    fn place(&self, iso: &Isolate, at: usize) -> usize {
        let text = self.text(iso);
        wtf8::count(text.get(..at).unwrap_or(text))
    }

    fn error(&self, iso: &mut Isolate, message: &str, at: usize) -> Raised {
        let place = self.place(iso, at);
        decode_error(iso, message, self.document, place)
    }

    /// As a scanner says that no value starts at a place.
    fn no_value(&self, iso: &mut Isolate, at: usize) -> Raised {
        let place = self.place(iso, at);
        match iso.new_int(place as i64) {
            Ok(place) => raise::stop_iteration(iso, place),
            Err(raised) => raised,
        }
    }

    fn kept(&self, iso: &mut Isolate, value: Value) -> Value {
        if self.calls { iso.keep(value) } else { value }
    }

    /// Reads the value at the place reached.
    fn read(&mut self, iso: &mut Isolate) -> Completion {
        loop {
            let mut value = match self.read_start(iso)? {
                Some(value) => value,
                None => continue,
            };
            // A value is there: it goes where it belongs, and may be the last there.
            loop {
                let Some(&open) = self.open.last() else { return Ok(value) };
                self.put(iso, open, value)?;
                let is_list = matches!(open, Open::List(_));
                match self.next_byte(iso) {
                    b',' => {
                        self.pass_comma(iso, is_list)?;
                        break;
                    }
                    b']' if is_list => value = self.close(iso, open)?,
                    b'}' if !is_list => value = self.close(iso, open)?,
                    _ => return Err(self.error(iso, "Expecting ',' delimiter", self.at)),
                }
                self.at += 1;
                self.open.pop();
            }
        }
    }

    /// Reads a whole value, or the start of a list or object that has something in it: then nothing.
    fn read_start(&mut self, iso: &mut Isolate) -> Completion<Option<Value>> {
        let start = self.at;
        let (token, end) = match read_token(self.text(iso), start, self.strict) {
            Ok(found) => found,
            Err(TokenError::NoValue) => return Err(self.no_value(iso, start)),
            Err(TokenError::String(error)) => return Err(self.error(iso, error.message, error.at)),
        };
        self.at = end;
        let made = match token {
            Token::Null => Value::NONE,
            Token::True => Value::TRUE,
            Token::False => Value::FALSE,
            Token::Small(number) if self.parse_int.is_none() => iso.heap.new_int(number)?,
            Token::Small(_) | Token::Long => {
                let parser = self.parse_int.unwrap_or(TypeId::INT.value());
                self.parse(iso, parser, start)?
            }
            Token::Float => self.float(iso, start)?,
            Token::Plain(range) => iso.heap.new_substring(self.document, range)?,
            Token::Escaped(text) => iso.heap.new_str(&text)?,
            Token::Constant(word) => {
                let word = iso.new_str(word)?;
                iso.call(self.parse_constant, &[word])?
            }
            Token::List => return self.open_list(iso),
            Token::Object => return self.open_object(iso),
        };
        Ok(Some(made))
    }

    /// What a function makes of the number between a place and the one reached.
    fn parse(&self, iso: &mut Isolate, parser: Value, start: usize) -> Completion {
        let text = iso.heap.new_substring(self.document, start..self.at)?;
        iso.keep(text);
        iso.call(parser, &[text])
    }

    fn float(&self, iso: &mut Isolate, start: usize) -> Completion {
        if let Some(parser) = self.parse_float {
            return self.parse(iso, parser, start);
        }
        let text = self.text(iso).get(start..self.at).unwrap_or(&[]);
        match core::str::from_utf8(text).ok().and_then(parse_float) {
            Some(float) => Ok(iso.heap.new_float(float)?),
            None => self.parse(iso, TypeId::FLOAT.value(), start),
        }
    }

    fn open_list(&mut self, iso: &mut Isolate) -> Completion<Option<Value>> {
        let list = iso.heap.new_list(&[])?;
        if self.next_byte(iso) == b']' {
            self.at += 1;
            return Ok(Some(list));
        }
        if is_too_deep(iso, self.open.len()) {
            return Err(too_deep(iso, "decoding a JSON array from a unicode string"));
        }
        let list = self.kept(iso, list);
        self.open.try_reserve(1).map_err(|_| OutOfMemory)?;
        self.open.push(Open::List(list));
        Ok(None)
    }

    fn open_object(&mut self, iso: &mut Isolate) -> Completion<Option<Value>> {
        let pairs = self.pairs_hook.is_some();
        let container = if pairs { iso.heap.new_list(&[])? } else { iso.heap.new_dict()? };
        let container = self.kept(iso, container);
        let open = if pairs { Open::Pairs } else { Open::Object };
        if self.next_byte(iso) == b'}' {
            self.at += 1;
            return self.finish(iso, open(container, Value::NONE)).map(Some);
        }
        if is_too_deep(iso, self.open.len()) {
            return Err(too_deep(iso, "decoding a JSON object from a unicode string"));
        }
        let key = self.read_key(iso)?;
        self.open.try_reserve(1).map_err(|_| OutOfMemory)?;
        self.open.push(open(container, key));
        Ok(None)
    }

    /// Reads a name and the colon, up to the value.
    fn read_key(&mut self, iso: &mut Isolate) -> Completion {
        if byte_at(self.text(iso), self.at) != b'"' {
            return Err(self.error(iso, "Expecting property name enclosed in double quotes", self.at));
        }
        let (token, end) = match read_token(self.text(iso), self.at, self.strict) {
            Ok(found) => found,
            Err(TokenError::NoValue) => return Err(raise::internal(iso)),
            Err(TokenError::String(error)) => return Err(self.error(iso, error.message, error.at)),
        };
        self.at = end;
        let key = match token {
            Token::Plain(range) => self.keys.get(iso, self.document, range, self.calls)?,
            Token::Escaped(text) => {
                let key = iso.heap.new_str(&text)?;
                self.kept(iso, key)
            }
            _ => return Err(raise::internal(iso)),
        };
        if self.next_byte(iso) != b':' {
            return Err(self.error(iso, "Expecting ':' delimiter", self.at));
        }
        self.at += 1;
        self.next_byte(iso);
        Ok(key)
    }

    /// Goes from a comma to the value behind it.
    fn pass_comma(&mut self, iso: &mut Isolate, is_list: bool) -> Completion<()> {
        let comma = self.at;
        self.at += 1;
        match self.next_byte(iso) {
            b']' if is_list => return Err(self.error(iso, "Illegal trailing comma before end of array", comma)),
            b'}' if !is_list => return Err(self.error(iso, "Illegal trailing comma before end of object", comma)),
            _ => {}
        }
        if is_list {
            return Ok(());
        }
        let next = self.read_key(iso)?;
        if let Some(Open::Object(_, key) | Open::Pairs(_, key)) = self.open.last_mut() {
            *key = next;
        }
        Ok(())
    }

    fn put(&self, iso: &mut Isolate, open: Open, value: Value) -> Completion<()> {
        match open {
            Open::List(list) => iso.heap.list_append(list, value)?,
            Open::Object(dict, key) => iso.heap.dict_set_plain(dict, key, value)?,
            Open::Pairs(list, key) => {
                let pair = iso.heap.new_tuple(&[key, value])?;
                iso.heap.list_append(list, pair)?;
            }
        }
        Ok(())
    }

    fn close(&self, iso: &mut Isolate, open: Open) -> Completion {
        match open {
            Open::List(list) => Ok(list),
            object => self.finish(iso, object),
        }
    }

    /// What the program wants of an object.
    fn finish(&self, iso: &mut Isolate, open: Open) -> Completion {
        match (open, self.pairs_hook, self.object_hook) {
            (Open::Pairs(list, _), Some(hook), _) => iso.call(hook, &[list]),
            (Open::Object(dict, _), _, Some(hook)) => iso.call(hook, &[dict]),
            (Open::List(container) | Open::Object(container, _) | Open::Pairs(container, _), ..) => Ok(container),
        }
    }
}
