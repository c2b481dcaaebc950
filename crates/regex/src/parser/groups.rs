//! What an opening parenthesis starts.

use super::Parser;
use super::reader::{Name, Token};
use crate::error::{Error, Message};
use crate::flags::{ALPHABETS, LOCALE, UNICODE, of_letter};
use crate::fold::Fold;
use crate::tree::Node;
use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;
use ferropy_unicode::identifier::is_identifier;
use ferropy_unicode::predicates::is_alpha;

impl Parser<'_> {
    /// A group, behind its parenthesis, which stands at `start`; nothing for comments and for flags of the whole pattern.
    pub(super) fn group(&mut self, flags: u32, start: usize, may_set_flags: bool) -> Result<Option<Node>, Box<Error>> {
        if !self.reader.matches(b'?')? {
            return self.capture(None, flags, start).map(Some);
        }
        let Some(token) = self.reader.get()? else { return Err(self.unexpected_end()) };
        let byte = match token {
            Token::Plain(code) => u8::try_from(code).unwrap_or(0),
            Token::Escape(_) => 0,
        };
        let node = match byte {
            b'P' => self.named_group(flags, start)?,
            b':' => self.plain_group(flags, start)?,
            b'#' => {
                self.comment(start)?;
                return Ok(None);
            }
            b'=' | b'!' => self.look(flags, start, false, byte == b'!')?,
            b'<' => {
                let Some(token) = self.reader.get()? else { return Err(self.unexpected_end()) };
                if !token.is(b'=') && !token.is(b'!') {
                    return Err(self.unknown(b"?<", token));
                }
                self.look(flags, start, true, token.is(b'!'))?
            }
            b'(' => self.condition(flags, start)?,
            b'>' => Node::Atomic(Box::new(self.body(flags, start)?)),
            _ if byte == b'-' || of_letter(u32::from(byte)).is_some() => match self.group_flags(byte)? {
                Some((on, off)) => {
                    let kept = if on & ALPHABETS != 0 { flags & !ALPHABETS } else { flags };
                    self.plain_group((kept | on) & !off, start)?
                }
                None if may_set_flags => return Ok(None),
                None => {
                    let message = "global flags not at the start of the expression";
                    return Err(Error::pattern(message, Some(start)));
                }
            },
            _ => return Err(self.unknown(b"?", token)),
        };
        Ok(Some(node))
    }

    fn unexpected_end(&self) -> Box<Error> {
        self.reader.error("unexpected end of pattern", 0)
    }

    fn unknown(&self, before: &[u8], token: Token) -> Box<Error> {
        let mut text = Vec::from(before);
        token.write(&mut text);
        self.reader.error_in("unknown extension ", &text)
    }

    /// What stands in a group, and its closing parenthesis.
    fn body(&mut self, flags: u32, start: usize) -> Result<Node, Box<Error>> {
        let body = self.alternatives(flags, false)?;
        self.close(start)?;
        Ok(body)
    }

    fn close(&mut self, start: usize) -> Result<(), Box<Error>> {
        match self.reader.matches(b')')? {
            true => Ok(()),
            false => Err(Error::pattern("missing ), unterminated subpattern", Some(start))),
        }
    }

    /// A group that only keeps its parts together; it is one part, so that a repetition in it is not repeated "multiply".
    fn plain_group(&mut self, flags: u32, start: usize) -> Result<Node, Box<Error>> {
        Ok(match self.body(flags, start)? {
            node @ (Node::Repeat { .. } | Node::At(_)) => Node::Sequence(alloc::vec![node]),
            node => node,
        })
    }

    fn capture(&mut self, name: Option<Name>, flags: u32, start: usize) -> Result<Node, Box<Error>> {
        let number = self.widths.len() as u32;
        if let Some(name) = name {
            if let Some((_, before)) = self.names.iter().find(|(known, _)| *known == name.text) {
                let message = Message {
                    before: "redefinition of group name ".into(),
                    name: Some(name.text),
                    in_ascii: false,
                    behind: format!(" as group {number}; was group {before}"),
                };
                return Err(Error::pattern(message, Some(name.start)));
            }
            self.names.push((name.text, number));
        }
        self.widths.push(None);
        let body = self.body(flags, start)?;
        if let Some(width) = self.widths.get_mut(number as usize) {
            *width = Some(body.width());
        }
        Ok(Node::Group(number, Box::new(body)))
    }

    /// `(?P<name>…)` and `(?P=name)`.
    fn named_group(&mut self, flags: u32, start: usize) -> Result<Node, Box<Error>> {
        if self.reader.matches(b'<')? {
            let name = self.reader.get_until(b'>', "group name")?;
            self.check_name(&name)?;
            return self.capture(Some(name), flags, start);
        }
        if self.reader.matches(b'=')? {
            let name = self.reader.get_until(b')', "group name")?;
            self.check_name(&name)?;
            let group = self.group_named(&name)?;
            let length = ferropy_unicode::wtf8::count(&name.text) + 1;
            return self.reference(group, Fold::of(flags, self.is_text), length);
        }
        match self.reader.get()? {
            None => Err(self.unexpected_end()),
            Some(token) => Err(self.unknown(b"?P", token)),
        }
    }

    fn check_name(&self, name: &Name) -> Result<(), Box<Error>> {
        const BAD: &str = "bad character in group name ";
        if !self.is_text && !name.text.is_ascii() {
            let message = Message { in_ascii: true, ..Message::naming(BAD, &name.text) };
            return Err(Error::pattern(message, Some(name.start)));
        }
        if is_identifier(&name.text) { Ok(()) } else { Err(name.error(BAD)) }
    }

    fn group_named(&self, name: &Name) -> Result<u32, Box<Error>> {
        let found = self.names.iter().find(|(known, _)| *known == name.text);
        found.map(|&(_, number)| number).ok_or_else(|| name.error("unknown group name "))
    }

    fn comment(&mut self, start: usize) -> Result<(), Box<Error>> {
        loop {
            match self.reader.get()? {
                None => return Err(Error::pattern("missing ), unterminated comment", Some(start))),
                Some(token) if token.is(b')') => return Ok(()),
                Some(_) => {}
            }
        }
    }

    fn look(&mut self, flags: u32, start: usize, is_behind: bool, is_negative: bool) -> Result<Node, Box<Error>> {
        let before = self.behind;
        if is_behind {
            self.behind = before.or(Some(self.widths.len()));
        }
        let body = self.alternatives(flags, false)?;
        self.behind = before;
        self.close(start)?;
        Ok(Node::Look { is_behind, is_negative, body: Box::new(body) })
    }

    /// `(?(group)yes|no)`
    fn condition(&mut self, flags: u32, start: usize) -> Result<Node, Box<Error>> {
        let name = self.reader.get_until(b')', "group name")?;
        let group = if is_identifier(&name.text) {
            self.check_name(&name)?;
            self.group_named(&name)?
        } else {
            self.numbered_condition(&name)?
        };
        self.check_behind(group)?;
        self.depth = self.depth.checked_sub(1).ok_or(Error::TooDeep)?;
        let yes = self.sequence(flags, false)?;
        let no = if self.reader.matches(b'|')? {
            let no = self.sequence(flags, false)?;
            if self.reader.next.is_some_and(|token| token.is(b'|')) {
                return Err(self.reader.error("conditional backref with more than two branches", 0));
            }
            no
        } else {
            Node::Empty
        };
        self.depth += 1;
        self.close(start)?;
        Ok(Node::Condition { group, yes: Box::new(yes), no: Box::new(no) })
    }

    /// The group whose number a condition names, which may come later.
    fn numbered_condition(&mut self, name: &Name) -> Result<u32, Box<Error>> {
        /// The most groups that CPython counts to.
        const MOST: u32 = 0x3fff_ffff;
        if !name.text.iter().all(u8::is_ascii_digit) {
            return Err(name.error("bad character in group name "));
        }
        let number = name
            .text
            .iter()
            .try_fold(0u32, |number, digit| number.checked_mul(10)?.checked_add(u32::from(digit.wrapping_sub(b'0'))));
        match number {
            Some(0) => Err(Error::pattern("bad group number", Some(name.start))),
            Some(number @ 1..MOST) => {
                if self.later.iter().all(|&(known, _)| known != number) {
                    self.later.push((number, name.start));
                }
                Ok(number)
            }
            _ => {
                let digits = alloc::string::String::from_utf8_lossy(&name.text).into_owned();
                let digits = digits.trim_start_matches('0');
                let message = format!("invalid group reference {digits}");
                Err(Error::pattern(message, Some(name.start)))
            }
        }
    }

    /// The flags in `(?…`, whose first letter was read: those that are on and off in the group; nothing where they are for
    /// the whole pattern.
    fn group_flags(&mut self, first: u8) -> Result<Option<(u32, u32)>, Box<Error>> {
        let (mut on, mut off) = (0, 0);
        let mut letter = u32::from(first);
        if first != b'-' {
            while let Some(flag) = of_letter(letter) {
                self.check_alphabet(on, flag)?;
                on |= flag;
                letter = self.flag_letter(b"-:)", "missing -, : or )")?;
            }
        }
        if letter == u32::from(b')') {
            self.flags |= on;
            return Ok(None);
        }
        if letter == u32::from(b'-') {
            letter = self.flag_letter(b"", "missing flag")?;
            while let Some(flag) = of_letter(letter) {
                if flag & ALPHABETS != 0 {
                    let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                    return Err(self.reader.error(message, 0));
                }
                off |= flag;
                letter = self.flag_letter(b":", "missing :")?;
            }
        }
        if on & off != 0 {
            return Err(self.reader.error("bad inline flags: flag turned on and off", 1));
        }
        Ok(Some((on, off)))
    }

    /// Whether a flag that was read goes with those before it, and with the pattern.
    fn check_alphabet(&self, on: u32, flag: u32) -> Result<(), Box<Error>> {
        let message = match (flag, self.is_text) {
            (LOCALE, true) => "bad inline flags: cannot use 'L' flag with a str pattern",
            (UNICODE, false) => "bad inline flags: cannot use 'u' flag with a bytes pattern",
            _ if flag & ALPHABETS != 0 && on & ALPHABETS & !flag != 0 => {
                "bad inline flags: flags 'a', 'u' and 'L' are incompatible"
            }
            _ => return Ok(()),
        };
        Err(self.reader.error(message, 0))
    }

    /// The next letter of a flag, or one of those that end them.
    fn flag_letter(&mut self, ends: &[u8], missing: &'static str) -> Result<u32, Box<Error>> {
        let Some(token) = self.reader.get()? else { return Err(self.reader.error(missing, 0)) };
        if let Token::Plain(code) = token {
            let is_end = u8::try_from(code).is_ok_and(|byte| ends.contains(&byte));
            if is_end || of_letter(code).is_some() {
                return Ok(code);
            }
            if is_alpha(code) {
                return Err(self.reader.error("unknown flag", 1));
            }
        }
        Err(self.reader.error(missing, token.len()))
    }
}
