//! Files in a board's flash: the platform's `Files` on a littlefs volume, in the format that MicroPython uses.
//!
//! [`FlashFiles`] is made of three layers: [`BlockDevice`] is what a chip has to offer, `volume` the safe face of the
//! littlefs library, `files` the paths, numbers and rules of POSIX above it. Nothing here knows a board, so that the
//! tests cut the power of a device in RAM.
//!
//! A file's content changes when it is closed or synchronised, and then as a whole: after a power cut it is the old one
//! or the new one, and the volume mounts.
#![no_std]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

extern crate alloc;

mod device;
mod file;
mod files;
mod path;
mod volume;

pub use device::{BLOCK_BYTES, BlockDevice};
pub use files::FlashFiles;
