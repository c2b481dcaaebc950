//! Searching and replacing in borrowed bytes: for `str` as well, because generalised UTF-8 finds a text exactly
//! where its bytes are.

use super::cut::everywhere;
use crate::buffers::with_room;
use crate::heap::OutOfMemory;
use alloc::vec::Vec;
use memchr::memmem;

/// Up to so many bytes a plain loop has found a byte before a call has begun to look for it.
const FEW: usize = 24;

/// Where the needle starts first.
pub(crate) fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match *needle {
        [] => Some(0),
        [byte] if haystack.len() <= FEW => find_byte(haystack, byte),
        [byte] => memchr::memchr(byte, haystack),
        // A searcher takes longer to make than a look at a few places.
        [first, ..] if haystack.len() <= FEW => {
            let last = haystack.len().checked_sub(needle.len())?;
            let starts = haystack.get(..=last)?.iter().enumerate();
            let mut starts = starts.filter(|&(_, &byte)| byte == first).map(|(start, _)| start);
            starts.find(|&start| haystack.get(start..).is_some_and(|rest| rest.starts_with(needle)))
        }
        _ => memmem::find(haystack, needle),
    }
}

/// Where a byte stands first among a few, of which eight are looked at together.
fn find_byte(haystack: &[u8], byte: u8) -> Option<usize> {
    let place = |word: &[u8; 8]| {
        let difference = u64::from_le_bytes(*word) ^ everywhere(byte);
        // The lowest of these bits is where the first zero is; those above it may be wrong.
        let zeros = difference.wrapping_sub(everywhere(1)) & !difference & everywhere(0x80);
        (zeros != 0).then_some((zeros.trailing_zeros() / 8) as usize)
    };
    let (words, rest) = haystack.as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        if let Some(place) = place(word) {
            return Some(8 * number + place);
        }
    }
    match haystack.last_chunk() {
        // Some bytes are looked at again, among which it is not.
        Some(last) => place(last).map(|place| haystack.len() - last.len() + place),
        None => rest.iter().position(|&other| other == byte),
    }
}

/// Where the needle starts last.
pub(crate) fn find_last(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match *needle {
        [] => Some(haystack.len()),
        [byte] => memchr::memrchr(byte, haystack),
        _ => memmem::rfind(haystack, needle),
    }
}

/// Calls `found` with the start of each occurrence from the left, none overlapping another, until it says no.
pub(crate) fn each_occurrence(haystack: &[u8], needle: &[u8], mut found: impl FnMut(usize) -> bool) {
    match *needle {
        [] => {}
        [byte] if haystack.len() <= FEW => {
            for (at, _) in haystack.iter().enumerate().filter(|&(_, &other)| other == byte) {
                if !found(at) {
                    return;
                }
            }
        }
        [byte] => {
            for at in memchr::memchr_iter(byte, haystack) {
                if !found(at) {
                    return;
                }
            }
        }
        _ => {
            for at in memmem::find_iter(haystack, needle) {
                if !found(at) {
                    return;
                }
            }
        }
    }
}

/// How often the needle, which isn't empty, occurs without overlapping.
pub(crate) fn count(haystack: &[u8], needle: &[u8]) -> usize {
    if let &[byte] = needle {
        return memchr::memchr_iter(byte, haystack).count();
    }
    let mut count = 0;
    each_occurrence(haystack, needle, |_| {
        count += 1;
        true
    });
    count
}

/// What to replace, and how often.
#[derive(Clone, Copy)]
pub(crate) struct Replacement<'a> {
    pub(crate) old: &'a [u8],
    pub(crate) new: &'a [u8],
    /// At most so many occurrences are replaced.
    pub(crate) most: usize,
    /// An empty `old` occurs before each byte that this accepts, and at the end.
    pub(crate) starts: fn(u8) -> bool,
    /// The most bytes that the result may have.
    pub(crate) limit: usize,
}

/// The haystack with occurrences of `old` replaced by `new`; nothing if there is none.
pub(crate) fn replace(haystack: &[u8], replacement: Replacement<'_>) -> Result<Option<Vec<u8>>, OutOfMemory> {
    let Replacement { old, new, most, limit, .. } = replacement;
    if most == 0 {
        return Ok(None);
    }
    if old.is_empty() {
        return interleave(haystack, replacement).map(Some);
    }
    if old.len() == new.len() {
        return replace_in_place(haystack, old, new, most);
    }
    let occurrences = if most == usize::MAX { count(haystack, old) } else { count(haystack, old).min(most) };
    if occurrences == 0 {
        return Ok(None);
    }
    let kept = haystack.len().saturating_sub(occurrences.saturating_mul(old.len()));
    let mut out = reserved(occurrences.checked_mul(new.len()).and_then(|added| added.checked_add(kept)), limit)?;
    let mut from = 0;
    let mut left = occurrences;
    each_occurrence(haystack, old, |at| {
        out.extend_from_slice(haystack.get(from..at).unwrap_or(&[]));
        out.extend_from_slice(new);
        from = at + old.len();
        left -= 1;
        left > 0
    });
    out.extend_from_slice(haystack.get(from..).unwrap_or(&[]));
    Ok(Some(out))
}

/// Replaces by something of the same length: a copy, overwritten where the needle is found.
fn replace_in_place(haystack: &[u8], old: &[u8], new: &[u8], most: usize) -> Result<Option<Vec<u8>>, OutOfMemory> {
    let Some(first) = find(haystack, old) else { return Ok(None) };
    let mut out = reserved(Some(haystack.len()), usize::MAX)?;
    out.extend_from_slice(haystack);
    let mut left = most;
    each_occurrence(haystack.get(first..).unwrap_or(&[]), old, |at| {
        if let Some(place) = out.get_mut(first + at..first + at + new.len()) {
            place.copy_from_slice(new);
        }
        left -= 1;
        left > 0
    });
    Ok(Some(out))
}

fn interleave(haystack: &[u8], replacement: Replacement<'_>) -> Result<Vec<u8>, OutOfMemory> {
    let Replacement { new, most, starts, limit, .. } = replacement;
    let boundaries = haystack.iter().filter(|&&byte| starts(byte)).count() + 1;
    let added = boundaries.min(most).checked_mul(new.len());
    let mut out = reserved(added.and_then(|added| added.checked_add(haystack.len())), limit)?;
    let mut left = most;
    for &byte in haystack {
        if left > 0 && starts(byte) {
            out.extend_from_slice(new);
            left -= 1;
        }
        out.push(byte);
    }
    if left > 0 {
        out.extend_from_slice(new);
    }
    Ok(out)
}

/// The first byte and those `step` places further on each, `count` in all.
pub(crate) fn every(bytes: &[u8], step: usize, count: usize) -> Vec<u8> {
    if step != 2 {
        return bytes.iter().step_by(step).take(count).copied().collect();
    }
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut out = Vec::with_capacity(count);
    out.extend(pairs.iter().take(count).map(|pair| pair[0]));
    if out.len() < count {
        out.extend_from_slice(rest);
    }
    out
}

/// An empty vector with room for `length` bytes, which are at most `most` and no more than an object can have.
pub(crate) fn reserved(length: Option<usize>, most: usize) -> Result<Vec<u8>, OutOfMemory> {
    let length = length.filter(|&length| length <= most && u32::try_from(length).is_ok()).ok_or(OutOfMemory)?;
    with_room(length)
}
