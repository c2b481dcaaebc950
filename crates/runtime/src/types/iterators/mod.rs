//! The builtin iterators that work on any iterable: each a record of what it goes on from.

mod calls;
mod enumerate;
mod parallel;
mod sequence;

pub(crate) use calls::{CALLABLE_ITERATOR, FILTER};
pub(crate) use enumerate::ENUMERATE;
pub(crate) use parallel::{MAP, ZIP};
pub(crate) use sequence::{REVERSED, SEQUENCE_ITERATOR};
