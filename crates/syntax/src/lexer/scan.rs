//! Tokens outside string text: names, operators, brackets, comments, line joining.

use super::class::{is_blank, is_digit, starts_identifier};
use super::{Bracket, EndRule, Lexer, MAX_BRACKETS, Stopped, Weight};
use crate::error::{ErrorKind, ErrorPosition, SyntaxError, position_of};
use crate::token::{Token, TokenKind};
use crate::tree::SourceRange;
use alloc::format;

impl Lexer<'_> {
    /// The next token at the current position, which is not at the start of a line.
    pub(super) fn scan(&mut self) -> Result<Token, Stopped> {
        // A newline behind a comment starts, as a token, where the comment does.
        let mut comment_start = None;
        loop {
            while is_blank(self.peek(0)) {
                self.position += 1;
            }
            let start = self.position;
            match self.peek(0) {
                byte if starts_identifier(byte) => return self.name_or_string(),
                byte if is_digit(byte) => return self.number(),
                0 => return self.end_token(comment_start.unwrap_or(start)),
                b'#' => {
                    comment_start = Some(start);
                    self.skip_comment();
                }
                b'\n' | b'\r' => {
                    self.skip_newline();
                    if self.brackets.is_empty() {
                        self.at_line_start = true;
                        let range = SourceRange::new(comment_start.unwrap_or(start) as u32, start as u32 + 1);
                        return Ok(Token { kind: TokenKind::Newline, range });
                    }
                    comment_start = None;
                }
                b'\\' => self.join_line()?,
                b'\'' | b'"' => return self.string(start),
                b'.' if is_digit(self.peek(1)) => return self.number(),
                _ => return self.operator(),
            }
        }
    }

    /// Passes over a comment, up to the end of its line.
    pub(super) fn skip_comment(&mut self) {
        while !matches!(self.peek(0), b'\n' | b'\r' | 0) {
            self.position += 1;
        }
    }

    /// Passes over a backslash and the end of the line.
    pub(super) fn join_line(&mut self) -> Result<(), Stopped> {
        self.position += 1;
        // Only a file has a newline at its end that nobody wrote.
        let needs_newline = match self.end_rule {
            EndRule::ImplyNewline => false,
            EndRule::Plain => true,
            EndRule::Interactive { close_blocks } => close_blocks,
        };
        if !self.skip_newline() && (needs_newline || self.position < self.text.len()) {
            let at = self.source().location(self.position as u32);
            let joined = i32::from(self.position < self.text.len());
            let position =
                ErrorPosition { line: at.line, offset: at.column as i32 + joined, end_line: at.line, end_offset: 0 };
            let message = "unexpected character after line continuation character";
            return self.stop(SyntaxError::at(ErrorKind::Syntax, message, Some(position)), Weight::Layout);
        }
        if self.position < self.text.len() {
            return Ok(());
        }
        self.reached_end = true;
        if let Some(bracket) = self.brackets.last().copied() {
            return self.never_closed(bracket).map(|_| ());
        }
        let error = SyntaxError::at(ErrorKind::Syntax, "unexpected EOF while parsing", Some(self.end_position()));
        self.stop(error, Weight::Layout)
    }

    /// The position CPython gives errors at the end of the text: the last line with its newline.
    pub(crate) fn end_position(&self) -> ErrorPosition {
        if self.text.is_empty() && self.end_rule != EndRule::ImplyNewline {
            return ErrorPosition::default();
        }
        let line = self.source().line_of((self.text.len() as u32).saturating_sub(1));
        let width = self.source().line_text(line).chars().count() as i32;
        let newline = i32::from(self.has_newline(line) && !self.text.is_empty());
        ErrorPosition { line, offset: width + newline, end_line: line, end_offset: -1 }
    }

    /// The position of a token, as errors give it that name no range. Tokens of the layout have no range of their own.
    pub(crate) fn token_position(&self, token: Token) -> ErrorPosition {
        let start = token.range.start;
        let is_empty = start == token.range.end;
        if token.kind == TokenKind::EndMarker || (is_empty && start as usize >= self.text.len()) {
            return self.end_position();
        }
        if is_empty {
            let at = self.source().location(start);
            return ErrorPosition { line: at.line, offset: at.column as i32, end_line: at.line, end_offset: -1 };
        }
        position_of(token.range, self.source())
    }

    /// Whether a line ends in a newline, if only in one taken for granted.
    pub(super) fn has_newline(&self, line: u32) -> bool {
        self.end_rule == EndRule::ImplyNewline || self.source().line_with_end(line).ends_with(['\n', '\r'])
    }

    /// An operator, a bracket, or a character that is none.
    fn operator(&mut self) -> Result<Token, Stopped> {
        let start = self.position;
        let first = self.peek(0);
        if matches!(first, b':' | b'}' | b'!' | b'{') && self.ends_replacement_expression(first) {
            self.position += 1;
            return Ok(self.token(TokenKind::Colon, start));
        }
        match first {
            b'(' | b'[' | b'{' => return self.open_bracket(first),
            b')' | b']' | b'}' => return self.close_bracket(first),
            _ => {}
        }
        let (kind, length) = operator_at(first, self.peek(1), self.peek(2));
        self.position += length;
        if kind == TokenKind::Unknown && !first.is_ascii_graphic() {
            return self.fail(self.position, format!("invalid non-printable character U+{first:04X}"));
        }
        Ok(self.token(kind, start))
    }

    fn open_bracket(&mut self, character: u8) -> Result<Token, Stopped> {
        let start = self.position;
        self.position += 1;
        if self.brackets.len() >= MAX_BRACKETS {
            return self.fail(self.position, "too many nested parentheses");
        }
        self.brackets.push(Bracket { character, offset: start as u32 });
        if let Some(string) = self.strings.last_mut() {
            string.depth += 1;
        }
        let kind = match character {
            b'(' => TokenKind::LeftParenthesis,
            b'[' => TokenKind::LeftBracket,
            _ => TokenKind::LeftBrace,
        };
        Ok(self.token(kind, start))
    }

    fn close_bracket(&mut self, character: u8) -> Result<Token, Stopped> {
        let start = self.position;
        self.position += 1;
        if let Some(string) = self.strings.last()
            && string.depth == 0
            && character == b'}'
        {
            let message = format!("{}-string: single '}}' is not allowed", string.letter());
            return self.fail(self.position, message);
        }
        let Some(bracket) = self.brackets.pop() else {
            return self.fail(self.position, format!("unmatched '{}'", char::from(character)));
        };
        let (closing, kind) = match bracket.character {
            b'(' => (b')', TokenKind::RightParenthesis),
            b'[' => (b']', TokenKind::RightBracket),
            _ => (b'}', TokenKind::RightBrace),
        };
        if closing != character {
            return self.mismatch(bracket, character);
        }
        if let Some(string) = self.strings.last_mut() {
            string.depth -= 1;
            if string.depth < 0 {
                let message = format!("{}-string: unmatched '{}'", string.letter(), char::from(character));
                return self.fail(self.position, message);
            }
            if character == b'}' && string.depth == string.expression_depth {
                string.expression_depth -= 1;
                string.in_text = true;
                string.in_format = false;
            }
        }
        Ok(self.token(kind, start))
    }

    /// Fails because a bracket is closed by another one's partner.
    fn mismatch(&mut self, open: Bracket, character: u8) -> Result<Token, Stopped> {
        let closing = char::from(character);
        if let Some(string) = self.strings.last()
            && open.character == b'{'
            && string.depth - 1 == string.expression_depth
        {
            let message = format!("{}-string: unmatched '{closing}'", string.letter());
            return self.fail(self.position, message);
        }
        let opening = char::from(open.character);
        let line = self.source().line_of(open.offset);
        let message = format!("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'");
        if line == self.source().line_of(self.position as u32 - 1) {
            return self.fail(self.position, message);
        }
        self.fail(self.position, format!("{message} on line {line}"))
    }
}

/// The operator that starts with these bytes, and its length.
fn operator_at(first: u8, second: u8, third: u8) -> (TokenKind, usize) {
    use TokenKind as T;
    let assigns = second == b'=';
    let doubled = second == first;
    /// An operator that may be followed by `=`.
    fn plain_or_assigning(assigns: bool, plain: TokenKind, assigning: TokenKind) -> (TokenKind, usize) {
        if assigns { (assigning, 2) } else { (plain, 1) }
    }
    /// A doubled operator that may be followed by `=`.
    fn doubled_or_assigning(third: u8, plain: TokenKind, assigning: TokenKind) -> (TokenKind, usize) {
        if third == b'=' { (assigning, 3) } else { (plain, 2) }
    }
    match first {
        b',' => (T::Comma, 1),
        b';' => (T::Semicolon, 1),
        b'~' => (T::Tilde, 1),
        b'.' if doubled && third == b'.' => (T::Ellipsis, 3),
        b'.' => (T::Dot, 1),
        b':' => plain_or_assigning(assigns, T::Colon, T::ColonEqual),
        b'=' => plain_or_assigning(assigns, T::Equal, T::EqualEqual),
        b'!' => plain_or_assigning(assigns, T::Exclamation, T::NotEqual),
        b'+' => plain_or_assigning(assigns, T::Plus, T::PlusEqual),
        b'-' if second == b'>' => (T::Arrow, 2),
        b'-' => plain_or_assigning(assigns, T::Minus, T::MinusEqual),
        b'*' if doubled => doubled_or_assigning(third, T::DoubleStar, T::DoubleStarEqual),
        b'*' => plain_or_assigning(assigns, T::Star, T::StarEqual),
        b'/' if doubled => doubled_or_assigning(third, T::DoubleSlash, T::DoubleSlashEqual),
        b'/' => plain_or_assigning(assigns, T::Slash, T::SlashEqual),
        b'%' => plain_or_assigning(assigns, T::Percent, T::PercentEqual),
        b'@' => plain_or_assigning(assigns, T::At, T::AtEqual),
        b'&' => plain_or_assigning(assigns, T::Ampersand, T::AmpersandEqual),
        b'|' => plain_or_assigning(assigns, T::VerticalBar, T::VerticalBarEqual),
        b'^' => plain_or_assigning(assigns, T::Caret, T::CaretEqual),
        b'<' if doubled => doubled_or_assigning(third, T::LeftShift, T::LeftShiftEqual),
        // `<>` is an operator of its own only for an April fool's joke; elsewhere it is no valid syntax.
        b'<' if second == b'>' => (T::Unknown, 2),
        b'<' => plain_or_assigning(assigns, T::Less, T::LessEqual),
        b'>' if doubled => doubled_or_assigning(third, T::RightShift, T::RightShiftEqual),
        b'>' => plain_or_assigning(assigns, T::Greater, T::GreaterEqual),
        _ => (T::Unknown, 1),
    }
}
