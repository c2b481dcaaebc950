//! How an instruction lies in words, and what its operands mean.
//!
//! ```text
//!  31      24 23      16 15       8 7        0
//! +----------+----------+----------+----------+
//! |    c     |    b     |    a     |  opcode  |   Abc
//! +----------+----------+----------+----------+
//! |          d          |    a     |  opcode  |   Ad     d unsigned or signed, 16 bits
//! +---------------------+----------+----------+
//! |               j                |  opcode  |   J      j signed, 24 bits
//! +--------------------------------+----------+
//! |               extension word              |   AbcX, AdX: a second word x follows
//! +-------------------------------------------+
//! NameCache:  x = cache << 16 | name
//! Cache:      x = cache << 16
//! ```
//!
//! A jump counts words from the word that holds it (for a fused jump: from the extension word): target =
//! position of that word + offset.

use crate::documentation::Documentation;
use crate::for_each_instruction;

/// How the operands lie in the words of an instruction; see the drawing above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Three bytes.
    Abc,
    /// Three bytes and an extension word.
    AbcX,
    /// A byte and 16 bits.
    Ad,
    /// A byte, 16 bits and an extension word.
    AdX,
    /// A signed 24-bit jump.
    J,
}

impl Layout {
    /// The number of words that an instruction of this layout takes: 1 or 2.
    #[must_use]
    pub const fn words(self) -> usize {
        match self {
            Layout::Abc | Layout::Ad | Layout::J => 1,
            Layout::AbcX | Layout::AdX => 2,
        }
    }
}

/// What an operand means: what the verifier checks and how the disassembler prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperandKind {
    /// A register that is read.
    Read,
    /// A register that is written.
    Write,
    /// A register that is read and written.
    Update,
    /// Two registers from here on are read.
    Read2,
    /// Three registers from here on are read.
    Read3,
    /// Four registers from here on are read.
    Read4,
    /// Two registers from here on are written.
    Write2,
    /// Three registers from here on are written.
    Write3,
    /// Three registers from here on are read, the first is written.
    Update3,
    /// A handled exception and, behind it, the one before.
    HandledPair,
    /// `Count` registers from here on are read.
    ReadSpan,
    /// Twice `Count` registers from here on are read.
    ReadPairs,
    /// `Count` registers from here on are written.
    WriteSpan,
    /// `Count` + 1 + extension word registers from here on are written.
    StarSpan,
    /// A callable and `Count` arguments behind it; the result goes to the first.
    CallSpan,
    /// A callable, self or Unbound, and `Count` arguments behind it; the result goes to the first.
    MethodSpan,
    /// The number that goes with a span.
    Count,
    /// A frame slot, 16 bits, read.
    SlotRead,
    /// A frame slot, 16 bits, written.
    SlotWrite,
    /// A constant, 16 bits.
    Const,
    /// A constant, in the extension word.
    ConstWide,
    /// A name, 16 bits.
    Name,
    /// A name and an inline cache, in the extension word.
    NameCache,
    /// An inline cache, in the extension word.
    Cache,
    /// A captured variable, 16 bits.
    Free,
    /// A captured variable, in the extension word.
    FreeWide,
    /// A jump in the instruction word.
    Jump,
    /// A jump in the extension word.
    JumpWord,
    /// A signed byte.
    Signed8,
    /// A signed 16-bit number.
    Signed16,
    /// A number that is only a number, in the extension word; at most 255.
    Plain,
    /// None, True, False, Ellipsis, Unbound: 0 to 4.
    Special,
    /// None, True, False, Ellipsis: 0 to 3.
    Returned,
    /// Bits that say what a function is made with: below 16.
    FunctionParts,
    /// str, repr, ascii: 1 to 3.
    Conversion,
    /// 0 to 2.
    AwaitContext,
    /// 0 to 7.
    ContextMethod,
    /// An [`Intrinsic`](crate::Intrinsic).
    IntrinsicId,
    /// Count of positional patterns in the high half, a constant in the low half of the extension word.
    MatchClassWord,
}

/// Which part of the instruction holds an operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Bits 8 to 15.
    A,
    /// Bits 16 to 23.
    B,
    /// Bits 24 to 31.
    C,
    /// Bits 16 to 31.
    D,
    /// Bits 8 to 31, signed.
    J,
    /// The extension word.
    X,
}

/// An operand of an instruction, as its row declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operand {
    /// Where it lies.
    pub field: Field,
    /// What it means.
    pub kind: OperandKind,
}

/// A row of the instruction table.
#[derive(Debug)]
pub struct InstructionRow {
    /// How its operands lie.
    pub layout: Layout,
    /// Its operands.
    pub operands: &'static [Operand],
    /// What it does.
    pub meaning: Documentation,
}

macro_rules! field {
    (a) => {
        Field::A
    };
    (b) => {
        Field::B
    };
    (c) => {
        Field::C
    };
    (d) => {
        Field::D
    };
    (j) => {
        Field::J
    };
    (x) => {
        Field::X
    };
}

macro_rules! define_opcodes {
    ($($name:ident $layout:ident [$($field:ident: $kind:ident),*] $meaning:literal;)*) => {
        /// The operation of an instruction. Its number is its row's place in the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Opcode {
            $(#[doc = $meaning] $name,)*
            /// No instruction: what any other byte decodes to.
            Reserved = 255,
        }

        /// All rows, in the order of the opcodes' numbers.
        pub static INSTRUCTIONS: &[InstructionRow] = &[$(InstructionRow {
            layout: Layout::$layout,
            operands: &[$(Operand { field: field!($field), kind: OperandKind::$kind }),*],
            meaning: Documentation::new($meaning),
        },)*];

        /// The opcodes' names, in the order of their numbers.
        pub static NAMES: &[&str] = &[$(stringify!($name),)*];

        impl Opcode {
            /// Whether an extension word follows.
            #[inline(always)]
            #[must_use]
            pub const fn is_wide(self) -> bool {
                match self {
                    $(Opcode::$name => Layout::$layout.words() == 2,)*
                    Opcode::Reserved => false,
                }
            }

            /// The opcode of an instruction word; [`Opcode::Reserved`] for a byte without a row.
            #[inline(always)]
            #[must_use]
            pub const fn of(word: u32) -> Opcode {
                $(const $name: u8 = Opcode::$name as u8;)*
                #[allow(non_upper_case_globals, reason = "constants named for the opcodes, to match on")]
                match word as u8 {
                    $($name => Opcode::$name,)*
                    _ => Opcode::Reserved,
                }
            }

            /// As [`Opcode::of`], for the interpreter's loop, which runs code that was verified: there is no byte 255. As it
            /// stands for something here, the loop's table of jumps goes from the first byte to the last, and no byte need
            /// be compared with its end.
            #[inline(always)]
            #[must_use]
            pub const fn running(word: u32) -> Opcode {
                $(const $name: u8 = Opcode::$name as u8;)*
                #[allow(non_upper_case_globals, reason = "constants named for the opcodes, to match on")]
                match word as u8 {
                    $($name => Opcode::$name,)*
                    u8::MAX => Opcode::Nop,
                    _ => Opcode::Reserved,
                }
            }
        }
    };
}
#[allow(non_upper_case_globals, reason = "constants named for the opcodes, to match on")]
mod opcode {
    use super::{Documentation, Field, InstructionRow, Layout, Operand, OperandKind, for_each_instruction};
    for_each_instruction!(define_opcodes);
}
pub use opcode::{INSTRUCTIONS, NAMES, Opcode};

impl Opcode {
    /// The row of this opcode, or `None` for [`Opcode::Reserved`].
    #[must_use]
    pub fn row(self) -> Option<&'static InstructionRow> {
        INSTRUCTIONS.get(self as usize)
    }

    /// The number of words of an instruction with this opcode.
    #[must_use]
    pub fn words(self) -> usize {
        self.row().map_or(1, |row| row.layout.words())
    }

    /// Whether nothing behind the instruction is reached from it, but by a jump.
    #[must_use]
    pub const fn ends_path(self) -> bool {
        matches!(
            self,
            Opcode::Jump
                | Opcode::Return
                | Opcode::ReturnInt
                | Opcode::ReturnSpecial
                | Opcode::Raise
                | Opcode::RaiseFrom
                | Opcode::RaiseAgain
                | Opcode::Reraise
                | Opcode::RaiseAssertion
        )
    }
}

/// Encodes the first word of an instruction with three byte operands.
#[must_use]
pub const fn encode_abc(opcode: Opcode, a: u8, b: u8, c: u8) -> u32 {
    opcode as u32 | (a as u32) << 8 | (b as u32) << 16 | (c as u32) << 24
}

/// Encodes the first word of an instruction with a byte and 16 bits.
#[must_use]
pub const fn encode_ad(opcode: Opcode, a: u8, d: u16) -> u32 {
    opcode as u32 | (a as u32) << 8 | (d as u32) << 16
}

/// Encodes a jump in one word. `offset` is cut to its low 24 bits: the caller checks the range.
#[must_use]
pub const fn encode_j(opcode: Opcode, offset: i32) -> u32 {
    opcode as u32 | (offset as u32) << 8
}

/// Operand `a` of an instruction word.
#[inline(always)]
#[must_use]
pub const fn field_a(word: u32) -> u8 {
    (word >> 8) as u8
}

/// Operand `b` of an instruction word.
#[inline(always)]
#[must_use]
pub const fn field_b(word: u32) -> u8 {
    (word >> 16) as u8
}

/// Operand `c` of an instruction word.
#[inline(always)]
#[must_use]
pub const fn field_c(word: u32) -> u8 {
    (word >> 24) as u8
}

/// Operand `d` of an instruction word, unsigned.
#[inline(always)]
#[must_use]
pub const fn field_d(word: u32) -> u16 {
    (word >> 16) as u16
}

/// Operand `j` of an instruction word: a signed 24-bit number.
#[inline(always)]
#[must_use]
pub const fn field_j(word: u32) -> i32 {
    word as i32 >> 8
}
