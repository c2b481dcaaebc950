//! Ferropy's runtime: the heap, the interpreter, the object model, the builtin types and functions.
//!
//! The way in is [`Isolate`]: one interpreter with everything it owns. `embed` is the interface for programs that
//! embed it, `native` how functions and types written in Rust are declared; the standard library uses nothing else.
//!
//! What is absent: no I/O (the world is behind [`ferropy_platform::Platform`]), no `unsafe`, nothing global: no
//! `static mut`, no thread-locals, no reference counts. An isolate is `Send` because it is plain data.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod buffers;
mod builtins;
pub mod codecs;
mod collector;
pub mod embed;
pub mod exceptions;
/// Frozen modules: code and texts as static data.
pub mod frozen {
    pub use ferropy_bytecode::Handler;
    pub use ferropy_bytecode::frozen::{FrozenCode, FrozenModule, FrozenScopedName, StaticTexts};
}
mod finalization;
pub mod heap;
mod import;
mod interpreter;
mod interrupts;
mod isolate;
pub mod names;
pub mod native;
mod object;
mod output;
mod resources;
mod signals;
mod types;
mod value;

pub use embed::Outcome;
pub use exceptions::raise;
pub use heap::SharedMemory;
pub use import::{MainModule, Program};
pub use interpreter::{Again, Background, TracebackEntry, Tracer, WATCHED_BITS, WaitFor};
pub use interrupts::Handler;
pub use isolate::{AtDeath, Completion, FindLate, Isolate, Limits, Raised};
pub use object::{BinaryOp, CompareOp, UnaryOp};
pub use types::memoryview::{Exported, items as memory_items};
pub use types::str::formatter;
pub use value::Value;
