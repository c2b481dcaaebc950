//! The loop: instructions, and the ways back.

use super::single::{Single, bytes_at};
use super::{Full, Goal, Matcher, NOWHERE, Phase, Tried, entry};
use crate::characters::is_word;
use crate::fold::{Fold, lower};
use crate::program::{Program, Set, op, taste};
use crate::tree::UNBOUNDED;
use crate::units::Units;

/// What an instruction that is not a plain one comes to.
enum Step {
    /// The program goes on there.
    Go(usize, usize),
    /// It goes on nowhere.
    Fail,
}

impl From<Full> for Tried {
    fn from(_: Full) -> Tried {
        Tried::OutOfMemory
    }
}

impl Matcher {
    /// Tries a match, or goes on with it.
    pub(super) fn run<U: Units>(&mut self, program: Program<'_>, text: U, fuel: &mut u32) -> Tried {
        match self.try_run(program, text, fuel) {
            Ok(tried) => tried,
            Err(Full) => Tried::OutOfMemory,
        }
    }

    fn try_run<U: Units>(&mut self, program: Program<'_>, text: U, fuel: &mut u32) -> Result<Tried, Full> {
        let (mut place, mut at) = (self.place, self.at);
        let mut must_retreat = self.phase == Phase::Retreat;
        loop {
            if must_retreat {
                if *fuel == 0 {
                    self.phase = Phase::Retreat;
                    return Ok(Tried::Paused);
                }
                *fuel -= 1;
                match self.retreat(program, text)? {
                    Some(found) => (place, at) = found,
                    None => return Ok(Tried::Failed),
                }
            }
            must_retreat = true;
            loop {
                let word = program.at(place);
                match word & 0xff {
                    op::CHARACTER => match text.next(at) {
                        Some((code, next)) if code == word >> 8 => (place, at) = (place + 1, next),
                        _ => break,
                    },
                    op::SET => match text.next(at) {
                        Some((code, next)) if Set::at(program, (word >> 8) as usize).contains(code) => {
                            (place, at) = (place + 1, next);
                        }
                        _ => break,
                    },
                    op::BYTES => {
                        let bytes = bytes_at(program, place);
                        if !text.bytes().get(at..).is_some_and(|rest| rest.starts_with(bytes)) {
                            break;
                        }
                        (place, at) = (place + 1 + bytes.len().div_ceil(4), at + bytes.len());
                    }
                    op::EITHER => match text.next(at) {
                        Some((code, next)) if code == word >> 8 || code == program.at(place + 1) => {
                            (place, at) = (place + 2, next);
                        }
                        _ => break,
                    },
                    op::NOT_NEWLINE => match text.next(at) {
                        Some((code, next)) if code != u32::from(b'\n') => (place, at) = (place + 1, next),
                        _ => break,
                    },
                    op::ANY => match text.next(at) {
                        Some((_, next)) => (place, at) = (place + 1, next),
                        None => break,
                    },
                    op::AT if holds(word >> 8, text, at) => place += 1,
                    op::SAVE => {
                        self.save(word >> 8, at)?;
                        place += 1;
                    }
                    op::JUMP => place = program.at(place + 1) as usize,
                    op::REPEAT => match self.repeat(program, text, place, at)? {
                        Step::Go(next, end) => (place, at) = (next, end),
                        Step::Fail => break,
                    },
                    op::BRANCH | op::UNTIL => {
                        if *fuel == 0 {
                            (self.place, self.at, self.phase) = (place, at, Phase::Run);
                            return Ok(Tried::Paused);
                        }
                        *fuel -= 1;
                        let step = match word & 0xff {
                            op::BRANCH => self.branch(program, text, place + 1, at)?,
                            _ => self.until(program, place, at)?,
                        };
                        match step {
                            Step::Go(next, end) => (place, at) = (next, end),
                            Step::Fail => break,
                        }
                    }
                    op::MATCH => {
                        let is_short = self.goal == Goal::FullMatch && at != text.bytes().len();
                        if is_short || self.must_advance && at == self.start {
                            break;
                        }
                        self.at = at;
                        return Ok(Tried::Matched);
                    }
                    _ => match self.rare(program, text, place, at)? {
                        Step::Go(next, end) => (place, at) = (next, end),
                        Step::Fail => break,
                    },
                }
            }
        }
    }

    /// The instructions that few patterns have.
    #[inline(never)]
    fn rare<U: Units>(&mut self, program: Program<'_>, text: U, place: usize, at: usize) -> Result<Step, Full> {
        let word = program.at(place);
        let operand = word >> 8;
        Ok(match word & 0xff {
            op::ENTER => {
                self.keep_loop(operand)?;
                self.set_loop(operand, u32::MAX, NOWHERE);
                Step::Go(program.at(place + 1) as usize, at)
            }
            op::ATOMIC => {
                self.raise_fence(0, at)?;
                Step::Go(place + 1, at)
            }
            op::LOOK => {
                let next = program.at(place + 2) as usize;
                let is_negative = operand != 0;
                match text.back(at, program.at(place + 1) as usize) {
                    Some(from) => {
                        self.raise_fence(if is_negative { next } else { 0 }, at)?;
                        Step::Go(place + 3, from)
                    }
                    None if is_negative => Step::Go(next, at),
                    None => Step::Fail,
                }
            }
            op::CUT => {
                self.cut();
                Step::Go(place + 1, at)
            }
            op::LOOKED => Step::Go(place + 1, self.cut()),
            op::NOT_LOOKED => {
                self.unwind();
                Step::Fail
            }
            op::REFERENCE => match self.refer(text, operand as usize, program.at(place + 1), at) {
                Some(end) => Step::Go(place + 2, end),
                None => Step::Fail,
            },
            op::IF if self.group(operand as usize).is_some() => Step::Go(place + 2, at),
            op::IF => Step::Go(program.at(place + 1) as usize, at),
            _ => Step::Fail,
        })
    }

    /// Sets a group's bound.
    #[cfg_attr(not(feature = "small"), inline(always))]
    fn save(&mut self, slot: u32, at: usize) -> Result<(), Full> {
        let before = self.slots.all().get(slot as usize).copied().unwrap_or(NOWHERE);
        if !self.stack.is_empty() {
            self.push(entry::SLOT, slot as usize, before as usize, self.last_group)?;
        }
        if let Some(place) = self.slots.all_mut().get_mut(slot as usize) {
            *place = at as u32;
        }
        if slot & 1 != 0 {
            self.last_group = slot >> 1;
        }
        Ok(())
    }

    fn keep_loop(&mut self, register: u32) -> Result<(), Full> {
        let (count, position) = self.registers.get(register as usize).copied().unwrap_or_default();
        self.push(entry::LOOP, register as usize, count as usize, position)
    }

    fn set_loop(&mut self, register: u32, count: u32, position: u32) {
        if let Some(place) = self.registers.get_mut(register as usize) {
            *place = (count, position);
        }
    }

    /// The entry of a branch that the text may go on with: where it leads, and the one behind it that may come next.
    #[cfg_attr(not(feature = "small"), inline(always))]
    fn viable<U: Units>(program: Program<'_>, text: U, entry: usize, at: usize) -> Option<(usize, usize)> {
        let mut entry = entry;
        loop {
            let (target, check) = (program.at(entry), program.at(entry + 1));
            if target == 0 {
                return None;
            }
            if check == 0 || Single::at(program, check as usize).is_at(text, at) {
                return Some((target as usize, entry));
            }
            entry += 2;
        }
    }

    #[cfg_attr(not(feature = "small"), inline(always))]
    fn branch<U: Units>(&mut self, program: Program<'_>, text: U, first: usize, at: usize) -> Result<Step, Full> {
        let Some((target, entry)) = Self::viable(program, text, first, at) else { return Ok(Step::Fail) };
        if let Some((_, other)) = Self::viable(program, text, entry + 2, at) {
            self.push(entry::BRANCH, other, at, 0)?;
        }
        Ok(Step::Go(target, at))
    }

    /// The end of a round: another one, or on. A round that took nothing is the last.
    fn until(&mut self, program: Program<'_>, place: usize, at: usize) -> Result<Step, Full> {
        let register = program.at(place) >> 8;
        let (least, most) = (program.at(place + 1), program.at(place + 2));
        let (before, position) = self.registers.get(register as usize).copied().unwrap_or_default();
        let count = before.wrapping_add(1);
        let body = program.at(place + 3) as usize;
        let next = place + 5;
        if count < least {
            self.keep_loop(register)?;
            self.set_loop(register, count, position);
            return Ok(Step::Go(body, at));
        }
        let may_go_round = (count < most || most == UNBOUNDED) && at as u32 != position;
        if program.at(place + 4) == taste::LAZY {
            if may_go_round {
                self.push(entry::ROUND, place, at, 0)?;
            }
            return Ok(Step::Go(next, at));
        }
        if !may_go_round {
            return Ok(Step::Go(next, at));
        }
        self.push(entry::RESUME, next, at, 0)?;
        self.keep_loop(register)?;
        self.set_loop(register, count, at as u32);
        Ok(Step::Go(body, at))
    }

    /// A single character, repeated.
    #[cfg_attr(not(feature = "small"), inline(always))]
    fn repeat<U: Units>(&mut self, program: Program<'_>, text: U, place: usize, at: usize) -> Result<Step, Full> {
        let (least, most) = (program.at(place + 1), program.at(place + 2));
        let single = Single::at(program, place + 4);
        let first = if least == 0 {
            at
        } else {
            let (end, count) = single.pass(text, at, least);
            if count < least {
                return Ok(Step::Fail);
            }
            end
        };
        let left = if most == UNBOUNDED { UNBOUNDED } else { most - least };
        let taste = program.at(place) >> 8;
        if taste == taste::LAZY {
            return self.go_lazily(program, text, place, first, left);
        }
        let (end, _) = single.pass(text, first, left);
        if taste == taste::GREEDY {
            return self.give_back(program, text, place, first, end);
        }
        Ok(Step::Go(place + 6, end))
    }

    /// The last position between two at which a greedy repetition may end.
    #[cfg_attr(not(feature = "small"), inline(always))]
    fn give_back<U: Units>(
        &mut self,
        program: Program<'_>,
        text: U,
        place: usize,
        first: usize,
        end: usize,
    ) -> Result<Step, Full> {
        let check = program.at(place + 3) as usize;
        let mut end = end;
        if check != 0 {
            let check = Single::at(program, check);
            while !check.is_at(text, end) {
                match text.previous(end) {
                    Some((_, before)) if before >= first => end = before,
                    _ => return Ok(Step::Fail),
                }
            }
        }
        if end > first {
            self.push(entry::GREEDY, place, first, end as u32)?;
        }
        Ok(Step::Go(place + 6, end))
    }

    /// The first position at which a lazy repetition may end that takes up to so many characters.
    fn go_lazily<U: Units>(
        &mut self,
        program: Program<'_>,
        text: U,
        place: usize,
        at: usize,
        left: u32,
    ) -> Result<Step, Full> {
        let check = program.at(place + 3) as usize;
        let (mut at, mut left) = (at, left);
        if check != 0 {
            let (check, single) = (Single::at(program, check), Single::at(program, place + 4));
            while !check.is_at(text, at) {
                if left == 0 || !single.is_at(text, at) {
                    return Ok(Step::Fail);
                }
                let Some((_, next)) = text.next(at) else { return Ok(Step::Fail) };
                at = next;
                left -= u32::from(left != UNBOUNDED);
            }
        }
        if left > 0 {
            self.push(entry::LAZY, place, at, left)?;
        }
        Ok(Step::Go(place + 6, at))
    }

    fn raise_fence(&mut self, next: usize, at: usize) -> Result<(), Full> {
        let fence = self.stack.len() as u32;
        self.push(entry::FENCE, next, at, self.fence)?;
        self.fence = fence;
        Ok(())
    }

    /// Forgets what might be tried another way since the topmost fence, and the fence: where the text was then.
    fn cut(&mut self) -> usize {
        let base = self.fence as usize;
        let Some(&[_, at, fence]) = self.stack.get(base) else { return 0 };
        let mut kept = base;
        for place in base + 1..self.stack.len() {
            if let Some(&words) = self.stack.get(place)
                && matches!(words[0] & 7, entry::SLOT | entry::LOOP)
                && let Some(place) = self.stack.get_mut(kept)
            {
                *place = words;
                kept += 1;
            }
        }
        self.stack.truncate(kept);
        self.fence = fence;
        at as usize
    }

    /// Goes back to how things were at the topmost fence, which goes as well.
    fn unwind(&mut self) {
        let base = self.fence as usize;
        while self.stack.len() > base
            && let Some(words) = self.stack.pop()
        {
            match words[0] & 7 {
                entry::SLOT | entry::LOOP => self.put_back(words),
                entry::FENCE => self.fence = words[2],
                _ => {}
            }
        }
    }

    fn put_back(&mut self, [first, one, other]: [u32; 3]) {
        let number = first >> 3;
        if first & 7 == entry::LOOP {
            return self.set_loop(number, one, other);
        }
        if let Some(place) = self.slots.all_mut().get_mut(number as usize) {
            *place = one;
        }
        self.last_group = other;
    }

    /// Goes back to what was left to be tried: where the program goes on; nothing if there is nothing.
    fn retreat<U: Units>(&mut self, program: Program<'_>, text: U) -> Result<Option<(usize, usize)>, Full> {
        while let Some(words) = self.stack.pop() {
            let [first, one, other] = words;
            let (place, at) = ((first >> 3) as usize, one as usize);
            let step = match first & 7 {
                entry::SLOT | entry::LOOP => {
                    self.put_back(words);
                    Step::Fail
                }
                entry::FENCE => {
                    self.fence = other;
                    if place == 0 { Step::Fail } else { Step::Go(place, at) }
                }
                entry::BRANCH => self.branch(program, text, place, at)?,
                entry::GREEDY => match text.previous(other as usize) {
                    Some((_, before)) if before >= at => self.give_back(program, text, place, at, before)?,
                    _ => Step::Fail,
                },
                entry::LAZY => match text.next(at) {
                    Some((_, next)) if Single::at(program, place + 4).is_at(text, at) => {
                        let left = other - u32::from(other != UNBOUNDED);
                        self.go_lazily(program, text, place, next, left)?
                    }
                    _ => Step::Fail,
                },
                entry::ROUND => {
                    let register = program.at(place) >> 8;
                    let (count, _) = self.registers.get(register as usize).copied().unwrap_or_default();
                    self.keep_loop(register)?;
                    self.set_loop(register, count.wrapping_add(1), one);
                    Step::Go(program.at(place + 3) as usize, at)
                }
                _ => Step::Go(place, at),
            };
            if let Step::Go(place, at) = step {
                return Ok(Some((place, at)));
            }
        }
        Ok(None)
    }

    /// Where the text of a group ends that stands once more at a position.
    fn refer<U: Units>(&self, text: U, group: usize, fold: u32, at: usize) -> Option<usize> {
        let (start, end) = self.group(group)?;
        let fold = Fold::from_number(fold);
        if fold == Fold::None {
            let wanted = text.bytes().get(start..end)?;
            return text.bytes().get(at..)?.starts_with(wanted).then_some(at + wanted.len());
        }
        let (mut from, mut at) = (start, at);
        while from < end {
            let ((one, next_from), (other, next)) = (text.next(from)?, text.next(at)?);
            let is_same = match fold {
                Fold::Unicode => lower(one) == lower(other),
                _ => ascii_lower(one) == ascii_lower(other),
            };
            if !is_same {
                return None;
            }
            (from, at) = (next_from, next);
        }
        Some(at)
    }
}

fn ascii_lower(code: u32) -> u32 {
    if (u32::from(b'A')..=u32::from(b'Z')).contains(&code) { code | 0x20 } else { code }
}

/// Whether a place that takes no characters is at a position.
fn holds<U: Units>(place: u32, text: U, at: usize) -> bool {
    let newline = u32::from(b'\n');
    let (before, next) = (text.previous(at).map(|(code, _)| code), text.next(at));
    let behind = next.map(|(code, _)| code);
    match place {
        0 => at == 0,
        1 => before.is_none_or(|code| code == newline),
        2 => next.is_none_or(|(code, end)| code == newline && end == text.bytes().len()),
        3 => behind.is_none_or(|code| code == newline),
        4 => next.is_none(),
        _ => {
            let is_unicode = place & 1 == 0;
            let is_word = |code: Option<u32>| code.is_some_and(|code| is_word(code, is_unicode));
            (is_word(before) != is_word(behind)) == (place < 7)
        }
    }
}
