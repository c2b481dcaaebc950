//! A line editor for a serial terminal: keys in as bytes, what to draw out as bytes.
//!
//! It asks the terminal nothing, neither its size nor where the cursor is: behind a serial line nobody may be there to
//! answer. `keys` makes keys of bytes, `line` keeps and draws the line that is edited, `history` the lines before it.

mod edit;
mod history;
mod keys;
mod line;
#[cfg(test)]
mod tests;

pub use edit::{Action, Editor};
