//! `collections.deque`: a sequence that grows and shrinks at both ends.
//!
//! `ring` keeps the items, `methods` declares the type, `places` does what names an item by its place or its value,
//! `iterator` walks.

mod iterator;
pub(crate) mod methods;
mod places;
mod ring;

pub(crate) use iterator::{DEQUE_ITERATOR, DEQUE_REVERSE_ITERATOR, new_iterator, step_deque};
pub(crate) use methods::DEQUE;
pub(crate) use ring::{item_at, set_item_at, truth};
