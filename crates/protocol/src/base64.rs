//! Base64 (RFC 4648, section 4): how files cross the line. Its letters interrupt nothing, on whatever terminal.

use alloc::string::String;
use alloc::vec::Vec;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The text for bytes.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let at = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let word = at(0) << 16 | at(1) << 8 | at(2);
        for letter in 0..4 {
            let six = (word >> (18 - 6 * letter)) & 63;
            let known = LETTERS.get(six as usize).map_or('=', |&letter| char::from(letter));
            text.push(if letter as usize <= group.len() { known } else { '=' });
        }
    }
    text
}

/// The bytes of a text; nothing if it is not such a text. White space counts for nothing.
#[must_use]
pub fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut word, mut bits, mut padding) = (0_u32, 0, 0);
    for &letter in text.iter().filter(|letter| !letter.is_ascii_whitespace()) {
        let six = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                padding += 1;
                continue;
            }
            _ => return None,
        };
        if padding > 0 {
            return None;
        }
        word = word << 6 | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((word >> bits) as u8);
        }
    }
    // Zero, four or two bits are left over, and as much padding as fills a group of four letters.
    (bits == 2 * padding).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};
    use alloc::vec::Vec;

    #[test]
    fn both_ways() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("fooba", "Zm9vYmE=")] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text.as_bytes()), Some(bytes.into()));
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(encode(&all).as_bytes()), Some(all));
        assert_eq!(decode(b"Zm9v\r\n"), Some(b"foo".into()));
        for wrong in ["Z", "Zg", "Zg=", "Zg===", "Z!==", "Zg==Zg=="] {
            assert_eq!(decode(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
