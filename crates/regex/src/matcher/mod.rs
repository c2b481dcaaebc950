//! Runs a program over a text.
//!
//! What may have to be tried another way, and what has to be put back for that, lies on a stack of entries of three words:
//!
//! ```text
//! BRANCH   entry  | at        |                the other entries of a branch
//! GREEDY   place  | least at  | at             a repetition gives back a character at a time, down to the first position
//! LAZY     place  | at        | left           a repetition takes one more, and so many others
//! ROUND    place  | at        |                a lazy loop goes round once more
//! RESUME   place  | at        |                goes on at a place
//! SLOT     slot   | position  | last group     a group's bound, and the group closed last, as they were
//! LOOP     register | count   | position       a loop's round, as it was
//! FENCE    place  | at        | fence          a group is atomic, or a look; place: where a negative one goes on, or 0
//! ```
//!
//! The first word has the kind in its low three bits. Nothing recurses, and the stack may fail to grow.

mod run;
mod search;
mod single;

use crate::program::{Program, header};
use crate::units::Units;
use alloc::vec::Vec;

/// No position.
const NOWHERE: u32 = u32::MAX;

/// Kinds of entries.
mod entry {
    pub(super) const BRANCH: u32 = 0;
    pub(super) const GREEDY: u32 = 1;
    pub(super) const LAZY: u32 = 2;
    pub(super) const ROUND: u32 = 3;
    pub(super) const RESUME: u32 = 4;
    pub(super) const SLOT: u32 = 5;
    pub(super) const LOOP: u32 = 6;
    pub(super) const FENCE: u32 = 7;
}

/// Where a match must start and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// It starts anywhere from the position on.
    Search,
    /// It starts at the position.
    Match,
    /// It starts at the position and ends at the end of the text.
    FullMatch,
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// The position, in bytes.
    pub at: usize,
    /// Where a match may start and end.
    pub goal: Goal,
    /// Whether a match at the position must not be empty.
    pub must_advance: bool,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// There is a match.
    Matched,
    /// There is none.
    Unmatched,
    /// The fuel is used up: the run goes on when called again.
    Paused,
    /// There is no room for the stack.
    OutOfMemory,
}

/// A run.
#[derive(Debug)]
pub struct Matcher {
    stack: Vec<[u32; 3]>,
    /// The most entries that the stack may have.
    most_entries: usize,
    /// For each group where it starts and ends.
    slots: Slots,
    /// For each loop that counts its rounds, and where the last one began.
    registers: Vec<(u32, u32)>,
    /// The group closed last.
    last_group: u32,
    /// The topmost fence of the stack.
    fence: u32,
    /// Where the run goes on in the program, and in the text.
    place: usize,
    at: usize,
    /// Where the match being tried starts.
    start: usize,
    goal: Goal,
    must_advance: bool,
    phase: Phase,
}

/// What a run does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// It looks where a match may start.
    Seek,
    /// It goes on at the place reached.
    Run,
    /// It goes back to what may be tried another way.
    Retreat,
}

/// How a match that is tried ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tried {
    Matched,
    Failed,
    Paused,
    OutOfMemory,
}

/// Memory is short.
#[derive(Clone, Copy, Debug)]
struct Full;

/// The most slots that need no memory of their own.
const FEW_SLOTS: usize = 20;

/// Positions, of which most patterns have few.
#[derive(Debug)]
struct Slots {
    few: [u32; FEW_SLOTS],
    /// All of them, if they are more.
    many: Vec<u32>,
}

impl Slots {
    fn new(count: usize) -> Option<Slots> {
        let many = if count > FEW_SLOTS { filled(NOWHERE, count)? } else { Vec::new() };
        Some(Slots { few: [NOWHERE; FEW_SLOTS], many })
    }

    #[cfg_attr(not(feature = "small"), inline(always))]
    fn all(&self) -> &[u32] {
        if self.many.is_empty() { &self.few } else { &self.many }
    }

    #[cfg_attr(not(feature = "small"), inline(always))]
    fn all_mut(&mut self) -> &mut [u32] {
        if self.many.is_empty() { &mut self.few } else { &mut self.many }
    }
}

fn filled<T: Clone>(value: T, count: usize) -> Option<Vec<T>> {
    let mut items = Vec::new();
    items.try_reserve_exact(count).ok()?;
    items.resize(count, value);
    Some(items)
}

impl Matcher {
    /// A matcher for a program, whose stack takes no more than so many bytes; nothing if memory is short.
    #[must_use]
    pub fn new(program: Program<'_>, most_bytes: usize) -> Option<Matcher> {
        Some(Matcher {
            stack: Vec::new(),
            most_entries: most_bytes / size_of::<[u32; 3]>(),
            slots: Slots::new(2 * program.groups())?,
            registers: filled((0, NOWHERE), program.at(header::REGISTERS) as usize)?,
            last_group: 0,
            fence: NOWHERE,
            place: 0,
            at: 0,
            start: 0,
            goal: Goal::Search,
            must_advance: false,
            phase: Phase::Seek,
        })
    }

    /// Starts to look for a match.
    pub fn begin(&mut self, start: Start) {
        self.goal = start.goal;
        self.must_advance = start.must_advance;
        self.start = start.at;
        self.phase = Phase::Seek;
    }

    /// Goes on for so many steps, of which it takes off what it needs. The program and the text must be those of the
    /// steps before.
    pub fn step<U: Units>(&mut self, program: Program<'_>, text: U, fuel: &mut u32) -> Status {
        loop {
            if self.phase == Phase::Seek {
                if self.goal == Goal::Search {
                    match self.seek(program, text) {
                        Some(start) => {
                            self.must_advance &= start == self.start;
                            self.start = start;
                        }
                        None => return Status::Unmatched,
                    }
                }
                self.prepare();
            }
            match self.run(program, text, fuel) {
                Tried::Matched => return Status::Matched,
                Tried::Paused => return Status::Paused,
                Tried::OutOfMemory => return Status::OutOfMemory,
                Tried::Failed if self.goal == Goal::Search => {
                    let Some((_, next)) = text.next(self.start) else { return Status::Unmatched };
                    self.start = next;
                    self.must_advance = false;
                    self.phase = Phase::Seek;
                }
                Tried::Failed => return Status::Unmatched,
            }
        }
    }

    fn prepare(&mut self) {
        self.stack.clear();
        self.slots.all_mut().fill(NOWHERE);
        self.last_group = 0;
        self.fence = NOWHERE;
        self.place = header::SIZE;
        self.at = self.start;
        self.phase = Phase::Run;
    }

    /// Where a group starts and ends, in bytes; nothing for one that did not match. Group 0 is the whole match.
    #[must_use]
    pub fn group(&self, number: usize) -> Option<(usize, usize)> {
        if number == 0 {
            return Some((self.start, self.at));
        }
        match self.slots.all().get(2 * number..2 * number + 2) {
            Some(&[start, end]) if start != NOWHERE && end != NOWHERE => Some((start as usize, end as usize)),
            _ => None,
        }
    }

    /// The group that was closed last; 0 if there is none.
    #[must_use]
    pub fn last_group(&self) -> usize {
        self.last_group as usize
    }

    #[cfg_attr(not(feature = "small"), inline(always))]
    fn push(&mut self, kind: u32, place: usize, first: usize, second: u32) -> Result<(), Full> {
        self.push_words([kind | (place as u32) << 3, first as u32, second])
    }

    #[cfg_attr(not(feature = "small"), inline(always))]
    fn push_words(&mut self, words: [u32; 3]) -> Result<(), Full> {
        if self.stack.len() == self.stack.capacity() {
            self.grow()?;
        }
        self.stack.push(words);
        Ok(())
    }

    /// Makes room for one more entry at least.
    #[cold]
    #[inline(never)]
    fn grow(&mut self) -> Result<(), Full> {
        let length = self.stack.len();
        let room = self.most_entries.saturating_sub(length);
        if room == 0 {
            return Err(Full);
        }
        // Where memory is short a little more may do.
        let wanted = length.max(16).min(room);
        let reserved = self.stack.try_reserve_exact(wanted);
        reserved.or_else(|_| self.stack.try_reserve_exact(room.min(8))).map_err(|_| Full)
    }
}
