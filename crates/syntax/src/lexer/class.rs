//! What a byte may be part of, as a table: the lexer asks once per byte.

/// May start an identifier.
const START: u8 = 1;
/// May go on in an identifier.
const CONTINUE: u8 = 2;
/// A decimal digit.
const DIGIT: u8 = 4;
/// A space, tab or form feed.
const BLANK: u8 = 8;

static CLASSES: [u8; 256] = build();

const fn build() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80..=0xFF => START | CONTINUE,
            b'0'..=b'9' => DIGIT | CONTINUE,
            b' ' | b'\t' | 0x0C => BLANK,
            _ => 0,
        };
        byte += 1;
    }
    table
}

const fn has(byte: u8, class: u8) -> bool {
    CLASSES[byte as usize] & class != 0
}

/// Whether a byte may start an identifier; every byte of a character outside ASCII may.
pub(super) const fn starts_identifier(byte: u8) -> bool {
    has(byte, START)
}

/// Whether a byte may go on in an identifier.
pub(super) const fn continues_identifier(byte: u8) -> bool {
    has(byte, CONTINUE)
}

/// Whether a byte is a decimal digit.
pub(super) const fn is_digit(byte: u8) -> bool {
    has(byte, DIGIT)
}

/// Whether a byte is a space, tab or form feed.
pub(super) const fn is_blank(byte: u8) -> bool {
    has(byte, BLANK)
}
