//! Text as Python's strings hold it: generalised UTF-8.
//!
//! It is UTF-8 in which surrogates may be encoded as any other code point of three bytes:
//!
//! ```text
//! U+0000  … U+007F     0xxxxxxx
//! U+0080  … U+07FF     110xxxxx 10xxxxxx
//! U+0800  … U+FFFF     1110xxxx 10xxxxxx 10xxxxxx     U+D800 … U+DFFF start with ED A0 … ED BF
//! U+10000 … U+10FFFF   11110xxx 10xxxxxx 10xxxxxx 10xxxxxx
//! ```
//!
//! A pair of surrogates is not one character: Python keeps them apart, and so does this encoding. The functions
//! accept any bytes; what they give for malformed ones is unspecified but never a panic.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// The code point that stands for what can't be shown.
const REPLACEMENT: &str = "\u{fffd}";

/// Whether a code point is half of a surrogate pair.
#[must_use]
pub const fn is_surrogate(code: u32) -> bool {
    matches!(code, 0xd800..=0xdfff)
}

/// Appends a code point; beyond the last it appends the replacement character.
#[inline]
pub fn push(text: &mut Vec<u8>, code: u32) {
    // Arrays of known lengths: a slice of the longest would be copied by a call.
    match encode(code) {
        ([a, ..], 1) => text.push(a),
        ([a, b, ..], 2) => text.extend_from_slice(&[a, b]),
        ([a, b, c, _], 3) => text.extend_from_slice(&[a, b, c]),
        (bytes, _) => text.extend_from_slice(&bytes),
    }
}

/// The bytes of a code point, and how many of them count.
#[must_use]
#[inline]
pub const fn encode(code: u32) -> ([u8; 4], usize) {
    const fn tail(code: u32, shift: u32) -> u8 {
        0x80 | (code >> shift & 0x3f) as u8
    }
    match code {
        0..=0x7f => ([code as u8, 0, 0, 0], 1),
        0x80..=0x7ff => ([0xc0 | (code >> 6) as u8, tail(code, 0), 0, 0], 2),
        0x800..=0xffff => ([0xe0 | (code >> 12) as u8, tail(code, 6), tail(code, 0), 0], 3),
        0x10000..=0x10_ffff => ([0xf0 | (code >> 18) as u8, tail(code, 12), tail(code, 6), tail(code, 0)], 4),
        _ => ([0xef, 0xbf, 0xbd, 0], 3),
    }
}

/// The code points of a text, from either end.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    rest: &'a [u8],
}

/// The code points of a text.
#[must_use]
pub const fn code_points(text: &[u8]) -> CodePoints<'_> {
    CodePoints { rest: text }
}

impl<'a> CodePoints<'a> {
    /// What has not been read yet.
    #[must_use]
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.rest
    }
}

/// The lower six bits of a byte that goes on.
const fn low(byte: u8) -> u32 {
    (byte & 0x3f) as u32
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let (code, rest) = match self.rest {
            [] => return None,
            [a @ ..0x80, rest @ ..] => (u32::from(*a), rest),
            [a @ 0xc0..0xe0, b, rest @ ..] => (u32::from(a & 0x1f) << 6 | low(*b), rest),
            [a @ 0xe0..0xf0, b, c, rest @ ..] => (u32::from(a & 0x0f) << 12 | low(*b) << 6 | low(*c), rest),
            [a @ 0xf0..=0xff, b, c, d, rest @ ..] => {
                (u32::from(a & 0x07) << 18 | low(*b) << 12 | low(*c) << 6 | low(*d), rest)
            }
            [_, rest @ ..] => (0xfffd, rest),
        };
        self.rest = rest;
        Some(code)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.rest.len().div_ceil(4), Some(self.rest.len()))
    }
}

impl DoubleEndedIterator for CodePoints<'_> {
    fn next_back(&mut self) -> Option<u32> {
        let start = self.rest.iter().rposition(|byte| !is_continuation(*byte)).unwrap_or(0);
        let (rest, last) = self.rest.split_at_checked(start)?;
        self.rest = rest;
        Self { rest: last }.next()
    }
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// The length of the code point that the bytes start with; 0 if there are none.
#[must_use]
#[inline]
pub const fn length(text: &[u8]) -> usize {
    let length = match text {
        [] => 0,
        [0..=0xbf, ..] => 1,
        [0xc0..=0xdf, ..] => 2,
        [0xe0..=0xef, ..] => 3,
        _ => 4,
    };
    if length > text.len() { text.len() } else { length }
}

/// How many code points a text has.
#[must_use]
pub fn count(text: &[u8]) -> usize {
    // Sums of single bytes, which can't overflow within a stretch, are what processors add sixteen at a time.
    const STRETCH: usize = 255;
    let starts =
        |stretch: &[u8]| stretch.iter().fold(0u8, |sum, byte| sum.wrapping_add(u8::from(!is_continuation(*byte))));
    text.chunks(STRETCH).map(|stretch| usize::from(starts(stretch))).sum()
}

/// How many bytes are passed over at once by [`byte_index`].
const BLOCK: usize = 64;

/// Where the code point of that index starts; the text's length for the index behind the last.
#[must_use]
pub fn byte_index(text: &[u8], index: usize) -> Option<usize> {
    let (mut remaining, mut position) = (index, 0usize);
    let (blocks, _) = text.as_chunks::<BLOCK>();
    for block in blocks {
        let within = count(block);
        if within > remaining {
            break;
        }
        remaining = remaining.saturating_sub(within);
        position = position.saturating_add(BLOCK);
    }
    let rest = text.get(position..)?;
    for (offset, byte) in rest.iter().enumerate() {
        if !is_continuation(*byte) {
            let Some(fewer) = remaining.checked_sub(1) else {
                return position.checked_add(offset);
            };
            remaining = fewer;
        }
    }
    (remaining == 0).then_some(text.len())
}

/// How many code points start before that byte: the opposite of [`byte_index`].
#[must_use]
pub fn code_point_index(text: &[u8], position: usize) -> usize {
    count(text.get(..position).unwrap_or(text))
}

/// Checks that bytes are generalised UTF-8; the error is where the first malformed code point starts.
pub fn validate(bytes: &[u8]) -> Result<(), usize> {
    let mut position = 0usize;
    loop {
        let rest = bytes.get(position..).unwrap_or_default();
        let Err(error) = core::str::from_utf8(rest) else {
            return Ok(());
        };
        position = position.saturating_add(error.valid_up_to());
        match bytes.get(position..) {
            Some([0xed, 0xa0..=0xbf, 0x80..=0xbf, ..]) => position = position.saturating_add(3),
            _ => return Err(position),
        }
    }
}

/// The text as a string, if it has no surrogates.
#[must_use]
pub fn as_str(text: &[u8]) -> Option<&str> {
    core::str::from_utf8(text).ok()
}

/// The text as a string, with the replacement character for each surrogate.
#[must_use]
pub fn to_str_lossy(text: &[u8]) -> Cow<'_, str> {
    if let Some(text) = as_str(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (valid, surrogate) in chunks(text) {
        out.push_str(valid);
        if !surrogate.is_empty() {
            out.push_str(REPLACEMENT);
        }
    }
    Cow::Owned(out)
}

/// The stretches of a text without surrogates, each with the bytes of the surrogate that follows it, if any.
///
/// A malformed byte counts as a surrogate.
pub fn chunks(text: &[u8]) -> impl Iterator<Item = (&str, &[u8])> {
    let mut rest = text;
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let valid_up_to = core::str::from_utf8(rest).map_or_else(|error| error.valid_up_to(), str::len);
        let (valid, after) = rest.split_at_checked(valid_up_to)?;
        let length = match after {
            [0xed, 0xa0..=0xbf, 0x80..=0xbf, ..] => 3,
            _ => after.len().min(1),
        };
        let (surrogate, after) = after.split_at_checked(length)?;
        rest = after;
        Some((core::str::from_utf8(valid).unwrap_or_default(), surrogate))
    })
}
