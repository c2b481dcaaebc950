//! `complex`: numbers with a real and an imaginary part.
//!
//! `arithmetic` computes, `text` reads and writes, `methods` declares the type.

pub(crate) mod arithmetic;
mod methods;
mod text;

pub(crate) use methods::COMPLEX;
