//! Ferropy's standard library: one file or folder for each module, written against the runtime's public interface.
//!
//! [`MODULES`] is the list of them: what an embedder hands to an isolate.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod errno;
mod frozen;
mod gc;
mod io;
mod math;
mod posix;
mod streams;
mod sys;
mod time;

use ferropy_runtime::native::ModuleSpec;

/// All modules that are written in Rust.
pub static MODULES: &[&ModuleSpec] = &[
    &sys::MODULE,
    &streams::MODULE,
    &errno::MODULE,
    &gc::MODULE,
    &time::MODULE,
    &math::MODULE,
    &posix::MODULE,
    &io::MODULE,
    &frozen::OS,
    &frozen::POSIXPATH,
    &frozen::IO,
];

pub use io::flush_files;
pub use sys::{set_arguments, set_path};
