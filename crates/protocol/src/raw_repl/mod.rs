//! The raw REPL: how a computer runs programs on a board over a serial line. MicroPython's tools speak it.
//!
//! ```text
//! computer                    board
//! Ctrl-A                  →
//!                         ←   raw REPL; CTRL-B to exit\r\n>
//! program Ctrl-D          →
//!                         ←   OK, what the program prints, \x04, the traceback if it failed, \x04, >
//! Ctrl-C                  →   forgets what came so far
//! Ctrl-D                  →
//!                         ←   OK\r\n, and a soft reset
//! Ctrl-B                  →   leaves
//! ```
//!
//! A program may also be *pasted*: then the board tells how fast it reads, so that no byte is lost however slow it is.
//!
//! ```text
//! \x05 A \x01             →
//!                         ←   R \x01, the size of a window as two bytes, the low one first, \x01
//! a window of bytes       →
//!                         ←   \x01: there is room for another window; one is granted by the size, one by its \x01
//! Ctrl-D                  →   the end
//!                         ←   \x04, and then as above, without OK
//! ```
//!
//! A board that can't take the rest sends \x04 early; the computer answers with Ctrl-D and reads on as after its end.
//! A Ctrl-C in the text interrupts: the board sends \x04 and shows `KeyboardInterrupt`.

mod client;
mod device;

#[cfg(test)]
mod tests;

pub use client::{Client, Event};
pub use device::{Answer, Device, Step};

/// Ctrl-A: the raw REPL from its start.
pub const ENTER: u8 = 1;
/// Ctrl-B: back to the prompt for people.
pub const LEAVE: u8 = 2;
/// Ctrl-C: forgets, or interrupts.
pub const INTERRUPT: u8 = 3;
/// Ctrl-D: the end of a program, of its output and of its error text.
pub const END: u8 = 4;
/// Ctrl-E: what follows up to Ctrl-A is a request.
pub const REQUEST: u8 = 5;
/// The prompt.
pub const PROMPT: &[u8] = b">";
/// What the board says when the raw REPL starts, with the first prompt.
pub const BANNER: &[u8] = b"raw REPL; CTRL-B to exit\r\n>";
/// What the board says when it has cleared everything and starts anew. Tools wait for this text.
pub const SOFT_RESET: &[u8] = b"MPY: soft reboot\r\n";
/// How many bytes the board lets the computer send before it hears from it again; it has to have room for two windows.
pub const WINDOW: u16 = 128;
