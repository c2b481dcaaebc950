//! Instructions for a single character: whether they match, and how far they go when repeated.

use crate::program::{Program, Set, op};
use crate::units::Units;

/// Such an instruction, or one for several characters where something is checked.
#[derive(Clone, Copy)]
pub(super) enum Single<'a> {
    Character(u32),
    Either(u32, u32),
    Any,
    NotNewline,
    Set(Set<'a>),
    Bytes(&'a [u8]),
    Nothing,
}

/// The bytes behind an instruction.
#[cfg_attr(not(feature = "small"), inline(always))]
pub(super) fn bytes_at(program: Program<'_>, place: usize) -> &[u8] {
    let length = (program.at(place) >> 8) as usize;
    Program::to_bytes(program.from(place + 1)).get(..length).unwrap_or(&[])
}

impl<'a> Single<'a> {
    #[inline]
    pub(super) fn at(program: Program<'a>, place: usize) -> Single<'a> {
        let word = program.at(place);
        match word & 0xff {
            op::CHARACTER => Single::Character(word >> 8),
            op::EITHER => Single::Either(word >> 8, program.at(place + 1)),
            op::ANY => Single::Any,
            op::NOT_NEWLINE => Single::NotNewline,
            op::SET => Single::Set(Set::at(program, (word >> 8) as usize)),
            op::BYTES => Single::Bytes(bytes_at(program, place)),
            _ => Single::Nothing,
        }
    }

    /// Whether it matches at a position.
    #[cfg_attr(not(feature = "small"), inline(always))]
    pub(super) fn is_at<U: Units>(&self, text: U, at: usize) -> bool {
        let has = |is: &dyn Fn(u32) -> bool| text.next(at).is_some_and(|(code, _)| is(code));
        match *self {
            Single::Character(wanted) => text.next(at).is_some_and(|(code, _)| code == wanted),
            Single::Set(set) => text.next(at).is_some_and(|(code, _)| set.contains(code)),
            Single::Bytes(bytes) => text.bytes().get(at..).is_some_and(|rest| rest.starts_with(bytes)),
            Single::Either(one, other) => has(&|code| code == one || code == other),
            Single::Any => at < text.bytes().len(),
            Single::NotNewline => has(&|code| code != u32::from(b'\n')),
            Single::Nothing => false,
        }
    }

    /// Passes over as many characters as match, but no more than `most`: where that ends, and how many they are.
    pub(super) fn pass<U: Units>(&self, text: U, at: usize, most: u32) -> (usize, u32) {
        let bytes = text.bytes();
        match *self {
            Single::Any if text.is_single() => {
                let count = (bytes.len().saturating_sub(at) as u32).min(most);
                (at + count as usize, count)
            }
            Single::NotNewline if text.is_single() => {
                let rest = bytes.get(at..).unwrap_or(&[]);
                let rest = rest.get(..most as usize).unwrap_or(rest);
                let count = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                (at + count, count as u32)
            }
            Single::Any => pass_while(text, at, most, |_| true),
            Single::NotNewline => pass_while(text, at, most, |code| code != u32::from(b'\n')),
            Single::Character(wanted) => pass_while(text, at, most, |code| code == wanted),
            Single::Either(one, other) => pass_while(text, at, most, |code| code == one || code == other),
            Single::Set(set) => pass_while(text, at, most, |code| set.contains(code)),
            Single::Bytes(_) | Single::Nothing => (at, 0),
        }
    }
}

#[cfg_attr(not(feature = "small"), inline(always))]
fn pass_while<U: Units>(text: U, at: usize, most: u32, is: impl Fn(u32) -> bool) -> (usize, u32) {
    let (mut at, mut count) = (at, 0);
    while count < most
        && let Some((code, next)) = text.next(at)
        && is(code)
    {
        at = next;
        count += 1;
    }
    (at, count)
}
