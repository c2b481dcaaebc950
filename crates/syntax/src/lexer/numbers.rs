//! Numeric literals, Language reference 2.6. The lexer checks their form; `parser::literals` computes their values.

use super::class::{continues_identifier, is_digit};
use super::{Lexer, Stopped};
use crate::token::{Token, TokenKind};
use crate::tree::SourceRange;
use alloc::format;

impl Lexer<'_> {
    /// A number, which starts with a digit, or with a dot and a digit.
    pub(super) fn number(&mut self) -> Result<Token, Stopped> {
        let start = self.position;
        if self.peek(0) == b'0' {
            match self.peek(1) | 0x20 {
                b'x' => self.radix_number("hexadecimal", |byte| byte.is_ascii_hexdigit())?,
                b'o' => self.radix_number("octal", |byte| matches!(byte, b'0'..=b'7'))?,
                b'b' => self.radix_number("binary", |byte| matches!(byte, b'0' | b'1'))?,
                _ => self.number_with_leading_zero()?,
            }
        } else {
            if self.peek(0) != b'.' {
                self.digits()?;
            }
            self.fraction_and_exponent()?;
        }
        Ok(self.token(TokenKind::Number, start))
    }

    /// `0x`, `0o` or `0b` and digits of that radix.
    fn radix_number(&mut self, name: &'static str, is_valid: fn(u8) -> bool) -> Result<(), Stopped> {
        self.position += 2;
        loop {
            if self.peek(0) == b'_' {
                self.position += 1;
            }
            if !is_valid(self.peek(0)) {
                return self.radix_error(name);
            }
            while is_valid(self.peek(0)) {
                self.position += 1;
            }
            if self.peek(0) != b'_' {
                break;
            }
        }
        if is_digit(self.peek(0)) {
            return self.radix_error(name);
        }
        self.end_of_number(name)
    }

    fn radix_error(&mut self, name: &'static str) -> Result<(), Stopped> {
        let byte = self.peek(0);
        if is_digit(byte) {
            return self.fail(self.position + 1, format!("invalid digit '{}' in {name} literal", char::from(byte)));
        }
        self.fail(self.position, format!("invalid {name} literal"))
    }

    /// Zero, or something that goes on like a float or imaginary number.
    fn number_with_leading_zero(&mut self) -> Result<(), Stopped> {
        let start = self.position;
        loop {
            if self.peek(0) == b'_' {
                self.position += 1;
                if !is_digit(self.peek(0)) {
                    return self.fail(self.position, "invalid decimal literal");
                }
            }
            if self.peek(0) != b'0' {
                break;
            }
            self.position += 1;
        }
        let behind_zeros = self.position + 1;
        let has_digits = is_digit(self.peek(0));
        if has_digits {
            self.digits()?;
        }
        let goes_on = matches!(self.peek(0), b'.' | b'e' | b'E' | b'j' | b'J');
        if has_digits && !goes_on {
            let message =
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
            return self.fail_range(start, behind_zeros, message);
        }
        self.fraction_and_exponent()
    }

    /// Decimal digits with single underscores between them.
    fn digits(&mut self) -> Result<(), Stopped> {
        loop {
            while is_digit(self.peek(0)) {
                self.position += 1;
            }
            if self.peek(0) != b'_' {
                return Ok(());
            }
            self.position += 1;
            if !is_digit(self.peek(0)) {
                return self.fail(self.position, "invalid decimal literal");
            }
        }
    }

    /// What may follow the integer part.
    fn fraction_and_exponent(&mut self) -> Result<(), Stopped> {
        if self.peek(0) == b'.' {
            self.position += 1;
            if is_digit(self.peek(0)) {
                self.digits()?;
            }
        }
        if matches!(self.peek(0), b'e' | b'E') {
            let sign = usize::from(matches!(self.peek(1), b'+' | b'-'));
            if !is_digit(self.peek(1 + sign)) {
                if sign == 1 {
                    return self.fail(self.position + 2, "invalid decimal literal");
                }
                return self.end_of_number("decimal");
            }
            self.position += 1 + sign;
            self.digits()?;
        }
        if matches!(self.peek(0), b'j' | b'J') {
            self.position += 1;
            return self.end_of_number("imaginary");
        }
        self.end_of_number("decimal")
    }

    /// A number must not run into a name, except that some keywords may follow it, which is worth a warning.
    fn end_of_number(&mut self, name: &'static str) -> Result<(), Stopped> {
        let byte = self.peek(0);
        if !continues_identifier(byte) || byte >= 0x80 {
            return Ok(());
        }
        if self.at_operator_keyword() {
            let at = self.position as u32;
            self.warn(SourceRange::new(at, at), format!("invalid {name} literal"));
            return Ok(());
        }
        self.fail(self.position, format!("invalid {name} literal"))
    }

    /// Whether a keyword follows that may come directly behind a number. Of `if`, `in` and `is` only the letters count.
    fn at_operator_keyword(&self) -> bool {
        let rest = self.text.get(self.position..).unwrap_or(&[]);
        let words: [&[u8]; 5] = [b"and", b"else", b"for", b"or", b"not"];
        let is_word = |word: &&[u8]| {
            rest.starts_with(word) && !rest.get(word.len()).is_some_and(|next| continues_identifier(*next))
        };
        matches!(rest, [b'i', b'f' | b'n' | b's', ..]) || words.iter().any(is_word)
    }
}
