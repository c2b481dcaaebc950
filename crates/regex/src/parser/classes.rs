//! Sets: what stands in brackets.

use super::escapes::InClass;
use super::reader::Token;
use super::{Parser, Warning};
use crate::characters::CharacterSet;
use crate::error::Error;
use crate::fold::Fold;
use crate::tree::Node;
use alloc::boxed::Box;
use alloc::vec::Vec;

impl Parser<'_> {
    /// A set, behind its opening bracket.
    pub(super) fn class(&mut self, flags: u32) -> Result<Node, Box<Error>> {
        let start = self.reader.position() - 1;
        let fold = Fold::of(flags, self.is_text);
        if self.reader.next.is_some_and(|token| token.is(b'[')) {
            self.warn("nested set", 0);
        }
        let is_negative = self.reader.matches(b'^')?;
        let mut set = CharacterSet::default();
        // How many items there were; the only character, if all are the same.
        let (mut items, mut only) = (0, None);
        loop {
            let Some(token) = self.reader.get()? else { return Err(unterminated(start)) };
            if token.is(b']') && items > 0 {
                break;
            }
            let item = self.class_item(token, items > 0)?;
            items += 1;
            if !self.reader.matches(b'-')? {
                self.add(&mut set, item, flags);
                only = match item {
                    InClass::Character(code) if items == 1 || only == Some(code) => Some(code),
                    _ => None,
                };
                continue;
            }
            only = None;
            let Some(end) = self.reader.get()? else { return Err(unterminated(start)) };
            if end.is(b']') {
                self.add(&mut set, item, flags);
                set.add(u32::from(b'-'));
                break;
            }
            if end.is(b'-') {
                self.warn("set difference", 2);
            }
            let last = match end {
                Token::Escape(code) => self.class_escape(code)?,
                Token::Plain(code) => InClass::Character(code),
            };
            match (item, last) {
                (InClass::Character(first), InClass::Character(last)) if first <= last => {
                    set.add_folded(first, last, fold);
                }
                _ => return Err(self.bad_range(token, end)),
            }
        }
        if let (Some(code), false) = (only, is_negative) {
            return Ok(Node::character(code, fold));
        }
        set.tidy();
        Ok(Node::Set(Box::new(match (fold, only, is_negative) {
            (_, Some(code), _) => self.all_but(code, fold),
            (Fold::Locale, _, true) => set.complement().in_both_cases(),
            (Fold::Locale, _, false) => set.in_both_cases(),
            (_, _, true) => set.complement(),
            _ => set,
        })))
    }

    fn all_but(&self, code: u32, fold: Fold) -> CharacterSet {
        Node::character(code, fold).as_set().unwrap_or_default().complement()
    }

    /// What a token in a set stands for that is no range.
    fn class_item(&mut self, token: Token, has_more: bool) -> Result<InClass, Box<Error>> {
        let code = match token {
            Token::Escape(code) => return self.class_escape(code),
            Token::Plain(code) => code,
        };
        if has_more && self.reader.next == Some(token) {
            match u8::try_from(code) {
                Ok(b'-') => self.warn("set difference", 1),
                Ok(b'&') => self.warn("set intersection", 1),
                Ok(b'~') => self.warn("set symmetric difference", 1),
                Ok(b'|') => self.warn("set union", 1),
                _ => {}
            }
        }
        Ok(InClass::Character(code))
    }

    fn add(&self, set: &mut CharacterSet, item: InClass, flags: u32) {
        match item {
            InClass::Character(code) => set.add_folded(code, code, Fold::of(flags, self.is_text)),
            InClass::Category(category, is_opposite) => {
                set.add_category(category, is_opposite, self.is_unicode(flags));
            }
        }
    }

    fn warn(&mut self, what: &'static str, back: usize) {
        let position = self.reader.position().saturating_sub(back);
        self.warnings.push(Warning { what, position });
    }

    /// An error about a range, whose ends are shown as tokens.
    fn bad_range(&self, first: Token, last: Token) -> Box<Error> {
        let mut text = Vec::new();
        first.write(&mut text);
        text.push(b'-');
        last.write(&mut text);
        self.reader.error_in("bad character range ", &text)
    }
}

fn unterminated(start: usize) -> Box<Error> {
    Error::pattern("unterminated character set", Some(start))
}
