//! Listings of code for people: one line an instruction, made from the rows of the table.
//!
//! ```text
//! code f (n, m), 5 slots, line 1
//!   3        0  JumpIfNotLtInt  n, 2 → L4
//!            2  Return          n
//!   5  L4:   4  GetGlobal       r2, f
//! ```

use crate::code_object::{CodeObject, Constant};
use crate::encoding::{Field, InstructionRow, NAMES, Opcode, OperandKind, field_a, field_b, field_c, field_d, field_j};
use crate::positions::Positions;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

/// The listing of a code object, and behind it those of the code objects in its constants.
#[must_use]
pub fn disassemble(code: &CodeObject) -> String {
    let mut listing = String::new();
    let mut waiting = alloc::vec![code];
    while let Some(code) = waiting.pop() {
        if !listing.is_empty() {
            listing.push('\n');
        }
        Lister { code, targets: targets(code) }.list(&mut listing);
        waiting.extend(code.constants.iter().rev().filter_map(|constant| match constant {
            Constant::Code(inner) => Some(&**inner),
            _ => None,
        }));
    }
    listing
}

/// The words that jumps and handlers go to.
fn targets(code: &CodeObject) -> BTreeSet<usize> {
    let mut targets: BTreeSet<usize> = code.handlers.iter().map(|handler| handler.target as usize).collect();
    let mut word = 0;
    while let Some(&first) = code.instructions.get(word) {
        let opcode = Opcode::of(first);
        for operand in opcode.row().map_or(&[][..], |row| row.operands) {
            let extension = code.instructions.get(word + 1).copied().unwrap_or(0);
            targets.extend(jump_target(operand.kind, word, first, extension));
        }
        word += opcode.words();
    }
    targets
}

/// Where an operand that is a jump goes.
fn jump_target(kind: OperandKind, word: usize, first: u32, extension: u32) -> Option<usize> {
    let (from, offset) = match kind {
        OperandKind::Jump => (word, field_j(first)),
        OperandKind::JumpWord => (word + 1, extension as i32),
        _ => return None,
    };
    from.checked_add_signed(isize::try_from(offset).ok()?)
}

struct Lister<'a> {
    code: &'a CodeObject,
    targets: BTreeSet<usize>,
}

impl Lister<'_> {
    fn list(&self, out: &mut String) {
        let code = self.code;
        let parameters: Vec<&str> = code
            .local_names
            .iter()
            .take(usize::from(code.positional) + usize::from(code.keyword_only))
            .map(|name| &**name)
            .collect();
        let _ = writeln!(
            out,
            "code {} ({}), {} slots, line {}",
            code.qualified_name,
            parameters.join(", "),
            code.slots,
            code.first_line
        );
        let mut line = 0;
        let mut word = 0;
        while let Some(&first) = code.instructions.get(word) {
            let opcode = Opcode::of(first);
            let extension = code.instructions.get(word + 1).copied().unwrap_or(0);
            let position = Positions::new(&code.positions, code.first_line).find(word as u32);
            let shown_line = if position.line != 0 && position.line != line {
                line = position.line;
                line.to_string()
            } else {
                String::new()
            };
            let label = if self.targets.contains(&word) { format!("L{word}:") } else { String::new() };
            let (name, operands) = match opcode.row() {
                Some(row) => {
                    (NAMES.get(opcode as usize).copied().unwrap_or("?"), self.operands(row, word, first, extension))
                }
                None => ("?", format!("{first:#010x}")),
            };
            let text = format!("{shown_line:>5}  {label:<6} {word:>5}  {name:<18} {operands}");
            let _ = writeln!(out, "{}", text.trim_end());
            word += opcode.words();
        }
        for handler in &code.handlers {
            let _ = writeln!(
                out,
                "  handler {}..{} → L{} with r{}",
                handler.start, handler.end, handler.target, handler.register
            );
        }
    }

    /// A register under the name of the variable that it holds.
    fn register(&self, number: usize) -> String {
        match self.code.local_names.get(number) {
            Some(name) if !name.is_empty() => name.to_string(),
            _ => format!("r{number}"),
        }
    }

    fn operands(&self, row: &InstructionRow, word: usize, first: u32, extension: u32) -> String {
        let mut shown = Vec::new();
        let mut jump = None;
        for operand in row.operands {
            let number = match operand.field {
                Field::A => usize::from(field_a(first)),
                Field::B => usize::from(field_b(first)),
                Field::C => usize::from(field_c(first)),
                Field::D => usize::from(field_d(first)),
                Field::J => 0,
                Field::X => extension as usize,
            };
            if let Some(target) = jump_target(operand.kind, word, first, extension) {
                jump = Some(target);
                continue;
            }
            shown.push(self.operand(operand.kind, number));
        }
        let text = shown.join(", ");
        match jump {
            Some(target) if text.is_empty() => format!("→ L{target}"),
            Some(target) => format!("{text} → L{target}"),
            None => text,
        }
    }

    fn operand(&self, kind: OperandKind, number: usize) -> String {
        use OperandKind as Kind;
        let name = |list: &[alloc::boxed::Box<str>], index: usize| {
            list.get(index).map_or_else(|| format!("?{index}"), |name| name.to_string())
        };
        match kind {
            Kind::Read
            | Kind::Write
            | Kind::Update
            | Kind::Read2
            | Kind::Read3
            | Kind::Read4
            | Kind::Write2
            | Kind::Write3
            | Kind::Update3
            | Kind::HandledPair
            | Kind::ReadSpan
            | Kind::ReadPairs
            | Kind::WriteSpan
            | Kind::StarSpan
            | Kind::CallSpan
            | Kind::MethodSpan => self.register(number),
            Kind::SlotRead | Kind::SlotWrite => self.register(number),
            Kind::Const | Kind::ConstWide => {
                self.code.constants.get(number).map_or_else(|| format!("?{number}"), constant_text)
            }
            Kind::Name => name(&self.code.names, number),
            Kind::NameCache => name(&self.code.names, number & 0xFFFF),
            Kind::Cache => String::new(),
            Kind::Free | Kind::FreeWide => name(&self.code.free_names, number),
            Kind::Signed8 => (number as u8 as i8).to_string(),
            Kind::Signed16 => (number as u16 as i16).to_string(),
            Kind::Special | Kind::Returned => {
                ["None", "False", "True", "Ellipsis", "Unbound"].get(number).copied().unwrap_or("?").to_string()
            }
            Kind::MatchClassWord => format!("{} positional", number >> 16),
            _ => number.to_string(),
        }
    }
}

/// A constant as a program would write it, or nearly so.
fn constant_text(constant: &Constant) -> String {
    let list = |items: &[Constant]| items.iter().map(constant_text).collect::<Vec<_>>().join(", ");
    match constant {
        Constant::None => "None".to_string(),
        Constant::Bool(false) => "False".to_string(),
        Constant::Bool(true) => "True".to_string(),
        Constant::Ellipsis => "...".to_string(),
        Constant::Int(int) => int.to_string(),
        Constant::BigInt(int) => {
            int.as_ref().to_decimal(ferropy_numeric::Watch::NONE).unwrap_or_else(|_| "int".to_string())
        }
        Constant::Float(float) => ferropy_numeric::float::repr(*float),
        Constant::Complex(real, imaginary) => format!("({real:?}+{imaginary:?}j)"),
        Constant::Str(bytes) => format!("{:?}", String::from_utf8_lossy(bytes)),
        Constant::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Constant::Tuple(items) => format!("({})", list(items)),
        Constant::FrozenSet(items) => format!("frozenset({{{}}})", list(items)),
        Constant::Slice(parts) => format!("slice({})", list(parts.as_slice())),
        Constant::Code(code) => format!("<code {}>", code.qualified_name),
        Constant::Loaded(number) => format!("<code {number}>"),
    }
}
