//! Inputs: programs of the corpus, changed.

use std::path::Path;

use crate::random::Random;

/// Longest input; what a long one shows, a short one shows as well.
const MOST_BYTES: usize = 6000;

/// Pieces that programs rarely have together.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "=",
    "==",
    ":=",
    "*",
    "**",
    "/",
    "//",
    "%",
    "@",
    "->",
    ".",
    "...",
    "\n",
    "\n    ",
    "\t",
    "\\\n",
    "\"",
    "'",
    "\"\"\"",
    "f\"{",
    "}\"",
    "t'",
    "rb'",
    "#",
    "if ",
    "else:",
    "elif ",
    "for ",
    " in ",
    "while ",
    "def f(",
    "lambda ",
    "class C",
    "return ",
    "yield ",
    "yield from ",
    "await ",
    "async ",
    "with ",
    " as ",
    "try:",
    "except ",
    "except* ",
    "finally:",
    "raise ",
    " from ",
    "import ",
    "global ",
    "nonlocal ",
    "del ",
    "assert ",
    "pass",
    "break",
    "continue",
    "match ",
    "case ",
    "type ",
    "None",
    "True",
    "not ",
    " and ",
    " or ",
    " is ",
    "0",
    "1",
    "-1",
    "0x",
    "1e",
    "1j",
    "999999999999999999999",
    "x",
    "_",
    "é",
    "😀",
    "\u{0}",
    "\u{feff}",
    "\r",
    "\u{c}",
    "__class__",
    "super()",
    "self",
    "print(",
    "len(",
    "list(",
    "dict(",
    "sorted(",
    "[::-1]",
    "{**x}",
    "*x",
    "x for x in y",
    "int(",
    "str(",
    "bytes(",
    "range(",
];

pub(crate) struct Mutator {
    random: Random,
    programs: Vec<Vec<u8>>,
}

impl Mutator {
    /// A mutator over all programs below `folder`, except those that are about large things.
    pub(crate) fn new(folder: &Path, seed: u64) -> Mutator {
        let mut programs = Vec::new();
        let mut folders = vec![folder.to_path_buf()];
        while let Some(folder) = folders.pop() {
            let mut entries: Vec<_> =
                std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
            entries.sort();
            for path in entries {
                if path.is_dir() {
                    if !path.ends_with("limits") {
                        folders.push(path);
                    }
                } else if path.extension().is_some_and(|extension| extension == "py")
                    && let Ok(program) = std::fs::read(&path)
                {
                    programs.push(program);
                }
            }
        }
        Mutator { random: Random::new(seed), programs }
    }

    /// The next input.
    pub(crate) fn next(&mut self) -> Vec<u8> {
        let mut input = self.piece();
        for _ in 0..=self.random.below(6) {
            self.mutate(&mut input);
        }
        input.truncate(MOST_BYTES);
        input
    }

    /// Some lines of some program.
    fn piece(&mut self) -> Vec<u8> {
        let Some(program) = self.random.choose(&self.programs).cloned() else { return b"x = 1\n".to_vec() };
        let lines: Vec<&[u8]> = program.split_inclusive(|byte| *byte == b'\n').collect();
        let start = self.random.below(lines.len());
        let count = 1 + self.random.below(40);
        lines.iter().skip(start).take(count).flat_map(|line| line.iter().copied()).collect()
    }

    fn mutate(&mut self, input: &mut Vec<u8>) {
        let at = self.random.below(input.len() + 1);
        let length = self.random.below(30).min(input.len() - at);
        match self.random.below(9) {
            0 => drop(input.drain(at..at + length)),
            1 => {
                let copy = input[at..at + length].to_vec();
                let to = self.random.below(input.len() + 1);
                input.splice(to..to, copy);
            }
            2 | 3 | 4 => {
                let piece = self.random.choose(PIECES).copied().unwrap_or_default();
                input.splice(at..at, piece.bytes());
            }
            5 => {
                let piece = self.random.choose(PIECES).copied().unwrap_or_default();
                input.splice(at..at + length, piece.bytes());
            }
            6 => {
                let byte = self.random.below(256) as u8;
                if let Some(place) = input.get_mut(at) {
                    *place = byte;
                }
            }
            7 => {
                let mut piece = self.piece();
                piece.truncate(400);
                input.splice(at..at, piece);
            }
            _ => {
                let mut lines: Vec<Vec<u8>> =
                    input.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
                let (a, b) = (self.random.below(lines.len()), self.random.below(lines.len()));
                if a < lines.len() && b < lines.len() {
                    lines.swap(a, b);
                }
                *input = lines.concat();
            }
        }
    }
}
