//! Identifiers as small numbers.
//!
//! All texts lie one behind the other in one string; an open hash table of numbers finds them. Two allocations and a few
//! bytes per name, whatever their count, is what a board can afford.

use alloc::string::String;
use alloc::vec::Vec;

/// An interned identifier: an index into the [`Names`] it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(u32);

impl Name {
    /// The index, counted from 0 in order of first appearance; for tables beside [`Names`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The table of identifiers of one parse result.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// All texts one behind the other.
    text: String,
    /// Where each text ends; it starts where its predecessor ends.
    ends: Vec<u32>,
    /// Open addressing: index + 1 of a name, or 0 for a free place. The length is a power of two, at most half full.
    table: Vec<u32>,
}

impl Names {
    /// An empty table.
    #[must_use]
    pub const fn new() -> Self {
        Self { text: String::new(), ends: Vec::new(), table: Vec::new() }
    }

    /// The number of the names.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a name; empty if it is not of this table.
    #[must_use]
    pub fn text(&self, name: Name) -> &str {
        let index = name.index();
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(index).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or("")
    }

    /// The name of a text that is in the table.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Name> {
        let mask = self.table.len().checked_sub(1)?;
        let mut place = hash(text) as usize & mask;
        loop {
            let entry = *self.table.get(place)?;
            let name = Name(entry.checked_sub(1)?);
            if self.text(name) == text {
                return Some(name);
            }
            place = (place + 1) & mask;
        }
    }

    /// The name of a text, entered if it is not there yet. The text must be normalised already (NFKC), which the parser
    /// does for the identifiers it reads.
    pub fn intern(&mut self, text: &str) -> Name {
        if let Some(name) = self.find(text) {
            return name;
        }
        if (self.ends.len() + 1) * 2 > self.table.len() {
            self.grow();
        }
        let name = Name(self.ends.len() as u32);
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        self.enter(name);
        name
    }

    /// All names in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (Name, &str)> {
        (0..self.ends.len() as u32).map(|index| (Name(index), self.text(Name(index))))
    }

    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(32);
        self.table.clear();
        self.table.resize(size, 0);
        for index in 0..self.ends.len() as u32 {
            self.enter(Name(index));
        }
    }

    fn enter(&mut self, name: Name) {
        let mask = self.table.len().wrapping_sub(1);
        let mut place = hash(self.text(name)) as usize & mask;
        while let Some(entry) = self.table.get_mut(place) {
            if *entry == 0 {
                *entry = name.0 + 1;
                return;
            }
            place = (place + 1) & mask;
        }
    }
}

/// FNV-1a: identifiers are short, so a multiplication a byte costs less than a better hash's set-up.
fn hash(text: &str) -> u32 {
    let mixed = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    mixed ^ (mixed >> 15)
}

#[cfg(test)]
mod tests {
    use super::Names;
    use alloc::format;

    #[test]
    fn equal_texts_are_equal_names() {
        let mut names = Names::new();
        assert_eq!(names.find("a"), None);
        for round in 0..2 {
            for index in 0..1000 {
                let name = names.intern(&format!("name{index}"));
                assert_eq!(name.index(), index, "round {round}");
            }
        }
        assert_eq!(names.len(), 1000);
        assert_eq!(names.find("name77").map(|name| names.text(name)), Some("name77"));
    }
}
