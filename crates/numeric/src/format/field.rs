//! Numbers put straight into the text they are for: what needs no separators between digits is appended first and then
//! moved to its place in the field.

use super::{Align, FormatError, FormatSpec, Sign};
use crate::natural::OutOfMemory;
use alloc::vec::Vec;

/// Puts `fill` into a text, so that what was appended from `start` on takes at least `width` bytes: `inside` is where the
/// digits begin, behind sign and prefix.
pub(super) fn pad(
    out: &mut Vec<u8>,
    start: usize,
    inside: usize,
    width: usize,
    (fill, align): (u8, Align),
) -> Result<(), OutOfMemory> {
    let end = out.len();
    let padding = width.saturating_sub(end.saturating_sub(start));
    if padding == 0 {
        return Ok(());
    }
    out.try_reserve(padding)?;
    out.resize(end.saturating_add(padding), fill);
    let (at, before) = match align {
        Align::Left => return Ok(()),
        Align::Right => (start, padding),
        Align::Center => (start, padding / 2),
        Align::AfterSign => (inside, padding),
    };
    let moved = at.saturating_add(before);
    if at <= end && moved <= out.len() {
        out.copy_within(at..end, moved);
        let behind = moved.saturating_add(end.saturating_sub(at));
        for place in [at..moved, behind..out.len()] {
            if let Some(place) = out.get_mut(place) {
                place.fill(fill);
            }
        }
    }
    Ok(())
}

/// The fill of a specification without separators, if it is a single byte.
pub(super) fn plain_fill(spec: &FormatSpec) -> Option<u8> {
    match (spec.grouping, spec.fraction_grouping) {
        (None, None) => u8::try_from(u32::from(spec.fill)).ok().filter(u8::is_ascii),
        _ => None,
    }
}

/// What a specification puts before a number that isn't negative.
pub(super) const fn positive_sign(sign: Option<Sign>) -> Option<u8> {
    match sign {
        Some(Sign::Plus) => Some(b'+'),
        Some(Sign::Space) => Some(b' '),
        _ => None,
    }
}

/// The most digits of a machine word: those of base 2.
const MACHINE_DIGITS: usize = 64;

/// The digits of a machine word in base 2, 8, 10 or 16, at the end of a buffer.
pub(super) struct MachineDigits {
    buffer: [u8; MACHINE_DIGITS],
    start: usize,
}

impl MachineDigits {
    /// `upper` is for the letters of base 16.
    pub(super) fn new(mut value: u64, base: u32, upper: bool) -> Self {
        let mut digits = Self { buffer: [b'0'; MACHINE_DIGITS], start: MACHINE_DIGITS };
        let shift = match base {
            2 => 1,
            8 => 3,
            16 => 4,
            _ => 0,
        };
        let mask = (1u64 << shift).wrapping_sub(1);
        let letters = if upper { b'A' } else { b'a' };
        for place in digits.buffer.iter_mut().rev() {
            let digit = if shift == 0 { value % 10 } else { value & mask } as u8;
            value = if shift == 0 { value / 10 } else { value >> shift };
            *place = if digit < 10 { b'0'.wrapping_add(digit) } else { letters.wrapping_add(digit).wrapping_sub(10) };
            digits.start = digits.start.saturating_sub(1);
            if value == 0 {
                break;
            }
        }
        digits
    }

    /// The digits as ASCII.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }
}

/// Appends bytes.
pub(super) fn append(out: &mut Vec<u8>, bytes: &[u8]) -> Result<(), FormatError> {
    out.try_reserve(bytes.len()).map_err(OutOfMemory::from)?;
    out.extend_from_slice(bytes);
    Ok(())
}
