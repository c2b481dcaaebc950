//! Python 3.14 source text to syntax tree, with CPython's errors.
//!
//! [`tree`] is what comes out; [`Names`] holds its identifiers.
#![no_std]
#![forbid(unsafe_code)]
extern crate alloc;

mod names;
pub mod tree;

pub use names::{Name, Names};
