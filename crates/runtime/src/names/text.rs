//! From names to their texts and back.

use super::list::Number;
use crate::value::{Immediate, Value};
use ferropy_bytecode::names::{FIRST, TEXTS};

/// The ASCII characters, to cut strings of one character from.
const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = byte as u8;
        byte += 1;
    }
    table
};

/// The empty string.
pub const EMPTY: Value = Value::immediate(Immediate::Name, 128);

/// How many names are special methods with a place in a builtin type's slot table.
pub const SPECIAL_COUNT: usize = Number::mro as usize + 1;

/// The bytes of a listed name. Other numbers, which are those of texts of frozen modules, give an empty text: ask
/// `Heap::name_bytes`.
#[inline]
#[must_use]
pub(crate) fn listed_bytes_of(number: u32) -> &'static [u8] {
    let number = number as usize;
    match number.checked_sub(FIRST) {
        Some(index) => TEXTS.get(index).map_or(&[], |text| text.as_bytes()),
        None => ASCII.get(number..number + 1).unwrap_or(&[]),
    }
}

/// The static text with that number: a name, or a text of frozen modules.
#[inline]
#[must_use]
pub(crate) const fn numbered(number: u32) -> Value {
    Value::immediate(Immediate::Name, number)
}

/// The static string, if the text is one ASCII character or empty.
#[inline]
#[must_use]
pub fn single_ascii(text: &[u8]) -> Option<Value> {
    match *text {
        [] => Some(EMPTY),
        [byte] if byte < 128 => Some(Value::immediate(Immediate::Name, u32::from(byte))),
        _ => None,
    }
}

/// The place of a special method in a builtin type's slot table.
#[cfg_attr(not(target_os = "none"), inline(always))]
#[must_use]
pub(crate) fn special_index(name: Value) -> Option<usize> {
    let index = (name.payload_of(Immediate::Name)? as usize).checked_sub(FIRST)?;
    (index < SPECIAL_COUNT).then_some(index)
}

/// The place of a special method in the slot table, by its text: for building the tables at compile time.
pub(crate) const fn special_index_of(text: &str) -> Option<usize> {
    let mut index = 0;
    while index < SPECIAL_COUNT {
        if equal(TEXTS[index], text) {
            return Some(index);
        }
        index += 1;
    }
    None
}

const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}
