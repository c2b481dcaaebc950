//! The texts that a matcher runs over: what a character is there, and where the next one starts.

use ferropy_unicode::wtf8;

/// A text up to where a match may reach. Positions are offsets in bytes, at the boundaries of characters.
pub trait Units: Copy {
    /// Whether each byte is a character.
    fn is_single(&self) -> bool;
    /// The bytes.
    fn bytes(&self) -> &[u8];
    /// The character that starts at a position, and the position behind it.
    fn next(&self, at: usize) -> Option<(u32, usize)>;
    /// The character that ends at a position, and where it starts.
    fn previous(&self, at: usize) -> Option<(u32, usize)>;
    /// The position so many characters before another.
    fn back(&self, at: usize, count: usize) -> Option<usize>;
}

/// Bytes, each of them a character; also a string that is ASCII.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Units for Bytes<'_> {
    #[inline(always)]
    fn is_single(&self) -> bool {
        true
    }

    #[inline(always)]
    fn bytes(&self) -> &[u8] {
        self.0
    }

    #[inline(always)]
    fn next(&self, at: usize) -> Option<(u32, usize)> {
        self.0.get(at).map(|&byte| (u32::from(byte), at + 1))
    }

    #[inline(always)]
    fn previous(&self, at: usize) -> Option<(u32, usize)> {
        let before = at.checked_sub(1)?;
        self.0.get(before).map(|&byte| (u32::from(byte), before))
    }

    fn back(&self, at: usize, count: usize) -> Option<usize> {
        at.checked_sub(count)
    }
}

/// A string in generalised UTF-8.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a>(pub &'a [u8]);

impl Units for Text<'_> {
    #[inline(always)]
    fn is_single(&self) -> bool {
        false
    }

    #[inline(always)]
    fn bytes(&self) -> &[u8] {
        self.0
    }

    #[inline(always)]
    fn next(&self, at: usize) -> Option<(u32, usize)> {
        match self.0.get(at) {
            Some(&byte) if byte < 0x80 => Some((u32::from(byte), at + 1)),
            None => None,
            Some(_) => {
                let rest = self.0.get(at..)?;
                let code = wtf8::code_points(rest).next()?;
                Some((code, at + wtf8::length(rest)))
            }
        }
    }

    #[inline]
    fn previous(&self, at: usize) -> Option<(u32, usize)> {
        let mut start = at.checked_sub(1)?;
        while self.0.get(start)? & 0xc0 == 0x80 && start > 0 {
            start -= 1;
        }
        self.next(start).map(|(code, _)| (code, start))
    }

    fn back(&self, at: usize, count: usize) -> Option<usize> {
        (0..count).try_fold(at, |at, _| self.previous(at).map(|(_, before)| before))
    }
}

/// Either of both, told apart when characters are looked at: a matcher for both takes half the machine code of one for each.
#[derive(Clone, Copy, Debug)]
pub enum Either<'a> {
    /// Each byte is a character.
    Bytes(Bytes<'a>),
    /// A string.
    Text(Text<'a>),
}

impl Units for Either<'_> {
    fn is_single(&self) -> bool {
        matches!(self, Either::Bytes(_))
    }

    #[inline(always)]
    fn bytes(&self) -> &[u8] {
        let (Either::Bytes(Bytes(bytes)) | Either::Text(Text(bytes))) = self;
        bytes
    }

    #[inline(never)]
    fn next(&self, at: usize) -> Option<(u32, usize)> {
        match self {
            Either::Bytes(bytes) => bytes.next(at),
            Either::Text(text) => text.next(at),
        }
    }

    #[inline(never)]
    fn previous(&self, at: usize) -> Option<(u32, usize)> {
        match self {
            Either::Bytes(bytes) => bytes.previous(at),
            Either::Text(text) => text.previous(at),
        }
    }

    fn back(&self, at: usize, count: usize) -> Option<usize> {
        match self {
            Either::Bytes(bytes) => bytes.back(at, count),
            Either::Text(text) => text.back(at, count),
        }
    }
}
