//! The interpreter: frames in plain words, one loop over instructions, and what it needs to call, return, raise and
//! suspend. Nothing here recurses on the machine's stack for a call that bytecode makes.
//!
//! ```text
//! value stack of a thread, growing to the right:
//!   … caller's registers … | (previous handled, generator) | function | R(0) R(1) … R(slots-1) | next frame …
//!                                                            base-1     base
//! ```
//!
//! A callee's window overlaps the caller's arguments, so calling moves nothing. What is above the top frame's slots
//! is garbage that a collection clears.

mod again;
mod applying;
mod arguments;
pub(crate) mod assigned;
mod builtin_calls;
pub(crate) mod call;
mod code;
mod code_memory;
mod code_writing;
mod completing;
mod construction;
mod details;
mod dispatch;
mod frame;
pub(crate) mod frame_objects;
mod frame_stack;
mod frozen_code;
mod fuel;
pub(crate) mod generator;
mod generator_parts;
mod known_attributes;
mod line_jumps;
mod liveness;
mod ops;
mod pairs;
mod parked;
mod room;
mod shortcuts;
pub(crate) mod sinks;
mod slices;
pub(crate) mod threads;
mod throwing;
pub(crate) mod tracing;
mod unwind;
mod walks;

pub(crate) use code::{CodeTable, LoadedCode};
pub(crate) use details::{Details, ScopedSlot};
pub(crate) use dispatch::{FUEL, special_value, window_at};
pub(crate) use frame::{Cache, Frame, FrameKind, Thread, WINDOW};
pub(crate) use frame_stack::FrameStack;
pub(crate) use frozen_code::frozen_number;
pub(crate) use fuel::Fuel;
pub(crate) use known_attributes::{Access, KnownAttributes, table_place};
pub(crate) use shortcuts::plain_binary;
pub use threads::{Again, Background, WATCHED_BITS, WaitFor};
pub use tracing::Tracer;
pub use unwind::TracebackEntry;
pub(crate) use unwind::traceback_field;

use crate::{Raised, Value};

/// Why the loop stopped.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Exit {
    /// The frame that was entered from native code returned.
    Finished(Value),
    /// The generator frame that was entered from native code yielded.
    Yielded(Value),
    /// An exception left the frame that was entered from native code.
    Raised(Raised),
    /// The budget is used up; the frames stand as they are.
    OutOfBudget,
}
