//! The prompt without a terminal: what every screen shares, be it a terminal, a serial line or a web page.
//!
//! [`Session`] collects lines until they are a whole statement, says how far the next line is indented, and runs the
//! statement in slices; [`complete`] offers what could stand at the cursor; [`show`] and [`exit_code`] deal with what
//! was raised. Reading keys and drawing the line is somebody else's work.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod completion;
mod layout;
mod pieces;
mod raised;
mod session;

pub use completion::{Candidates, complete};
pub use raised::{exit_code, show};
pub use session::{Progress, Session, Step};
