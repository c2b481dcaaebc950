//! String literals: where they end, and the text parts of f-strings and t-strings.
//!
//! An f-string is several tokens (PEP 701): its start, stretches of text, replacement fields in braces made of ordinary
//! tokens, its end. The stack of open strings remembers for each which of both is being read:
//!
//! ```text
//!     f"text {value!r:>{width}} text"
//!       ^^^^^  text            ^^^^^  in_text, no expression open
//!             ^^^^^ expression        !in_text, expression_depth 0, depth 1 behind the brace
//!                   ^^ format         in_text, in_format
//!                      ^^^^^ nested   expression_depth 1, depth 2
//! ```

use super::identifiers::Prefix;
use super::{Lexer, MAX_OPEN_STRINGS, Stopped};
use crate::token::{Token, TokenKind};
use crate::tree::SourceRange;
use alloc::format;

/// Replacement fields may be nested this deep: a field within the format of a field within the format of a field.
const MAX_FIELDS: i32 = 3;

/// An f-string or t-string that is being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenString {
    quote: u8,
    triple: bool,
    raw: bool,
    template: bool,
    /// Where the literal starts, prefix included.
    start: u32,
    /// Whether the next token is text (true) or part of an expression.
    pub(super) in_text: bool,
    /// Whether the text is the format behind a colon.
    pub(super) in_format: bool,
    /// Open brackets since the start of the string.
    pub(super) depth: i32,
    /// `depth` in front of the brace of the innermost open replacement field; -1 if none is open.
    pub(super) expression_depth: i32,
}

impl OpenString {
    /// The letter that error messages start with.
    pub(super) const fn letter(&self) -> char {
        if self.template { 't' } else { 'f' }
    }
}

impl Lexer<'_> {
    /// A string or bytes literal that is one token. The current position is at its first quote, `start` at its prefix.
    pub(super) fn string(&mut self, start: usize) -> Result<Token, Stopped> {
        let quote = self.peek(0);
        if self.peek(1) == quote && self.peek(2) == quote {
            self.position += 3;
            return self.triple_quoted(start, quote);
        }
        self.position += 1;
        let mut escaped_quote = false;
        loop {
            let byte = self.peek(0);
            if byte == quote {
                self.position += 1;
                return Ok(self.token(TokenKind::String, start));
            }
            match byte {
                b'\\' => {
                    self.position += 1;
                    escaped_quote |= self.peek(0) == quote;
                    if !self.skip_newline() && self.position < self.text.len() {
                        self.position += 1;
                    }
                }
                b'\n' | b'\r' | 0 => return self.unterminated(start, quote, escaped_quote),
                _ => self.position += 1,
            }
        }
    }

    fn triple_quoted(&mut self, start: usize, quote: u8) -> Result<Token, Stopped> {
        loop {
            match self.peek(0) {
                byte if byte == quote && self.peek(1) == quote && self.peek(2) == quote => {
                    self.position += 3;
                    return Ok(self.token(TokenKind::String, start));
                }
                b'\\' => self.position += 2,
                0 if self.position >= self.text.len() => {
                    self.reached_end = true;
                    self.check_missing_brace(start, quote, true)?;
                    let line = self.last_line();
                    let message = format!("unterminated triple-quoted string literal (detected at line {line})");
                    return self.fail(start + 1, message);
                }
                _ => self.position += 1,
            }
        }
    }

    /// Fails because a line ends within a literal.
    fn unterminated(&mut self, start: usize, quote: u8, escaped_quote: bool) -> Result<Token, Stopped> {
        self.reached_end |= self.position >= self.text.len();
        self.check_missing_brace(start, quote, false)?;
        let line = self.detection_line();
        let hint = if escaped_quote { "; perhaps you escaped the end quote?" } else { "" };
        self.fail(start + 1, format!("unterminated string literal (detected at line {line}){hint}"))
    }

    /// Fails if the quotes of a literal that does not end are those of the f-string around it: then they were meant to end
    /// that one, and a brace is missing.
    fn check_missing_brace(&mut self, start: usize, quote: u8, triple: bool) -> Result<(), Stopped> {
        if let Some(string) = self.strings.last()
            && string.quote == quote
            && string.triple == triple
        {
            let message = format!("{}-string: expecting '}}'", string.letter());
            return self.fail(start + 1, message);
        }
        Ok(())
    }

    /// The line on which the end of a literal was missed.
    fn detection_line(&self) -> u32 {
        if self.position >= self.text.len() { self.last_line() } else { self.source().line_of(self.position as u32) }
    }

    /// The last line that holds anything.
    fn last_line(&self) -> u32 {
        self.source().line_of((self.text.len() as u32).saturating_sub(1))
    }

    /// The start of an f-string or t-string: prefix and opening quotes.
    pub(super) fn open_string(&mut self, start: usize, prefix: Prefix) -> Result<Token, Stopped> {
        if self.strings.len() >= MAX_OPEN_STRINGS {
            return self.fail(self.position, "too many nested f-strings or t-strings");
        }
        let quote = self.peek(0);
        let triple = self.peek(1) == quote && self.peek(2) == quote;
        self.position += if triple { 3 } else { 1 };
        self.strings.push(OpenString {
            quote,
            triple,
            raw: prefix.raw,
            template: prefix.template,
            start: start as u32,
            in_text: true,
            in_format: false,
            depth: 0,
            expression_depth: -1,
        });
        let kind = if prefix.template { TokenKind::TStringStart } else { TokenKind::FStringStart };
        Ok(self.token(kind, start))
    }

    /// Whether a byte within a replacement field is the colon that starts its format; then the format comes next.
    pub(super) fn ends_replacement_expression(&mut self, byte: u8) -> bool {
        let Some(string) = self.strings.last_mut() else { return false };
        let starts_format = byte == b':' && string.expression_depth >= 0 && string.depth - 1 == string.expression_depth;
        if starts_format {
            string.in_text = true;
            string.in_format = true;
        }
        starts_format
    }

    /// The next token of an f-string while its text is being read.
    pub(super) fn string_text(&mut self) -> Result<Token, Stopped> {
        let start = self.position;
        let Some(string) = self.strings.last().copied() else { return Err(Stopped) };
        if self.peek(0) == b'{' && self.peek(1) != b'{' {
            self.open_field(self.position)?;
            return self.scan();
        }
        if self.at_closing_quotes(&string) {
            self.position += if string.triple { 3 } else { 1 };
            self.strings.pop();
            let kind = if string.template { TokenKind::TStringEnd } else { TokenKind::FStringEnd };
            return Ok(self.token(kind, start));
        }
        let middle = if string.template { TokenKind::TStringMiddle } else { TokenKind::FStringMiddle };
        // Within the format of a field, braces are never doubled and a newline may end a single-quoted string's format.
        let in_format = string.in_format && string.expression_depth >= 0;
        loop {
            match self.peek(0) {
                byte if byte == string.quote && self.at_closing_quotes(&string) => {
                    return Ok(self.token(middle, start));
                }
                b'{' => {
                    if self.peek(1) == b'{' && !in_format {
                        return Ok(self.doubled_brace(middle, start));
                    }
                    self.open_field(self.position + 1)?;
                    return Ok(self.token(middle, start));
                }
                b'}' => {
                    if self.peek(1) == b'}' && !in_format && string.depth == 0 {
                        return Ok(self.doubled_brace(middle, start));
                    }
                    self.leave_text();
                    if self.position == start {
                        return self.scan();
                    }
                    return Ok(self.token(middle, start));
                }
                b'\\' => {
                    if self.escape_in_text(&string) {
                        return Ok(self.token(middle, start));
                    }
                }
                byte @ (b'\n' | b'\r' | 0) if byte == 0 || !string.triple => {
                    let newline = byte != 0 || self.ends_without_newline();
                    if in_format && newline && !string.triple {
                        self.leave_text();
                        return Ok(self.token(middle, start));
                    }
                    return self.unterminated_text(&string);
                }
                _ => self.position += 1,
            }
        }
    }

    /// Whether the text ends without a newline where one is taken for granted.
    fn ends_without_newline(&self) -> bool {
        !matches!(self.text.last(), Some(b'\n' | b'\r'))
    }

    fn at_closing_quotes(&self, string: &OpenString) -> bool {
        let quote = string.quote;
        self.peek(0) == quote && (!string.triple || (self.peek(1) == quote && self.peek(2) == quote))
    }

    /// Text up to and including one brace of a doubled one; the other is passed over.
    fn doubled_brace(&mut self, kind: TokenKind, start: usize) -> Token {
        self.position += 1;
        let token = self.token(kind, start);
        self.position += 1;
        token
    }

    /// An expression starts at the brace ahead. `behind` is where an error is reported.
    fn open_field(&mut self, behind: usize) -> Result<(), Stopped> {
        let Some(string) = self.strings.last_mut() else { return Err(Stopped) };
        string.expression_depth += 1;
        string.in_text = false;
        if string.expression_depth >= MAX_FIELDS {
            let message = format!("{}-string: expressions nested too deeply", string.letter());
            return self.fail(behind, message);
        }
        Ok(())
    }

    fn leave_text(&mut self) {
        if let Some(string) = self.strings.last_mut() {
            string.in_text = false;
        }
    }

    /// Passes over a backslash and what it escapes. True if a named character escape, with its braces, was passed.
    fn escape_in_text(&mut self, string: &OpenString) -> bool {
        self.position += 1;
        match self.peek(0) {
            brace @ (b'{' | b'}') => {
                // The brace keeps its meaning, so the backslash stands for itself.
                if !string.raw {
                    let at = self.position as u32;
                    self.warn(SourceRange::new(at - 1, at + 1), invalid_escape_message(char::from(brace)));
                }
                false
            }
            b'N' if !string.raw && self.peek(1) == b'{' => {
                self.position += 2;
                while !matches!(self.peek(0), b'}' | b'{' | b'\n' | b'\r' | 0) && self.peek(0) != string.quote {
                    self.position += 1;
                }
                if self.peek(0) != b'}' {
                    return false;
                }
                self.position += 1;
                true
            }
            _ => {
                if !self.skip_newline() && self.position < self.text.len() {
                    self.position += 1;
                }
                false
            }
        }
    }

    /// Fails because the text of an f-string does not end.
    fn unterminated_text(&mut self, string: &OpenString) -> Result<Token, Stopped> {
        self.reached_end |= self.position >= self.text.len();
        let letter = string.letter();
        let start = string.start as usize;
        let line = self.detection_line();
        let quotes = if string.triple { "triple-quoted " } else { "" };
        self.fail(start + 1, format!("unterminated {quotes}{letter}-string literal (detected at line {line})"))
    }
}

/// The warning about a backslash in front of a character that needs none.
pub(crate) fn invalid_escape_message(character: char) -> alloc::string::String {
    format!(
        "\"\\{character}\" is an invalid escape sequence. Such sequences will not work in the future. \
         Did you mean \"\\\\{character}\"? A raw string is also an option."
    )
}
