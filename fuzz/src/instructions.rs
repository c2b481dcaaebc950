//! Compiled code, changed where it hurts: other instructions, other registers, other constants. Most of it the verifier
//! still accepts, which a file with random bytes rarely is.

use ferropy_bytecode::encoding::{
    Layout, encode_abc, encode_ad, encode_j, field_a, field_b, field_c, field_d, field_j,
};
use ferropy_bytecode::{CodeFlags, CodeObject, Constant, Opcode};

use crate::random::Random;

/// Changes a piece of code, or a function in it, in a few places.
pub(crate) fn mutate(code: &mut CodeObject, random: &mut Random) {
    for _ in 0..=random.below(4) {
        let picked = pick(code, random);
        match random.below(16) {
            0 => flags(picked, random),
            1 => handlers(picked, random),
            2 => constants(picked, random),
            3 => slots(picked, random),
            4 => parameters(picked, random),
            _ => instruction(picked, random),
        }
    }
}

/// One of the code objects that are nested in each other.
fn pick<'c>(code: &'c mut CodeObject, random: &mut Random) -> &'c mut CodeObject {
    let inner: Vec<usize> = code
        .constants
        .iter()
        .enumerate()
        .filter(|(_, constant)| matches!(constant, Constant::Code(_)))
        .map(|(index, _)| index)
        .collect();
    if random.below(3) == 0 || inner.is_empty() {
        return code;
    }
    let index = inner[random.below(inner.len())];
    match &mut code.constants[index] {
        Constant::Code(inner) => pick(inner, random),
        _ => unreachable!("only code was chosen"),
    }
}

fn flags(code: &mut CodeObject, random: &mut Random) {
    code.flags = CodeFlags(code.flags.0 ^ (1 << random.below(11)));
}

fn handlers(code: &mut CodeObject, random: &mut Random) {
    let words = code.instructions.len();
    let count = code.handlers.len();
    if let Some(handler) = code.handlers.get_mut(random.below(count)) {
        match random.below(4) {
            0 => handler.start = random.below(words) as u32,
            1 => handler.end = random.below(words + 1) as u32,
            2 => handler.target = random.below(words) as u32,
            _ => handler.register = random.below(usize::from(code.slots) + 1) as u8,
        }
    }
}

fn constants(code: &mut CodeObject, random: &mut Random) {
    let count = code.constants.len();
    let (from, to) = (random.below(count), random.below(count));
    if count > 0 {
        code.constants[to] = code.constants[from].clone();
    }
}

fn slots(code: &mut CodeObject, random: &mut Random) {
    let local = random.below(code.local_names.len() + 1) as u16;
    match random.below(3) {
        0 => code.cell_slots = [local].into(),
        1 => code.cell_slots = [].into(),
        _ => code.slots = code.slots.saturating_add(random.below(4) as u16),
    }
}

fn parameters(code: &mut CodeObject, random: &mut Random) {
    let number = random.below(4) as u16;
    match random.below(4) {
        0 => code.positional = number,
        1 => code.positional_only = number,
        2 => code.keyword_only = number,
        _ => code.free_names = std::iter::repeat_n("free".into(), usize::from(number)).collect(),
    }
}

fn instruction(code: &mut CodeObject, random: &mut Random) {
    let mut starts = Vec::new();
    let mut word = 0;
    while let Some(&first) = code.instructions.get(word) {
        starts.push(word);
        word += Opcode::of(first).words();
    }
    let Some(&word) = random.choose(&starts) else { return };
    let registers = usize::from(code.slots).max(1);
    let mut place = |old: u8| match random.below(4) {
        0 => random.below(registers) as u8,
        1 => old.wrapping_add(1),
        2 => old.wrapping_sub(1),
        _ => random.below(4) as u8,
    };
    let first = code.instructions[word];
    let opcode = Opcode::of(first);
    let Some(row) = opcode.row() else { return };
    let (a, b, c) = (field_a(first), field_b(first), field_c(first));
    let (new_a, new_b, new_c) = (place(a), place(b), place(c));
    let wide = row.layout.words() == 2;
    code.instructions[word] = match random.below(6) {
        0 => {
            // Another instruction of the same form.
            let others: Vec<u32> = (0..=255)
                .filter(|&number| Opcode::of(number).row().is_some_and(|other| other.layout == row.layout))
                .collect();
            let other = random.choose(&others).copied().unwrap_or(first);
            (first & !0xFF) | (other & 0xFF)
        }
        1 if wide => {
            let extension = &mut code.instructions[word + 1];
            let small = random.below(8) as u32;
            *extension = match random.below(4) {
                0 => extension.wrapping_add(small),
                1 => extension.wrapping_sub(small),
                2 => small,
                _ => *extension ^ (small << 16),
            };
            first
        }
        2 if starts.len() > 1 => {
            // An instruction from elsewhere, of the same length.
            let same: Vec<usize> = starts
                .iter()
                .copied()
                .filter(|&other| Opcode::of(code.instructions[other]).words() == row.layout.words())
                .collect();
            let other = random.choose(&same).copied().unwrap_or(word);
            if wide {
                code.instructions[word + 1] = code.instructions[other + 1];
            }
            code.instructions[other]
        }
        _ => match row.layout {
            Layout::J => encode_j(opcode, field_j(first) + random.below(9) as i32 - 4),
            Layout::Ad | Layout::AdX if random.below(2) == 0 => {
                encode_ad(opcode, a, field_d(first).wrapping_add(random.below(5) as u16).wrapping_sub(2))
            }
            Layout::Ad | Layout::AdX => encode_ad(opcode, new_a, field_d(first)),
            _ => match random.below(3) {
                0 => encode_abc(opcode, new_a, b, c),
                1 => encode_abc(opcode, a, new_b, c),
                _ => encode_abc(opcode, a, b, new_c),
            },
        },
    };
}
