//! `translate` and `maketrans`.

use super::arguments::{argument_kind, single_character};
use crate::exceptions::raise;
use crate::heap::{Kind, OutOfMemory};
use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_unicode::wtf8;

/// What a translation table says about a character.
#[derive(Clone, Copy)]
enum Entry {
    /// It stays.
    Same,
    /// It goes.
    Nothing,
    /// Another character takes its place.
    Code(u32),
    /// A text takes its place: the value, kept.
    Text(Value),
}

impl Entry {
    /// Whether at most one ASCII character takes the place of an ASCII character.
    fn is_ascii(self, iso: &Isolate) -> bool {
        match self {
            Entry::Same | Entry::Nothing => true,
            Entry::Code(code) => code < 128,
            Entry::Text(text) => iso.heap.str_bytes(text).is_some_and(|bytes| bytes.len() == 1),
        }
    }
}

pub(super) fn translate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, table] = args else { return Err(raise::internal(iso)) };
    if let Some(translated) = translate_ascii(iso, this, table)? {
        return Ok(translated);
    }
    let length = iso.heap.text(this).map_or(0, |text| text.chars * size_of::<u32>() + 2 * text.bytes.len());
    iso.spare(length)?;
    let codes: Vec<u32> = wtf8::code_points(iso.heap.str_bytes(this).unwrap_or(&[])).collect();
    // As long as ASCII characters stay ASCII characters, each is looked up once: a table with methods of its own notices.
    let mut known = [const { None }; 128];
    let mut keeps = codes.iter().all(|&code| code < 128);
    let mut out = Vec::new();
    for code in codes {
        let entry = match known.get(code as usize).copied().flatten().filter(|_| keeps) {
            Some(entry) => entry,
            None => look_up(iso, table, code)?,
        };
        keeps = keeps && entry.is_ascii(iso);
        if let Some(place) = known.get_mut(code as usize) {
            *place = Some(entry);
        }
        match entry {
            Entry::Same => wtf8::push(&mut out, code),
            Entry::Nothing => {}
            Entry::Code(code) => wtf8::push(&mut out, code),
            Entry::Text(text) => {
                let bytes = iso.heap.str_bytes(text).unwrap_or(&[]);
                // And a character behind it.
                out.try_reserve(bytes.len() + 4).map_err(|_| OutOfMemory)?;
                out.extend_from_slice(bytes);
            }
        }
    }
    iso.new_text(&out)
}

/// An ASCII text of which all characters stay ASCII characters, by a dict of plain keys; nothing for others. Looking
/// keys up in such a dict runs no Python, so it may be done in any order.
fn translate_ascii(iso: &mut Isolate, this: Value, table: Value) -> Completion<Option<Value>> {
    if iso.heap.kind(table) != Some(Kind::Dict) || iso.heap.entries(table).any(|(key, _)| !iso.heap.is_plain_key(key)) {
        return Ok(None);
    }
    let mut mapped: [u8; 128] = core::array::from_fn(|code| code as u8);
    let mut present = [false; 128];
    for &byte in iso.heap.str_bytes(this).unwrap_or(&[]) {
        match present.get_mut(usize::from(byte)) {
            Some(place) => *place = true,
            None => return Ok(None),
        }
    }
    for code in (0..128u8).filter(|&code| present[usize::from(code)]) {
        let Some(found) = iso.heap.dict_get_plain(table, Value::small_int(i64::from(code))) else { continue };
        let single = match found.as_small_int() {
            Some(number) => u8::try_from(number).ok().filter(u8::is_ascii),
            None => match iso.heap.str_bytes(found) {
                Some(&[byte]) => Some(byte),
                _ => None,
            },
        };
        let Some(single) = single else { return Ok(None) };
        mapped[usize::from(code)] = single;
    }
    let text = iso.heap.str_bytes(this).unwrap_or(&[]);
    let translated: Vec<u8> = text.iter().map(|&byte| mapped[usize::from(byte & 0x7F)]).collect();
    iso.new_text(&translated).map(Some)
}

/// `table[code]`, understood.
fn look_up(iso: &mut Isolate, table: Value, code: u32) -> Completion<Entry> {
    let key = Value::small_int(i64::from(code));
    let found = if iso.heap.kind(table) == Some(Kind::Dict) {
        match iso.dict_get(table, key)? {
            Some(found) => Ok(found),
            None => return Ok(Entry::Same),
        }
    } else {
        iso.get_item(table, key)
    };
    let found = match found {
        Ok(found) => iso.keep(found),
        Err(raised) => {
            if iso.raised_is(TypeId::LOOKUP_ERROR) {
                iso.take_exception();
                return Ok(Entry::Same);
            }
            return Err(raised);
        }
    };
    if found.is_none() {
        return Ok(Entry::Nothing);
    }
    if let Some(text) = iso.as_str(found) {
        return Ok(Entry::Text(text));
    }
    if iso.is_int(found) {
        let code = iso.as_i64(found).and_then(|code| u32::try_from(code).ok()).filter(|&code| code <= 0x10_ffff);
        return match code {
            Some(code) => Ok(Entry::Code(code)),
            None => Err(raise::value_error(iso, "character mapping must be in range(0x110000)")),
        };
    }
    Err(raise::type_error(iso, "character mapping must return integer, None or str"))
}

pub(super) fn maketrans(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[from, to, removed] = args else { return Err(raise::internal(iso)) };
    let table = iso.new_dict()?;
    if to.is_unbound() {
        fill_from_dict(iso, table, from)?;
        return Ok(table);
    }
    for (value, place) in [(to, "argument 2"), (removed, "argument 3")] {
        if !value.is_unbound() {
            codes(iso, value, Some(place), "")?;
        }
    }
    let from = codes(iso, from, None, "first maketrans argument must be a string if there is a second argument")?;
    let to = codes(iso, to, Some("argument 2"), "")?;
    if from.len() != to.len() {
        return Err(raise::value_error(iso, "the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.into_iter().zip(to) {
        iso.dict_set(table, Value::small_int(i64::from(from)), Value::small_int(i64::from(to)))?;
    }
    if !removed.is_unbound() {
        for code in codes(iso, removed, Some("argument 3"), "")? {
            iso.dict_set(table, Value::small_int(i64::from(code)), Value::NONE)?;
        }
    }
    Ok(table)
}

/// The characters of an argument, which has to be a text.
fn codes(iso: &mut Isolate, value: Value, place: Option<&str>, otherwise: &str) -> Completion<Vec<u32>> {
    if let Some(text) = iso.as_str(value) {
        return Ok(wtf8::code_points(iso.heap.str_bytes(text).unwrap_or(&[])).collect());
    }
    match place {
        None => Err(raise::type_error(iso, otherwise)),
        Some(place) => {
            let kind = argument_kind(iso, value);
            Err(raise::type_error(iso, &format!("maketrans() {place} must be str, not {kind}")))
        }
    }
}

/// Keys of one character become numbers.
fn fill_from_dict(iso: &mut Isolate, table: Value, from: Value) -> Completion<()> {
    let dict = iso.unwrap(from);
    if iso.heap.kind(dict) != Some(Kind::Dict) {
        let message = "if you give only one argument to maketrans it must be a dict";
        return Err(raise::type_error(iso, message));
    }
    let mut next = 0;
    while let Some((entry, key, value)) = iso.heap.next_entry(dict, next) {
        next = entry + 1;
        let key = if let Some(text) = iso.as_str(key) {
            match single_character(iso, text) {
                Some(code) => Value::small_int(i64::from(code)),
                None => {
                    let message = "string keys in translate table must be of length 1";
                    return Err(raise::value_error(iso, message));
                }
            }
        } else if iso.is_int(key) {
            key
        } else {
            return Err(raise::type_error(iso, "keys in translate table must be strings or integers"));
        };
        iso.dict_set(table, key, value)?;
    }
    Ok(())
}
