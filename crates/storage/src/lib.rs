//! The platform's `Files` on devices of blocks: littlefs, in the format that MicroPython uses for a board's flash
//! ([`FlashFiles`]), and FAT for memory cards ([`FatFiles`]).
//!
//! [`FlashFiles`] is made of three layers: [`BlockDevice`] is what a chip has to offer, `volume` the safe face of the
//! littlefs library, `files` the paths, numbers and rules of POSIX above it. Nothing here knows a board, so that the
//! tests cut the power of a device in RAM.
//!
//! There a file's content changes when it is closed or synchronised, and then as a whole: after a power cut it is the old one
//! or the new one, and the volume mounts.
#![no_std]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

extern crate alloc;

mod check;
mod device;
mod fat;
mod file;
mod files;
mod path;
mod stat;
mod volume;

pub use fat::FatFiles;
pub use files::FlashFiles;
pub use volume::Settings;

use ferropy_platform::{BlockDevice, Files};

/// A volume whose device is lent to it for each operation.
pub trait LentVolume: Send {
    /// Does something with the files, while the device is there. `now_ns` is the time, in nanoseconds since 1970.
    fn with(&mut self, device: &mut dyn BlockDevice, now_ns: i64, work: &mut dyn FnMut(&mut dyn Files));
}
