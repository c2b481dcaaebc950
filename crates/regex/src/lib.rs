//! Regular expressions with Python's syntax and meaning.
//!
//! A pattern goes through three hands: [`parser`] reads it to a [`tree`], with CPython's words for what is wrong;
//! [`compiler`] makes a [`Program`] of that, words of 32 bits that can lie anywhere; a [`Matcher`] runs the program over a
//! text, with a stack of its own that may fail to grow. It stops when its fuel is used up and goes on when called again, so
//! that whoever runs it can look at the world meanwhile, and needs to lend it program and text only from stop to stop.
//!
//! Texts are bytes, or strings as Python keeps them here: generalised UTF-8. Positions are offsets in bytes throughout.
//! Nothing here knows Python objects.
#![no_std]
#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

extern crate alloc;

mod characters;
mod compiler;
mod error;
pub mod flags;
mod fold;
mod matcher;
mod parser;
mod program;
mod tree;
mod units;

#[cfg(test)]
mod tests;

pub use compiler::{Compiled, compile};
pub use error::{Error, Message};
pub use matcher::{Goal, Matcher, Start, Status};
pub use parser::{Kind, Warning};
pub use program::Program;
pub use units::{Bytes, Either, Text, Units};
