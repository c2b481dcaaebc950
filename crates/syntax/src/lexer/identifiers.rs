//! Identifiers, Language reference 2.3, and the letters in front of string literals.

use super::class::continues_identifier;
use super::{Lexer, Stopped};
use crate::token::{Token, TokenKind};
use alloc::format;
use ferropy_unicode::identifier;
use ferropy_unicode::predicates::is_printable;

/// The letters in front of a string literal.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Prefix {
    pub(super) bytes: bool,
    pub(super) unicode: bool,
    pub(super) raw: bool,
    pub(super) format: bool,
    pub(super) template: bool,
}

impl Prefix {
    /// Takes one more letter; false if it is none of these, or was there already.
    fn add(&mut self, byte: u8) -> bool {
        let flag = match byte {
            b'b' | b'B' => &mut self.bytes,
            b'u' | b'U' => &mut self.unicode,
            b'r' | b'R' => &mut self.raw,
            b'f' | b'F' => &mut self.format,
            b't' | b'T' => &mut self.template,
            _ => return false,
        };
        !core::mem::replace(flag, true)
    }

    /// Two letters that exclude each other.
    fn conflict(self) -> Option<(char, char)> {
        let Self { bytes, unicode, raw, format, template } = self;
        [
            (unicode && bytes, 'u', 'b'),
            (unicode && raw, 'u', 'r'),
            (unicode && format, 'u', 'f'),
            (unicode && template, 'u', 't'),
            (bytes && format, 'b', 'f'),
            (bytes && template, 'b', 't'),
            (format && template, 'f', 't'),
        ]
        .into_iter()
        .find_map(|(both, first, second)| both.then_some((first, second)))
    }
}

impl Lexer<'_> {
    /// A name or keyword, or a string literal whose prefix looks like one.
    pub(super) fn name_or_string(&mut self) -> Result<Token, Stopped> {
        let start = self.position;
        let mut prefix = Prefix::default();
        while prefix.add(self.peek(0)) {
            self.position += 1;
            if matches!(self.peek(0), b'\'' | b'"') {
                return self.prefixed_string(start, prefix);
            }
        }
        let mut all_ascii = true;
        while continues_identifier(self.peek(0)) {
            all_ascii &= self.peek(0) < 0x80;
            self.position += 1;
        }
        if !all_ascii {
            self.check_identifier(start)?;
        }
        let word = self.text.get(start..self.position).unwrap_or(&[]);
        let kind = TokenKind::keyword(word).unwrap_or(TokenKind::Name);
        Ok(self.token(kind, start))
    }

    fn prefixed_string(&mut self, start: usize, prefix: Prefix) -> Result<Token, Stopped> {
        if let Some((first, second)) = prefix.conflict() {
            let message = format!("'{first}' and '{second}' prefixes are incompatible");
            return self.fail_range(start, self.position + 1, message);
        }
        if prefix.format || prefix.template {
            return self.open_string(start, prefix);
        }
        self.string(start)
    }

    /// Fails at the first character that identifiers must not contain.
    fn check_identifier(&mut self, start: usize) -> Result<(), Stopped> {
        let word = self.text.get(start..self.position).and_then(|word| core::str::from_utf8(word).ok()).unwrap_or("");
        let invalid = word.char_indices().find(|(index, character)| {
            let code = *character as u32;
            let allowed = if *index == 0 { identifier::is_start(code) } else { identifier::is_continue(code) };
            !allowed
        });
        let Some((index, character)) = invalid else { return Ok(()) };
        let behind = start + index + character.len_utf8();
        let code = character as u32;
        if is_printable(code) {
            return self.fail(behind, format!("invalid character '{character}' (U+{code:04X})"));
        }
        self.fail(behind, format!("invalid non-printable character U+{code:04X}"))
    }
}
