//! What a text must have where a way through the program goes on, and where a match can start.

use super::{Joint, Writer, place_number};
use crate::characters::CharacterSet;
use crate::parser::Kind;
use crate::program::{Program, Set, header, op, taste, word};
use crate::tree::Place;
use alloc::vec::Vec;
use ferropy_unicode::wtf8;

/// How many instructions are looked at for one answer.
const PATIENCE: usize = 64;

impl Writer {
    /// Fills in the checks, and what the header says about starts.
    pub(super) fn note_checks(&mut self) {
        for joint in core::mem::take(&mut self.joints) {
            match joint {
                Joint::Entry(place) => {
                    if let Some(check) = self.lead(self.at(place) as usize) {
                        self.set(place + 1, check as u32);
                    }
                }
                Joint::Repeat(place) => self.note_repeat(place),
            }
        }
        self.note_start();
    }

    fn at(&self, place: usize) -> u32 {
        self.words.get(place).copied().unwrap_or(0)
    }

    /// What comes behind a repetition. If it can't be one of the repeated characters, none of them has to be given back.
    fn note_repeat(&mut self, place: usize) {
        let Some(check) = self.lead(place + 6) else { return };
        self.set(place + 3, check as u32);
        if self.at(place) >> 8 == taste::GREEDY
            && let (Some(repeated), Some(next)) = (self.set_at(place + 4), self.set_at(check))
            && repeated.is_disjoint(&next)
        {
            self.set(place, word(op::REPEAT, taste::POSSESSIVE));
        }
    }

    fn note_start(&mut self) {
        let mut place = header::SIZE;
        while self.at(place) & 0xff == op::SAVE {
            place += 1;
        }
        if self.at(place) == word(op::AT, place_number(Place::Start)) {
            self.set(header::FLAGS, header::IS_ANCHORED);
        } else if self.at(place) == word(op::AT, place_number(Place::LineStart)) {
            self.set(header::FLAGS, header::STARTS_LINE);
        }
        let first = self.lead(header::SIZE).or_else(|| {
            let set = self.first_set(header::SIZE, &mut { PATIENCE })?;
            self.set_instruction(&set);
            let place = self.words.len() - 1;
            self.write_sets().ok()?;
            Some(place)
        });
        if let Some(first) = first {
            self.set(header::FIRST, first as u32);
        }
    }

    /// The instruction for characters that the code from a place on must start with.
    fn lead(&self, mut place: usize) -> Option<usize> {
        for _ in 0..PATIENCE {
            match self.at(place) & 0xff {
                op::CHARACTER | op::EITHER | op::ANY | op::NOT_NEWLINE | op::SET | op::BYTES => return Some(place),
                op::REPEAT if self.at(place + 1) > 0 => return Some(place + 4),
                _ => place = self.pass(place)?,
            }
        }
        None
    }

    /// Where the code goes on behind an instruction that takes no characters.
    fn pass(&self, place: usize) -> Option<usize> {
        match self.at(place) & 0xff {
            op::SAVE | op::AT | op::ATOMIC => Some(place + 1),
            op::JUMP => Some(self.at(place + 1) as usize),
            op::LOOK => Some(self.at(place + 2) as usize),
            op::ENTER => {
                let until = self.at(place + 1) as usize;
                (self.at(until + 1) > 0).then_some(place + 2)
            }
            _ => None,
        }
    }

    /// The characters that the code from a place on can start with; nothing if it may match without one, or if that takes
    /// too long to find out.
    fn first_set(&self, place: usize, patience: &mut usize) -> Option<CharacterSet> {
        let mut place = place;
        loop {
            *patience = patience.checked_sub(1)?;
            match self.at(place) & 0xff {
                op::BRANCH => {
                    let mut all = CharacterSet::default();
                    let mut entry = place + 1;
                    while self.at(entry) != 0 {
                        if !all.unite(&self.first_set(self.at(entry) as usize, patience)?) {
                            return None;
                        }
                        entry += 2;
                    }
                    return Some(all);
                }
                op::REPEAT => {
                    let mut all = self.set_at(place + 4)?;
                    if self.at(place + 1) == 0 && !all.unite(&self.first_set(place + 6, patience)?) {
                        return None;
                    }
                    return Some(all);
                }
                op::ENTER if self.at(self.at(place + 1) as usize + 1) == 0 => {
                    let mut all = self.first_set(place + 2, patience)?;
                    let behind = self.at(place + 1) as usize + 5;
                    return all.unite(&self.first_set(behind, patience)?).then_some(all);
                }
                _ => {}
            }
            if let Some(set) = self.set_at(place) {
                return Some(set);
            }
            place = self.pass(place)?;
        }
    }

    /// The characters that an instruction takes, or the first of them.
    fn set_at(&self, place: usize) -> Option<CharacterSet> {
        let word = self.at(place);
        let operand = word >> 8;
        Some(match word & 0xff {
            op::CHARACTER => CharacterSet::of(operand),
            op::EITHER => {
                let mut set = CharacterSet::of(operand);
                set.add(self.at(place + 1));
                set.tidy();
                set
            }
            op::ANY => CharacterSet::everything(false),
            op::NOT_NEWLINE => CharacterSet::everything(true),
            op::SET => Set::at(Program(&self.words), operand as usize).read(),
            op::BYTES => {
                let words: Vec<u32> = Program(&self.words).from(place + 1).iter().take(1).copied().collect();
                let bytes = Program::to_bytes(&words);
                let bytes = bytes.get(..operand as usize).unwrap_or(bytes);
                CharacterSet::of(match self.kind {
                    Kind::Text => wtf8::code_points(bytes).next()?,
                    Kind::Bytes => bytes.first().copied()?.into(),
                })
            }
            _ => return None,
        })
    }
}
