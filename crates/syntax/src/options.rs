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
    /// How deep statements and expressions may nest before the error is a `RecursionError`. A level costs about half a
    /// kilobyte of stack while parsing; whoever walks the tree later pays per level as well. At most 60 000.
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
