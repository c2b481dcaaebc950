//! Whose turn it is: the servers that give free threads their turns, and where the loop's safepoints let go.

use super::{End, Green, Isolate, MAIN, NOBODY, Wait, WaitFor};
use crate::embed::Outcome;
use crate::interpreter::{Exit, Thread};
use crate::{Completion, Raised, Value};
use alloc::vec::Vec;

/// What there is to do for threads that run while the main one does not; see [`Isolate::run_background`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// There are none, or none that can go on until the main thread does something.
    Nothing,
    /// The budget is used up and they could go on.
    OutOfBudget,
    /// All wait, the first of them for that many nanoseconds.
    Waiting(u64),
    /// Ctrl-C.
    Interrupted,
}

/// How long an embedder that waits for input waits where threads wait for files.
const FILES_NS: u64 = 20_000_000;

impl Isolate {
    /// The part of the loop's look at its fuel that concerns threads: whether the loop is to be left, so that its server
    /// gives somebody else the turn.
    ///
    /// # Errors
    /// What a wait on top of the running thread raises.
    #[cold]
    #[inline(never)]
    pub(crate) fn look_for_turn(&mut self) -> Completion<bool> {
        if self.native_depth > self.threads.level {
            return self.give_turn_from_above().map(|()| false);
        }
        if self.threads.wish.is_some() || self.threads.main_end.is_some() {
            return Ok(true);
        }
        if self.threads.wants_main() {
            return Ok(true);
        }
        if !self.turn_is_over() {
            return Ok(false);
        }
        let now = self.threads.turn_ns;
        let ends = self.somebody_is_ready(now) || self.server_is_ready(now);
        self.threads.is_overdue = !ends && self.somebody_wants_lock();
        Ok(ends)
    }

    fn somebody_wants_lock(&self) -> bool {
        let mut waits = self.threads.others.iter().filter_map(|green| green.wait.as_ref());
        waits.any(|wait| matches!(wait.on, WaitFor::Lock(_)))
    }

    /// Whether the turn has lasted its time. If so, the next one begins.
    fn turn_is_over(&mut self) -> bool {
        let now = self.platform.clock().monotonic_ns();
        let is_over = now.saturating_sub(self.threads.turn_ns) >= self.threads.interval_ns;
        if is_over {
            self.threads.turn_ns = now;
        }
        is_over
    }

    fn somebody_is_ready(&mut self, now: u64) -> bool {
        (0..self.threads.others.len()).any(|index| self.is_ready(index, now))
    }

    /// Whether that thread could go on if it had its turn.
    fn is_ready(&mut self, index: usize, now: u64) -> bool {
        let Some(green) = self.threads.others.get(index).filter(|green| !green.is_pinned) else { return false };
        if green.ident == MAIN && self.threads.wants_main() {
            return true;
        }
        let wait = green.wait;
        wait.is_none_or(|wait| self.is_over(&wait, now))
    }

    /// Whether the pinned thread that serves could go on.
    fn server_is_ready(&mut self, now: u64) -> bool {
        let server = self.threads.server;
        let green = self.threads.others.iter().find(|green| green.ident == server && green.is_pinned);
        let wait = green.and_then(|green| green.wait);
        wait.is_some_and(|wait| self.is_over(&wait, now))
    }

    /// The running thread is pinned and stands at a safepoint: now and then another one has a turn on top of it.
    fn give_turn_from_above(&mut self) -> Completion<()> {
        if self.threads.main_end.is_some() {
            let server = core::mem::replace(&mut self.threads.server, self.threads.current);
            let done = self.check_server();
            self.threads.server = server;
            done?;
        }
        if self.native_depth * 2 > self.limits.native_depth || self.threads.wish.is_some() || !self.turn_is_over() {
            return Ok(());
        }
        let now = self.threads.turn_ns;
        if !self.somebody_is_ready(now) {
            return Ok(());
        }
        let turn = Wait { on: WaitFor::Time, until_ns: Some(now), answers: [Value::NONE; 2], again: None, place: None };
        self.serve_until(turn).map(|_| ())
    }

    /// The running thread is pinned, or alone, and waits: gives the others turns until its wait is over. At least one of
    /// them has its turn if one can.
    pub(super) fn serve_until(&mut self, wait: Wait) -> Completion {
        self.enter_native()?;
        let mark = self.kept.len();
        let in_flight = core::mem::replace(&mut self.in_flight, Value::NONE);
        self.keep(in_flight);
        let threads = &mut self.threads;
        let ident = threads.current;
        let level = core::mem::replace(&mut threads.level, self.native_depth);
        let server = core::mem::replace(&mut threads.server, ident);
        let wish = threads.wish.take();
        let budget = self.budget.take();
        for value in wish.iter().flat_map(Wait::values) {
            self.keep(value);
        }
        let result = self.serve(&wait, ident);
        self.bring(ident);
        (self.threads.level, self.threads.server, self.threads.wish) = (level, server, wish);
        self.budget = budget;
        self.kept.truncate(mark);
        self.native_depth -= 1;
        if result.is_ok() {
            self.in_flight = in_flight;
        }
        result
    }

    fn serve(&mut self, wait: &Wait, ident: u32) -> Completion {
        loop {
            // There may be none at first: what signals and other events call may start some.
            if self.threads.current == ident && !self.threads.others.is_empty() {
                self.leave_thread(Some(*wait), true);
            }
            let now = self.platform.clock().monotonic_ns();
            let ran = self.give_turn(now, now);
            if let Some(exit) = ran {
                self.note_exit(exit);
            }
            if self.platform.console().take_interrupt() {
                self.threads.interrupt = true;
            }
            self.tell_main_of_signals();
            self.check_server()?;
            let now = self.platform.clock().monotonic_ns();
            if self.is_over(wait, now) {
                return Ok(self.answer(wait, ident));
            }
            if ran.is_none() {
                self.idle(Some(wait))?;
                self.check_server()?;
            }
        }
    }

    /// What a turn on top of a pinned thread ended with.
    fn note_exit(&mut self, exit: Exit) {
        let is_main = self.threads.current == MAIN;
        match exit {
            Exit::OutOfBudget => {
                let wish = self.threads.wish.take();
                self.leave_thread(wish, false);
                return;
            }
            Exit::Raised(_) if is_main => self.threads.main_end = Some(End::Raised(self.take_exception())),
            Exit::Finished(value) | Exit::Yielded(value) if is_main => {
                self.threads.main_end = Some(End::Finished(value));
            }
            _ => {
                self.end_thread(exit);
                return;
            }
        }
        // The main thread stays, without frames and not to be continued, for its server.
        self.leave_thread(None, true);
    }

    /// Runs the main thread, and the others beside it, until the main thread's end or that of the budget.
    pub(crate) fn run_main(&mut self) -> Outcome {
        (self.threads.level, self.threads.server) = (self.native_depth, MAIN);
        let wish = self.threads.wish.take();
        let is_put_off = core::mem::take(&mut self.threads.main_is_put_off);
        // A turn goes on where a budget interrupted it: small budgets must not make turns longer.
        let mut began = Some(self.threads.turn_ns).filter(|_| is_put_off);
        if is_put_off || wish.is_some() {
            // It waited, or had no turn, when the last budget was used up.
            self.leave_thread(wish, false);
            if is_put_off && let Some(main) = self.threads.others.pop() {
                let place = self.threads.main_place.min(self.threads.others.len());
                self.threads.others.insert(place, main);
            }
        }
        loop {
            let exit = if self.threads.current == NOBODY {
                let now = self.platform.clock().monotonic_ns();
                match self.give_turn(now, began.take().unwrap_or(now)) {
                    Some(exit) => exit,
                    None => match self.wait_in_main() {
                        Some(outcome) => return outcome,
                        None => continue,
                    },
                }
            } else {
                self.execute()
            };
            let is_main = self.threads.current == MAIN;
            match exit {
                Exit::OutOfBudget if self.threads.main_end.is_some() => {
                    self.leave_thread(None, false);
                    return self.end_of_main();
                }
                Exit::OutOfBudget if !self.threads.are_several() => return Outcome::OutOfBudget,
                Exit::OutOfBudget => {
                    let wish = self.threads.wish.take();
                    self.leave_thread(wish, false);
                    if self.budget == Some(0) {
                        // A budget may be smaller than a turn: nobody else has looked whether that is over.
                        let is_over = self.turn_is_over();
                        if !is_main && !is_over {
                            self.threads.others.rotate_right(1);
                        }
                        self.threads.main_is_put_off = !is_main || is_over;
                        let mut idents = self.threads.others.iter().map(|green| green.ident);
                        self.threads.main_place = idents.position(|ident| ident == MAIN).unwrap_or(0);
                        self.bring(MAIN);
                        return Outcome::OutOfBudget;
                    }
                }
                Exit::Finished(value) | Exit::Yielded(value) if is_main => return Outcome::Finished(value),
                Exit::Raised(raised) if is_main => return Outcome::Raised(raised),
                exit => self.end_thread(exit),
            }
            if self.threads.main_end.is_some() {
                return self.end_of_main();
            }
        }
    }

    /// All threads wait: so does the platform, unless there is a budget; then the embedder may do something else.
    fn wait_in_main(&mut self) -> Option<Outcome> {
        let (first, wants_input) = self.next_event(None);
        if self.budget.is_some() && (first.is_some() || wants_input || self.expects_events()) {
            let now = self.platform.clock().monotonic_ns();
            let nanoseconds = first.map(|first| first.saturating_sub(now));
            self.bring(MAIN);
            return Some(Outcome::Waiting { nanoseconds, for_input: wants_input });
        }
        let raised = self.idle(None).err()?;
        // The main thread is one of those that wait.
        self.bring(MAIN);
        self.threads.wish = None;
        match self.unwind(raised) {
            Some(Exit::Raised(raised)) => Some(Outcome::Raised(raised)),
            Some(_) => Some(Outcome::Finished(Value::NONE)),
            None => None,
        }
    }

    /// The main thread ended on top of another one, which has come back since.
    fn end_of_main(&mut self) -> Outcome {
        self.bring(MAIN);
        match self.threads.main_end.take() {
            Some(End::Raised(exception)) => {
                self.in_flight = exception;
                Outcome::Raised(Raised::EXCEPTION)
            }
            Some(End::Finished(value)) => Outcome::Finished(value),
            None => Outcome::Finished(Value::NONE),
        }
    }

    /// Runs the other threads while the main thread does nothing, as at a prompt, for about `budget` jumps and calls.
    pub fn run_background(&mut self, budget: u64) -> Background {
        if self.threads.others.is_empty() {
            return Background::Nothing;
        }
        self.settle_parked();
        (self.threads.level, self.threads.server) = (self.native_depth, NOBODY);
        self.set_budget(Some(budget));
        self.threads.main_is_away = true;
        self.leave_thread(None, true);
        let outcome = loop {
            let now = self.platform.clock().monotonic_ns();
            match self.give_turn(now, now) {
                Some(exit) => self.note_exit(exit),
                None => {
                    let (first, for_input) = self.next_event(None);
                    // The embedder waits for input only.
                    let files = if self.waits_for_files() { FILES_NS } else { u64::MAX };
                    break match first {
                        Some(first) => Background::Waiting(first.saturating_sub(now).min(files)),
                        None if for_input || self.expects_events() => Background::Waiting(files),
                        None => Background::Nothing,
                    };
                }
            }
            if core::mem::take(&mut self.threads.interrupt) {
                break Background::Interrupted;
            }
            if self.budget == Some(0) {
                break Background::OutOfBudget;
            }
        };
        self.budget = None;
        self.bring(MAIN);
        (self.threads.server, self.threads.main_is_away) = (MAIN, false);
        outcome
    }

    /// Gives the next thread that can go on a turn, which began at some moment; how it ended, while the thread is still the running one. Nothing if
    /// there is none.
    fn give_turn(&mut self, now: u64, began: u64) -> Option<Exit> {
        let index = (0..self.threads.others.len()).find(|&index| self.is_ready(index, now))?;
        let wait = self.enter_thread(index);
        (self.threads.turn_ns, self.threads.is_overdue) = (began, false);
        self.refill();
        if self.threads.wants_main() && self.threads.current == MAIN {
            if let Err(raised) = self.do_duties() {
                if let Some(exit) = self.unwind(raised) {
                    return Some(exit);
                }
                return Some(self.execute());
            }
            // Time has passed, and the wait goes on if it is not over by now.
            let now = self.platform.clock().monotonic_ns();
            if wait.is_some_and(|wait| !self.is_over(&wait, now)) {
                self.threads.wish = wait;
                return Some(Exit::OutOfBudget);
            }
        }
        if let Some(wait) = wait {
            let answer = match wait.again {
                None => self.answer(&wait, self.threads.current),
                Some(function) => match self.call_again(function, &wait) {
                    Ok(answer) => answer,
                    Err(raised) => return Some(self.unwind(raised).unwrap_or_else(|| self.execute())),
                },
            };
            if let Some(wish) = self.threads.wish.as_mut() {
                // It was too early: the wait goes on.
                wish.place = wait.place;
                return Some(Exit::OutOfBudget);
            }
            if let Some(place) = wait.place.and_then(|place| self.thread.stack.get_mut(place)) {
                *place = answer;
            }
        }
        Some(self.execute())
    }

    /// The main thread, which runs, deals with what waits for it.
    ///
    /// # Errors
    /// `KeyboardInterrupt`, and what functions for signals raise.
    fn do_duties(&mut self) -> Completion<()> {
        if core::mem::take(&mut self.threads.interrupt) {
            self.obey_interrupt()?;
        }
        self.call_signal_functions()
    }

    /// The same in the thread that serves.
    pub(super) fn do_duties_of_server(&mut self) -> Completion<()> {
        let is_away = self.threads.current == NOBODY;
        if is_away {
            let server = self.threads.server;
            self.bring(server);
        }
        let wait = self.threads.wish.take();
        self.do_duties()?;
        if is_away {
            self.leave_thread(wait, true);
        }
        Ok(())
    }

    /// Puts the running thread to the end of those that wait for their turns.
    fn leave_thread(&mut self, wait: Option<Wait>, is_pinned: bool) {
        self.settle_parked();
        let mut thread = Thread::without_room(self.limits.recursion);
        core::mem::swap(&mut self.thread, &mut thread);
        self.thread.lend_generators(&mut thread);
        let threads = &mut self.threads;
        threads.others.push(Green {
            ident: core::mem::replace(&mut threads.current, NOBODY),
            thread,
            wait,
            is_pinned,
            is_daemon: threads.current_is_daemon,
            handle: core::mem::replace(&mut threads.current_handle, Value::NONE),
            result: core::mem::replace(&mut self.generator_result, Value::NONE),
            printing: core::mem::take(&mut self.printing),
            locks: self.heap.lift_lock(),
        });
    }

    /// Makes one of the others the running thread: what it waited for.
    fn enter_thread(&mut self, index: usize) -> Option<Wait> {
        let green = self.threads.others.remove(index);
        let Green { ident, mut thread, wait, is_daemon, handle, result, printing, locks, .. } = green;
        core::mem::swap(&mut self.thread, &mut thread);
        self.thread.lend_generators(&mut thread);
        self.threads.current = ident;
        self.threads.current_is_daemon = is_daemon;
        self.threads.current_handle = handle;
        self.generator_result = result;
        self.printing = printing;
        self.heap.restore_lock(locks);
        wait
    }

    /// Makes the thread with that number the running one, wherever it stands. What it waits for it goes on waiting for.
    fn bring(&mut self, ident: u32) {
        if self.threads.current == ident {
            return;
        }
        if self.threads.current != NOBODY {
            let wish = self.threads.wish.take();
            self.leave_thread(wish, false);
        }
        if let Some(index) = self.threads.others.iter().position(|green| green.ident == ident) {
            let wait = self.enter_thread(index);
            self.threads.wish = wait;
        }
    }

    /// The main thread is the running one, and waits for nothing: for who starts something else in it.
    pub(crate) fn bring_main(&mut self) {
        self.bring(MAIN);
        self.threads.wish = None;
        self.threads.main_is_put_off = false;
    }

    /// The running thread, which is not the main one, has come to its end.
    fn end_thread(&mut self, exit: Exit) {
        if let Exit::Raised(_) = exit {
            self.tell_unraisable("Exception ignored in thread");
        }
        self.abandon_frames();
        let handle = core::mem::replace(&mut self.threads.current_handle, Value::NONE);
        self.heap.set_number(handle, 0);
        let mut thread = Thread::without_room(self.limits.recursion);
        core::mem::swap(&mut self.thread, &mut thread);
        self.thread.lend_generators(&mut thread);
        self.generator_result = Value::NONE;
        self.printing = Vec::new();
        self.threads.wish = None;
        self.threads.current = NOBODY;
    }
}
