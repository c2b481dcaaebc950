//! The prompt without a terminal: what every screen shares, be it a terminal, a serial line or a web page.
//!
//! [`Session`] collects lines until they are a whole statement and says how far the next line is indented;
//! [`complete`] offers what could stand at the cursor. Reading keys and drawing the line is somebody else's work.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod completion;
mod session;

pub use completion::{Candidates, complete};
pub use session::{Session, Step};
