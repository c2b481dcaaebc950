//! Numbers, without Python's objects: what the compiler and the runtime both need to know about them.
//!
//! - [`integer`]: integers of any size on borrowed limbs;
//! - [`direct`]: integers in words of the caller, where no memory is needed;
//! - [`small`]: machine integers with Python's rounding;
//! - [`float`]: floats to and from text, rounding, powers;
//! - [`format`]: the format mini-language and `%` formats;
//! - [`hash`]: hashes that agree between the types;
//! - [`mod@slice`]: indices and slices;
//! - [`sort`]: sorting in little code.
//!
//! Nothing here aborts on large input: memory is reserved fallibly, and whatever may grow without bound
//! takes a limit.
#![no_std]
#![forbid(unsafe_code)]
extern crate alloc;

pub mod direct;
pub mod float;
pub mod format;
pub mod hash;
pub mod integer;
mod natural;
pub mod slice;
pub mod small;
pub mod sort;
mod watch;
mod words;

#[doc(inline)]
pub use integer::{Integer, IntegerError, IntegerRef, IntegerResult, SmallInteger};

#[doc(inline)]
pub use watch::{Bounds, Watch};

/// The allocator refused.
pub use natural::OutOfMemory;
