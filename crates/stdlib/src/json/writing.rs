//! Writing: the text of an object, made in one piece.

use super::strings::{MOST_GROWTH, write_string};
use super::{is_too_deep, too_deep};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_numeric::float::repr;
use ferropy_runtime::heap::{Kind, OutOfMemory};
use ferropy_runtime::{Completion, Isolate, Raised, Value, names, raise};

/// Who puts strings in quotes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Quoting {
    /// This module, with escapes for all that is not ASCII.
    Ascii,
    /// This module, as they are.
    Plain,
    /// A function of the program.
    Function(Value),
}

/// A list or object that is being written, or one that `default` turned into another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    kind: OpenKind,
    /// The object as the program has it: for notes, and to find circles.
    object: Value,
    /// Nothing was written in it yet.
    is_empty: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum OpenKind {
    /// The list or tuple that is walked over, and the index of the next item.
    Sequence(Value, usize),
    /// A dict, the number of its next entry, and the key whose value is written, Unbound before it.
    Dict(Value, usize, Value),
    /// A list of pairs, the index of the next one, and the key.
    Pairs(Value, usize, Value),
    /// What `default` gave is written.
    Default,
}

/// What comes next in the innermost container.
enum Step {
    /// An object to write.
    Value(Value),
    /// Its end.
    End,
}

/// The text that is made, and how.
#[derive(Debug)]
pub(super) struct Writer {
    /// The text so far.
    pub(super) out: Vec<u8>,
    pub(super) open: Vec<Open>,
    /// A list that keeps alive what is open: for each the container that is walked over, the object and the key.
    pub(super) held: Value,
    /// Whether an object that is open already is an error.
    pub(super) check_circular: bool,
    /// The function for objects of other types.
    pub(super) default: Value,
    pub(super) quoting: Quoting,
    /// What is written at the start of a line for each level; nothing for a single line.
    pub(super) indent: Option<Vec<u8>>,
    /// The level to start with.
    pub(super) level: usize,
    pub(super) key_separator: Vec<u8>,
    pub(super) item_separator: Vec<u8>,
    pub(super) sort_keys: bool,
    /// Leave out keys of other types.
    pub(super) skip_keys: bool,
    /// Write numbers that JSON has no words for.
    pub(super) allow_nan: bool,
}

/// Bytes of something short.
const SHORT: usize = 64;

/// How many values of [`Writer::held`] there are for each open object.
const HELD: usize = 3;

impl Writer {
    /// Writes an object and all in it.
    pub(super) fn write(&mut self, iso: &mut Isolate, object: Value) -> Completion<()> {
        self.value(iso, object)?;
        while let Some(&open) = self.open.last() {
            match self.step(iso, open)? {
                Step::Value(value) => self.value(iso, value)?,
                Step::End => self.close(iso, open)?,
            }
        }
        Ok(())
    }

    /// Writes what is no container, or the start of what is one.
    fn value(&mut self, iso: &mut Isolate, value: Value) -> Completion<()> {
        self.make_room()?;
        if self.scalar(iso, value)? {
            return Ok(());
        }
        let inner = iso.unwrap(value);
        match iso.heap.kind(inner) {
            Some(Kind::List | Kind::Tuple) => self.open_sequence(iso, value, inner),
            Some(Kind::Dict) => self.open_dict(iso, value, inner),
            _ => self.open_default(iso, value),
        }
    }

    /// Writes a number, a string or a constant; whether it was one.
    fn scalar(&mut self, iso: &mut Isolate, value: Value) -> Completion<bool> {
        if let Some(int) = value.as_small_int() {
            self.out.extend_from_slice(format!("{int}").as_bytes());
            return Ok(true);
        }
        match value {
            Value::NONE => self.out.extend_from_slice(b"null"),
            Value::TRUE => self.out.extend_from_slice(b"true"),
            Value::FALSE => self.out.extend_from_slice(b"false"),
            _ if iso.as_str(value).is_some() => self.string(iso, value)?,
            _ if iso.is_int(value) => {
                let text = iso.int_to_decimal(value)?;
                self.out.try_reserve(text.len() + SHORT).map_err(|_| OutOfMemory)?;
                self.out.extend_from_slice(text.as_bytes());
            }
            _ => {
                let Some(float) = iso.as_float(value) else { return Ok(false) };
                let text = self.float(iso, float, value)?;
                self.out.extend_from_slice(text.as_bytes());
            }
        }
        Ok(true)
    }

    fn string(&mut self, iso: &mut Isolate, string: Value) -> Completion<()> {
        let text = iso.as_str(string).and_then(|string| iso.heap.str_bytes(string));
        let length = text.map_or(0, <[u8]>::len);
        iso.spare(2 * self.out.len() + MOST_GROWTH * length)?;
        let ascii = match self.quoting {
            Quoting::Ascii => true,
            Quoting::Plain => false,
            Quoting::Function(function) => {
                let made = iso.call(function, &[string])?;
                let Some(text) = iso.as_str(made).and_then(|text| iso.heap.str_bytes(text)) else {
                    let kind = iso.type_name(made);
                    let message = format!("encoder() must return a string, not {kind}");
                    return Err(raise::type_error(iso, &message));
                };
                self.out.extend_from_slice(text);
                return Ok(());
            }
        };
        let text = iso.as_str(string).and_then(|text| iso.heap.str_bytes(text)).unwrap_or(&[]);
        write_string(&mut self.out, text, ascii);
        Ok(())
    }

    /// The text of a float, which is that of the object.
    fn float(&self, iso: &mut Isolate, float: f64, object: Value) -> Completion<String> {
        if float.is_finite() {
            return Ok(repr(float));
        }
        if !self.allow_nan {
            let text = iso.repr_text(object)?;
            let message = format!("Out of range float values are not JSON compliant: {text}");
            return Err(raise::value_error(iso, &message));
        }
        Ok(if float.is_nan() {
            "NaN"
        } else if float > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
        .into())
    }

    fn open_sequence(&mut self, iso: &mut Isolate, object: Value, inner: Value) -> Completion<()> {
        // A subclass may have an `__iter__` of its own.
        let items = if inner == object { inner } else { iso.collect_items(object)? };
        if iso.heap.sequence_len(items) == 0 {
            self.out.extend_from_slice(b"[]");
            return Ok(());
        }
        self.push(iso, object, items, OpenKind::Sequence(items, 0))?;
        self.out.push(b'[');
        Ok(())
    }

    fn open_dict(&mut self, iso: &mut Isolate, object: Value, inner: Value) -> Completion<()> {
        if iso.len(object)? == 0 {
            self.out.extend_from_slice(b"{}");
            return Ok(());
        }
        let kind = if inner == object && !self.sort_keys {
            OpenKind::Dict(inner, 0, Value::UNBOUND)
        } else {
            let items = iso.call_method(object, names::items, &[])?;
            let items = iso.collect_items(items)?;
            if self.sort_keys {
                let sort = iso.intern("sort")?;
                iso.call_method(items, sort, &[])?;
            }
            OpenKind::Pairs(items, 0, Value::UNBOUND)
        };
        let (OpenKind::Dict(items, ..) | OpenKind::Pairs(items, ..)) = kind else { return Err(raise::internal(iso)) };
        self.push(iso, object, items, kind)?;
        self.out.push(b'{');
        Ok(())
    }

    fn open_default(&mut self, iso: &mut Isolate, object: Value) -> Completion<()> {
        self.check_open(iso, object)?;
        let default = self.default;
        let made = iso.scope(|iso| iso.call(default, &[object]))?;
        self.hold(iso, made, object)?;
        self.open.push(Open { kind: OpenKind::Default, object, is_empty: true });
        self.value(iso, made)
    }

    fn check_open(&self, iso: &mut Isolate, object: Value) -> Completion<()> {
        if self.check_circular && self.open.iter().any(|open| open.object == object) {
            return Err(raise::value_error(iso, "Circular reference detected"));
        }
        if is_too_deep(iso, self.open.len()) {
            return Err(too_deep(iso, "encoding a JSON object"));
        }
        Ok(())
    }

    fn push(&mut self, iso: &mut Isolate, object: Value, items: Value, kind: OpenKind) -> Completion<()> {
        self.check_open(iso, object)?;
        self.hold(iso, items, object)?;
        self.open.push(Open { kind, object, is_empty: true });
        Ok(())
    }

    fn hold(&self, iso: &mut Isolate, items: Value, object: Value) -> Completion<()> {
        Ok(iso.heap.extend_list(self.held, &[items, object, Value::NONE])?)
    }

    /// Finds what comes next in the innermost container, and writes what stands before it.
    fn step(&mut self, iso: &mut Isolate, open: Open) -> Completion<Step> {
        match open.kind {
            OpenKind::Default => Ok(Step::End),
            OpenKind::Sequence(items, index) => {
                let Some(item) = iso.heap.sequence_item(items, index) else { return Ok(Step::End) };
                self.set_kind(OpenKind::Sequence(items, index + 1));
                self.separate();
                Ok(Step::Value(item))
            }
            OpenKind::Dict(dict, mut next, _) => {
                while let Some((entry, key, value)) = iso.heap.next_entry(dict, next) {
                    next = entry + 1;
                    self.set_kind(OpenKind::Dict(dict, next, Value::UNBOUND));
                    self.hold_key(iso, key);
                    if self.key(iso, key)? {
                        self.set_kind(OpenKind::Dict(dict, next, key));
                        return Ok(Step::Value(value));
                    }
                }
                Ok(Step::End)
            }
            OpenKind::Pairs(items, mut next, _) => {
                while let Some(pair) = iso.heap.list_item(items, next) {
                    next += 1;
                    self.set_kind(OpenKind::Pairs(items, next, Value::UNBOUND));
                    let inner = iso.unwrap(pair);
                    if iso.heap.kind(inner) != Some(Kind::Tuple) || iso.heap.sequence_len(inner) != 2 {
                        return Err(raise::value_error(iso, "items must return 2-tuples"));
                    }
                    let part = |index: usize| iso.heap.tuple_item(inner, index).unwrap_or(Value::NONE);
                    let (key, value) = (part(0), part(1));
                    if self.key(iso, key)? {
                        self.set_kind(OpenKind::Pairs(items, next, key));
                        return Ok(Step::Value(value));
                    }
                }
                Ok(Step::End)
            }
        }
    }

    fn set_kind(&mut self, kind: OpenKind) {
        if let Some(open) = self.open.last_mut() {
            open.kind = kind;
        }
    }

    /// Keeps the key of the innermost dict, which the program may take out of it meanwhile.
    fn hold_key(&self, iso: &mut Isolate, key: Value) {
        let place = self.open.len() * HELD;
        if let Some(place) = place.checked_sub(1) {
            iso.heap.set_list_item(self.held, place, key);
        }
    }

    /// What stands between two items, or before the first.
    fn separate(&mut self) {
        let first = self.open.last_mut().is_none_or(|open| core::mem::replace(&mut open.is_empty, false));
        if !first {
            self.out.extend_from_slice(&self.item_separator);
        }
        self.new_line(0);
    }

    /// The start of a line in the innermost container, or of one so many levels further out.
    fn new_line(&mut self, outwards: usize) {
        let Some(indent) = &self.indent else { return };
        let containers = self.open.iter().filter(|open| !matches!(open.kind, OpenKind::Default)).count();
        self.out.push(b'\n');
        for _ in outwards..self.level + containers {
            self.out.extend_from_slice(indent);
        }
    }

    /// Writes the key of an entry and what stands around it; not, if it is to be left out.
    fn key(&mut self, iso: &mut Isolate, key: Value) -> Completion<bool> {
        let text = match key {
            Value::TRUE => "true".into(),
            Value::FALSE => "false".into(),
            Value::NONE => "null".into(),
            _ if iso.as_str(key).is_some() => {
                self.separate();
                self.string(iso, key)?;
                self.out.extend_from_slice(&self.key_separator);
                return Ok(true);
            }
            _ if iso.is_int(key) => iso.int_to_decimal(key)?,
            _ => match iso.as_float(key) {
                Some(float) => self.float(iso, float, key)?,
                None if self.skip_keys => return Ok(false),
                None => {
                    let kind = iso.type_name(key);
                    let message = format!("keys must be str, int, float, bool or None, not {kind}");
                    return Err(raise::type_error(iso, &message));
                }
            },
        };
        self.separate();
        if let Quoting::Function(_) = self.quoting {
            let text = iso.new_str(&text)?;
            self.string(iso, text)?;
        } else {
            write_string(&mut self.out, text.as_bytes(), true);
        }
        self.out.extend_from_slice(&self.key_separator);
        Ok(true)
    }

    /// Makes room for a container more, for the start of a line, and for something short.
    fn make_room(&mut self) -> Result<(), OutOfMemory> {
        let indent = self.indent.as_ref().map_or(0, Vec::len);
        let line = SHORT + indent * (self.level + self.open.len() + 1);
        self.open.try_reserve(1).and_then(|()| self.out.try_reserve(line)).map_err(|_| OutOfMemory)
    }

    /// The end of what is innermost.
    fn close(&mut self, iso: &mut Isolate, open: Open) -> Completion<()> {
        self.make_room()?;
        let bracket = match open.kind {
            OpenKind::Default => None,
            OpenKind::Sequence(..) => Some(b']'),
            OpenKind::Dict(..) | OpenKind::Pairs(..) => Some(b'}'),
        };
        if let Some(bracket) = bracket {
            if !open.is_empty {
                self.new_line(1);
            }
            self.out.push(bracket);
        }
        self.open.pop();
        let left = self.open.len() * HELD;
        let held = iso.heap.sequence_len(self.held);
        Ok(iso.heap.splice_list(self.held, left, held, &[])?)
    }

    /// Adds to the exception on its way where in the object it was raised, from the inside out.
    #[cold]
    pub(super) fn add_notes(&self, iso: &mut Isolate, raised: Raised) -> Raised {
        if self.open.is_empty() {
            return raised;
        }
        let exception = iso.take_exception();
        iso.keep(exception);
        for open in self.open.iter().rev() {
            if let Err(raised) = iso.scope(|iso| add_note(iso, exception, *open)) {
                return raised;
            }
        }
        iso.raise_exception(exception)
    }
}

fn add_note(iso: &mut Isolate, exception: Value, open: Open) -> Completion<()> {
    let class = iso.type_of(open.object);
    let (module, name) = (iso.class_module(class), iso.class_qualname(class));
    let kind = match module.as_deref() {
        None | Some("builtins" | "__main__") => name,
        Some(module) => format!("{module}.{name}"),
    };
    let note = match open.kind {
        OpenKind::Sequence(_, index) => {
            format!("when serializing {kind} item {}", index.saturating_sub(1)).into_bytes()
        }
        OpenKind::Default => format!("when serializing {kind} object").into_bytes(),
        // The key itself was at fault.
        OpenKind::Dict(_, _, Value::UNBOUND) | OpenKind::Pairs(_, _, Value::UNBOUND) => return Ok(()),
        OpenKind::Dict(_, _, key) | OpenKind::Pairs(_, _, key) => {
            let text = iso.repr(key)?;
            let mut note = format!("when serializing {kind} item ").into_bytes();
            note.extend_from_slice(iso.as_str(text).and_then(|text| iso.heap.str_bytes(text)).unwrap_or(&[]));
            note
        }
    };
    let note = iso.new_text(&note)?;
    iso.call_method(exception, names::add_note, &[note])?;
    Ok(())
}
