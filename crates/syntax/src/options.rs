//! What the caller of the parser decides.

use crate::error::ErrorKind;

/// What is being parsed, the `mode` of `compile()`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A file, `exec`.
    File,
    /// An expression, `eval`.
    Eval,
    /// One interactive statement, `single`.
    Single,
}

/// What parser and compiler may use of the machine, where that is little: asked on 32-bit machines only.
#[derive(Clone, Copy, Debug)]
pub struct Machine {
    /// Whether there is stack for one level more.
    pub has_stack: fn() -> bool,
    /// How many bytes of memory are left in one piece.
    pub memory_left: fn() -> usize,
}

impl Machine {
    /// A machine without limits.
    pub const PLENTY: Machine = Machine { has_stack: || true, memory_left: || usize::MAX };

    /// What is wrong if a level more can't be begun that may allocate `bytes` and some small things.
    #[inline]
    #[must_use]
    pub fn lacks(&self, bytes: usize) -> Option<ErrorKind> {
        const IS_SMALL: bool = size_of::<usize>() == 4;
        const SMALL_THINGS: usize = 3 << 10;
        if !IS_SMALL {
            None
        } else if !(self.has_stack)() {
            Some(ErrorKind::Recursion)
        } else if (self.memory_left)() < bytes.saturating_add(SMALL_THINGS) {
            Some(ErrorKind::Memory)
        } else {
            None
        }
    }
}

/// What is said of programs that nest too deep.
pub const TOO_DEEP: &str = "maximum recursion depth exceeded during compilation";

/// What the caller of the parser decides.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How deep statements and expressions may nest before the error is a `RecursionError`. While parsing, a level costs
    /// between 300 bytes of stack (a prefix operator) and 1 200 (a call within a call) on a 64-bit machine, half of that
    /// on a 32-bit one. Brackets alone nest 200 deep at most. Whoever walks the tree later pays per level as well.
    pub max_depth: u16,
    /// Finds the character of `\N{NAME}`; without it no name is known.
    pub character_by_name: Option<fn(&str) -> Option<char>>,
    /// What the machine has left.
    pub machine: Machine,
    /// In [`Mode::Single`]: whether the end of the text closes open blocks. A prompt says no and waits for an empty line.
    pub close_blocks: bool,
}

impl Default for Options {
    /// Limits for programs on desktops.
    fn default() -> Self {
        Self { max_depth: 1000, character_by_name: None, machine: Machine::PLENTY, close_blocks: true }
    }
}
