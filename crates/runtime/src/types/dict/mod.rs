//! `dict`: keys and their values, in the order in which they were added.
//!
//! The table is the heap's; `lookup` asks Python where keys' `__hash__` and `__eq__` are written in it, `methods`
//! declares the type, `views` what `keys()`, `values()` and `items()` give, `iterators` walks; `counting` is for
//! `collections.Counter`.

mod counting;
pub(crate) mod iterators;
pub(crate) mod known_hashes;
pub(crate) mod lookup;
mod methods;
mod shortcuts;
mod update;
pub(crate) mod views;

pub(crate) use methods::DICT;
