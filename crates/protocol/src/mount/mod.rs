//! A folder of the computer as a folder of the board: mpremote's remote file system, with both ends.
//!
//! ```text
//! board                       computer
//! \x18, number of the call  →
//!                           ←   \x18: what was typed before is dropped
//! its arguments             →
//!                           ←   the answer
//!
//! argument, answer   one byte, signed
//!                    four bytes, the low one first, signed
//!                    bytes, with their count in four bytes before them
//! ```
//!
//! Everything else that the board sends is what its programs print. Errors are negative numbers of `errno`. The board's
//! end is Python, [`HOOK`], so that any board that can mount objects of a program understands it.

mod answer;
mod call;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Metadata};
pub use call::{Call, Event, Server};

/// What the computer sends first, and the board before each call.
pub const SYNC: u8 = 0x18;

/// The board's end: a program that defines `_mount_remote()`, which mounts the folder as [`PLACE`] and goes there.
pub const HOOK: &str = include_str!("board.py");

/// Where the folder appears on the board.
pub const PLACE: &str = "/remote";
