//! The prompt without a terminal: what every screen shares, be it a terminal, a serial line or a web page.
//!
//! [`Session`] collects lines until they are a whole statement, says how far the next line is indented, and runs the
//! statement in slices; [`complete`] offers what could stand at the cursor; [`show`] and [`exit_code`] deal with what
//! was raised. A terminal's keys and lines are somebody else's work; for serial lines it is done here: [`Serial`] is
//! the whole conversation, for people and for tools, and [`editor`] its line editor.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod beside;
mod completion;
pub mod editor;
mod layout;
mod pieces;
mod raised;
mod serial;
mod session;

pub use beside::run_until_input;
pub use completion::{Candidates, complete};
pub use raised::{exit_code, show};
pub use serial::{Outcome, Serial};
pub use session::{Progress, Session, Step};
