//! `set` and `frozenset`: elements without order or repetition.
//!
//! Both are tables of the heap; `algebra` is union, difference and so on, shared with the views of dicts; `methods`
//! declares the types; `iterator` walks.

mod algebra;
mod iterator;
mod methods;
mod shortcuts;

pub(crate) use iterator::SET_ITERATOR;
pub(crate) use methods::{FROZENSET, SET};
pub(crate) use shortcuts::add_plain;
