//! Wire formats between a board and the computer it is connected to, as data in and data out: both ends, no I/O.
//!
//! Nothing here blocks, reads a clock or knows Python: who has the bytes hands them over one by one and sends what
//! comes back.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod base64;
mod line_ends;
pub mod mount;
pub mod picoboot;
pub mod raw_repl;
pub mod uf2;

pub use line_ends::with_carriage_returns;
