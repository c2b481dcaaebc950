//! Tokens to tree: a recursive descent over the grammar of Python 3.14, one function per production.
//!
//! This parser knows only valid programs. Where a program stops being one it fails without a word, which keeps it small
//! and fast; [`crate::diagnosis`] then reads the same text again and finds out what to say.
//!
//! Two kinds of errors are found here all the same, because they arise from tokens that are correct as such: literals
//! without a value (escapes, mixed bytes) and programs that nest too deeply.
//!
//! - `cursor` gives out tokens, and takes them back where two statements start alike;
//! - `statements` and `compound` are the statements on one line and those with blocks;
//! - `expressions`, `displays`, `calls` and `targets` are the expressions;
//! - `parameters` and `patterns` have sublanguages of their own;
//! - `strings` and `literals` turn the text of literals into values.

mod calls;
mod compound;
mod cursor;
mod displays;
mod expressions;
pub(crate) mod literals;
mod parameters;
mod patterns;
mod statements;
mod strings;
mod targets;

pub(crate) use cursor::Parser;
pub(crate) use strings::{conversion_named, detached_conversion, string_error, unknown_conversion};

/// The program is not valid here. Why lies in [`Parser::error`], or is for the diagnosis to find out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Invalid;

/// What the functions of the grammar return.
type Parse<T> = Result<T, Invalid>;
