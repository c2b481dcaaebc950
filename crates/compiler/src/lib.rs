//! Syntax tree to bytecode.
//!
//! [`compile`] takes a parsed program and gives a code object. The way: [`scope`] decides what names mean, then the
//! generator walks the tree once and emits register code, evaluating each expression straight into the register where
//! it is wanted. One file for each area of the language.
//!
//! The crate knows nothing of the runtime, so that the library's build script can compile modules with the compiler
//! that ships.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod assignments;
mod calls;
mod classes;
mod comprehensions;
mod conditions;
mod constant_key;
mod constants;
mod crowded;
mod decorators;
mod exceptions;
mod expressions;
mod file;
mod fold;
mod functions;
mod generator;
mod in_parts;
mod loop_constants;
mod names;
mod observers;
mod parallel;
mod patterns;
mod scope;
mod slots;
mod sorted;
mod statements;
mod strings;
mod type_parameters;
mod unit;
mod warnings;

pub use file::compile_file;
pub use generator::{Compiled, Options, TakeCode, compile};
pub use in_parts::{Failure, Parts, compile_statements};
