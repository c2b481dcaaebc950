//! The names that the runtime itself uses, as static data: they cost flash, not RAM, and are equal by identity. The list
//! of them is [`ferropy_bytecode::names`].

mod list;
mod text;

pub(crate) use ferropy_bytecode::names::COUNT;
pub use list::*;
pub use text::{EMPTY, SPECIAL_COUNT, single_ascii};
pub(crate) use text::{listed_bytes_of, numbered, special_index, special_index_of};
