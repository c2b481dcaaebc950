//! What the caller of the parser decides.

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

/// What the caller of the parser decides.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How deep statements and expressions may nest before the error is a `RecursionError`. While parsing, a level costs
    /// between 300 bytes of stack (a prefix operator) and 1 200 (a call within a call) on a 64-bit machine, half of that
    /// on a 32-bit one. Brackets alone nest 200 deep at most. Whoever walks the tree later pays per level as well.
    pub max_depth: u16,
    /// Finds the character of `\N{NAME}`; without it no name is known.
    pub character_by_name: Option<fn(&str) -> Option<char>>,
    /// In [`Mode::Single`]: whether the end of the text closes open blocks. A prompt says no and waits for an empty line.
    pub close_blocks: bool,
}

impl Default for Options {
    /// Limits for programs on desktops.
    fn default() -> Self {
        Self { max_depth: 1000, character_by_name: None, close_blocks: true }
    }
}
