//! Ferropy's bytecode: the instruction set, code objects, their file format, and the verifier that makes any byte
//! string safe to load.
//!
//! Everything about an instruction is declared in one row of the table in `instructions.rs`. This crate knows
//! neither syntax nor objects: the compiler writes code objects, the runtime reads them.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod code_object;
pub mod disassembly;
pub mod documentation;
pub mod encoding;
pub mod file_format;
pub mod frozen;
pub mod image;
pub mod instructions;
pub mod names;
pub mod positions;
pub mod shorter_jumps;
pub mod verifier;

pub use code_object::{CodeFlags, CodeObject, Constant, Handler, LineMark, ScopedName};
pub use encoding::{INSTRUCTIONS, NAMES, Opcode};
pub use instructions::Intrinsic;
