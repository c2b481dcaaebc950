//! What a backslash starts, outside of sets and inside.

use super::Parser;
use super::reader::Token;
use crate::characters::Category;
use crate::error::{Error, Message};
use crate::flags::ASCII;
use crate::fold::Fold;
use crate::tree::{Node, Place};
use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;
use ferropy_unicode::{names, wtf8};

/// What an escape in a set stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum InClass {
    Character(u32),
    /// A category, or its opposite.
    Category(Category, bool),
}

/// `\d` and its like, and whether it is the opposite.
fn category(code: u32) -> Option<(Category, bool)> {
    Some(match u8::try_from(code).ok()? {
        b'd' => (Category::Digit, false),
        b'D' => (Category::Digit, true),
        b's' => (Category::Space, false),
        b'S' => (Category::Space, true),
        b'w' => (Category::Word, false),
        b'W' => (Category::Word, true),
        _ => return None,
    })
}

/// The characters that a letter stands for; `\b` is one in sets only.
fn control(code: u32) -> Option<u32> {
    Some(match u8::try_from(code).ok()? {
        b'a' => 7,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        b'v' => 11,
        b'\\' => 0x5c,
        _ => return None,
    })
}

fn is_octal(byte: &u8) -> bool {
    matches!(byte, b'0'..=b'7')
}

fn number(digits: &[u8], radix: u32) -> u32 {
    digits.iter().filter_map(|&digit| char::from(digit).to_digit(radix)).fold(0, |number, digit| number * radix + digit)
}

impl Parser<'_> {
    /// Whether `\w` and its like are those of Unicode.
    pub(super) fn is_unicode(&self, flags: u32) -> bool {
        self.is_text && flags & ASCII == 0
    }

    /// What an escape outside of sets means.
    pub(super) fn escape(&mut self, token: Token, flags: u32) -> Result<Node, Box<Error>> {
        let (Token::Escape(code) | Token::Plain(code)) = token;
        let is_unicode = self.is_unicode(flags);
        let fold = Fold::of(flags, self.is_text);
        if let Some((category, is_opposite)) = category(code) {
            let mut set = crate::characters::CharacterSet::default();
            set.add_category(category, is_opposite, is_unicode);
            return Ok(Node::Set(Box::new(set)));
        }
        let place = match u8::try_from(code).unwrap_or(0) {
            b'A' => Place::Start,
            b'Z' | b'z' => Place::VeryEnd,
            b'b' => Place::Boundary(is_unicode),
            b'B' => Place::Within(is_unicode),
            b'0' => {
                let digits = self.reader.get_while(2, is_octal)?;
                return Ok(Node::character(number(&digits, 8), fold));
            }
            digit @ b'1'..=b'9' => return self.numbered(digit, fold),
            _ => return Ok(Node::character(self.character(code)?, fold)),
        };
        Ok(Node::At(place))
    }

    /// What an escape in a set means.
    pub(super) fn class_escape(&mut self, code: u32) -> Result<InClass, Box<Error>> {
        if let Some((category, is_opposite)) = category(code) {
            return Ok(InClass::Category(category, is_opposite));
        }
        Ok(InClass::Character(match u8::try_from(code).unwrap_or(0) {
            b'b' => 8,
            first if is_octal(&first) => {
                let mut digits = alloc::vec![first];
                digits.extend(self.reader.get_while(2, is_octal)?);
                self.octal(&digits)?
            }
            _ => self.character(code)?,
        }))
    }

    /// The character that an escape stands for which means the same everywhere.
    fn character(&mut self, code: u32) -> Result<u32, Box<Error>> {
        if let Some(code) = control(code) {
            return Ok(code);
        }
        match u8::try_from(code).unwrap_or(0) {
            b'x' => self.hexadecimal(code, 2),
            b'u' if self.is_text => self.hexadecimal(code, 4),
            b'U' if self.is_text => self.hexadecimal(code, 8),
            b'N' if self.is_text => self.named(),
            letter if letter.is_ascii_alphanumeric() => Err(self.bad(&[b'\\', letter])),
            _ => Ok(code),
        }
    }

    fn bad(&self, text: &[u8]) -> Box<Error> {
        self.reader.error_in("bad escape ", text)
    }

    fn hexadecimal(&mut self, letter: u32, length: usize) -> Result<u32, Box<Error>> {
        let digits = self.reader.get_while(length, u8::is_ascii_hexdigit)?;
        let mut text = Vec::from(*b"\\");
        wtf8::push(&mut text, letter);
        text.extend_from_slice(&digits);
        if digits.len() != length {
            return Err(self.reader.error_in("incomplete escape ", &text));
        }
        let code =
            digits.iter().filter_map(|&digit| char::from(digit).to_digit(16)).fold(0, |code, digit| code << 4 | digit);
        if code > 0x10_ffff { Err(self.bad(&text)) } else { Ok(code) }
    }

    /// `\N{…}`.
    fn named(&mut self) -> Result<u32, Box<Error>> {
        let start = self.reader.position().saturating_sub(2);
        if !self.reader.matches(b'{')? {
            return Err(self.reader.error("missing {", 0));
        }
        let name = self.reader.get_until(b'}', "character name")?;
        let found = wtf8::as_str(&name.text).and_then(names::lookup);
        found
            .map(u32::from)
            .ok_or_else(|| Error::pattern(Message::naming("undefined character name ", &name.text), Some(start)))
    }

    /// The character of octal digits.
    fn octal(&self, digits: &[u8]) -> Result<u32, Box<Error>> {
        let code = number(digits, 8);
        if code <= 0o377 {
            return Ok(code);
        }
        let digits = wtf8::to_str_lossy(digits);
        let message = format!("octal escape value \\{digits} outside of range 0-0o377");
        Err(self.reader.error(message, 1 + digits.len()))
    }

    /// A reference to a group, or a character of three octal digits.
    fn numbered(&mut self, first: u8, fold: Fold) -> Result<Node, Box<Error>> {
        let mut digits = alloc::vec![first];
        digits.extend(self.reader.get_while(1, u8::is_ascii_digit)?);
        if let &[one, two] = &*digits
            && is_octal(&one)
            && is_octal(&two)
        {
            digits.extend(self.reader.get_while(1, is_octal)?);
            if digits.len() == 3 {
                return Ok(Node::character(self.octal(&digits)?, fold));
            }
        }
        let group = number(&digits, 10);
        if group as usize >= self.widths.len() {
            return Err(self.reader.error(format!("invalid group reference {group}"), digits.len()));
        }
        self.reference(group, fold, digits.len() + 1)
    }

    /// A reference to a group that was opened. Its name or number ends so many characters before the place reached as it
    /// has characters.
    pub(super) fn reference(&mut self, group: u32, fold: Fold, length: usize) -> Result<Node, Box<Error>> {
        let Some(&Some(width)) = self.widths.get(group as usize) else {
            return Err(self.reader.error("cannot refer to an open group", length));
        };
        self.check_behind(group)?;
        Ok(Node::Reference { group, fold, width })
    }

    /// In a look-behind only groups in front of it can be referred to.
    pub(super) fn check_behind(&self, group: u32) -> Result<(), Box<Error>> {
        let Some(before) = self.behind else { return Ok(()) };
        if !matches!(self.widths.get(group as usize), Some(Some(_))) {
            return Err(self.reader.error("cannot refer to an open group", 0));
        }
        if group as usize >= before {
            return Err(self.reader.error("cannot refer to group defined in the same lookbehind subpattern", 0));
        }
        Ok(())
    }
}
