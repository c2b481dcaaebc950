//! Inputs: programs of the corpus, changed.

use std::path::Path;

use crate::random::Random;
use crate::tokens::{self, Kind, OPERATORS};

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

/// How a program is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Anywhere: what comes out rarely parses.
    Text,
    /// Names, literals and operators for others, statements for others: what comes out mostly runs.
    Program,
}

/// Values that programs seldom expect.
const VALUES: &[&str] = &[
    "0",
    "-1",
    "1 << 70",
    "-(1 << 63)",
    "2.5",
    "float('nan')",
    "float('inf')",
    "-0.0",
    "1j",
    "''",
    "'é😀'",
    "'a' * 300",
    "b''",
    "bytearray(3)",
    "[]",
    "()",
    "{}",
    "set()",
    "[1, [2]]",
    "None",
    "...",
    "True",
    "object()",
    "object",
    "type",
    "int",
    "str",
    "len",
    "print",
    "(lambda *a, **k: a)",
    "(x for x in 'ab')",
    "range(5)",
    "range(1 << 70)",
    "slice(1)",
    "memoryview(b'abc')",
    "iter([1])",
    "Exception('e')",
    "StopIteration",
    "__builtins__",
    "globals()",
    "super",
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
    pub(crate) fn next(&mut self, style: Style) -> Vec<u8> {
        if style == Style::Program && self.random.below(4) > 0 {
            return self.program();
        }
        let mut input = self.piece();
        for _ in 0..=self.random.below(6) {
            self.mutate(&mut input);
        }
        input.truncate(MOST_BYTES);
        input
    }

    /// Statements of one or two programs, with some tokens exchanged.
    fn program(&mut self) -> Vec<u8> {
        let mut statements = self.statements();
        if self.random.below(3) == 0 {
            statements.extend(self.statements());
        }
        for _ in 0..self.random.below(4) {
            let (from, to) = (self.random.below(statements.len()), self.random.below(statements.len()));
            match self.random.below(3) {
                0 if statements.len() > 1 => drop(statements.remove(from)),
                1 => statements.swap(from, to),
                _ => statements.insert(to, statements[from].clone()),
            }
        }
        let mut length = 0;
        statements.retain(|statement| {
            length += statement.len();
            length <= MOST_BYTES
        });
        let text = statements.concat();
        let mut tokens: Vec<(Kind, String)> =
            tokens::split(&text).into_iter().map(|(kind, range)| (kind, text[range].to_owned())).collect();
        for _ in 0..=self.random.below(8) {
            self.exchange(&mut tokens);
        }
        tokens.into_iter().map(|(_, token)| token).collect::<String>().into_bytes()
    }

    /// The statements of some program: what starts at the left border, with what is indented below.
    fn statements(&mut self) -> Vec<String> {
        let program = self.random.choose(&self.programs).map_or(b"x = 1\n".as_slice(), Vec::as_slice);
        let mut statements: Vec<String> = Vec::new();
        for line in String::from_utf8_lossy(program).split_inclusive('\n') {
            let goes_on = line.starts_with([' ', '\t', '\n', ')', ']', '}'])
                || ["else", "elif", "except", "finally"].iter().any(|word| line.starts_with(word))
                || statements.last().is_some_and(|last| last.starts_with('@') && last.lines().count() == 1);
            match statements.last_mut() {
                Some(last) if goes_on => last.push_str(line),
                _ => statements.push(line.to_owned()),
            }
        }
        statements
    }

    /// Puts another token into the place of one.
    fn exchange(&mut self, tokens: &mut [(Kind, String)]) {
        let places: Vec<usize> = (0..tokens.len()).filter(|&place| tokens[place].0 != Kind::Other).collect();
        let Some(&place) = self.random.choose(&places) else { return };
        let kind = tokens[place].0;
        let same: Vec<usize> = places.into_iter().filter(|&other| tokens[other].0 == kind).collect();
        let other = self.random.choose(&same).map_or_else(String::new, |&other| tokens[other].1.clone());
        let choice = self.random.below(4);
        tokens[place].1 = match kind {
            Kind::Binary if choice > 0 => self.random.choose(OPERATORS).copied().unwrap_or("+").to_owned(),
            Kind::Number | Kind::Text if choice > 0 => self.value(),
            Kind::Name if choice == 0 => self.value(),
            _ => other,
        };
    }

    fn value(&mut self) -> String {
        format!("({})", self.random.choose(VALUES).copied().unwrap_or("0"))
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
            2..=4 => {
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
