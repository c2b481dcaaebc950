//! Trees to programs.
//!
//! The code is written in one go from left to right. Afterwards [`checks`] looks at what stands where branches and
//! repetitions go on, and notes what a text must have there: most of the wrong ways are never entered.

mod checks;

use crate::characters::CharacterSet;
use crate::error::Error;
use crate::parser::{Kind, Warning, parse};
use crate::program::{MOST, Set, header, op, taste, word};
use crate::tree::{Node, Place, Taste, UNBOUNDED};
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_unicode::wtf8;

/// What comes of a pattern.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The program.
    pub words: Vec<u32>,
    /// The number of groups, without the whole match.
    pub groups: u32,
    /// The names of groups, in generalised UTF-8, with their numbers; in the order in which they appear.
    pub names: Vec<(Vec<u8>, u32)>,
    /// The flags, with those that the pattern sets.
    pub flags: u32,
    /// The least and the most characters that it matches; the highest number stands for any number.
    pub width: (u64, u64),
}

/// Compiles a pattern: a string in generalised UTF-8, or bytes. Groups may nest to a depth: each level takes some hundred
/// bytes of the machine's stack. What there is to warn about is told in any case.
///
/// # Errors
/// What is wrong with the pattern.
pub fn compile(
    pattern: &[u8],
    kind: Kind,
    flags: u32,
    depth: usize,
    warnings: &mut Vec<Warning>,
) -> Result<Compiled, Box<Error>> {
    let codes: Vec<u32> = match kind {
        Kind::Text => wtf8::code_points(pattern).collect(),
        Kind::Bytes => pattern.iter().map(|&byte| byte.into()).collect(),
    };
    let parsed = parse(&codes, kind, flags, depth, warnings)?;
    let mut writer =
        Writer { words: alloc::vec![0; header::SIZE], kind, registers: 0, sets: Vec::new(), joints: Vec::new() };
    writer.node(&parsed.tree)?;
    writer.push(op::MATCH);
    writer.write_sets()?;
    writer.note_checks();
    let width = parsed.tree.width();
    let least = u32::try_from(width.0).unwrap_or(u32::MAX);
    let header = [(header::GROUPS, parsed.groups), (header::REGISTERS, writer.registers), (header::WIDTH, least)];
    for (place, number) in header {
        writer.set(place, number);
    }
    Ok(Compiled { words: writer.words, groups: parsed.groups - 1, names: parsed.names, flags: parsed.flags, width })
}

/// Where something has a check.
#[derive(Clone, Copy, Debug)]
enum Joint {
    /// An entry of a branch, whose target comes first.
    Entry(usize),
    /// A repetition.
    Repeat(usize),
}

/// Writes a program.
struct Writer {
    words: Vec<u32>,
    kind: Kind,
    registers: u32,
    /// Sets, each with the places of the instructions for it.
    sets: Vec<(CharacterSet, Vec<usize>)>,
    joints: Vec<Joint>,
}

impl Writer {
    fn push(&mut self, word: u32) {
        self.words.push(word);
    }

    fn set(&mut self, place: usize, word: u32) {
        if let Some(at) = self.words.get_mut(place) {
            *at = word;
        }
    }

    /// The place reached, as a word.
    fn here(&self) -> Result<u32, Box<Error>> {
        if self.words.len() > MOST { Err(Error::TooLong.into()) } else { Ok(self.words.len() as u32) }
    }

    /// A word to be filled in: its place.
    fn hole(&mut self) -> usize {
        self.words.push(0);
        self.words.len() - 1
    }

    fn fill(&mut self, hole: usize) -> Result<(), Box<Error>> {
        let here = self.here()?;
        self.set(hole, here);
        Ok(())
    }

    /// A jump to where it will be said.
    fn jump(&mut self) -> usize {
        self.push(op::JUMP);
        self.hole()
    }

    fn node(&mut self, node: &Node) -> Result<(), Box<Error>> {
        match node {
            Node::Empty => {}
            Node::Character(_) | Node::Either(..) | Node::AnyButNewline | Node::Any | Node::Set(_) => self.single(node),
            Node::At(place) => self.push(word(op::AT, place_number(*place))),
            Node::Group(number, body) => {
                self.push(word(op::SAVE, 2 * number));
                self.node(body)?;
                self.push(word(op::SAVE, 2 * number + 1));
            }
            Node::Sequence(parts) => self.sequence(parts)?,
            Node::Choice(parts) => self.choice(parts)?,
            Node::Repeat { least, most, taste, body } => self.repeat(*least, *most, *taste, body)?,
            Node::Reference { group, fold, .. } => {
                self.push(word(op::REFERENCE, *group));
                self.push(*fold as u32);
            }
            Node::Look { is_behind, is_negative, body } => self.look(*is_behind, *is_negative, body)?,
            Node::Atomic(body) => self.atomic(|writer| writer.node(body))?,
            Node::Condition { group, yes, no } => {
                self.push(word(op::IF, (*group).min(MOST as u32)));
                let otherwise = self.hole();
                self.node(yes)?;
                let end = self.jump();
                self.fill(otherwise)?;
                self.node(no)?;
                self.fill(end)?;
            }
        }
        self.here().map(drop)
    }

    /// An instruction for a single character, which has two words in any case.
    fn single(&mut self, node: &Node) {
        match node {
            Node::Character(code) => self.push(word(op::CHARACTER, *code)),
            Node::Either(one, other) => {
                self.push(word(op::EITHER, *one));
                self.push(*other);
            }
            Node::AnyButNewline => self.push(op::NOT_NEWLINE),
            Node::Any => self.push(op::ANY),
            Node::Set(set) => self.set_instruction(set),
            _ => self.push(op::FAIL),
        }
    }

    /// An instruction for a set, which is written behind the code.
    fn set_instruction(&mut self, set: &CharacterSet) {
        let place = self.hole();
        match self.sets.iter_mut().find(|(known, _)| known == set) {
            Some((_, places)) => places.push(place),
            None => self.sets.push((set.clone(), alloc::vec![place])),
        }
    }

    fn write_sets(&mut self) -> Result<(), Box<Error>> {
        for (set, places) in core::mem::take(&mut self.sets) {
            let here = self.here()?;
            Set::write(&set, &mut self.words);
            for place in places {
                self.set(place, word(op::SET, here));
            }
        }
        Ok(())
    }

    /// Parts one after the other; characters side by side are compared at once.
    fn sequence(&mut self, parts: &[Node]) -> Result<(), Box<Error>> {
        let mut rest = parts;
        while let Some((first, others)) = rest.split_first() {
            let run = rest.iter().take_while(|node| matches!(node, Node::Character(_))).count();
            if run < 2 {
                self.node(first)?;
                rest = others;
                continue;
            }
            let (characters, behind) = rest.split_at(run);
            let mut bytes = Vec::new();
            for node in characters {
                if let Node::Character(code) = node {
                    match (self.kind, u8::try_from(*code)) {
                        (Kind::Bytes, Ok(byte)) => bytes.push(byte),
                        _ => wtf8::push(&mut bytes, *code),
                    }
                }
            }
            if bytes.len() > MOST {
                return Err(Error::TooLong.into());
            }
            self.push(word(op::BYTES, bytes.len() as u32));
            for chunk in bytes.chunks(4) {
                let mut four = [0; 4];
                four.iter_mut().zip(chunk).for_each(|(place, &byte)| *place = byte);
                self.push(u32::from_ne_bytes(four));
            }
            rest = behind;
        }
        Ok(())
    }

    /// One of several.
    fn choice(&mut self, parts: &[Node]) -> Result<(), Box<Error>> {
        if let Some(set) = self.as_one_set(parts) {
            self.set_instruction(&set);
            return Ok(());
        }
        let entries = self.branch(parts.len());
        let mut ends = Vec::new();
        for (part, entry) in parts.iter().zip(entries) {
            self.fill(entry)?;
            self.node(part)?;
            ends.push(self.jump());
        }
        ends.into_iter().try_for_each(|end| self.fill(end))
    }

    /// The set of a choice between single characters.
    fn as_one_set(&self, parts: &[Node]) -> Option<CharacterSet> {
        let mut all = CharacterSet::default();
        for part in parts {
            if !all.unite(&part.as_set()?) {
                return None;
            }
        }
        Some(all)
    }

    /// A branch: the holes for its targets.
    fn branch(&mut self, count: usize) -> Vec<usize> {
        self.push(op::BRANCH);
        let mut holes = Vec::new();
        for _ in 0..count {
            let hole = self.hole();
            self.push(0);
            self.joints.push(Joint::Entry(hole));
            holes.push(hole);
        }
        self.push(0);
        holes
    }

    /// A branch that goes on behind itself, or to one other place; the hole for that.
    fn fork(&mut self, taste: Taste) -> Result<usize, Box<Error>> {
        let holes = self.branch(2);
        let (Some(&one), Some(&other)) = (holes.first(), holes.last()) else { return Err(Error::TooLong.into()) };
        let (near, far) = if taste == Taste::Lazy { (other, one) } else { (one, other) };
        self.fill(near)?;
        Ok(far)
    }

    fn atomic(&mut self, body: impl FnOnce(&mut Writer) -> Result<(), Box<Error>>) -> Result<(), Box<Error>> {
        self.push(op::ATOMIC);
        body(self)?;
        self.push(op::CUT);
        Ok(())
    }

    fn repeat(&mut self, least: u32, most: u32, taste: Taste, body: &Node) -> Result<(), Box<Error>> {
        if most == 0 {
            return Ok(());
        }
        if body.is_single() {
            self.repeat_single(least, most, taste, body);
            return Ok(());
        }
        if taste == Taste::Possessive {
            return self.atomic(|writer| {
                writer.repeat_body(
                    least,
                    most,
                    Taste::Greedy,
                    &mut |writer| writer.atomic(|writer| writer.node(body)),
                    body,
                )
            });
        }
        self.repeat_body(least, most, taste, &mut |writer| writer.node(body), body)
    }

    fn repeat_single(&mut self, least: u32, most: u32, taste: Taste, body: &Node) {
        let taste = match taste {
            Taste::Greedy => taste::GREEDY,
            Taste::Lazy => taste::LAZY,
            Taste::Possessive => taste::POSSESSIVE,
        };
        self.joints.push(Joint::Repeat(self.words.len()));
        self.words.extend([word(op::REPEAT, taste), least, most, 0]);
        let start = self.words.len();
        self.single(body);
        self.words.resize(start + 2, 0);
    }

    /// What is more than a character, repeated. `write` writes it; the tree says how wide it is.
    fn repeat_body(
        &mut self,
        least: u32,
        most: u32,
        taste: Taste,
        write: &mut dyn FnMut(&mut Writer) -> Result<(), Box<Error>>,
        body: &Node,
    ) -> Result<(), Box<Error>> {
        let takes_something = body.width().0 > 0;
        match (least, most) {
            (1, 1) => write(self),
            (0, 1) => {
                let end = self.fork(taste)?;
                write(self)?;
                self.fill(end)
            }
            // Nothing has to be counted, and no round is empty.
            (0, UNBOUNDED) if takes_something => {
                let start = self.here()?;
                let end = self.fork(taste)?;
                write(self)?;
                let again = self.jump();
                self.set(again, start);
                self.fill(end)
            }
            (1, UNBOUNDED) if takes_something => {
                let start = self.here()?;
                write(self)?;
                let holes = self.branch(2);
                let (Some(&one), Some(&other)) = (holes.first(), holes.last()) else {
                    return Err(Error::TooLong.into());
                };
                let (back, on) = if taste == Taste::Lazy { (other, one) } else { (one, other) };
                self.set(back, start);
                self.fill(on)
            }
            _ => {
                let register = self.registers;
                self.registers += 1;
                self.push(word(op::ENTER, register));
                let until = self.hole();
                let start = self.here()?;
                write(self)?;
                self.fill(until)?;
                let taste = if taste == Taste::Lazy { taste::LAZY } else { taste::GREEDY };
                self.words.extend([word(op::UNTIL, register), least, most, start, taste]);
                Ok(())
            }
        }
    }

    fn look(&mut self, is_behind: bool, is_negative: bool, body: &Node) -> Result<(), Box<Error>> {
        let mut width = 0;
        if is_behind {
            let (least, most) = body.width();
            if least != most {
                return Err(Error::pattern("look-behind requires fixed-width pattern", None));
            }
            width = u32::try_from(least).map_err(|_| Error::pattern("looks too much behind", None))?;
        }
        self.push(word(op::LOOK, u32::from(is_negative)));
        self.push(width);
        let next = self.hole();
        self.node(body)?;
        self.push(if is_negative { op::NOT_LOOKED } else { op::LOOKED });
        self.fill(next)
    }
}

/// A place as an operand.
fn place_number(place: Place) -> u32 {
    match place {
        Place::Start => 0,
        Place::LineStart => 1,
        Place::End => 2,
        Place::LineEnd => 3,
        Place::VeryEnd => 4,
        Place::Boundary(is_unicode) => 5 + u32::from(is_unicode),
        Place::Within(is_unicode) => 7 + u32::from(is_unicode),
    }
}
