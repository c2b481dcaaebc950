//! Ferropy's standard library: one file or folder for each module, written against the runtime's public interface.
//!
//! [`MODULES`] is the list of them: what an embedder hands to an isolate.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod errno;
mod gc;
mod math;
mod streams;
mod sys;
mod time;

use ferropy_runtime::native::ModuleSpec;

/// All modules that are written in Rust.
pub static MODULES: &[&ModuleSpec] =
    &[&sys::MODULE, &streams::MODULE, &errno::MODULE, &gc::MODULE, &time::MODULE, &math::MODULE];

pub use sys::{set_arguments, set_path};
