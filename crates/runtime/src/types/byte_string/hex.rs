//! Bytes as hexadecimal numbers and back.

use super::search::reserved;
use crate::heap::OutOfMemory;
use alloc::vec::Vec;

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Where `hex` puts separators.
#[derive(Clone, Copy)]
pub(crate) struct Separator {
    /// The character.
    pub(crate) byte: u8,
    /// How many bytes stand between two: counted from the right, from the left if it is negative; never 0.
    pub(crate) distance: i64,
}

/// Bytes in two digits each.
pub(crate) fn to_hex(bytes: &[u8], separator: Option<Separator>) -> Result<Vec<u8>, OutOfMemory> {
    let group = separator.map_or(0, |separator| usize::try_from(separator.distance.unsigned_abs()).unwrap_or(0));
    let separators = bytes.len().saturating_sub(1).checked_div(group).unwrap_or(0);
    let mut out = reserved(bytes.len().checked_mul(2).and_then(|digits| digits.checked_add(separators)), usize::MAX)?;
    let digit = |digit: u8| DIGITS.get(usize::from(digit & 15)).copied().unwrap_or(b'0');
    if separators == 0 {
        out.resize(bytes.len() * 2, 0);
        let (places, _) = out.as_chunks_mut::<2>();
        for (place, byte) in places.iter_mut().zip(bytes) {
            *place = [digit(byte >> 4), digit(*byte)];
        }
        return Ok(out);
    }
    for (index, byte) in bytes.iter().enumerate() {
        if let Some(Separator { byte, distance }) = separator
            && index > 0
        {
            let counted = if distance > 0 { bytes.len() - index } else { index };
            if counted.checked_rem(group) == Some(0) {
                out.push(byte);
            }
        }
        out.extend_from_slice(&[digit(byte >> 4), digit(*byte)]);
    }
    Ok(out)
}

/// Why a text is no sequence of hexadecimal numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HexError {
    /// There is something else at this position.
    At(usize),
    /// The last number has only one digit.
    Odd,
}

/// What is no hexadecimal digit.
const NO_DIGIT: u8 = 0xff;

/// What each byte stands for as a hexadecimal digit.
static VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut digit = 0;
    while digit < DIGITS.len() {
        values[DIGITS[digit] as usize] = digit as u8;
        values[DIGITS[digit].to_ascii_uppercase() as usize] = digit as u8;
        digit += 1;
    }
    values
};

/// What a hexadecimal digit stands for.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn value_of(byte: u8) -> Option<u8> {
    VALUES.get(usize::from(byte)).copied().filter(|&value| value != NO_DIGIT)
}

/// What two hexadecimal digits stand for.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn value_of_pair(pair: [u8; 2]) -> Option<u8> {
    let [high, low] = pair.map(|byte| VALUES.get(usize::from(byte)).copied().unwrap_or(NO_DIGIT));
    ((high | low) != NO_DIGIT).then_some(high << 4 | low)
}

/// Reads numbers of two digits each, with white space between them.
pub(crate) fn from_hex(text: &[u8]) -> Result<Vec<u8>, HexError> {
    let mut out = Vec::with_capacity(text.len() / 2);
    let digit = |at: usize| value_of(text.get(at).copied()?);
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        // As long as digits come in pairs, nothing else has to be looked for.
        let (pairs, _) = text.get(at..).unwrap_or(&[]).as_chunks::<2>();
        let start = out.len();
        out.resize(start + pairs.len(), 0);
        let mut done = 0;
        let places = out.get_mut(start..).unwrap_or_default();
        for (places, pairs) in places.as_chunks_mut::<8>().0.iter_mut().zip(pairs.as_chunks::<8>().0) {
            let value = |byte: u8| VALUES.get(usize::from(byte)).copied().unwrap_or(NO_DIGIT);
            let digits = pairs.map(|pair| pair.map(value));
            if digits.iter().fold(0, |all, &[high, low]| all | high | low) == NO_DIGIT {
                break;
            }
            *places = digits.map(|[high, low]| high << 4 | low);
            done += 8;
        }
        for (place, pair) in places.iter_mut().zip(pairs).skip(done) {
            let Some(number) = value_of_pair(*pair) else { break };
            *place = number;
            done += 1;
        }
        out.truncate(start + done);
        if done > 0 {
            at += 2 * done;
            continue;
        }
        if super::cut::is_byte_space(byte) {
            at += 1;
            continue;
        }
        let high = digit(at).ok_or(HexError::At(at))?;
        if text.len() == at + 1 {
            return Err(HexError::Odd);
        }
        let low = digit(at + 1).ok_or(HexError::At(at + 1))?;
        out.push(high << 4 | low);
        at += 2;
    }
    Ok(out)
}
