//! Reads what `llc` writes for Thumb: which lines are instructions that may run elsewhere.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::hot::Hot;

/// What an instruction is to us.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// It can stand in any function: it neither jumps nor reads what lies beside it.
    Plain,
    /// It moves the stack pointer.
    Stack,
    /// A call; whether the function takes nothing from the stack.
    Call(bool),
    /// It restores the registers that the function saved, and returns.
    Return,
}

/// An instruction that may be moved, or something that may not.
#[derive(Clone)]
pub(super) struct Item {
    /// The place of its line.
    pub(super) line: usize,
    /// The number of its text among those of all instructions; each of those that stay has a number of its own.
    pub(super) token: u32,
}

/// What is known of a text.
pub(super) struct Instruction {
    /// As in the assembly, but constants stand where their names are: `ldr r0, =value`.
    pub(super) text: String,
    pub(super) kind: Kind,
}

impl Instruction {
    /// Its machine code's length in bytes.
    pub(super) fn size(&self) -> usize {
        if self.text.starts_with("bl\t") { 4 } else { 2 }
    }

    /// The constant beside the function that it reads.
    pub(super) fn constant(&self) -> Option<&str> {
        self.text.split_once(", =").map(|(_, value)| value)
    }
}

/// What the assembly consists of.
pub(super) struct Assembly<'a> {
    pub(super) lines: Vec<&'a str>,
    pub(super) items: Vec<Item>,
    /// The texts, by number.
    pub(super) instructions: Vec<Instruction>,
    /// How many instructions have the name of a constant.
    pub(super) readers: HashMap<&'a str, usize>,
    /// The line of each constant's name; its value is in the line behind.
    pub(super) constants: HashMap<&'a str, usize>,
    numbers: HashMap<String, u32>,
    /// The number of the next item that stays.
    staying: u32,
}

/// What neither jumps, nor calls, nor returns.
const PLAIN: &[&str] = &[
    "adcs", "add", "adds", "ands", "asrs", "bics", "cmn", "cmp", "eors", "ldm", "ldr", "ldrb", "ldrh", "ldrsb",
    "ldrsh", "lsls", "lsrs", "mov", "movs", "muls", "mvns", "orrs", "rev", "rev16", "revsh", "rors", "rsbs", "sbcs",
    "stm", "str", "strb", "strh", "sub", "subs", "sxtb", "sxth", "tst", "uxtb", "uxth",
];

impl<'a> Assembly<'a> {
    /// Reads assembly; `takes_registers` has the functions that take all their arguments in registers.
    pub(super) fn new(text: &'a str, takes_registers: &HashSet<&str>) -> Assembly<'a> {
        let hot = Hot::new();
        let lines = relevant_lines(text);
        let mut assembly = Assembly {
            lines,
            items: Vec::new(),
            instructions: Vec::new(),
            readers: HashMap::new(),
            constants: HashMap::new(),
            numbers: HashMap::new(),
            staying: u32::MAX,
        };
        let (mut is_code, mut name, mut start) = (false, "", None);
        for at in 0..assembly.lines.len() {
            let line = assembly.lines[at];
            if line.starts_with("\t.section\t") {
                is_code = line.contains("\t.text.") || line.contains("\t\".text.");
            } else if let Some((function, _)) =
                line.strip_prefix("\t.type\t").and_then(|rest| rest.split_once(",%function"))
            {
                name = function;
            } else if line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':')) {
                start = Some(at + 1);
            } else if line.starts_with(".Lfunc_end")
                && let Some(start) = start.take()
                && is_code
                && !hot.has(name)
            {
                assembly.function(start..at, takes_registers);
            }
        }
        assembly
    }

    fn function(&mut self, range: Range<usize>, takes_registers: &HashSet<&str>) {
        let Some(saved) = self.saves_return_address(range.clone()) else { return };
        for at in range.clone() {
            let line = self.lines[at];
            if let Some((name, _)) = line.split_once(':').filter(|(name, _)| name.starts_with(".LCPI")) {
                self.constants.insert(name, at);
            } else if line.starts_with('\t')
                && let Some((_, name)) = line.split_once(", ").filter(|(_, name)| name.starts_with(".LCPI"))
            {
                *self.readers.entry(name).or_default() += 1;
            }
        }
        let mut is_ours = true;
        for at in saved + 1..range.end {
            let line = self.lines[at];
            match line {
                APP => is_ours = false,
                NO_APP => is_ours = true,
                _ => {}
            }
            let known = if is_ours { self.instruction(line, takes_registers) } else { None };
            match known {
                Some(instruction) => {
                    let is_end = instruction.kind == Kind::Return;
                    let token = self.number(instruction);
                    self.items.push(Item { line: at, token });
                    if is_end {
                        self.stay(at);
                    }
                }
                None => self.stay(at),
            }
        }
        self.stay(range.end);
    }

    fn stay(&mut self, line: usize) {
        self.items.push(Item { line, token: self.staying });
        self.staying -= 1;
    }

    fn number(&mut self, instruction: Instruction) -> u32 {
        if let Some(&number) = self.numbers.get(&instruction.text) {
            return number;
        }
        let number = self.instructions.len() as u32;
        self.numbers.insert(instruction.text.clone(), number);
        self.instructions.push(instruction);
        number
    }

    /// The line that saves the return address, before any jump; nothing where parts of a function may run without, or where
    /// it uses the register otherwise.
    fn saves_return_address(&self, range: Range<usize>) -> Option<usize> {
        let is_instruction = |at: &usize| self.lines[*at].starts_with('\t') && !self.lines[*at].starts_with("\t.");
        let mut uses =
            range.clone().filter(is_instruction).filter(|&at| words(self.lines[at]).any(|word| word == "lr"));
        let place = uses.next().filter(|&at| self.lines[at].starts_with("\tpush\t"))?;
        let is_straight = |at: usize| {
            let line = self.lines[at];
            let operation = words(line).next().unwrap_or_default();
            line.starts_with("\t.")
                || line.starts_with(".Lfunc_begin")
                || operation == "push"
                || PLAIN.contains(&operation)
        };
        (uses.next().is_none() && (range.start..place).all(is_straight)).then_some(place)
    }

    /// The instruction in a line, if it may be moved.
    fn instruction(&self, line: &str, takes_registers: &HashSet<&str>) -> Option<Instruction> {
        let text = line.strip_prefix('\t')?;
        let (name, operands) = text.split_once('\t')?;
        let is = |kind| Some(Instruction { text: text.to_owned(), kind });
        match name {
            "bl" if operands.contains(".L") => None,
            "bl" => is(Kind::Call(operands.starts_with("__aeabi_") || takes_registers.contains(operands))),
            "blx" => is(Kind::Call(false)),
            "pop" if operands.ends_with("pc}") => is(Kind::Return),
            "ldr" if operands.contains(".LCPI") => {
                let (register, label) = operands.split_once(", ")?;
                let value = self.lines.get(self.constants.get(label)? + 1)?.strip_prefix("\t.long\t")?;
                let is_fixed = !value.contains(".LBB")
                    && !value.contains(".LPC")
                    && !value.contains(".LCPI")
                    && !value.contains(".LJTI");
                is_fixed.then(|| Instruction { text: format!("ldr\t{register}, ={value}"), kind: Kind::Plain })
            }
            _ if !PLAIN.contains(&name) || operands.contains(".L") => None,
            _ if words(operands).any(|word| word == "pc") => None,
            "add" | "sub" if operands.starts_with("sp") => is(Kind::Stack),
            "mov" if operands.starts_with("sp") => is(Kind::Stack),
            _ => is(Kind::Plain),
        }
    }
}

/// What stands around assembly that programs have in them.
const APP: &str = "\t@APP";
const NO_APP: &str = "\t@NO_APP";

/// The lines without comments, and without what only debuggers read, which nobody keeps right when code moves.
fn relevant_lines(text: &str) -> Vec<&str> {
    let mut is_kept = true;
    let mut is_relevant = |line: &&str| {
        if line.starts_with("\t.section\t") {
            is_kept = !line.contains("\t.debug_");
        }
        let is_for_debuggers = ["\t.cfi_", "\t.loc\t", "\t.file\t"].iter().any(|start| line.starts_with(start));
        is_kept && !is_for_debuggers && !line.is_empty()
    };
    text.lines().map(without_comment).filter(|line| is_relevant(line)).collect()
}

fn without_comment(line: &str) -> &str {
    if (line.starts_with("\t.") && line.contains('"')) || line == APP || line == NO_APP {
        return line;
    }
    line.split('@').next().unwrap_or_default().trim_end()
}

/// The words of an instruction.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').filter(|word| !word.is_empty())
}
