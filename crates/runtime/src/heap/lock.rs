//! A program's lock on memory, as MicroPython has it: while there is one, a program that wants memory gets a `MemoryError`.
//! It does not concern what the language itself needs on the way: exceptions, so that what goes wrong has its name, bound
//! methods, slices, iterators of loops, arguments of native functions.

use super::Heap;

/// How often memory is locked, and what could be had without it.
#[derive(Debug, Default)]
pub(super) struct Lock {
    depth: u32,
    allowed: usize,
}

impl Heap {
    /// Locks memory once more.
    pub fn lock(&mut self) {
        if self.lock.depth == 0 {
            self.lock.allowed = self.allowed;
            self.set_allowed(0);
        }
        self.lock.depth += 1;
    }

    /// Takes one lock off.
    pub fn unlock(&mut self) {
        match self.lock.depth {
            0 => return,
            1 => self.set_allowed(self.lock.allowed),
            _ => {}
        }
        self.lock.depth -= 1;
    }

    /// Takes all locks off: a program that was left can't do it any more.
    pub fn unlock_wholly(&mut self) {
        while self.locks() > 0 {
            self.unlock();
        }
    }

    /// How many locks there are.
    #[must_use]
    pub const fn locks(&self) -> u32 {
        self.lock.depth
    }

    /// What objects may take up when nothing is locked.
    pub(super) const fn allowed_unlocked(&self) -> usize {
        if self.lock.depth > 0 { self.lock.allowed } else { self.allowed }
    }

    /// Says what objects may take up when nothing is locked.
    pub(super) const fn allow(&mut self, bytes: usize) {
        if self.lock.depth > 0 {
            self.lock.allowed = bytes;
        } else {
            self.set_allowed(bytes);
        }
    }

    const fn set_allowed(&mut self, bytes: usize) {
        self.allowed = bytes;
        self.ceiling = 0;
    }

    /// Does something that a lock does not concern.
    pub(crate) fn despite_lock<T>(&mut self, work: impl FnOnce(&mut Heap) -> T) -> T {
        let depth = self.lift_lock();
        let made = work(self);
        self.restore_lock(depth);
        made
    }

    /// Takes all locks off for something that they don't concern: how many there were.
    pub(crate) const fn lift_lock(&mut self) -> u32 {
        let depth = self.lock.depth;
        if depth > 0 {
            self.lock.depth = 0;
            self.set_allowed(self.lock.allowed);
        }
        depth
    }

    /// Puts so many locks back.
    pub(crate) const fn restore_lock(&mut self, depth: u32) {
        if depth > 0 {
            self.lock = Lock { depth, allowed: self.allowed };
            self.set_allowed(0);
        }
    }
}
