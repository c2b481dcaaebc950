//! The parser's view of the tokens, and what all productions share.

use super::{Invalid, Parse};
use crate::error::{ErrorKind, SyntaxError};
use crate::lexer::Lexer;
use crate::names::{Name, Names};
use crate::options::{Options, TOO_DEEP};
use crate::token::{Token, TokenKind};
use crate::tree::{Expression, ExpressionKind, SourceRange};
use alloc::vec::Vec;
use ferropy_unicode::normalization;

/// The parser.
pub(crate) struct Parser<'s> {
    pub(crate) lexer: Lexer<'s>,
    pub(crate) options: &'s Options,
    pub(crate) names: Names,
    /// An error that is more than "invalid here".
    pub(crate) error: Option<SyntaxError>,
    /// The current token and those looked at behind it; in front of it those a [`Mark`] may want back.
    tokens: Vec<Token>,
    /// The place of the current token in `tokens`.
    index: usize,
    /// The kind of the current token, which is asked for all the time.
    kind: TokenKind,
    /// How many marks are held; without any, tokens are forgotten once they are passed.
    marks: u32,
    /// The end of the last token that was passed and is not a mere matter of layout.
    last_end: u32,
    /// Where the last valid statement starts.
    last_statement: Option<u32>,
    /// How many productions that may contain themselves are open.
    depth: u16,
    /// The height of the highest tree built since this was last set to zero.
    height: u16,
}

/// A place to come back to.
pub(super) struct Mark {
    index: usize,
    last_end: u32,
    depth: u16,
    warnings: usize,
}

impl<'s> Parser<'s> {
    /// A parser in front of the first token.
    pub(crate) fn new(lexer: Lexer<'s>, options: &'s Options) -> Self {
        let mut parser = Self {
            lexer,
            options,
            names: Names::new(),
            error: None,
            tokens: Vec::new(),
            index: 0,
            kind: TokenKind::EndMarker,
            marks: 0,
            last_end: 0,
            last_statement: None,
            depth: 0,
            height: 0,
        };
        parser.fill(0);
        parser.kind = parser.peek(0);
        parser
    }

    /// Reads tokens until one is there `ahead` places behind the current one. Where the lexer fails there is an unknown
    /// token, which no production accepts.
    fn fill(&mut self, ahead: usize) {
        while self.tokens.len() <= self.index + ahead {
            let at = self.lexer.offset();
            let unknown = Token { kind: TokenKind::Unknown, range: SourceRange::new(at, at) };
            let token = self.lexer.next_token().unwrap_or(unknown);
            self.tokens.push(token);
        }
    }

    /// The current token.
    pub(super) fn token(&self) -> Token {
        self.tokens
            .get(self.index)
            .copied()
            .unwrap_or(Token { kind: TokenKind::Unknown, range: SourceRange::default() })
    }

    /// Notes that a statement was read. Those within a block come before the one that has the block.
    pub(super) fn note_statement(&mut self, start: u32) {
        self.last_statement = self.last_statement.max(Some(start));
    }

    /// The line on which the last statement that was read starts, 0 if there was none.
    pub(crate) fn statement_line(&self) -> u32 {
        self.last_statement.map_or(0, |start| self.lexer.source().line_of(start))
    }

    /// The line behind the one on which the last statement ended.
    pub(crate) fn next_line(&self) -> u32 {
        self.lexer.source().line_of(self.last_end) + 1
    }

    /// The range of the current token.
    pub(crate) fn place(&self) -> SourceRange {
        self.token().range
    }

    /// The kind of the current token.
    #[inline]
    pub(crate) fn kind(&self) -> TokenKind {
        self.kind
    }

    /// Whether the current token is of a kind.
    #[inline]
    pub(crate) fn at(&self, kind: TokenKind) -> bool {
        self.kind == kind
    }

    /// The kind of the token `ahead` places behind the current one.
    pub(super) fn peek(&mut self, ahead: usize) -> TokenKind {
        self.fill(ahead);
        self.tokens.get(self.index + ahead).map_or(TokenKind::Unknown, |token| token.kind)
    }

    /// Where the current token starts.
    pub(super) fn start(&self) -> u32 {
        self.token().range.start
    }

    /// Passes the current token and returns it.
    pub(super) fn advance(&mut self) -> Token {
        let token = self.token();
        if !matches!(token.kind, TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent | TokenKind::EndMarker) {
            self.last_end = token.range.end;
        }
        self.index += 1;
        if self.index == self.tokens.len() && self.marks == 0 {
            self.tokens.clear();
            self.index = 0;
        }
        self.kind = self.peek(0);
        token
    }

    /// Passes the current token if it is of a kind.
    pub(super) fn accept(&mut self, kind: TokenKind) -> bool {
        let found = self.kind == kind;
        if found {
            self.advance();
        }
        found
    }

    /// Passes the current token, which must be of a kind.
    pub(super) fn expect(&mut self, kind: TokenKind) -> Parse<Token> {
        if self.kind == kind { Ok(self.advance()) } else { Err(Invalid) }
    }

    /// Remembers the current place. Every mark must be given to [`Parser::reset`] or [`Parser::release`].
    pub(super) fn mark(&mut self) -> Mark {
        self.marks += 1;
        Mark { index: self.index, last_end: self.last_end, depth: self.depth, warnings: self.lexer.warnings.len() }
    }

    /// Goes back to a mark, unless an error was found that reading in another way cannot undo.
    pub(super) fn reset(&mut self, mark: Mark) -> Parse<()> {
        self.marks = self.marks.saturating_sub(1);
        if self.error.is_some() {
            return Err(Invalid);
        }
        self.index = mark.index;
        self.last_end = mark.last_end;
        self.depth = mark.depth;
        self.lexer.warnings.truncate(mark.warnings);
        self.kind = self.peek(0);
        Ok(())
    }

    /// Gives a mark up.
    pub(super) fn release(&mut self, _mark: Mark) {
        self.marks = self.marks.saturating_sub(1);
        if self.marks == 0 {
            self.tokens.drain(..self.index);
            self.index = 0;
        }
    }

    /// The range from `start` to the end of the last token that was passed.
    pub(super) fn range_from(&self, start: u32) -> SourceRange {
        SourceRange::new(start, self.last_end.max(start))
    }

    /// An expression from `start` to the end of the last token that was passed.
    pub(super) fn node(&self, kind: ExpressionKind, start: u32) -> Expression {
        Expression { kind, range: self.range_from(start) }
    }

    /// The text of a token.
    pub(super) fn text(&self, token: Token) -> &'s str {
        self.lexer.source().slice(token.range)
    }

    /// Whether the current token is a soft keyword.
    pub(super) fn at_soft_keyword(&self, word: &str) -> bool {
        self.kind == TokenKind::Name && self.text(self.token()) == word
    }

    /// An identifier.
    pub(super) fn name(&mut self) -> Parse<Name> {
        let token = self.expect(TokenKind::Name)?;
        Ok(self.intern(token))
    }

    /// The name of a token.
    pub(super) fn intern(&mut self, token: Token) -> Name {
        let text = self.lexer.source().slice(token.range);
        self.names.intern(&normalization::identifier(text))
    }

    /// Enters a production that may contain itself.
    pub(super) fn enter(&mut self) -> Parse<()> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > self.options.max_depth {
            return self.too_deep();
        }
        self.check_machine(0)
    }

    /// Fails where the machine lacks stack or memory for what comes, which may allocate `bytes`.
    #[inline]
    pub(super) fn check_machine(&mut self, bytes: usize) -> Parse<()> {
        match self.options.machine.lacks(bytes) {
            Some(kind) => self.fail(kind, TOO_DEEP, self.token().range),
            None => Ok(()),
        }
    }

    /// Appends an item to a list that may become long.
    pub(super) fn append<T>(&mut self, list: &mut Vec<T>, item: T) -> Parse<()> {
        if list.len() == list.capacity() {
            self.check_machine(list.len() * 2 * size_of::<T>())?;
        }
        list.push(item);
        Ok(())
    }

    /// Leaves a production that was entered.
    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Starts measuring the height of the trees to come; returns the height measured so far.
    pub(super) fn start_height(&mut self) -> u16 {
        core::mem::take(&mut self.height)
    }

    /// Puts a node on top of the trees measured since the start.
    pub(super) fn raise_height(&mut self) -> Parse<()> {
        self.height = self.height.saturating_add(1);
        if self.height > self.options.max_depth { self.too_deep() } else { Ok(()) }
    }

    /// Ends measuring, given what [`Parser::start_height`] returned.
    pub(super) fn end_height(&mut self, before: u16) {
        self.height = self.height.max(before);
    }

    #[cold]
    fn too_deep(&mut self) -> Parse<()> {
        self.fail(ErrorKind::Recursion, TOO_DEEP, self.token().range)
    }

    /// Fails with a message.
    #[cold]
    pub(super) fn fail<T>(
        &mut self,
        kind: ErrorKind,
        message: impl Into<alloc::borrow::Cow<'static, str>>,
        range: SourceRange,
    ) -> Parse<T> {
        if self.error.is_none() {
            self.error = Some(SyntaxError::new(kind, message, range, self.lexer.source()));
        }
        Err(Invalid)
    }
}
