//! `list`: a sequence that can change.
//!
//! `methods` declares the type, `items` is what `[]` does, `sort` sorts (with `merge`, and `plain` and `tuples` where no
//! Python can run), `iterator` walks.

mod items;
mod iterator;
mod merge;
pub(crate) mod methods;
mod plain;
mod shortcuts;
mod sort;
mod tuples;

pub(crate) use iterator::{LIST_ITERATOR, LIST_REVERSE_ITERATOR};
pub(crate) use methods::LIST;
pub(crate) use sort::sort;
