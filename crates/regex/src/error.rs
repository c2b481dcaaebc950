//! What can be wrong with a pattern.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// Why there is no program for a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// `re.PatternError`: what is wrong, and the number of the character where; nothing where CPython names no place.
    Pattern(Message, Option<usize>),
    /// `ValueError`: flags that don't go together.
    Flags(&'static str),
    /// `OverflowError`: a number in braces is beyond counting.
    Repetitions,
    /// Groups are nested deeper than the caller allows.
    TooDeep,
    /// The program would be longer than its jumps can reach.
    TooLong,
}

impl Error {
    /// What is wrong with the pattern at a place of it.
    #[cold]
    pub(crate) fn pattern(message: impl Into<Message>, position: Option<usize>) -> Box<Error> {
        Box::new(Error::Pattern(message.into(), position))
    }
}

/// The words of an error. A name in them is shown as Python's `repr` shows it, which is the caller's business.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// What stands before the name: all of it, if there is none.
    pub before: Cow<'static, str>,
    /// The name, in generalised UTF-8.
    pub name: Option<Vec<u8>>,
    /// Whether the name is to be shown in ASCII.
    pub in_ascii: bool,
    /// What stands behind the name.
    pub behind: String,
}

impl From<&'static str> for Message {
    fn from(text: &'static str) -> Message {
        Message { before: text.into(), ..Message::default() }
    }
}

impl From<String> for Message {
    fn from(before: String) -> Message {
        Message { before: before.into(), ..Message::default() }
    }
}

impl Message {
    /// Words that end in a name.
    pub(crate) fn naming(before: &'static str, name: &[u8]) -> Message {
        Message { before: before.into(), name: Some(name.into()), ..Message::default() }
    }
}
