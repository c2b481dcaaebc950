//! What Python knows about characters, and the form in which its strings are stored.
//!
//! - [`category`], [`predicates`], [`numeric`], [`width`]: properties of one code point;
//! - [`case`]: case mappings of a code point and of a whole text;
//! - [`identifier`]: what a name is, and its normal form;
//! - [`wtf8`]: text that may hold surrogates, as bytes;
//! - [`lines`]: line boundaries, tabs, docstrings;
//! - `characters`: directions and decompositions;
//! - [`charmaps`]: encodings of one byte a character;
//! - [`normalization`] and [`names`]: the large tables, which a board may leave out.
//!
//! The tables that are always there take 20 KB.
//!
//! Code points are `u32`, because a Python string may hold surrogates, which a `char` can't be. The tables are
//! those of Unicode 16, the version of CPython 3.14.
#![no_std]
#![forbid(unsafe_code)]
extern crate alloc;

pub mod case;
pub mod category;
#[cfg(feature = "full-tables")]
pub mod characters;
pub mod charmaps;
pub mod identifier;
pub mod lines;
pub mod names;
pub mod normalization;
pub mod numeric;
pub mod predicates;
mod tables;
#[cfg(test)]
mod tests;
pub mod width;
pub mod wtf8;
