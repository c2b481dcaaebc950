//! Green threads: several threads of Python code that take turns in one isolate. No two instructions ever run at once,
//! so a program can't break the isolate's data, and nothing in the loop is locked.
//!
//! Each thread has its own registers and frames ([`Thread`](super::Thread)); the one that runs lies in
//! `Isolate::thread`, the others lie here. Turns end where the loop looks at its fuel, and where a thread waits.
//!
//! What can't change hands is the machine's stack. A thread in whose frames no native function is called may be left
//! and continued anywhere: it is **free**. One that native code called (a sort key, an `__eq__` that a dict asks for, the
//! body of a module that is imported) has Rust frames below its own, and is **pinned** to its place on the machine's
//! stack. The rules:
//! * a server ([`Isolate::run`], or a pinned thread that waits) gives turns to free threads only, in the loop that it
//!   enters: they come and go in any order;
//! * a pinned thread that waits serves the others on top of its own frames, as deep as native code may nest. It goes on
//!   when what it waits for is there *and* the thread that has the turn is free again: pinned threads go on in the order
//!   of the stack, the topmost first;
//! * at a safepoint a pinned thread lets one other have a turn on top of it, as long as at least half of the machine's stack
//!   is left;
//! * if nobody can go on, and no time and no input is waited for, the server's wait ends with a `RuntimeError`; for a thread
//!   that waits for one below it on the machine's stack that is the case although the program's own locks are in order;
//! * the main thread gets Ctrl-C, as soon as the order of the stack allows.

mod serving;
mod waiting;

pub use serving::Background;
pub use waiting::{Again, WATCHED_BITS, WaitFor};

use super::Thread;
use crate::exceptions::raise;
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Raised, Value};
use alloc::vec::Vec;
use waiting::Wait;

/// The main thread's number. The others count from there.
pub(crate) const MAIN: u32 = 1;
/// The number of what calls handlers of events while no thread can go on.
const HANDLERS: u32 = 1 << 28;
/// No thread's number: nobody's turn.
const NOBODY: u32 = 0;
/// How long a turn is until somebody says otherwise, as in CPython.
const INTERVAL_NS: u64 = 5_000_000;
/// As many jumps and calls as a turn may last over its time.
pub(super) const FUEL: u32 = if IS_SMALL { 150 } else { super::FUEL };
/// How many bits of a frame's place are its number; the others say whose frame it is.
const PLACE_BITS: u32 = if IS_SMALL { 20 } else { 32 };

/// A thread that does not run at the moment.
#[derive(Debug)]
struct Green {
    ident: u32,
    thread: Thread,
    /// What it waits for; nothing if it only waits for its turn.
    wait: Option<Wait>,
    /// Rust frames of it lie on the machine's stack.
    is_pinned: bool,
    /// It does not keep the program from ending.
    is_daemon: bool,
    /// What says that it is alive: a record whose number is not 0.
    handle: Value,
    /// `Isolate::generator_result` and `Isolate::printing` of that thread.
    result: Value,
    printing: Vec<Value>,
    /// How often it has locked memory: others may have some.
    locks: u32,
}

/// How the main thread ended while another one was pinned below it.
#[derive(Clone, Copy, Debug)]
enum End {
    Finished(Value),
    Raised(Value),
}

/// The threads of an isolate.
#[derive(Debug)]
pub(crate) struct Threads {
    /// Those that don't run, in the order of their turns.
    others: Vec<Green>,
    /// The number of the one that runs.
    current: u32,
    current_is_daemon: bool,
    current_handle: Value,
    /// The number of the thread that was started last.
    newest: u32,
    /// The native depth of the server that runs.
    level: usize,
    /// The thread that serves: main, or the topmost pinned one.
    server: u32,
    /// What the running thread waits for as soon as the loop looks at its fuel.
    wish: Option<Wait>,
    /// Ctrl-C waits for the main thread.
    interrupt: bool,
    /// Signals wait for the main thread.
    signal: bool,
    /// The main thread does nothing: the embedder runs the others ([`Isolate::run_background`]).
    main_is_away: bool,
    /// The main thread is the running one for the embedder only: another one has the turn.
    main_is_put_off: bool,
    /// Where it stands meanwhile among those that wait for their turns.
    main_place: usize,
    /// The main thread has ended, but its server has not.
    main_end: Option<End>,
    /// The turn is over but for a lock that somebody waits for: it ends when the lock is released.
    is_overdue: bool,
    /// When this turn began, and how long turns are.
    turn_ns: u64,
    interval_ns: u64,
}

impl Threads {
    pub(crate) fn new() -> Threads {
        Threads {
            others: Vec::new(),
            current: MAIN,
            current_is_daemon: false,
            current_handle: Value::NONE,
            newest: MAIN,
            level: 0,
            server: MAIN,
            wish: None,
            interrupt: false,
            signal: false,
            main_is_away: false,
            main_is_put_off: false,
            main_place: 0,
            main_end: None,
            is_overdue: false,
            turn_ns: 0,
            interval_ns: INTERVAL_NS,
        }
    }

    /// Whether the loop's looks at its fuel concern threads.
    #[inline]
    pub(crate) fn are_several(&self) -> bool {
        !self.others.is_empty() || self.wish.is_some() || self.wants_main()
    }

    /// Whether there is something that only the main thread can deal with.
    #[inline]
    fn wants_main(&self) -> bool {
        self.interrupt || self.signal
    }

    /// Whether the main thread does nothing, as at a prompt.
    pub(crate) fn main_is_away(&self) -> bool {
        self.main_is_away
    }

    /// Signals wait for the main thread, or none do.
    pub(crate) fn main_is_called(&mut self, is_called: bool) {
        self.signal = is_called;
    }

    /// Whether the running thread is about to wait.
    #[inline]
    pub(crate) fn wants_to_wait(&self) -> bool {
        self.wish.is_some()
    }
}

impl Isolate {
    /// The number of the running thread: 1 for the main thread, no other thread had it before.
    #[must_use]
    pub fn thread_ident(&self) -> u32 {
        if self.threads.current == NOBODY { MAIN } else { self.threads.current }
    }

    /// How many threads there are besides the main thread.
    #[must_use]
    pub fn thread_count(&self) -> usize {
        (self.threads.others.len() + usize::from(self.threads.current != NOBODY)).saturating_sub(1)
    }

    /// Whether there are threads besides the running one.
    #[must_use]
    pub fn has_other_threads(&self) -> bool {
        !self.threads.others.is_empty()
    }

    /// Nanoseconds that a turn lasts: `sys.getswitchinterval`.
    #[must_use]
    pub fn switch_interval(&self) -> u64 {
        self.threads.interval_ns
    }

    /// Sets [`Isolate::switch_interval`].
    pub fn set_switch_interval(&mut self, nanoseconds: u64) {
        self.threads.interval_ns = nanoseconds;
    }

    /// Starts a thread that calls a Python function with such arguments as it takes as they are; its number. The handle, a
    /// record, gets that number and loses it at the thread's end.
    ///
    /// # Errors
    /// `RuntimeError` if there is no memory for it.
    pub fn start_thread(&mut self, function: Value, args: &[Value], handle: Value, is_daemon: bool) -> Completion<u32> {
        let Some(thread) = Thread::small(self.limits.recursion) else {
            return Err(raise::runtime_error(self, "can't start new thread"));
        };
        self.threads.others.try_reserve(1).map_err(|_| crate::heap::OutOfMemory)?;
        self.settle_parked();
        let before = core::mem::replace(&mut self.thread, thread);
        let pushed = self.push_entry(function, args);
        let mut thread = core::mem::replace(&mut self.thread, before);
        pushed?;
        self.thread.lend_generators(&mut thread);
        let ident = if self.threads.newest + 1 < HANDLERS { self.threads.newest + 1 } else { MAIN + 1 };
        self.threads.newest = ident;
        self.heap.set_number(handle, ident);
        self.threads.others.push(Green {
            ident,
            thread,
            wait: None,
            is_pinned: false,
            is_daemon,
            handle,
            result: Value::NONE,
            printing: Vec::new(),
            locks: 0,
        });
        if self.threads.others.len() == 1 {
            self.threads.turn_ns = self.platform.clock().monotonic_ns();
        }
        self.fuel.limit(self.full_tank());
        Ok(ident)
    }

    /// The main thread shall raise `KeyboardInterrupt`.
    pub fn interrupt_main(&mut self) {
        self.threads.interrupt = true;
        self.fuel.limit(1);
    }

    /// Releases a lock, a record that [`WaitFor::Lock`] waits for. Who keeps others waiting for it loses the turn.
    pub fn release_lock(&mut self, record: Value) {
        self.heap.set_number(record, 0);
        if self.threads.is_overdue {
            self.threads.turn_ns = 0;
            self.fuel.limit(1);
        }
    }

    /// Forgets all threads but the main one, as the end of a program does.
    pub fn drop_threads(&mut self) {
        for mut green in core::mem::take(&mut self.threads.others) {
            core::mem::swap(&mut self.thread, &mut green.thread);
            self.abandon_frames();
            core::mem::swap(&mut self.thread, &mut green.thread);
            self.heap.set_number(green.handle, 0);
        }
        self.threads.wish = None;
        (self.threads.interrupt, self.threads.signal, self.threads.main_is_put_off) = (false, false, false);
    }

    /// Does something for each thread, which lies in `Isolate::thread` meanwhile.
    #[inline]
    pub(crate) fn for_each_thread(&mut self, work: fn(&mut Isolate)) {
        work(self);
        for index in 0..self.threads.others.len() {
            self.swap_thread(index);
            work(self);
            self.swap_thread(index);
        }
    }

    fn swap_thread(&mut self, index: usize) {
        if let Some(green) = self.threads.others.get_mut(index) {
            core::mem::swap(&mut self.thread, &mut green.thread);
            self.thread.lend_generators(&mut green.thread);
        }
    }

    /// The collector's part, but for the registers and frames.
    pub(crate) fn mark_threads(&mut self) {
        let Threads { others, wish, current_handle, main_end, .. } = &self.threads;
        for green in others {
            self.heap.mark(green.handle);
            self.heap.mark(green.result);
            green.printing.iter().for_each(|&value| self.heap.mark(value));
        }
        for wait in others.iter().filter_map(|green| green.wait.as_ref()).chain(wish) {
            wait.values().into_iter().for_each(|value| self.heap.mark(value));
        }
        self.heap.mark(*current_handle);
        if let Some(End::Finished(value) | End::Raised(value)) = *main_end {
            self.heap.mark(value);
        }
    }

    /// A frame's number as objects keep it: the thread's is part of it.
    pub(crate) fn frame_place(&self, index: usize) -> Value {
        Value::small_int(i64::from(self.thread_tag()) << PLACE_BITS | index as i64)
    }

    /// The frame's number if it is one of the running thread.
    pub(crate) fn own_frame_place(&self, place: Value) -> Option<usize> {
        let place = place.as_small_int()?;
        (place >> PLACE_BITS == i64::from(self.thread_tag())).then_some((place & ((1 << PLACE_BITS) - 1)) as usize)
    }

    /// What tells frames of threads apart; few enough bits for small ints everywhere.
    fn thread_tag(&self) -> u32 {
        self.thread_ident().wrapping_sub(MAIN) & 0x1FF
    }

    /// Takes Ctrl-C for the main thread.
    ///
    /// # Errors
    /// `KeyboardInterrupt` if that is the one that runs and wants nothing else.
    #[inline]
    pub(crate) fn look_for_interrupt(&mut self) -> Completion<()> {
        if self.platform.console().take_interrupt() || self.threads.interrupt { self.interrupted() } else { Ok(()) }
    }

    #[cold]
    fn interrupted(&mut self) -> Completion<()> {
        let is_main = self.main_is_running();
        self.threads.interrupt = !is_main;
        if is_main { self.obey_interrupt() } else { Ok(()) }
    }

    /// Whether the main thread is the running one, or another does its duties.
    pub(crate) fn main_is_running(&self) -> bool {
        // Without the main thread the pinned one is told that keeps others waiting.
        let is_pinned = self.native_depth > self.threads.level;
        self.threads.current == MAIN || self.threads.main_end.is_some() || self.threads.main_is_away && is_pinned
    }

    /// The exception that a thread ends its wait with, on its way.
    fn deadlock(&mut self) -> Raised {
        raise::runtime_error(self, "deadlock: no thread can go on")
    }
}
