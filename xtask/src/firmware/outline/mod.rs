//! Makes one function of instructions that occur in several.
//!
//! LLVM has a pass that does this, but not for processors with Thumb instructions alone. So it is done with the assembly that
//! `llc` writes: where the same instructions follow each other in many places, each place gets a call (4 bytes) instead.
//!
//! ```text
//!     plain instructions           them, and `bx lr`
//!     they end with a return       them alone: what the call left in `lr` is not needed again
//!     calls among them             `push {r7, lr}`, them, `pop {r7, pc}`; what they have on the stack is 8 bytes farther
//! ```
//!
//! A place must be where the return address has been saved, so that it can be overwritten. Functions in which much time goes
//! stay as they are.

mod assembly;
mod hot;
mod repeats;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use assembly::{Assembly, Kind, words};

/// The assembly with what repeats outlined. `program` is the LLVM IR that it was made of.
pub(super) fn outline(text: &str, program: &str) -> String {
    let takes_registers = functions_of_few_arguments(program);
    let mut assembly = Assembly::new(text, &takes_registers);
    let found = repeats::find(&assembly);
    let mut calls: HashMap<usize, usize> = HashMap::new();
    let mut gone: HashSet<usize> = HashSet::new();
    let mut added = String::new();
    for (number, repeat) in found.iter().enumerate() {
        let tokens: Vec<u32> = items(&assembly, repeat.places[0], repeat.length).map(|item| item.token).collect();
        write_function(&mut added, number, &tokens, &assembly);
        for &place in &repeat.places {
            let places: Vec<usize> = items(&assembly, place, repeat.length).map(|item| item.line).collect();
            for &line in &places {
                forget_constant(&mut assembly, line, &mut gone);
            }
            calls.insert(places[0], number);
            gone.extend(places);
        }
    }
    let mut out = String::with_capacity(text.len());
    for (at, line) in assembly.lines.iter().enumerate() {
        if let Some(number) = calls.get(&at) {
            let _ = writeln!(out, "\tbl\t{}", name(*number));
        } else if !gone.contains(&at) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.push_str(&added);
    out
}

fn items<'a>(assembly: &'a Assembly, place: usize, length: usize) -> impl Iterator<Item = &'a assembly::Item> {
    assembly.items[place..place + length].iter()
}

fn name(number: usize) -> String {
    format!("outlined.{number}")
}

/// Drops the constant that a line read, if no other reads it.
fn forget_constant(assembly: &mut Assembly, line: usize, gone: &mut HashSet<usize>) {
    let Some((_, label)) = assembly.lines[line].split_once(", .LCPI") else { return };
    let start = assembly.lines[line].len() - label.len() - ".LCPI".len();
    let label = &assembly.lines[line][start..];
    let (Some(readers), Some(&at)) = (assembly.readers.get_mut(label), assembly.constants.get(label)) else { return };
    *readers -= 1;
    if *readers == 0 {
        gone.extend([at, at + 1]);
    }
}

/// How a function of such instructions is entered and left.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    /// It has no calls.
    Leaf,
    /// It returns for its caller.
    Tail,
    /// It saves its return address, and this register.
    Framed(u8),
}

impl Shape {
    /// The shape for a sequence; nothing where it can't be moved.
    fn of(tokens: &[u32], assembly: &Assembly) -> Option<Shape> {
        let instruction = |token: &u32| &assembly.instructions[*token as usize];
        let kinds = || tokens.iter().map(|token| instruction(token).kind);
        if kinds().next_back() == Some(Kind::Return) {
            return Some(Shape::Tail);
        }
        if !kinds().any(|kind| matches!(kind, Kind::Call(_))) {
            return Some(Shape::Leaf);
        }
        if kinds().any(|kind| matches!(kind, Kind::Call(false) | Kind::Stack)) {
            return None;
        }
        let texts = || tokens.iter().map(|token| &*instruction(token).text);
        if texts().any(|text| words(text).any(|word| word == "sp") && farther(text).is_none()) {
            return None;
        }
        let register = (4..8u8).rev().find(|number| !texts().any(|text| writes(text, *number)))?;
        Some(Shape::Framed(register))
    }

    /// The bytes that it adds.
    fn size(self) -> usize {
        match self {
            Shape::Leaf => 2,
            Shape::Tail => 0,
            Shape::Framed(_) => 4,
        }
    }
}

/// Whether an instruction changes a register.
fn writes(text: &str, register: u8) -> bool {
    let name = format!("r{register}");
    let mut words = words(text);
    let operation = words.next().unwrap_or_default();
    match operation {
        "cmp" | "cmn" | "tst" | "str" | "strb" | "strh" | "bl" => false,
        "ldm" => words.any(|word| word == name),
        // The register that points to the memory, and others only where that is hard to see.
        "stm" => words.any(|word| word == name),
        _ => words.next() == Some(&name),
    }
}

/// An instruction whose place on the stack is 8 bytes farther from its end; nothing where that can't be said.
fn farther(text: &str) -> Option<String> {
    const MOST: u32 = 1020;
    let moved = |number: &str| number.parse().ok().map(|number: u32| number + 8).filter(|&number| number <= MOST);
    if let Some((start, rest)) = text.split_once("[sp, #") {
        return Some(format!("{start}[sp, #{}]", moved(rest.strip_suffix(']')?)?));
    }
    if let Some(start) = text.strip_suffix("[sp]") {
        return Some(format!("{start}[sp, #8]"));
    }
    let (operation, operands) = text.split_once('\t')?;
    if let Some((register, number)) = operands.split_once(", sp, #") {
        return (operation == "add").then(|| Some(format!("add\t{register}, sp, #{}", moved(number)?)))?;
    }
    let register = operands.strip_suffix(", sp")?;
    (operation == "mov" && register.len() == 2).then(|| format!("add\t{register}, sp, #8"))
}

fn write_function(out: &mut String, number: usize, tokens: &[u32], assembly: &Assembly) {
    let Some(shape) = Shape::of(tokens, assembly) else { return };
    let name = name(number);
    let _ = write!(
        out,
        "\t.section\t.text.{name},\"ax\",%progbits\n\t.p2align\t1\n\t.type\t{name},%function\n\t.code\t16\n\t.thumb_func\n{name}:\n"
    );
    if let Shape::Framed(register) = shape {
        let _ = writeln!(out, "\tpush\t{{r{register}, lr}}");
    }
    let mut constants: Vec<&str> = Vec::new();
    for token in tokens {
        let instruction = &assembly.instructions[*token as usize];
        let text = match shape {
            Shape::Framed(_) if words(&instruction.text).any(|word| word == "sp") => farther(&instruction.text),
            _ => None,
        };
        let text = text.as_ref().unwrap_or(&instruction.text);
        match instruction.constant() {
            Some(constant) => {
                let place = constants.iter().position(|&known| known == constant).unwrap_or_else(|| {
                    constants.push(constant);
                    constants.len() - 1
                });
                let start = text.split('=').next().unwrap_or_default();
                let _ = writeln!(out, "\t{start}.Lconstant{number}_{place}");
            }
            None => {
                let _ = writeln!(out, "\t{text}");
            }
        }
    }
    match shape {
        Shape::Leaf => out.push_str("\tbx\tlr\n"),
        Shape::Tail => {}
        Shape::Framed(register) => {
            let _ = writeln!(out, "\tpop\t{{r{register}, pc}}");
        }
    }
    if !constants.is_empty() {
        out.push_str("\t.p2align\t2\n");
    }
    for (place, constant) in constants.iter().enumerate() {
        let _ = writeln!(out, ".Lconstant{number}_{place}:\n\t.long\t{constant}");
    }
    let _ = writeln!(out, ".Lend_{name}:\n\t.size\t{name}, .Lend_{name}-{name}\n");
}

/// The functions that take no more than the four registers hold, and so nothing from the stack.
fn functions_of_few_arguments(program: &str) -> HashSet<&str> {
    let lines = program.lines().filter(|line| line.starts_with("define ") || line.starts_with("declare "));
    let known = lines.filter_map(|line| {
        let (_, rest) = line.split_once(" @")?;
        let (name, arguments) = rest.split_once('(')?;
        (words_of(arguments)? <= 4).then(|| name.trim_matches('"'))
    });
    known.collect()
}

/// How many words arguments take, given as LLVM IR declares them; nothing where that is not clear.
fn words_of(arguments: &str) -> Option<usize> {
    let (mut depth, mut end) = (1, 0);
    for (at, letter) in arguments.char_indices() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            end = at;
            break;
        }
    }
    let mut words = 0;
    // Commas in attributes, as in `range(i32 0, 5)`, would count too much, which is no harm.
    for argument in arguments[..end].split(", ").filter(|argument| !argument.is_empty()) {
        let name = argument.split(' ').next()?;
        words += match name {
            "ptr" | "float" | "i1" | "i8" | "i16" | "i32" => 1,
            "i64" | "double" => 2 + words % 2,
            _ if name.starts_with('[') && argument.starts_with('[') => {
                let (count, item) = argument[1..].split_once(" x ")?;
                let size = match item.split(']').next()? {
                    "i32" | "ptr" => 1,
                    "i64" => 2,
                    _ => return None,
                };
                count.parse::<usize>().ok()? * size + words % 2
            }
            _ if name.starts_with(['i', '{', '<', '%', '.', '[']) => return None,
            // The rest of attributes.
            _ => 1,
        };
        if argument.contains("byval") {
            return None;
        }
    }
    Some(words)
}
