//! From names to their texts and back.

use super::list::{FIRST, Number, TEXT_TABLE, TEXTS};
use crate::value::{Immediate, Value};

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

/// The number of all names: numbers are below it.
pub const COUNT: usize = FIRST + Number::COUNT as usize;

/// The text of a name. Numbers out of range give the empty string.
#[inline]
#[must_use]
pub fn text_of(number: u32) -> &'static str {
    let number = number as usize;
    if number < 128 {
        return ASCII.get(number..number + 1).and_then(|byte| core::str::from_utf8(byte).ok()).unwrap_or("");
    }
    match number.checked_sub(FIRST) {
        Some(index) => TEXTS.get(index).copied().unwrap_or(""),
        None => "",
    }
}

/// The bytes of [`text_of`].
#[inline]
#[must_use]
pub fn bytes_of(number: u32) -> &'static [u8] {
    let number = number as usize;
    match number.checked_sub(FIRST) {
        Some(index) => TEXTS.get(index).map_or(&[], |text| text.as_bytes()),
        None => ASCII.get(number..number + 1).unwrap_or(&[]),
    }
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

/// All names with their values, to fill the interner with.
pub(crate) fn all_names() -> impl Iterator<Item = (&'static str, Value)> {
    (0..COUNT as u32).map(|number| (text_of(number), Value::immediate(Immediate::Name, number)))
}

/// The place of a special method in a builtin type's slot table.
#[inline(always)]
#[must_use]
pub(crate) fn special_index(name: Value) -> Option<usize> {
    let index = (name.payload_of(Immediate::Name)? as usize).checked_sub(FIRST)?;
    (index < SPECIAL_COUNT).then_some(index)
}

/// The place of a special method in the slot table, by its text: for building the tables at compile time.
pub(crate) const fn special_index_of(text: &str) -> Option<usize> {
    let mut index = 0;
    while index < SPECIAL_COUNT {
        if equal(TEXT_TABLE[index], text) {
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
