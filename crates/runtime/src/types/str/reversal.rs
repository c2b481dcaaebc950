//! A text from behind: eight bytes are turned together, because how long the next character is can't be foreseen.

use crate::types::byte_string::cut::everywhere;

/// The highest bit in the place of each byte that starts no character.
const fn continuations(word: u64) -> u64 {
    word & !(word << 1) & everywhere(0x80)
}

/// The characters from behind: the bytes in reverse order, and then those of each character the right way round again.
pub(super) fn write_reversed(text: &[u8], out: &mut [u8]) {
    let (first, words) = text.as_rchunks::<8>();
    let (places, last) = out.as_chunks_mut::<8>();
    for (place, word) in places.iter_mut().zip(words.iter().rev()) {
        *place = u64::from_le_bytes(*word).swap_bytes().to_le_bytes();
    }
    for (place, &byte) in last.iter_mut().zip(first.iter().rev()) {
        *place = byte;
    }
    if text.is_ascii() {
        return;
    }
    let mut at = 0;
    while let Some(rest) = out.get_mut(at..).filter(|rest| !rest.is_empty()) {
        if let Some(place) = rest.first_chunk_mut::<8>()
            && let Some((turned, done)) = turn_pairs(u64::from_le_bytes(*place))
        {
            *place = turned.to_le_bytes();
            at += done;
            continue;
        }
        // A character's first byte is the first one behind the others.
        let length = rest.iter().position(|&byte| !is_continuation(byte)).map_or(rest.len(), |last| last + 1);
        if let Some(character) = rest.get_mut(..length) {
            character.reverse();
        }
        at += length;
    }
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// Eight bytes of a reversed text with the two bytes of each character that has two in the right order, and how many are
/// done: a character may go on behind them. Nothing if longer characters are among them.
const fn turn_pairs(word: u64) -> Option<(u64, usize)> {
    let leads = word & word << 1 & everywhere(0x80);
    let continuations = continuations(word);
    // Each lead has one byte before it, and only the last byte may lack its lead.
    let last = continuations & 1 << 63;
    if leads & (word << 2 | 0x80) != 0 || leads >> 8 != continuations ^ last {
        return None;
    }
    let second = (leads >> 7).wrapping_mul(0xff);
    let first = second >> 8;
    let turned = word & !(first | second) | (word & second) >> 8 | (word & first) << 8;
    Some((turned, if last == 0 { 8 } else { 7 }))
}
