//! Encodings and the names that mean them.

use ferropy_unicode::charmaps::Charmap;

/// The order of the bytes of a wide unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As the byte order mark says, which is written too; little without one.
    Marked,
    /// The lowest byte first.
    Little,
    /// The highest byte first.
    Big,
}

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark in front, which is left out when decoding.
    Utf8Signed,
    /// UTF-16.
    Utf16(Order),
    /// UTF-32.
    Utf32(Order),
    /// ISO 8859-1: the first 256 code points.
    Latin1,
    /// ASCII.
    Ascii,
    /// The escapes of string literals.
    UnicodeEscape,
    /// Latin-1 with `\u` and `\U` for the rest.
    RawUnicodeEscape,
    /// An encoding with a table.
    Charmap(Charmap),
}

impl Codec {
    /// The name that errors show.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Codec::Utf8 | Codec::Utf8Signed => "utf-8",
            Codec::Utf16(Order::Marked) => "utf-16",
            Codec::Utf16(Order::Little) => "utf-16-le",
            Codec::Utf16(Order::Big) => "utf-16-be",
            Codec::Utf32(Order::Marked) => "utf-32",
            Codec::Utf32(Order::Little) => "utf-32-le",
            Codec::Utf32(Order::Big) => "utf-32-be",
            Codec::Latin1 => "latin-1",
            Codec::Ascii => "ascii",
            Codec::UnicodeEscape => "unicodeescape",
            Codec::RawUnicodeEscape => "rawunicodeescape",
            Codec::Charmap(_) => "charmap",
        }
    }

    /// The name that `codecs.lookup` gives.
    #[must_use]
    pub const fn canonical_name(self) -> &'static str {
        match self {
            Codec::Utf8Signed => "utf-8-sig",
            Codec::Latin1 => "iso8859-1",
            Codec::UnicodeEscape => "unicode-escape",
            Codec::RawUnicodeEscape => "raw-unicode-escape",
            Codec::Charmap(map) => map.canonical_name(),
            _ => self.name(),
        }
    }
}

/// Whether a name is one of those for which CPython asks no codec, so that its errors have no note.
pub(super) fn is_short_cut(name: &[u8]) -> bool {
    let is = |wanted: &&[u8]| {
        let part = |byte: &u8| if matches!(byte, b'-' | b' ') { b'_' } else { byte.to_ascii_lowercase() };
        name.iter().map(part).eq(wanted.iter().copied())
    };
    let short: &[&[u8]] = &[
        b"utf_8",
        b"utf8",
        b"utf_16",
        b"utf_32",
        b"ascii",
        b"us_ascii",
        b"latin1",
        b"latin_1",
        b"iso_8859_1",
        b"iso8859_1",
    ];
    short.iter().any(is)
}

/// What the encodings without tables go by.
const NAMES: &[(&str, Codec)] = &[
    ("utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001", Codec::Utf8),
    ("utf_8_sig utf8_sig", Codec::Utf8Signed),
    ("utf_16 utf16 u16", Codec::Utf16(Order::Marked)),
    ("utf_16_le utf_16le utf16_le utf16le unicodelittleunmarked", Codec::Utf16(Order::Little)),
    ("utf_16_be utf_16be utf16_be utf16be unicodebigunmarked", Codec::Utf16(Order::Big)),
    ("utf_32 utf32 u32", Codec::Utf32(Order::Marked)),
    ("utf_32_le utf_32le utf32_le utf32le", Codec::Utf32(Order::Little)),
    ("utf_32_be utf_32be utf32_be utf32be", Codec::Utf32(Order::Big)),
    (
        "latin_1 latin1 latin l1 iso_8859_1 iso8859_1 iso8859 8859 cp819 ibm819 iso_8859_1_1987 iso_ir_100 csisolatin1",
        Codec::Latin1,
    ),
    (
        "ascii us_ascii us 646 cp367 ibm367 csascii iso646_us iso_ir_6 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 \
         iso_646.irv_1991",
        Codec::Ascii,
    ),
    ("unicode_escape unicodeescape", Codec::UnicodeEscape),
    ("raw_unicode_escape rawunicodeescape", Codec::RawUnicodeEscape),
];

/// The longest name that is looked at.
const LONGEST: usize = 24;

/// The encoding that a name means: case doesn't count, and what is neither letter, digit nor point separates.
#[must_use]
pub fn codec_named(name: &[u8]) -> Option<Codec> {
    match name {
        // As they are mostly written.
        b"utf-8" | b"utf8" => return Some(Codec::Utf8),
        b"latin-1" | b"latin1" => return Some(Codec::Latin1),
        b"ascii" => return Some(Codec::Ascii),
        _ => {}
    }
    let mut buffer = [0u8; LONGEST];
    let mut length = 0;
    let mut separated = false;
    for byte in name {
        if byte.is_ascii_alphanumeric() || *byte == b'.' {
            if separated && length > 0 {
                *buffer.get_mut(length)? = b'_';
                length += 1;
            }
            *buffer.get_mut(length)? = byte.to_ascii_lowercase();
            length += 1;
            separated = false;
        } else if byte.is_ascii() {
            separated = true;
        } else {
            return None;
        }
    }
    let wanted = core::str::from_utf8(buffer.get(..length)?).ok()?;
    let named = NAMES.iter().find(|(names, _)| names.split(' ').any(|name| name == wanted));
    named.map(|&(_, codec)| codec).or_else(|| Charmap::named(wanted).map(Codec::Charmap))
}
