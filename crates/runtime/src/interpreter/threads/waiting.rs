//! Waiting: for a time, a lock, the end of a thread, input, files that are not ready.
//!
//! A free thread that waits is left at the next safepoint, which is at once, and its answer is put where the native
//! function's result belongs when it goes on. A pinned one serves the others until the answer is there.

use super::{HANDLERS, Isolate, MAIN, NOBODY};
use crate::buffers::with_room;
use crate::exceptions::raise;
use crate::{Completion, Raised, Value};
use alloc::vec::Vec;
use ferropy_platform::Error;
use ferropy_platform::files::{FileId, OpenFile, Watched, readiness};

/// What a thread waits for.
#[derive(Clone, Copy, Debug)]
pub enum WaitFor {
    /// Nothing but the time.
    Time,
    /// A record whose number is 0, which then gets the thread's.
    Lock(Value),
    /// A record whose number is 0.
    End(Value),
    /// Something to read on the console.
    Input,
    /// One of the open files of a tuple of small ints: each is [`WATCHED_BITS`] bits of what is waited for, and above them
    /// the number of the file, 0 to 2 for the console's streams.
    Files(Value),
    /// The end of the import of the module.
    Import(Value),
    /// A signal of a set; without a set, the call of a signal's function.
    Signal(Option<u64>),
}

/// A native function that is called when a wait is over.
pub type Again = fn(&mut Isolate, &[Value]) -> Completion;

/// The wait of a thread.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wait {
    pub(super) on: WaitFor,
    /// The latest moment of the clock, if there is one.
    pub(super) until_ns: Option<u64>,
    /// What the wait gives: if it came to its end, and if the time was over first.
    pub(super) answers: [Value; 2],
    /// Gives the answer instead, from the arguments in a tuple that the first answer is.
    pub(super) again: Option<Again>,
    /// Where in the thread's stack the answer goes.
    pub(super) place: Option<usize>,
}

impl Wait {
    pub(super) fn values(&self) -> [Value; 3] {
        let on = match self.on {
            WaitFor::Lock(value) | WaitFor::End(value) | WaitFor::Import(value) | WaitFor::Files(value) => value,
            WaitFor::Time | WaitFor::Input | WaitFor::Signal(_) => Value::NONE,
        };
        [on, self.answers[0], self.answers[1]]
    }
}

/// How many bits of a small int say what a file is waited for: see [`WaitFor::Files`].
pub const WATCHED_BITS: u32 = 8;
/// How many numbers of files are the console's streams.
const STREAMS: u32 = 3;

/// The longest that the platform is asked to wait at once.
const LONGEST_NS: u64 = 1 << 40;

impl Isolate {
    /// Waits, no longer than that many nanoseconds if there are some, and lets other threads go on meanwhile: the first of
    /// the answers, or the second if the time was over first. What this gives must be the native function's result as it is;
    /// a function that has more to do afterwards uses [`Isolate::block_here`].
    ///
    /// # Errors
    /// `KeyboardInterrupt`; `RuntimeError` if nothing can end the wait.
    pub fn block(&mut self, on: WaitFor, nanoseconds: Option<u64>, answers: [Value; 2]) -> Completion {
        if let Some(answer) = self.answer_at_once(on, nanoseconds, answers) {
            return Ok(answer);
        }
        let wait = self.new_wait(on, nanoseconds, answers);
        if self.threads.others.is_empty() || self.native_depth > self.threads.level || self.threads.wish.is_some() {
            return self.serve_until(wait);
        }
        self.threads.wish = Some(wait);
        self.fuel.limit(1);
        Ok(Value::UNBOUND)
    }

    /// As [`Isolate::block`], for native functions that go on afterwards.
    ///
    /// # Errors
    /// Those of [`Isolate::block`].
    pub fn block_here(&mut self, on: WaitFor, nanoseconds: Option<u64>) -> Completion<bool> {
        let answers = [Value::TRUE, Value::FALSE];
        if let Some(answer) = self.answer_at_once(on, nanoseconds, answers) {
            return Ok(answer == Value::TRUE);
        }
        let wait = self.new_wait(on, nanoseconds, answers);
        Ok(self.serve_until(wait)? == Value::TRUE)
    }

    /// Waits for something that is not there, and lets other threads go on meanwhile; then calls a native function, which
    /// may wait again in the same way. What this gives must be the native function's result as it is.
    ///
    /// # Errors
    /// Those of [`Isolate::block`], and of the function.
    pub fn block_and_call(&mut self, on: WaitFor, function: Again, args: &[Value]) -> Completion {
        if self.threads.others.is_empty() || self.native_depth > self.threads.level || self.threads.wish.is_some() {
            self.block_here(on, None)?;
            return function(self, args);
        }
        let args = self.new_tuple(args)?;
        let wait = self.new_wait(on, None, [args, Value::NONE]);
        self.threads.wish = Some(Wait { again: Some(function), ..wait });
        self.fuel.limit(1);
        Ok(Value::UNBOUND)
    }

    /// Calls the function of a wait that is over, in its thread.
    pub(super) fn call_again(&mut self, function: Again, wait: &Wait) -> Completion {
        let args = wait.answers[0];
        self.scope(|iso| {
            iso.keep(args);
            let args: Vec<Value> = iso.heap.items(args).collect();
            function(iso, &args)
        })
    }

    /// Whether what could be waited for is there.
    pub fn is_there_already(&mut self, on: WaitFor) -> bool {
        self.is_there(on)
    }

    /// Lets the running thread wait before its next instruction; whether it can.
    pub(crate) fn wish_to_wait(&mut self, on: WaitFor) -> bool {
        let can = self.native_depth == self.threads.level && self.threads.wish.is_none();
        if can {
            self.threads.wish = Some(self.new_wait(on, None, [Value::NONE; 2]));
            self.fuel.limit(1);
        }
        can
    }

    fn answer_at_once(&mut self, on: WaitFor, nanoseconds: Option<u64>, answers: [Value; 2]) -> Option<Value> {
        if self.is_there(on) {
            self.take(on, self.thread_ident());
            return Some(answers[0]);
        }
        let gives_up = nanoseconds == Some(0) && !matches!(on, WaitFor::Time);
        gives_up.then_some(answers[1])
    }

    fn new_wait(&mut self, on: WaitFor, nanoseconds: Option<u64>, answers: [Value; 2]) -> Wait {
        let until_ns = nanoseconds.map(|wait| self.platform.clock().monotonic_ns().saturating_add(wait));
        Wait { on, until_ns, answers, again: None, place: None }
    }

    /// A native function gave no value, for the place of the stack that its result goes to: it has wished to wait, or it is
    /// an iterator that has ended.
    #[cold]
    #[inline(never)]
    pub(crate) fn without_value(&mut self, place: Option<usize>) -> Completion {
        if let Some(wish) = self.threads.wish.as_mut().filter(|wish| wish.place.is_none())
            && self.native_depth == self.threads.level
        {
            wish.place = place;
            return Ok(Value::NONE);
        }
        Err(raise::stop_iteration(self, Value::NONE))
    }

    /// Whether what is waited for is there.
    pub(super) fn is_there(&mut self, on: WaitFor) -> bool {
        match on {
            WaitFor::Time => false,
            WaitFor::Lock(record) | WaitFor::End(record) => self.heap.number(record) == 0,
            // Where nobody can know, reading may try.
            WaitFor::Input => !matches!(self.platform.console().wait_input(0), Ok(false) | Err(Error::INTERRUPTED)),
            WaitFor::Files(files) => {
                let Ok(mut watched) = with_room(self.heap.sequence_len(files)) else { return true };
                watched.extend(self.watched(files));
                // What can't be asked is tried.
                self.wait_for_files(&mut watched, 0).is_none_or(|ready| ready > 0)
            }
            WaitFor::Signal(set) => {
                self.waiting_signals();
                self.signals.is_there(set)
            }
            WaitFor::Import(module) => !self.importing.iter().any(|&(importing, _)| importing == module),
        }
    }

    /// The files of a tuple as [`WaitFor::Files`] has them.
    pub fn watched(&self, files: Value) -> impl Iterator<Item = Watched> + '_ {
        self.heap.items(files).filter_map(|file| {
            let bits = file.as_small_int()?;
            let number = u32::try_from(bits >> WATCHED_BITS).ok()?;
            let file = match number.checked_sub(STREAMS) {
                Some(number) => OpenFile::File(FileId(number)),
                None => OpenFile::Stream(number),
            };
            Some(Watched { file, wanted: (bits & ((1 << WATCHED_BITS) - 1)) as u16, found: 0 })
        })
    }

    /// Lets the platform wait until one of the files is ready, as [`Files::wait`](ferropy_platform::Files::wait) does; nothing
    /// where that can't be told.
    pub fn wait_for_files(&mut self, watched: &mut [Watched], nanoseconds: u64) -> Option<usize> {
        let wants_input = |each: &Watched| each.file == OpenFile::Stream(0) && each.wanted & readiness::READ != 0;
        let mut is_typed = false;
        if watched.iter().any(wants_input) {
            // The console may have read more than anybody asked for.
            let is_alone = watched.len() == 1;
            let asked = self.platform.console().wait_input(if is_alone { nanoseconds } else { 0 });
            is_typed = asked == Ok(true);
            if let ([alone], Ok(_)) = (&mut *watched, asked) {
                alone.found = if is_typed { readiness::READ } else { 0 };
                return Some(usize::from(is_typed));
            }
        }
        self.platform.console().hand_over();
        // With input there the others are asked as well, but not waited for.
        self.platform.files().wait(watched, if is_typed { 0 } else { nanoseconds }).ok()?;
        for each in watched.iter_mut().filter(|each| is_typed && wants_input(each)) {
            each.found |= readiness::READ;
        }
        Some(watched.iter().filter(|each| each.found != 0).count())
    }

    /// The thread of that number gets what it waited for.
    fn take(&mut self, on: WaitFor, ident: u32) {
        if let WaitFor::Lock(record) = on {
            self.heap.set_number(record, ident);
        }
    }

    /// Whether the wait is over.
    pub(super) fn is_over(&mut self, wait: &Wait, now: u64) -> bool {
        wait.until_ns.is_some_and(|until| until <= now) || self.is_there(wait.on)
    }

    /// What a wait that is over gives the thread of that number.
    pub(super) fn answer(&mut self, wait: &Wait, ident: u32) -> Value {
        if self.is_there(wait.on) {
            self.take(wait.on, ident);
            wait.answers[0]
        } else {
            wait.answers[1]
        }
    }

    /// Nobody can go on: lets the platform wait for the first moment, or input, that somebody waits for.
    ///
    /// # Errors
    /// `RuntimeError` if nobody waits for either, so that this would last for ever.
    pub(super) fn idle(&mut self, own: Option<&Wait>) -> Completion<()> {
        let (first, wants_input) = self.next_event(own);
        if first.is_none() && !wants_input && !self.expects_events() {
            return Err(self.deadlock());
        }
        let now = self.platform.clock().monotonic_ns();
        self.wait_outside(first.map(|first| first.saturating_sub(now)), wants_input, own);
        Ok(())
    }

    /// Lets the platform wait as [`Outcome::Waiting`](crate::Outcome::Waiting) says, or until Ctrl-C comes for the main
    /// thread.
    pub fn wait_with_threads(&mut self, nanoseconds: Option<u64>, for_input: bool) {
        // The main thread has been brought back, with what it waits for.
        let own = self.threads.wish;
        self.wait_outside(nanoseconds, for_input, own.as_ref());
    }

    fn wait_outside(&mut self, nanoseconds: Option<u64>, for_input: bool, own: Option<&Wait>) {
        let nanoseconds = nanoseconds.unwrap_or(LONGEST_NS).min(LONGEST_NS).min(self.time_to_alarm());
        // Whether an interrupt or the time ended the wait is seen by who asked for it.
        if for_input {
            let mut watched = self.all_watched(own);
            self.wait_for_files(&mut watched, nanoseconds);
        } else {
            let _ = self.platform.clock().sleep_ns(nanoseconds);
        }
        let current = self.threads.current;
        if current == NOBODY {
            self.threads.current = HANDLERS;
        }
        if self.run_handlers().is_err() {
            self.take_exception();
            self.threads.interrupt = true;
        }
        self.threads.current = current;
        self.threads.interrupt |= self.platform.console().take_interrupt();
        self.tell_main_of_signals();
    }

    /// The waits of those who could go on.
    fn waits<'a>(&'a self, own: Option<&'a Wait>) -> impl Iterator<Item = &'a Wait> + Clone + 'a {
        let others = self.threads.others.iter().filter(|green| !green.is_pinned);
        others.filter_map(|green| green.wait.as_ref()).chain(own)
    }

    /// The first moment that somebody waits for who could go on then, and whether somebody waits for input or files.
    pub(super) fn next_event(&self, own: Option<&Wait>) -> (Option<u64>, bool) {
        let first = self.waits(own).filter_map(|wait| wait.until_ns).min();
        (first, self.waits(own).any(|wait| matches!(wait.on, WaitFor::Input | WaitFor::Files(_))))
    }

    /// Whether somebody waits for files.
    pub(super) fn waits_for_files(&self) -> bool {
        self.waits(None).any(|wait| matches!(wait.on, WaitFor::Files(_)))
    }

    /// What somebody waits for: input and files.
    fn all_watched(&self, own: Option<&Wait>) -> Vec<Watched> {
        const INPUT: Watched = Watched { file: OpenFile::Stream(0), wanted: readiness::READ, found: 0 };
        let mut all: Vec<Watched> = Vec::new();
        for wait in self.waits(own) {
            match wait.on {
                WaitFor::Input if !all.contains(&INPUT) => all.push(INPUT),
                WaitFor::Files(files) => all.extend(self.watched(files)),
                _ => {}
            }
        }
        all
    }

    /// Deals with what waits for the main thread if that is the one that serves, and ends a thread there that the program
    /// does not wait for.
    ///
    /// # Errors
    /// `KeyboardInterrupt`, what functions for signals raise, and `SystemExit`.
    pub(super) fn check_server(&mut self) -> Completion<()> {
        let ended = self.threads.main_end.is_some();
        if self.threads.wants_main() && (self.threads.server == MAIN || ended || self.threads.main_is_away) {
            self.do_duties_of_server()?;
        }
        if ended && self.server_is_daemon() {
            return Err(self.exit_thread());
        }
        Ok(())
    }

    /// `SystemExit`, which ends a thread.
    fn exit_thread(&mut self) -> Raised {
        raise::exception(self, crate::native::TypeId::SYSTEM_EXIT, "")
    }

    fn server_is_daemon(&self) -> bool {
        let server = self.threads.server;
        if self.threads.current != NOBODY && self.threads.current == server {
            return self.threads.current_is_daemon;
        }
        self.threads.others.iter().any(|green| green.ident == server && green.is_daemon)
    }
}
