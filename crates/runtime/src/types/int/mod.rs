//! `int`: integers of any size.
//!
//! Most ints lie in the word itself; the rest in the heap as sign and limbs. `arithmetic` is what the operators do,
//! `direct` what they do without leaving the interpreter's loop,
//! `text` how ints are read and written, `bytes` the conversion to and from byte strings.

pub(crate) mod arithmetic;
mod bytes;
pub(crate) mod direct;
mod methods;
pub(crate) mod text;

pub(crate) use methods::INT;
