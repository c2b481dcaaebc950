//! Code that the compiler did not just make is checked here before it is loaded: what passes can't make the runtime
//! read or write outside of what the code says that it has.
//!
//! Checked are the structure (counts that fit each other, handlers behind what they protect, cells), each
//! instruction's operands against what its row says that they mean, that no two instructions share an inline cache, and
//! the flow: a jump goes to the start of an instruction, and no path leaves the code but by an instruction that ends
//! it. What registers *hold* is not followed: the runtime asks at each use, because programs choose types anyway.

use crate::code_object::{CodeFlags, CodeObject, Constant};
use crate::encoding::{Field, Opcode, OperandKind, field_a, field_b, field_c, field_d, field_j};
use crate::instructions::Intrinsic;
use crate::positions::Positions;
use alloc::vec::Vec;
use core::fmt;

/// What is wrong with code: where (the number of a word) and what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifyError {
    /// The word, or the number of words for what concerns the whole code.
    pub word: usize,
    /// What does not hold.
    pub problem: &'static str,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} (word {})", self.problem, self.word)
    }
}

impl core::error::Error for VerifyError {}

/// Registers that an 8-bit number reaches.
const REGISTERS: usize = 256;
/// The most words that a code object may have: jumps and frames count in 32 bits.
const MOST_WORDS: usize = 1 << 24;

/// Checks a code object and the ones in its constants.
///
/// # Errors
/// The first thing found that does not hold.
pub fn verify(code: &CodeObject) -> Result<(), VerifyError> {
    let mut waiting = alloc::vec![code];
    while let Some(code) = waiting.pop() {
        let taken = alloc::vec![false; usize::from(code.caches)];
        Check { code, taken, starts: Vec::new() }.run()?;
        for constant in &code.constants {
            if let Constant::Code(inner) = constant {
                waiting.push(inner);
            }
        }
    }
    Ok(())
}

struct Check<'a> {
    code: &'a CodeObject,
    /// For each cache whether an instruction has it. Two must not share one: what the first finds, the second would
    /// believe.
    taken: Vec<bool>,
    /// For each word whether an instruction starts there.
    starts: Vec<bool>,
}

impl Check<'_> {
    fn run(&mut self) -> Result<(), VerifyError> {
        self.structure()?;
        self.find_starts()?;
        let mut word = 0;
        while word < self.code.instructions.len() {
            word += self.instruction(word)?;
        }
        self.handlers()
    }

    fn whole(&self, holds: bool, problem: &'static str) -> Result<(), VerifyError> {
        if holds { Ok(()) } else { Err(VerifyError { word: self.code.instructions.len(), problem }) }
    }

    fn structure(&self) -> Result<(), VerifyError> {
        let code = self.code;
        let parameters = usize::from(code.positional)
            + usize::from(code.keyword_only)
            + usize::from(code.flags.has(CodeFlags::VARARGS))
            + usize::from(code.flags.has(CodeFlags::VARKEYWORDS));
        let slots = usize::from(code.slots);
        self.whole(!code.instructions.is_empty(), "no instructions")?;
        self.whole(code.instructions.len() <= MOST_WORDS, "too many instructions")?;
        self.whole(code.positional_only <= code.positional, "more positional-only parameters than positional ones")?;
        self.whole(parameters <= code.local_names.len(), "more parameters than local names")?;
        self.whole(code.local_names.len() <= slots, "more local names than slots")?;
        let ascending = code.cell_slots.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
        let inside = code.cell_slots.iter().all(|&slot| usize::from(slot) < code.local_names.len());
        self.whole(ascending && inside, "a cell that is no local variable")?;
        let inside = code.scoped_names.iter().all(|scoped| usize::from(scoped.slot) < slots);
        self.whole(inside, "a scoped name without a slot")?;
        let kinds = [CodeFlags::GENERATOR, CodeFlags::COROUTINE, CodeFlags::ASYNC_GENERATOR];
        self.whole(kinds.iter().filter(|&&kind| code.flags.has(kind)).count() <= 1, "more than one kind of code")?;
        // Loading makes a cache for each: a file of some bytes must not ask for megabytes.
        self.whole(usize::from(code.caches) <= code.instructions.len(), "more caches than instructions")?;
        let namespace = code.flags.has(CodeFlags::NAMESPACE);
        self.whole(!namespace || (slots > 0 && parameters == 0), "namespace code without a namespace")?;
        if code.flags.has(CodeFlags::HAS_DOCSTRING) {
            self.whole(matches!(code.constants.first(), Some(Constant::Str(_))), "no docstring")?;
        }
        let words: u64 = Positions::new(&code.positions, code.first_line).map(|(_, words, _)| u64::from(words)).sum();
        self.whole(words <= code.instructions.len() as u64, "positions of more instructions than there are")
    }

    fn find_starts(&mut self) -> Result<(), VerifyError> {
        let instructions = &self.code.instructions;
        self.starts = alloc::vec![false; instructions.len()];
        let mut word = 0;
        let mut ended = false;
        while let Some(&first) = instructions.get(word) {
            let opcode = Opcode::of(first);
            if opcode == Opcode::Reserved {
                return Err(VerifyError { word, problem: "no such instruction" });
            }
            if let Some(start) = self.starts.get_mut(word) {
                *start = true;
            }
            ended = opcode.ends_path();
            word += opcode.words();
        }
        self.whole(word == instructions.len(), "the last instruction is cut off")?;
        self.whole(ended, "the code does not end")
    }

    fn handlers(&self) -> Result<(), VerifyError> {
        let words = self.code.instructions.len();
        for handler in &self.code.handlers {
            self.whole(handler.start < handler.end && handler.end as usize <= words, "a handler of no instructions")?;
            // Handlers lie behind what they protect: only jumps, which are counted, make loops.
            self.whole(handler.end <= handler.target, "a handler in front of what it protects")?;
            let target = self.starts.get(handler.target as usize).copied().unwrap_or(false);
            self.whole(target, "a handler that starts inside an instruction")?;
            self.whole(usize::from(handler.register) < self.registers(), "a handler's register is out of range")?;
        }
        Ok(())
    }

    fn registers(&self) -> usize {
        usize::from(self.code.slots).min(REGISTERS)
    }

    /// Checks the instruction at a word; the number of its words.
    fn instruction(&mut self, word: usize) -> Result<usize, VerifyError> {
        let first = self.code.instructions.get(word).copied().unwrap_or(0);
        let opcode = Opcode::of(first);
        let extension = self.code.instructions.get(word + 1).copied().unwrap_or(0);
        let Some(row) = opcode.row() else { return Err(VerifyError { word, problem: "no such instruction" }) };
        let value = |field: Field| match field {
            Field::A => usize::from(field_a(first)),
            Field::B => usize::from(field_b(first)),
            Field::C => usize::from(field_c(first)),
            Field::D => usize::from(field_d(first)),
            Field::J => 0,
            Field::X => extension as usize,
        };
        let count = row
            .operands
            .iter()
            .find(|operand| operand.kind == OperandKind::Count)
            .map_or(0, |operand| value(operand.field));
        for operand in row.operands {
            let number = value(operand.field);
            let signed = if operand.field == Field::J { field_j(first) } else { extension as i32 };
            if let Err(problem) = self.operand(operand.kind, number, Around { word, count, extension, signed }) {
                return Err(VerifyError { word, problem });
            }
        }
        self.meaning(opcode, word, count, extension)?;
        Ok(opcode.words())
    }

    fn operand(&mut self, kind: OperandKind, number: usize, around: Around) -> Result<(), &'static str> {
        use OperandKind as Kind;
        let span = match kind {
            Kind::Read | Kind::Write | Kind::Update => Some(1),
            Kind::Read2 | Kind::Write2 | Kind::HandledPair => Some(2),
            Kind::Read3 | Kind::Write3 | Kind::Update3 => Some(3),
            Kind::Read4 => Some(4),
            Kind::ReadSpan | Kind::WriteSpan => Some(around.count),
            Kind::ReadPairs => Some(2 * around.count),
            Kind::StarSpan => Some(around.count + 1 + (around.extension as usize).min(REGISTERS)),
            Kind::CallSpan => Some(around.count + 1),
            Kind::MethodSpan => Some(around.count + 2),
            _ => None,
        };
        if let Some(span) = span {
            return check(number + span <= self.registers(), "a register is out of range");
        }
        let code = self.code;
        match kind {
            Kind::SlotRead | Kind::SlotWrite => check(number < usize::from(code.slots), "a slot is out of range"),
            Kind::Const | Kind::ConstWide => check(number < code.constants.len(), "a constant is out of range"),
            Kind::Name => check(number < code.names.len(), "a name is out of range"),
            Kind::NameCache | Kind::Cache => {
                let (cache, name) = (number >> 16, number & 0xFFFF);
                check(kind == Kind::Cache || name < code.names.len(), "a name is out of range")?;
                let place = self.taken.get_mut(cache);
                let none = cache == 0xFFFF && code.caches == 0xFFFF;
                check(none || place.is_some(), "a cache is out of range")?;
                check(!place.is_some_and(|taken| core::mem::replace(taken, true)), "a cache of two instructions")
            }
            Kind::Free | Kind::FreeWide => check(number < code.free_names.len(), "a captured variable is out of range"),
            Kind::Jump | Kind::JumpWord => {
                // A jump counts from the word that holds it.
                let from = if kind == Kind::Jump { around.word } else { around.word + 1 };
                let target = i64::try_from(from).ok().and_then(|from| from.checked_add(i64::from(around.signed)));
                let target = target.and_then(|target| usize::try_from(target).ok());
                let starts = target.and_then(|target| self.starts.get(target).copied()).unwrap_or(false);
                check(starts, "a jump into an instruction or out of the code")
            }
            Kind::Plain => check(number <= 255, "a number is out of range"),
            Kind::Special => check(number <= 4, "no such special value"),
            Kind::Returned => check(number <= 3, "no such special value"),
            Kind::FunctionParts => check(number < 16, "no such part of a function"),
            Kind::Conversion => check((1..=3).contains(&number), "no such conversion"),
            Kind::AwaitContext => check(number <= 2, "no such context"),
            Kind::ContextMethod => check(number <= 7, "no such method"),
            Kind::IntrinsicId => check(number < usize::from(Intrinsic::COUNT), "no such operation"),
            Kind::MatchClassWord => match code.constants.get(number & 0xFFFF) {
                Some(Constant::Tuple(names)) => check(all_strings(names), "attribute names that are no strings"),
                _ => Err("attribute names that are no tuple"),
            },
            _ => Ok(()),
        }
    }

    /// What the kinds of operands don't say.
    fn meaning(&self, opcode: Opcode, word: usize, count: usize, extension: u32) -> Result<(), VerifyError> {
        let constant = || self.code.constants.get(extension as usize);
        let resumable = CodeFlags::GENERATOR.with(CodeFlags::COROUTINE).with(CodeFlags::ASYNC_GENERATOR);
        let near = self.code.slots as usize <= REGISTERS;
        let result = match opcode {
            Opcode::Trace => check(false, "an instruction for traced code alone"),
            Opcode::Call
            | Opcode::CallMethod
            | Opcode::CallKeywords
            | Opcode::CallMethodKeywords
            | Opcode::BuildClass
            | Opcode::BuildClassKeywords
                if !near =>
            {
                Err("a call whose frame would lie over slots")
            }
            Opcode::CallKeywords | Opcode::CallMethodKeywords | Opcode::BuildClassKeywords => match constant() {
                Some(Constant::Tuple(names)) => {
                    check(names.len() <= count && all_strings(names), "keywords that are no names of arguments")
                }
                _ => Err("keywords that are no tuple"),
            },
            Opcode::MakeFunction => match constant() {
                Some(Constant::Code(inner)) => {
                    let parts = self.code.instructions.get(word).map_or(0, |&first| field_b(first));
                    let first = self.code.instructions.get(word).map_or(0, |&first| usize::from(field_a(first)));
                    let registers = first + 1 + parts.count_ones() as usize;
                    check(inner.free_names.is_empty() || parts & 8 != 0, "a function without the cells that it needs")
                        .and_then(|()| check(registers <= self.registers(), "a register is out of range"))
                }
                _ => Err("a function of what is no code"),
            },
            Opcode::Yield | Opcode::Delegate => {
                check(self.code.flags.has_any(resumable), "a yield in code that can't be resumed")
            }
            _ => Ok(()),
        };
        result.map_err(|problem| VerifyError { word, problem })
    }
}

/// What an operand's check needs to know about its instruction.
#[derive(Clone, Copy)]
struct Around {
    word: usize,
    count: usize,
    extension: u32,
    signed: i32,
}

fn check(holds: bool, problem: &'static str) -> Result<(), &'static str> {
    if holds { Ok(()) } else { Err(problem) }
}

fn all_strings(constants: &[Constant]) -> bool {
    constants.iter().all(|constant| matches!(constant, Constant::Str(_)))
}
