//! Encodings of one byte a character whose first half is ASCII: the second half as tables.
//!
//! Three are always there: what files of other systems come in most, 256 bytes each. The others are for programs on
//! desktops.

#[cfg(feature = "charmaps")]
mod more;
#[cfg(not(feature = "charmaps"))]
#[path = "none.rs"]
mod more;
mod usual;

/// An encoding's name, the names that mean it, and the characters of the bytes from 128 on; 0 where there is none.
#[derive(Debug)]
struct Table {
    name: &'static str,
    aliases: &'static str,
    half: [u16; 128],
}

/// An encoding with a table.
#[derive(Clone, Copy, Debug)]
pub struct Charmap(&'static Table);

impl PartialEq for Charmap {
    fn eq(&self, other: &Charmap) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for Charmap {}

impl Charmap {
    /// The encoding that a name means: in small letters, with `_` between its parts.
    #[must_use]
    pub fn named(name: &str) -> Option<Charmap> {
        let mut tables = usual::TABLES.iter().chain(more::TABLES);
        tables.find(|table| table.aliases.split(' ').any(|alias| alias == name)).map(Charmap)
    }

    /// The name that `codecs.lookup` gives.
    #[must_use]
    pub const fn canonical_name(self) -> &'static str {
        self.0.name
    }

    /// The character that a byte stands for.
    #[must_use]
    pub fn character(self, byte: u8) -> Option<u32> {
        let Some(index) = byte.checked_sub(128) else { return Some(u32::from(byte)) };
        self.0.half.get(usize::from(index)).map(|&code| u32::from(code)).filter(|&code| code != 0)
    }

    /// The byte that stands for a character.
    #[must_use]
    pub fn byte(self, code: u32) -> Option<u8> {
        if code < 128 {
            return Some(code as u8);
        }
        let index = self.0.half.iter().position(|&other| u32::from(other) == code)?;
        u8::try_from(index + 128).ok()
    }
}
