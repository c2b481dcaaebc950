//! The names that the runtime itself uses, as static data: they cost flash, not RAM, and are equal by identity.
//!
//! Name numbers: 0 to 127 are the ASCII characters as strings of one character, 128 is the empty string, then come
//! the names below. The first of them are the special methods that a builtin type finds through its slot table.

mod list;
mod text;

pub use list::*;
pub use text::{COUNT, EMPTY, SPECIAL_COUNT, bytes_of, single_ascii, text_of};
pub(crate) use text::{all_names, special_index, special_index_of};
