//! Which variables of a frame have values, for those who look at the frame from outside.
//!
//! The compiler marks a variable as Unbound at the start only where the code, or somebody that it calls, may look at it
//! before it is assigned. The register of any other one holds what earlier calls left there until it is written.

use super::LoadedCode;
use ferropy_bytecode::encoding::{Field, OperandKind, field_a, field_b, field_c, field_d};
use ferropy_bytecode::{CodeFlags, INSTRUCTIONS, Opcode};

/// Whether an instruction before `pc` in the order of the code writes the slot, or it is a parameter. A variable that an
/// earlier turn of a loop assigned further down is taken for unassigned: rather that than something that is no value of it.
pub(crate) fn is_assigned_before(code: &LoadedCode, slot: usize, pc: u32) -> bool {
    if code.flags.has(CodeFlags::NAMESPACE) || slot < code.parameters() {
        return true;
    }
    let end = (pc as usize).saturating_sub(1).min(code.instructions.len());
    let mut at = 0;
    while at < end {
        let Some(&word) = code.instructions.get(at) else { break };
        let opcode = Opcode::of(word);
        let next = at + if opcode.is_wide() { 2 } else { 1 };
        // The instruction that the frame stands at has not been done.
        if next > end {
            break;
        }
        let extension = code.instructions.get(at + 1).copied().unwrap_or(0);
        if writes(opcode, word, extension, slot) {
            return true;
        }
        at = next;
    }
    false
}

/// Whether an instruction writes a slot.
pub(super) fn writes(opcode: Opcode, word: u32, extension: u32, slot: usize) -> bool {
    let Some(row) = INSTRUCTIONS.get(opcode as usize) else { return false };
    row.operands.iter().any(|operand| {
        let first = match operand.field {
            Field::A => field_a(word) as usize,
            Field::B => field_b(word) as usize,
            Field::C => field_c(word) as usize,
            Field::D => field_d(word) as usize,
            Field::J | Field::X => return false,
        };
        let count = match operand.kind {
            OperandKind::Write
            | OperandKind::Update
            | OperandKind::Update3
            | OperandKind::CallSpan
            | OperandKind::MethodSpan
            | OperandKind::SlotWrite => 1,
            OperandKind::Write2 | OperandKind::HandledPair => 2,
            OperandKind::Write3 => 3,
            OperandKind::WriteSpan => field_c(word) as usize,
            OperandKind::StarSpan => field_c(word) as usize + 1 + (extension & 0xFF) as usize,
            _ => 0,
        };
        (first..first + count).contains(&slot)
    })
}
