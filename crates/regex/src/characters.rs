//! Sets of characters: a bit for each of the first 256, for the others ranges and categories.

use crate::fold::{Fold, for_each_cased, for_each_same};
use alloc::vec::Vec;
use ferropy_unicode::predicates::{is_alnum, is_decimal, is_space};

/// The number of characters that have a bit.
pub(crate) const LOW: u32 = 256;
/// The last code point.
const LAST: u32 = 0x10_ffff;

/// `\d`, `\s` or `\w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Category {
    Digit,
    Space,
    Word,
}

/// The bits of categories of all characters in [`CharacterSet::categories`]; that of the opposite is the next one.
pub(crate) const DIGIT: u32 = 1;
pub(crate) const SPACE: u32 = 4;
pub(crate) const WORD: u32 = 16;
const NOT_DIGIT: u32 = 2;
const NOT_SPACE: u32 = 8;
const NOT_WORD: u32 = 32;

/// Whether a character beyond ASCII is in one of the categories whose bits are set.
pub(crate) fn in_categories(bits: u32, code: u32) -> bool {
    let within = |both: u32, one: u32, is: fn(u32) -> bool| {
        bits & both != 0 && bits & (if is(code) { one } else { both - one }) != 0
    };
    within(WORD | NOT_WORD, WORD, is_alnum)
        || within(SPACE | NOT_SPACE, SPACE, is_space)
        || within(DIGIT | NOT_DIGIT, DIGIT, is_decimal)
}

/// Whether a character is one that `\w` matches.
pub(crate) fn is_word(code: u32, is_unicode: bool) -> bool {
    match u8::try_from(code) {
        Ok(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric() || byte == b'_',
        _ => is_unicode && is_alnum(code),
    }
}

impl Category {
    /// Whether an ASCII character is in the category; with Unicode or without makes a difference for four of them.
    fn has_ascii(self, byte: u8, is_unicode: bool) -> bool {
        match self {
            Category::Digit => byte.is_ascii_digit(),
            Category::Space => matches!(byte, b'\t'..=b'\r' | b' ') || is_unicode && matches!(byte, 0x1c..=0x1f),
            Category::Word => byte.is_ascii_alphanumeric() || byte == b'_',
        }
    }

    fn bit(self) -> u32 {
        match self {
            Category::Digit => DIGIT,
            Category::Space => SPACE,
            Category::Word => WORD,
        }
    }
}

/// A set of characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CharacterSet {
    /// The bits of the first characters.
    pub(crate) low: [u32; 8],
    /// Ranges of the others: first and last, in order once [`CharacterSet::tidy`] was called.
    pub(crate) high: Vec<(u32, u32)>,
    /// The categories whose characters are in the set, of those that have no bits.
    pub(crate) categories: u32,
    /// Whether the characters without bits are in the set if ranges and categories don't have them.
    pub(crate) is_complement: bool,
}

impl CharacterSet {
    /// The set of one character.
    pub(crate) fn of(code: u32) -> CharacterSet {
        let mut set = CharacterSet::default();
        set.add(code);
        set
    }

    /// All characters; all but a newline.
    pub(crate) fn everything(but_newline: bool) -> CharacterSet {
        let mut set = CharacterSet { low: [u32::MAX; 8], is_complement: true, ..CharacterSet::default() };
        if but_newline {
            set.low[0] &= !(1 << b'\n');
        }
        set
    }

    pub(crate) fn add(&mut self, code: u32) {
        self.add_range(code, code);
    }

    pub(crate) fn add_range(&mut self, first: u32, last: u32) {
        for code in first..=last.min(LOW - 1) {
            if let Some(word) = self.low.get_mut((code >> 5) as usize) {
                *word |= 1 << (code & 31);
            }
        }
        if last >= LOW {
            let first = first.max(LOW);
            match self.high.last_mut() {
                // As when a range's other cases are added one by one.
                Some((from, to)) if *from <= first && first <= *to + 1 => *to = last.max(*to),
                _ => self.high.push((first, last)),
            }
        }
    }

    /// Adds a range with what is the same as its characters.
    pub(crate) fn add_folded(&mut self, first: u32, last: u32, fold: Fold) {
        self.add_range(first, last);
        match fold {
            Fold::None | Fold::Locale => {}
            Fold::Ascii => {
                for byte in (first..=last.min(0x7f)).filter_map(|code| u8::try_from(code).ok()) {
                    self.add(byte.to_ascii_lowercase().into());
                    self.add(byte.to_ascii_uppercase().into());
                }
            }
            Fold::Unicode => for_each_cased(first, last, |code| {
                for_each_same(code, |same| {
                    if same < first || same > last {
                        self.add(same);
                    }
                });
            }),
        }
    }

    /// Adds a category, or all that is not in it.
    pub(crate) fn add_category(&mut self, category: Category, is_opposite: bool, is_unicode: bool) {
        for code in 0..LOW {
            let is_in = match u8::try_from(code) {
                Ok(byte) if byte.is_ascii() => category.has_ascii(byte, is_unicode),
                _ => is_unicode && in_categories(category.bit(), code),
            };
            if is_in != is_opposite {
                self.add(code);
            }
        }
        if is_unicode {
            self.categories |= category.bit() << u32::from(is_opposite);
        } else if is_opposite {
            self.add_range(LOW, LAST);
        }
    }

    /// The set of all other characters.
    pub(crate) fn complement(mut self) -> CharacterSet {
        self.low.iter_mut().for_each(|word| *word = !*word);
        self.is_complement = !self.is_complement;
        self
    }

    /// Where the locale says what cases are, a set is asked for a byte's lower case and its upper case.
    pub(crate) fn in_both_cases(mut self) -> CharacterSet {
        let before = self.clone();
        for byte in 0..0x80u8 {
            if before.contains(byte.to_ascii_lowercase().into()) || before.contains(byte.to_ascii_uppercase().into()) {
                self.add(byte.into());
            }
        }
        self
    }

    /// Puts the ranges in order.
    pub(crate) fn tidy(&mut self) {
        sort(&mut self.high);
        let mut tidy: Vec<(u32, u32)> = Vec::new();
        for &(first, last) in &self.high {
            match tidy.last_mut() {
                Some((_, end)) if first <= *end + 1 => *end = last.max(*end),
                _ => tidy.push((first, last)),
            }
        }
        self.high = tidy;
    }

    pub(crate) fn contains(&self, code: u32) -> bool {
        match self.low.get((code >> 5) as usize) {
            Some(word) => word >> (code & 31) & 1 != 0,
            None => {
                let listed = self.high.iter().any(|&(first, last)| (first..=last).contains(&code));
                (listed || in_categories(self.categories, code)) != self.is_complement
            }
        }
    }

    /// Whether the set says nothing about characters without bits.
    fn is_low(&self) -> bool {
        self.high.is_empty() && self.categories == 0 && !self.is_complement
    }

    /// Puts another set's characters in; whether that could be done.
    #[must_use]
    pub(crate) fn unite(&mut self, other: &CharacterSet) -> bool {
        if other.is_complement && !other.is_low() && !self.is_low() {
            return false;
        }
        self.low.iter_mut().zip(other.low).for_each(|(word, other)| *word |= other);
        if self.is_low() {
            self.is_complement = other.is_complement;
            self.categories = other.categories;
            self.high.clone_from(&other.high);
        } else if self.is_complement {
            return other.is_low();
        } else {
            self.categories |= other.categories;
            self.high.extend_from_slice(&other.high);
            self.tidy();
        }
        true
    }

    /// Whether no character is in both sets, as far as that is easily seen.
    pub(crate) fn is_disjoint(&self, other: &CharacterSet) -> bool {
        if self.low.iter().zip(other.low).any(|(word, other)| word & other != 0) {
            return false;
        }
        if self.is_low() || other.is_low() {
            return true;
        }
        // Letters, digits and spaces are different characters, so one is the opposite of what the other lists.
        let plain = |set: &CharacterSet| (!set.is_complement && set.high.is_empty()).then_some(set.categories);
        match (plain(self), plain(other)) {
            (Some(one), Some(two)) => opposite(one, two) || opposite(two, one),
            _ => false,
        }
    }
}

/// Sorts by the method of D. L. Shell ("A high-speed sorting procedure", 1959): each of the core library's sorts takes three
/// kilobytes of a board's flash, and there are hundreds of ranges at most.
fn sort(ranges: &mut [(u32, u32)]) {
    let mut gap = ranges.len();
    while gap > 1 {
        gap = (gap * 5 / 11).max(1);
        for end in gap..ranges.len() {
            let mut at = end;
            while at >= gap && ranges.get(at - gap) > ranges.get(at) {
                ranges.swap(at - gap, at);
                at -= gap;
            }
        }
    }
}

/// Whether what these bits of categories have is nothing that those have.
fn opposite(one: u32, two: u32) -> bool {
    (one & !(WORD | DIGIT) == 0 && two & !(SPACE | NOT_WORD) == 0)
        || (one & !SPACE == 0 && two & !(WORD | DIGIT | NOT_SPACE) == 0)
        || (one & !DIGIT == 0 && two & !(SPACE | NOT_WORD | NOT_DIGIT) == 0)
}
