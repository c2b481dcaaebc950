//! The characters of a pattern, as tokens: a character, or a backslash with the one behind it.

use crate::error::{Error, Message};
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_unicode::wtf8;

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Plain(u32),
    /// The character behind a backslash.
    Escape(u32),
}

impl Token {
    /// How many characters it has.
    pub(super) fn len(self) -> usize {
        match self {
            Token::Plain(_) => 1,
            Token::Escape(_) => 2,
        }
    }

    /// Whether it is this ASCII character.
    pub(super) fn is(self, byte: u8) -> bool {
        self == Token::Plain(u32::from(byte))
    }

    /// Appends its characters.
    pub(super) fn write(self, text: &mut Vec<u8>) {
        match self {
            Token::Plain(code) => wtf8::push(text, code),
            Token::Escape(code) => {
                text.push(b'\\');
                wtf8::push(text, code);
            }
        }
    }
}

/// Reads tokens, one of them in advance: that a pattern ends in a backslash is noticed that early.
#[derive(Clone, Debug)]
pub(super) struct Reader<'a> {
    codes: &'a [u32],
    /// Behind the token read in advance.
    at: usize,
    pub(super) next: Option<Token>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(codes: &'a [u32]) -> Result<Reader<'a>, Box<Error>> {
        let mut reader = Reader { codes, at: 0, next: None };
        reader.advance()?;
        Ok(reader)
    }

    fn advance(&mut self) -> Result<(), Box<Error>> {
        self.next = match self.codes.get(self.at) {
            None => None,
            Some(&code) if code != u32::from(b'\\') => Some(Token::Plain(code)),
            Some(_) => match self.codes.get(self.at + 1) {
                Some(&code) => Some(Token::Escape(code)),
                None => return Err(Error::pattern(Message::from("bad escape (end of pattern)"), Some(self.at))),
            },
        };
        self.at += self.next.map_or(0, Token::len);
        Ok(())
    }

    /// The number of the character that comes next.
    pub(super) fn position(&self) -> usize {
        self.at - self.next.map_or(0, Token::len)
    }

    /// Goes to a place again.
    pub(super) fn seek(&mut self, position: usize) -> Result<(), Box<Error>> {
        self.at = position;
        self.advance()
    }

    pub(super) fn get(&mut self) -> Result<Option<Token>, Box<Error>> {
        let token = self.next;
        self.advance()?;
        Ok(token)
    }

    /// Whether an ASCII character comes next, which is read then.
    pub(super) fn matches(&mut self, byte: u8) -> Result<bool, Box<Error>> {
        let found = self.next.is_some_and(|token| token.is(byte));
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    /// Reads up to so many characters of one kind.
    pub(super) fn get_while(&mut self, most: usize, is: fn(&u8) -> bool) -> Result<Vec<u8>, Box<Error>> {
        let mut text = Vec::new();
        while text.len() < most
            && let Some(Token::Plain(code)) = self.next
            && let Some(byte) = u8::try_from(code).ok().filter(is)
        {
            text.push(byte);
            self.advance()?;
        }
        Ok(text)
    }

    /// Reads what stands in front of a character, and the character; `what` says what that is.
    pub(super) fn get_until(&mut self, end: u8, what: &str) -> Result<Name, Box<Error>> {
        let start = self.position();
        let mut text = Vec::new();
        loop {
            match self.get()? {
                None if text.is_empty() => return Err(self.error(alloc::format!("missing {what}"), 0)),
                None => {
                    let message = alloc::format!("missing {}, unterminated name", char::from(end));
                    return Err(Error::pattern(message, Some(start)));
                }
                Some(token) if token.is(end) => break,
                Some(token) => token.write(&mut text),
            }
        }
        if text.is_empty() {
            return Err(self.error(alloc::format!("missing {what}"), 1));
        }
        Ok(Name { text, start })
    }

    /// An error so many characters before the one that comes next.
    pub(super) fn error(&self, message: impl Into<Message>, back: usize) -> Box<Error> {
        Error::pattern(message, Some(self.position().saturating_sub(back)))
    }

    /// An error that starts with these words and ends in what was read last.
    pub(super) fn error_in(&self, words: &'static str, text: &[u8]) -> Box<Error> {
        let mut message = alloc::string::String::from(words);
        message.push_str(&wtf8::to_str_lossy(text));
        Error::pattern(message, Some(self.position().saturating_sub(wtf8::count(text))))
    }
}

/// A name in a pattern, and where it starts.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) text: Vec<u8>,
    pub(super) start: usize,
}

impl Name {
    /// An error that ends in the name.
    pub(super) fn error(&self, words: &'static str) -> Box<Error> {
        Error::pattern(Message::naming(words, &self.text), Some(self.start))
    }
}
