//! Where a match may start.

use super::Matcher;
use super::single::Single;
use crate::program::{Program, header};
use crate::units::Units;

impl Matcher {
    /// The first position, from that of the start on, where a match may start.
    pub(super) fn seek<U: Units>(&self, program: Program<'_>, text: U) -> Option<usize> {
        let bytes = text.bytes();
        let flags = program.at(header::FLAGS);
        if flags != 0 && self.start > 0 {
            if flags & header::IS_ANCHORED != 0 {
                return None;
            }
            // Behind a newline, whose byte is part of no other character.
            let rest = bytes.get(self.start - 1..)?;
            return memchr::memchr(b'\n', rest).map(|offset| self.start + offset);
        }
        let rest = bytes.get(self.start..)?;
        if rest.len() < program.at(header::WIDTH) as usize {
            return None;
        }
        let first = program.at(header::FIRST) as usize;
        if first == 0 {
            return Some(self.start);
        }
        match Single::at(program, first) {
            Single::Bytes(wanted) => find_bytes(rest, wanted),
            Single::Character(code) => find_code(text, self.start, code),
            Single::Either(one @ 0..0x80, other @ 0..0x80) => memchr::memchr2(one as u8, other as u8, rest),
            Single::Set(set) => return find(text, self.start, |code| set.contains(code)),
            Single::NotNewline => return find(text, self.start, |code| code != u32::from(b'\n')),
            Single::Any => (!rest.is_empty()).then_some(0),
            Single::Either(one, other) => return find(text, self.start, |code| code == one || code == other),
            Single::Nothing => Some(0),
        }
        .map(|offset| self.start + offset)
    }
}

fn find_code<U: Units>(text: U, start: usize, code: u32) -> Option<usize> {
    match u8::try_from(code) {
        Ok(byte) if text.is_single() || byte.is_ascii() => memchr::memchr(byte, text.bytes().get(start..)?),
        _ => find(text, start, |found| found == code).map(|at| at - start),
    }
}

#[cfg_attr(not(feature = "small"), inline(always))]
fn find<U: Units>(text: U, start: usize, is: impl Fn(u32) -> bool) -> Option<usize> {
    let mut at = start;
    loop {
        let (code, next) = text.next(at)?;
        if is(code) {
            return Some(at);
        }
        at = next;
    }
}

/// The bytes in others, by their first one.
fn find_bytes(rest: &[u8], wanted: &[u8]) -> Option<usize> {
    let (&first, others) = wanted.split_first()?;
    let mut from = 0;
    loop {
        from += memchr::memchr(first, rest.get(from..)?)?;
        if rest.get(from + 1..)?.starts_with(others) {
            return Some(from);
        }
        from += 1;
    }
}
