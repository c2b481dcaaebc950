//! `float`: double precision numbers.
//!
//! `arithmetic` is what the operators do, `methods` the declaration and everything else.

pub(crate) mod arithmetic;
mod methods;

pub(crate) use methods::FLOAT;
