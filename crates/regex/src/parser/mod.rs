//! Patterns to trees, with CPython's words for what is wrong and where.
//!
//! One function for each production; groups recurse, to the depth that the caller allows. Flags are a parameter of what is
//! parsed under them. References and names are looked up while the groups in front of them are known.

mod classes;
mod escapes;
mod groups;
mod reader;

use crate::error::Error;
use crate::flags::{ASCII, DOTALL, LOCALE, MULTILINE, UNICODE, VERBOSE};
use crate::fold::Fold;
use crate::tree::{Node, Place, Taste, UNBOUNDED};
use alloc::boxed::Box;
use alloc::vec::Vec;
use reader::{Reader, Token};

/// What a pattern is, and what it matches in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// Bytes.
    Bytes,
}

/// Something in a set that may get a meaning one day: its name, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What it might be taken for.
    pub what: &'static str,
    /// The number of the character.
    pub position: usize,
}

/// What comes of a pattern.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) tree: Node,
    /// The number of groups, with the whole match.
    pub(crate) groups: u32,
    /// Names of groups in generalised UTF-8, in the order in which they appear.
    pub(crate) names: Vec<(Vec<u8>, u32)>,
    /// The flags, with those that the pattern sets.
    pub(crate) flags: u32,
}

/// Reads a pattern.
pub(crate) fn parse(
    codes: &[u32],
    kind: Kind,
    flags: u32,
    depth: usize,
    warnings: &mut Vec<Warning>,
) -> Result<Parsed, Box<Error>> {
    let mut parser = Parser {
        reader: Reader::new(codes)?,
        is_text: kind == Kind::Text,
        flags,
        widths: alloc::vec![None],
        names: Vec::new(),
        behind: None,
        later: Vec::new(),
        depth,
        warnings,
    };
    let tree = parser.alternatives(flags, true)?;
    let flags = final_flags(kind, parser.flags)?;
    if parser.reader.next.is_some() {
        return Err(parser.reader.error("unbalanced parenthesis", 0));
    }
    let groups = parser.widths.len() as u32;
    for &(group, position) in &parser.later {
        if group >= groups {
            let message = alloc::format!("invalid group reference {group}");
            return Err(Error::pattern(message, Some(position)));
        }
    }
    Ok(Parsed { tree, groups, names: parser.names, flags })
}

/// The flags that a pattern has in the end.
fn final_flags(kind: Kind, flags: u32) -> Result<u32, Box<Error>> {
    match kind {
        Kind::Text if flags & LOCALE != 0 => Err(Error::Flags("cannot use LOCALE flag with a str pattern").into()),
        Kind::Text if flags & ASCII == 0 => Ok(flags | UNICODE),
        Kind::Text if flags & UNICODE != 0 => Err(Error::Flags("ASCII and UNICODE flags are incompatible").into()),
        Kind::Bytes if flags & UNICODE != 0 => Err(Error::Flags("cannot use UNICODE flag with a bytes pattern").into()),
        Kind::Bytes if flags & LOCALE != 0 && flags & ASCII != 0 => {
            Err(Error::Flags("ASCII and LOCALE flags are incompatible").into())
        }
        _ => Ok(flags),
    }
}

struct Parser<'a> {
    reader: Reader<'a>,
    is_text: bool,
    /// The flags of the whole pattern.
    flags: u32,
    /// For each group that was opened how wide it is; nothing while it is open.
    widths: Vec<Option<(u64, u64)>>,
    names: Vec<(Vec<u8>, u32)>,
    /// In a look-behind: how many groups there were before.
    behind: Option<usize>,
    /// Groups that conditions ask for, and where: they may come later.
    later: Vec<(u32, usize)>,
    /// How much deeper groups may nest.
    depth: usize,
    warnings: &'a mut Vec<Warning>,
}

impl Parser<'_> {
    /// Parts with bars between them, up to a closing parenthesis or the end.
    fn alternatives(&mut self, flags: u32, is_top: bool) -> Result<Node, Box<Error>> {
        self.depth = self.depth.checked_sub(1).ok_or(Error::TooDeep)?;
        let mut flags = flags;
        let mut parts = Vec::new();
        loop {
            let first = is_top && parts.is_empty();
            parts.push(self.sequence(flags, first)?);
            if first {
                // What stands at the very start counts for all.
                flags = self.flags;
            }
            if !self.reader.matches(b'|')? {
                break;
            }
        }
        self.depth += 1;
        Ok(if parts.len() == 1 { parts.pop().unwrap_or(Node::Empty) } else { Node::Choice(parts) })
    }

    /// Parts one after the other; only where `may_set_flags` may the first of them be flags for the whole pattern.
    fn sequence(&mut self, mut flags: u32, may_set_flags: bool) -> Result<Node, Box<Error>> {
        let mut parts: Vec<Node> = Vec::new();
        loop {
            let start = self.reader.position();
            let Some(token) = self.reader.next else { break };
            if token.is(b'|') || token.is(b')') {
                break;
            }
            self.reader.get()?;
            if flags & VERBOSE != 0 && self.skip_layout(token)? {
                continue;
            }
            let Token::Plain(code) = token else {
                parts.push(self.escape(token, flags)?);
                continue;
            };
            let node = match u8::try_from(code).unwrap_or(0) {
                b'[' => self.class(flags)?,
                byte @ (b'*' | b'+' | b'?' | b'{') => match self.repetition(byte)? {
                    Some((least, most)) => {
                        let body = parts.pop();
                        parts.push(self.repeated(body, least, most, start)?);
                        continue;
                    }
                    None => Node::Character(code),
                },
                b'.' if flags & DOTALL != 0 => Node::Any,
                b'.' => Node::AnyButNewline,
                b'^' if flags & MULTILINE != 0 => Node::At(Place::LineStart),
                b'^' => Node::At(Place::Start),
                b'$' if flags & MULTILINE != 0 => Node::At(Place::LineEnd),
                b'$' => Node::At(Place::End),
                b'(' => match self.group(flags, start, may_set_flags && parts.is_empty())? {
                    Some(node) => node,
                    None => {
                        flags = if may_set_flags { self.flags } else { flags };
                        continue;
                    }
                },
                _ => Node::character(code, Fold::of(flags, self.is_text)),
            };
            parts.push(node);
        }
        Ok(match parts.len() {
            0 => Node::Empty,
            1 => parts.pop().unwrap_or(Node::Empty),
            _ => Node::Sequence(parts),
        })
    }

    /// Where white space and comments mean nothing: whether the token is one, which is skipped.
    fn skip_layout(&mut self, token: Token) -> Result<bool, Box<Error>> {
        match token {
            Token::Plain(0x09..=0x0d | 0x20) => Ok(true),
            Token::Plain(0x23) => {
                while self.reader.get()?.is_some_and(|token| !token.is(b'\n')) {}
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// How often what stands before is repeated; nothing where braces are just braces.
    fn repetition(&mut self, byte: u8) -> Result<Option<(u32, u32)>, Box<Error>> {
        match byte {
            b'*' => return Ok(Some((0, UNBOUNDED))),
            b'+' => return Ok(Some((1, UNBOUNDED))),
            b'?' => return Ok(Some((0, 1))),
            _ => {}
        }
        if self.reader.next.is_some_and(|token| token.is(b'}')) {
            return Ok(None);
        }
        let start = self.reader.position();
        let low = self.reader.get_while(usize::MAX, u8::is_ascii_digit)?;
        let high = if self.reader.matches(b',')? {
            self.reader.get_while(usize::MAX, u8::is_ascii_digit)?
        } else {
            low.clone()
        };
        if !self.reader.matches(b'}')? {
            self.reader.seek(start)?;
            return Ok(None);
        }
        let least = if low.is_empty() { 0 } else { count(&low)? };
        let most = if high.is_empty() { UNBOUNDED } else { count(&high)? };
        if most < least {
            return Err(Error::pattern("min repeat greater than max repeat", Some(start)));
        }
        Ok(Some((least, most)))
    }

    /// The repetition of what stands before it; `start` is where the sign for it stands.
    fn repeated(&mut self, body: Option<Node>, least: u32, most: u32, start: usize) -> Result<Node, Box<Error>> {
        let wrong = |message: &'static str| Err(Error::pattern(message, Some(start)));
        let body = match body {
            None | Some(Node::At(_)) => return wrong("nothing to repeat"),
            Some(Node::Repeat { .. }) => return wrong("multiple repeat"),
            Some(body) => Box::new(body),
        };
        let taste = if self.reader.matches(b'?')? {
            Taste::Lazy
        } else if self.reader.matches(b'+')? {
            Taste::Possessive
        } else {
            Taste::Greedy
        };
        Ok(Node::Repeat { least, most, taste, body })
    }
}

/// A number in braces.
fn count(digits: &[u8]) -> Result<u32, Box<Error>> {
    let number = digits
        .iter()
        .try_fold(0u32, |number, digit| number.checked_mul(10)?.checked_add(u32::from(digit.wrapping_sub(b'0'))));
    number.filter(|&number| number != UNBOUNDED).ok_or_else(|| Error::Repetitions.into())
}
