//! Jumps that lead to jumps: when code is loaded, each of them goes at once where it will end.
//!
//! A `continue` in a branch is such a jump, and so is the end of a branch at the end of a loop. The compiler leaves them, as
//! who traces the code is told of their lines; the copies that the tracer makes are those of the code as it was compiled.

use crate::encoding::{Field, Opcode, OperandKind, encode_j, field_j};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// A word as it was compiled, and its place.
pub type Original = (u32, u32);

/// No way through more jumps than these is followed.
const FARTHEST: usize = 8;

/// Shortens the jumps of a piece of code. The words that were changed, as they were.
#[must_use]
pub fn shorten(words: &mut [u32]) -> Box<[Original]> {
    let mut originals = Vec::new();
    let mut at = 0;
    while let Some(&word) = words.get(at) {
        let opcode = Opcode::of(word);
        if opcode == Opcode::Jump {
            shorten_jump(words, at, &mut originals);
        } else if jumps_by_extension(opcode) {
            shorten_condition(words, at, &mut originals);
        }
        at += opcode.words();
    }
    originals.into()
}

/// Puts the words back that [`shorten`] changed.
pub fn restore(words: &mut [u32], originals: &[Original]) {
    for &(at, original) in originals {
        if let Some(word) = words.get_mut(at as usize) {
            *word = original;
        }
    }
}

fn jumps_by_extension(opcode: Opcode) -> bool {
    let Some(row) = opcode.row() else { return false };
    row.operands.iter().any(|operand| operand.field == Field::X && operand.kind == OperandKind::JumpWord)
}

/// A jump that leads to another one, or to a return.
fn shorten_jump(words: &mut [u32], at: usize, originals: &mut Vec<Original>) {
    let Some(target) = words.get(at).and_then(|&word| place(at, field_j(word))) else { return };
    let end = end_of(words, target);
    let last = words.get(end).copied().unwrap_or(0);
    if matches!(Opcode::of(last), Opcode::Return | Opcode::ReturnInt | Opcode::ReturnSpecial) {
        return change(words, at, last, originals);
    }
    let offset = end as i32 - at as i32;
    if end != target && (-(1 << 23)..1 << 23).contains(&offset) {
        change(words, at, encode_j(Opcode::Jump, offset), originals);
    }
}

/// A conditional jump that leads to another jump.
fn shorten_condition(words: &mut [u32], at: usize, originals: &mut Vec<Original>) {
    let offset_at = at + 1;
    let Some(target) = words.get(offset_at).and_then(|&word| place(offset_at, word as i32)) else { return };
    let end = end_of(words, target);
    change(words, offset_at, (end as i32 - offset_at as i32) as u32, originals);
}

fn change(words: &mut [u32], at: usize, to: u32, originals: &mut Vec<Original>) {
    if let Some(word) = words.get_mut(at).filter(|word| **word != to) {
        originals.push((at as u32, core::mem::replace(word, to)));
    }
}

fn place(at: usize, offset: i32) -> Option<usize> {
    at.checked_add_signed(offset as isize)
}

/// Where the jumps that start at a place end.
fn end_of(words: &[u32], start: usize) -> usize {
    let mut at = start;
    for _ in 0..FARTHEST {
        let next = match words.get(at) {
            Some(&word) if Opcode::of(word) == Opcode::Jump => place(at, field_j(word)),
            _ => None,
        };
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}
