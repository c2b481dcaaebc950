//! Formats: what a format's text says, with no memory of its own unless it is long.

use super::{complex, error};
use crate::WORDS_ARE_WIDE;
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::heap::Heap;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// One code of a format: the letter, the size of one item, how many there are, and the padding before them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Code {
    pub(super) letter: u8,
    size: u8,
    padding: u8,
    count: u32,
}

impl Code {
    pub(super) fn size(self) -> usize {
        usize::from(self.size)
    }

    pub(super) fn padding(self) -> usize {
        usize::from(self.padding)
    }

    pub(super) fn count(self) -> usize {
        self.count as usize
    }
}

/// How many codes a format has room for by itself.
const NEAR: usize = 8;

/// A format read: its codes, its size, and whether the low byte comes first.
#[derive(Debug)]
pub(super) struct Format {
    /// The first codes; where there are more, all of them lie in `far`.
    near: [Code; NEAR],
    length: usize,
    far: Vec<Code>,
    pub(super) size: usize,
    /// How many values it packs.
    pub(super) values: usize,
    little: bool,
    /// Whether sizes and alignment are the machine's.
    pub(super) native: bool,
}

/// The size and the alignment of a code: native or standard.
const fn size_of_code(letter: u8, native: bool) -> Option<(usize, usize)> {
    let long = if native { size_of::<usize>() } else { 4 };
    let size = match letter {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => long,
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => size_of::<usize>(),
        // Complex numbers are two floats side by side.
        b'F' if complex::HAS_CODES => return Some((8, if native { 4 } else { 1 })),
        b'D' if complex::HAS_CODES => return Some((16, if native { 8 } else { 1 })),
        _ => return None,
    };
    Some((size, if native { size } else { 1 }))
}

/// The sizes and alignments of all codes, standard and native; no size where there is no such code.
static CODES: [[(u8, u8); 256]; 2] = [codes(false), codes(true)];

const fn codes(native: bool) -> [(u8, u8); 256] {
    let mut codes = [(0, 0); 256];
    let mut letter = 0;
    while letter < 256 {
        if let Some((size, alignment)) = size_of_code(letter as u8, native) {
            codes[letter] = (size as u8, alignment as u8);
        }
        letter += 1;
    }
    codes
}

/// Whether this machine puts the low byte first.
const NATIVE_IS_LITTLE: bool = u16::from_ne_bytes([1, 0]) == 1;

impl Format {
    /// Reads the format that a str or bytes object is.
    pub(super) fn read(iso: &mut Isolate, format: Value) -> Completion<Format> {
        let inner = iso.unwrap(format);
        let Some(text) = iso.heap.str_bytes(inner).or_else(|| iso.heap.bytes(inner)) else {
            let kind = iso.class_qualname(iso.type_of(format));
            return Err(raise::type_error(
                iso,
                &format!("Struct() argument 1 must be a str or bytes object, not {kind}"),
            ));
        };
        Format::parse(text).map_err(|message| error(iso, message))
    }

    /// The format that a string is, if there is nothing wrong with it.
    #[inline(always)]
    pub(super) fn of_text(heap: &Heap, text: Value) -> Option<Format> {
        Format::parse(heap.str_bytes(text)?).ok()
    }

    /// Reads a format's text; what is wrong with it.
    fn parse(text: &[u8]) -> Result<Format, &'static str> {
        // No code is a null character, so where there is one something is wrong.
        Format::parse_codes(text).map_err(|wrong| if text.contains(&0) { "embedded null character" } else { wrong })
    }

    fn parse_codes(text: &[u8]) -> Result<Format, &'static str> {
        /// A size far below the largest.
        const SHORT: usize = 1 << 16;
        let (native, little, rest) = match text.split_first() {
            Some((b'@', rest)) => (true, NATIVE_IS_LITTLE, rest),
            Some((b'=', rest)) => (false, NATIVE_IS_LITTLE, rest),
            Some((b'<', rest)) => (false, true, rest),
            Some((b'>' | b'!', rest)) => (false, false, rest),
            _ => (true, NATIVE_IS_LITTLE, text),
        };
        let none = Code { letter: b'x', size: 1, padding: 0, count: 0 };
        let mut parsed = Format { near: [none; NEAR], length: 0, far: Vec::new(), size: 0, values: 0, little, native };
        let mut count: Option<usize> = None;
        for &letter in rest {
            if WORDS_ARE_WIDE
                && count.is_none()
                && parsed.size < SHORT
                && let (size @ 1.., alignment) = CODES[usize::from(native)][usize::from(letter)]
            {
                // Most stand for one item, and nothing can become too large yet.
                let (size, alignment) = (usize::from(size), usize::from(alignment));
                let padding = parsed.size.wrapping_neg() & (alignment - 1);
                parsed.size += padding + size;
                parsed.values += usize::from(letter != b'x');
                parsed.push(Code { letter, size: size as u8, padding: padding as u8, count: 1 });
                continue;
            }
            if letter.is_ascii_whitespace() && count.is_none() {
                continue;
            }
            if letter.is_ascii_digit() {
                let digit = usize::from(letter - b'0');
                let longer = count.unwrap_or(0).checked_mul(10).and_then(|count| count.checked_add(digit));
                count = Some(longer.ok_or(TOO_LONG)?);
                continue;
            }
            let Some((size, alignment)) = size_of_code(letter, native) else {
                return Err("bad char in struct format");
            };
            // Alignments are powers of two.
            let padding = parsed.size.wrapping_neg() & (alignment - 1);
            let count = count.take().unwrap_or(1);
            let total = count.checked_mul(size).and_then(|size| size.checked_add(parsed.size)?.checked_add(padding));
            parsed.size = total.filter(|&total| u32::try_from(total).is_ok()).ok_or(TOO_LONG)?;
            parsed.values += match letter {
                b'x' => 0,
                b's' | b'p' => 1,
                _ => count,
            };
            parsed.push(Code { letter, size: size as u8, padding: padding as u8, count: count as u32 });
        }
        if count.is_some() {
            return Err("repeat count given without format specifier");
        }
        Ok(parsed)
    }

    fn push(&mut self, code: Code) {
        if let Some(place) = self.near.get_mut(self.length) {
            *place = code;
            self.length += 1;
            return;
        }
        if self.far.is_empty() {
            self.far.extend_from_slice(&self.near);
        }
        self.far.push(code);
    }

    /// The codes, in order.
    pub(super) fn codes(&self) -> &[Code] {
        if self.far.is_empty() { self.near.get(..self.length).unwrap_or(&[]) } else { &self.far }
    }

    /// Adds the bytes of an integer of a size, in this format's order.
    pub(super) fn put(&self, out: &mut Vec<u8>, bits: u64, size: usize) {
        let bytes = self.bytes_of(bits, size);
        match size {
            1 => out.push(bytes[0]),
            8 => out.extend_from_slice(&bytes),
            _ => out.extend_from_slice(bytes.get(..size).unwrap_or(&bytes)),
        }
    }

    /// The bytes of an integer in this format's order: the first so many.
    pub(super) fn bytes_of(&self, bits: u64, size: usize) -> [u8; 8] {
        if self.little { bits.to_le_bytes() } else { (bits << (64 - 8 * size)).to_be_bytes() }
    }

    /// The integer that the first so many of eight bytes are in this format's order.
    pub(super) fn get_first(&self, bytes: [u8; 8], size: usize) -> u64 {
        let rest = 64_u32.saturating_sub(8 * size as u32);
        if self.little {
            u64::from_le_bytes(bytes).unbounded_shl(rest).unbounded_shr(rest)
        } else {
            u64::from_be_bytes(bytes).unbounded_shr(rest)
        }
    }

    /// The integer that bytes in this format's order are.
    pub(super) fn get(&self, bytes: &[u8]) -> u64 {
        let join = |bits: u64, byte: &u8| bits << 8 | u64::from(*byte);
        if self.little { bytes.iter().rev().fold(0, join) } else { bytes.iter().fold(0, join) }
    }
}

const TOO_LONG: &str = "total struct size too long";
