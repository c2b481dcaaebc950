//! The machine that matches the diagnosis grammar.
//!
//! It is a loop over a stack of its own rather than a recursive function: how deep rules nest is the input's choice, and a
//! microcontroller's stack is small. Results of many rules are kept per token (packrat parsing, Bryan Ford, 2002), which
//! makes trying again cheap.
//!
//! ```text
//!     frames   one per expression being matched: where it began, how far it came
//!     slots    one pair per rule being matched: what its report will be about
//!     values   outlines of what was matched so far; a failing expression takes back its own
//!     tokens   all tokens from the start of the statement, read one by one when first asked for
//! ```

use super::outline::{Kind, OutlineId, Outlines};
use super::peg::{Check, Peg, Rule, Slot};
use crate::error::{ErrorKind, SyntaxError};
use crate::lexer::Lexer;
use crate::options::Options;
use crate::parser::{conversion_named, detached_conversion, string_error, unknown_conversion};
use crate::source::Source;
use crate::token::{Token, TokenKind};
use crate::tree::SourceRange;
use alloc::vec::Vec;

/// A diagnosis that takes more steps than this ends with "invalid syntax". It is there for inputs made to be slow.
const MAX_STEPS: u32 = 30_000_000;

/// What a slot holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Captured {
    pub(super) range: SourceRange,
    /// The outline, or the last one of several.
    pub(super) outline: Option<OutlineId>,
}

/// An expression being matched.
struct Frame {
    peg: &'static Peg,
    /// How many parts were begun.
    step: u32,
    /// The token it began at.
    mark: u32,
    /// The number of values it began with.
    values: u32,
    /// Of a choice: whether it may try no other alternative. Of `Quiet`: what to restore.
    flag: bool,
}

/// A rule being matched.
struct Activation {
    mark: u32,
    a: Captured,
    b: Captured,
}

/// A kept result.
struct Kept {
    rule: &'static Rule,
    /// The token behind, or none if the rule did not match.
    end: Option<u32>,
    value: Option<OutlineId>,
    /// The next result for the same token, as index + 1.
    next: u32,
}

/// What the loop does next.
enum Next {
    Enter(&'static Peg),
    Leave(bool),
    Stop,
}

/// The machine.
pub(super) struct Machine<'s> {
    pub(super) lexer: Lexer<'s>,
    options: &'s Options,
    pub(super) outlines: Outlines,
    /// The error that was found.
    pub(super) error: Option<SyntaxError>,
    /// Whether rules for what is wrong are tried.
    invalid_rules: bool,
    tokens: Vec<Token>,
    /// How many brackets were open behind each token.
    levels: Vec<u8>,
    mark: u32,
    frames: Vec<Frame>,
    activations: Vec<Activation>,
    values: Vec<OutlineId>,
    kept: Vec<Kept>,
    /// For each token the first kept result, as index + 1.
    kept_at: Vec<u32>,
    steps: u32,
}

impl<'s> Machine<'s> {
    /// A machine in front of what a lexer will read.
    pub(super) fn new(lexer: Lexer<'s>, options: &'s Options) -> Self {
        Self {
            lexer,
            options,
            outlines: Outlines::default(),
            error: None,
            invalid_rules: false,
            tokens: Vec::new(),
            levels: Vec::new(),
            mark: 0,
            frames: Vec::new(),
            activations: Vec::new(),
            values: Vec::new(),
            kept: Vec::new(),
            kept_at: Vec::new(),
            steps: 0,
        }
    }

    /// The text that is diagnosed.
    pub(super) fn source(&self) -> &'s Source<'s> {
        self.lexer.source()
    }

    /// Matches a rule from the first token on. False as well if an error was found, or the lexer stopped.
    pub(super) fn run(&mut self, rule: &'static Rule, invalid_rules: bool) -> bool {
        self.invalid_rules = invalid_rules;
        self.mark = 0;
        self.frames.clear();
        self.activations.clear();
        self.values.clear();
        self.kept.clear();
        self.kept_at.clear();
        self.steps = 0;
        let mut next = self.enter_rule(rule, &Peg::Cut);
        loop {
            self.steps += 1;
            next = match next {
                Next::Enter(peg) => self.enter(peg),
                Next::Leave(matched) => match self.frames.pop() {
                    Some(frame) => self.resume(frame, matched),
                    None => return matched,
                },
                Next::Stop => return false,
            };
            if self.steps > MAX_STEPS || self.lacks_memory() {
                return false;
            }
        }
    }

    /// Whether there is no memory for the lists that a step makes longer.
    fn lacks_memory(&self) -> bool {
        fn growth<T>(list: &Vec<T>) -> usize {
            const FEW: usize = 4;
            if list.len() + FEW > list.capacity() { 2 * list.capacity() * size_of::<T>() } else { 0 }
        }
        let bytes = growth(&self.frames) + growth(&self.activations) + growth(&self.kept) + growth(&self.tokens);
        bytes > 0 && self.options.machine.lacks(bytes).is_some()
    }

    /// The last token that was read.
    pub(super) fn last_token(&self) -> Token {
        let none = Token { kind: TokenKind::EndMarker, range: SourceRange::default() };
        self.tokens.last().copied().unwrap_or(none)
    }

    /// The token that comes next, read if it was not yet.
    pub(super) fn token_at_mark(&mut self) -> Option<Token> {
        while self.tokens.len() <= self.mark as usize {
            let token = self.lexer.next_token().ok()?;
            self.tokens.push(token);
            self.levels.push(self.lexer.bracket_depth().min(255) as u8);
        }
        self.tokens.get(self.mark as usize).copied()
    }

    /// The end of the last token in front of the current one that is not a mere matter of layout.
    fn last_end(&self) -> u32 {
        let passed = self.tokens.get(..self.mark as usize).unwrap_or(&[]);
        let is_visible = |token: &&Token| {
            !matches!(token.kind, TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent | TokenKind::EndMarker)
        };
        passed.iter().rev().find(is_visible).map_or(0, |token| token.range.end)
    }

    fn start_of(&self, mark: u32) -> u32 {
        self.tokens.get(mark as usize).map_or(0, |token| token.range.start)
    }

    fn range_from(&self, mark: u32) -> SourceRange {
        let start = self.start_of(mark);
        SourceRange::new(start, self.last_end().max(start))
    }

    /// Consumes the current token if it fits.
    fn take(&mut self, fits: impl FnOnce(&Self, Token) -> bool) -> Next {
        let Some(token) = self.token_at_mark() else { return Next::Stop };
        let matched = fits(self, token);
        self.mark += u32::from(matched);
        Next::Leave(matched)
    }

    fn push_frame(&mut self, peg: &'static Peg) {
        let flag = self.invalid_rules;
        let flag = matches!(peg, Peg::Quiet(_)) && flag;
        self.frames.push(Frame { peg, step: 0, mark: self.mark, values: self.values.len() as u32, flag });
    }

    /// Begins to match an expression.
    fn enter(&mut self, peg: &'static Peg) -> Next {
        match peg {
            Peg::Token(kind) => self.take(|_, token| token.kind == *kind),
            Peg::Word(word) => {
                self.take(|this, token| token.kind == TokenKind::Name && this.source().slice(token.range) == *word)
            }
            // CPython compares no more letters than the name has, so that `c` counts as `case` here.
            Peg::AnySoftKeyword => self.take(|this, token| {
                let text = this.source().slice(token.range);
                token.kind == TokenKind::Name
                    && ["_", "case", "match", "type"].iter().any(|word| word.starts_with(text))
            }),
            Peg::Rule(rule) => self.enter_rule(rule, peg),
            Peg::Invalid(rule) if self.invalid_rules => self.enter_rule(rule, peg),
            Peg::Invalid(_) => Next::Leave(false),
            Peg::Seq(parts) | Peg::Choice(parts) => match parts.first() {
                Some(first) => {
                    self.push_frame(peg);
                    Next::Enter(first)
                }
                None => Next::Leave(true),
            },
            Peg::Opt(inner)
            | Peg::Many(inner)
            | Peg::Some(inner)
            | Peg::Gather(inner, _)
            | Peg::And(inner)
            | Peg::Not(inner)
            | Peg::Save(_, inner)
            | Peg::Node(_, inner)
            | Peg::Grow(_, inner)
            | Peg::Bare(inner) => {
                self.push_frame(peg);
                Next::Enter(inner)
            }
            Peg::Quiet(inner) => {
                self.push_frame(peg);
                self.invalid_rules = false;
                Next::Enter(inner)
            }
            Peg::Cut => {
                let choice = self.frames.iter_mut().rev().find(|frame| matches!(frame.peg, Peg::Choice(_)));
                if let Some(choice) = choice {
                    choice.flag = true;
                }
                Next::Leave(true)
            }
            Peg::Expect(kind) => self.expect(*kind),
            Peg::If(check) => self.check(*check),
            Peg::Raise(report) => {
                let (a, b) = self.activations.last().map_or_else(Default::default, |rule| (rule.a, rule.b));
                match self.error_for(report, a, b) {
                    Some(error) => self.stop(error),
                    None if self.lexer.error.is_some() => Next::Stop,
                    None => Next::Leave(false),
                }
            }
        }
    }

    fn stop(&mut self, error: SyntaxError) -> Next {
        self.error = Some(error);
        Next::Stop
    }

    /// A token that must be there. What is missing is reported in the second pass, like everything else.
    fn expect(&mut self, kind: TokenKind) -> Next {
        let Some(token) = self.token_at_mark() else { return Next::Stop };
        if token.kind == kind {
            self.mark += 1;
            return Next::Leave(true);
        }
        let position = self.token_position(token);
        let message = alloc::format!("expected '{}'", kind.text());
        self.stop(SyntaxError::at(ErrorKind::Syntax, message, Some(position)))
    }

    /// Begins to match a rule, unless the result is known.
    fn enter_rule(&mut self, rule: &'static Rule, peg: &'static Peg) -> Next {
        if rule.memo
            && let Some((end, value)) = self.kept_result(rule)
        {
            let Some(end) = end else { return Next::Leave(false) };
            self.mark = end;
            self.values.extend(value);
            return Next::Leave(true);
        }
        self.push_frame(peg);
        self.activations.push(Activation { mark: self.mark, a: Captured::default(), b: Captured::default() });
        Next::Enter(&rule.body)
    }

    fn kept_result(&self, rule: &'static Rule) -> Option<(Option<u32>, Option<OutlineId>)> {
        let mut index = *self.kept_at.get(self.mark as usize)?;
        while let Some(kept) = self.kept.get((index as usize).checked_sub(1)?) {
            if core::ptr::eq(kept.rule, rule) {
                return Some((kept.end, kept.value));
            }
            index = kept.next;
        }
        None
    }

    fn keep_result(&mut self, rule: &'static Rule, mark: u32, end: Option<u32>, value: Option<OutlineId>) {
        let place = mark as usize;
        if self.kept_at.len() <= place {
            self.kept_at.resize(place + 1, 0);
        }
        let Some(first) = self.kept_at.get_mut(place) else { return };
        self.kept.push(Kept { rule, end, value, next: *first });
        *first = self.kept.len() as u32;
    }

    /// Goes on with an expression one of whose parts was matched or not.
    fn resume(&mut self, mut frame: Frame, matched: bool) -> Next {
        match frame.peg {
            Peg::Seq(parts) => {
                if !matched {
                    return self.take_back(&frame, false);
                }
                self.next_part(frame, parts, true)
            }
            Peg::Choice(parts) => {
                if matched || frame.flag {
                    return Next::Leave(matched);
                }
                self.next_part(frame, parts, false)
            }
            Peg::Opt(_) => Next::Leave(true),
            Peg::And(_) => self.take_back(&frame, matched),
            Peg::Not(_) => self.take_back(&frame, !matched),
            Peg::Many(inner) | Peg::Some(inner) => {
                let again = matched && self.mark > frame.mark;
                let ok = matched || frame.step > 0 || matches!(frame.peg, Peg::Many(_));
                if !again {
                    return Next::Leave(ok);
                }
                frame.step += 1;
                frame.mark = self.mark;
                self.frames.push(frame);
                Next::Enter(inner)
            }
            Peg::Gather(inner, separator) => self.resume_gather(frame, inner, *separator, matched),
            Peg::Save(slot, _) => {
                if matched {
                    self.save(*slot, &frame);
                }
                Next::Leave(matched)
            }
            Peg::Node(kind, _) => {
                if matched {
                    let range = self.range_from(frame.mark);
                    self.replace_values(frame.values, *kind, range);
                }
                Next::Leave(matched)
            }
            Peg::Grow(kind, _) => {
                if matched {
                    let start = self.activations.last().map_or(frame.mark, |rule| rule.mark);
                    let range = self.range_from(start);
                    self.replace_values(frame.values.saturating_sub(1), *kind, range);
                }
                Next::Leave(matched)
            }
            Peg::Bare(_) => {
                self.values.truncate(frame.values as usize);
                Next::Leave(matched)
            }
            Peg::Quiet(_) => {
                self.invalid_rules = frame.flag;
                Next::Leave(matched)
            }
            Peg::Rule(rule) | Peg::Invalid(rule) => self.leave_rule(rule, &frame, matched),
            // The frame of the outermost rule.
            _ => Next::Leave(matched),
        }
    }

    /// Undoes what an expression consumed and produced.
    fn take_back(&mut self, frame: &Frame, matched: bool) -> Next {
        self.mark = frame.mark;
        self.values.truncate(frame.values as usize);
        Next::Leave(matched)
    }

    fn next_part(&mut self, mut frame: Frame, parts: &'static [Peg], at_end: bool) -> Next {
        frame.step += 1;
        match parts.get(frame.step as usize) {
            Some(part) => {
                self.frames.push(frame);
                Next::Enter(part)
            }
            None => Next::Leave(at_end),
        }
    }

    fn resume_gather(&mut self, mut frame: Frame, inner: &'static Peg, separator: TokenKind, matched: bool) -> Next {
        if !matched {
            // Behind a separator nothing came: the separator belongs to whoever comes next.
            self.mark = frame.mark;
            return Next::Leave(frame.step > 0);
        }
        frame.step += 1;
        frame.mark = self.mark;
        let Some(token) = self.token_at_mark() else { return Next::Stop };
        if token.kind != separator {
            return Next::Leave(true);
        }
        self.mark += 1;
        self.frames.push(frame);
        Next::Enter(inner)
    }

    /// Remembers what was matched since a frame began.
    fn save(&mut self, slot: Slot, frame: &Frame) {
        let values = self.values.get(frame.values as usize..).unwrap_or(&[]);
        let captured = match (values.first(), values.last()) {
            (Some(first), Some(last)) => Captured {
                range: self.outlines.get(*first).range.to(self.outlines.get(*last).range),
                outline: Some(*last),
            },
            _ => Captured { range: self.token_range(frame.mark), outline: None },
        };
        if let Some(rule) = self.activations.last_mut() {
            match slot {
                Slot::A => rule.a = captured,
                Slot::B => rule.b = captured,
            }
        }
    }

    /// The range of the tokens from a mark up to the current one, layout included.
    fn token_range(&self, mark: u32) -> SourceRange {
        let start = self.start_of(mark);
        let last = (self.mark as usize).checked_sub(1).and_then(|last| self.tokens.get(last));
        SourceRange::new(start, last.map_or(start, |token| token.range.end).max(start))
    }

    /// Puts one outline in the place of all values from an index on.
    fn replace_values(&mut self, from: u32, kind: Kind, range: SourceRange) {
        let children = self.values.get(from as usize..).unwrap_or(&[]);
        let outline = self.outlines.add(kind, range, children);
        self.values.truncate(from as usize);
        self.values.push(outline);
    }

    fn leave_rule(&mut self, rule: &'static Rule, frame: &Frame, matched: bool) -> Next {
        self.activations.pop();
        if !matched {
            self.mark = frame.mark;
            self.values.truncate(frame.values as usize);
        }
        if rule.memo {
            let value = self.values.get(frame.values as usize..).and_then(|values| values.last().copied());
            self.values.truncate(frame.values as usize);
            self.values.extend(value);
            self.keep_result(rule, frame.mark, matched.then_some(self.mark), value);
        }
        Next::Leave(matched)
    }

    /// A condition that is not a matter of tokens.
    fn check(&mut self, check: Check) -> Next {
        let (a, b) = self.activations.last().map_or_else(Default::default, |rule| (rule.a, rule.b));
        let holds = match check {
            Check::Legacy => self.is_legacy(a),
            Check::NotLegacy => !self.is_legacy(a),
            Check::InBrackets => {
                let last = (self.mark as usize).checked_sub(1).and_then(|last| self.levels.get(last));
                last.is_some_and(|level| *level > 0)
            }
            Check::SeveralArguments => a.outline.is_some_and(|call| self.positional(call).count() > 1),
            Check::ConversionAttached if a.range.start == b.range.end => true,
            Check::ConversionAttached => {
                let message = detached_conversion(self.in_template());
                return self.stop(SyntaxError::new(ErrorKind::Syntax, message, b.range.to(a.range), self.source()));
            }
            Check::ConversionKnown => {
                let name = self.source().slice(a.range);
                if name.is_empty() || conversion_named(name).is_some() {
                    return Next::Leave(true);
                }
                let message = unknown_conversion(name, self.in_template());
                return self.stop(SyntaxError::new(ErrorKind::Syntax, message, a.range, self.source()));
            }
            Check::StringDecodes => return self.check_string(),
            Check::StringsJoin => return self.join_strings(),
        };
        Next::Leave(holds)
    }

    /// Whether the innermost string around the current token is a t-string.
    fn in_template(&self) -> bool {
        let passed = self.tokens.get(..self.mark as usize).unwrap_or(&[]);
        let opens = |token: &&Token| matches!(token.kind, TokenKind::FStringStart | TokenKind::TStringStart);
        passed.iter().rev().find(opens).is_some_and(|token| token.kind == TokenKind::TStringStart)
    }

    /// Whether a slot holds a name that was a statement's keyword in Python 2.
    fn is_legacy(&self, captured: Captured) -> bool {
        let is_name = captured.outline.is_some_and(|outline| self.outlines.get(outline).kind == Kind::Name);
        is_name && matches!(self.source().slice(captured.range), "print" | "exec")
    }

    /// The last token is a string literal: fails for good if its escapes have no meaning.
    fn check_string(&mut self) -> Next {
        let last = (self.mark as usize).checked_sub(1).and_then(|last| self.tokens.get(last).copied());
        let Some(token) = last else { return Next::Leave(true) };
        match string_error(self.source().slice(token.range), self.options) {
            None => Next::Leave(true),
            Some(message) => {
                let position = self.token_position(self.last_token());
                self.stop(SyntaxError::at(ErrorKind::Syntax, message, Some(position)))
            }
        }
    }

    /// Joins the outlines of neighbouring literals into one.
    fn join_strings(&mut self) -> Next {
        let Some(rule) = self.activations.last() else { return Next::Leave(true) };
        let mark = rule.mark;
        let literals = self.values.iter().rev().map_while(|value| {
            let outline = self.outlines.get(*value);
            let is_literal = matches!(outline.kind, Kind::Literal | Kind::JoinedStr);
            (is_literal && outline.range.start >= self.start_of(mark)).then_some(outline)
        });
        let (mut count, mut formatted, mut bytes) = (0_usize, false, 0_usize);
        for outline in literals {
            count += 1;
            formatted |= outline.kind == Kind::JoinedStr;
            let text = self.source().slice(outline.range);
            let prefix = text.split(['"', '\'']).next().unwrap_or("");
            bytes += usize::from(outline.kind == Kind::Literal && prefix.contains(['b', 'B']));
        }
        if bytes > 0 && bytes < count {
            let position = self.token_position(self.last_token());
            let message = "cannot mix bytes and nonbytes literals";
            return self.stop(SyntaxError::at(ErrorKind::Syntax, message, Some(position)));
        }
        let kind = if formatted { Kind::JoinedStr } else { Kind::Literal };
        let range = self.range_from(mark);
        self.replace_values((self.values.len() - count.min(self.values.len())) as u32, kind, range);
        Next::Leave(true)
    }
}
