//! Python 3.14 source text to syntax tree, with CPython's errors.
//!
//! [`parse`] reads a [`Source`] and gives a [`Parsed`] program: a tree, its names, and warnings. [`tree`] is the tree's
//! shape. A [`SyntaxError`] has CPython's wording and position; [`render`] shows it as a traceback does, [`suggest_keyword`] helps with misspelt keywords, and
//! [`completeness`] tells a prompt whether to ask for another line.
//!
//! ```
//! use ferropy_syntax::{Mode, Options, Source, parse};
//!
//! let source = Source::new("x = 1 +");
//! let error = parse(&source, Mode::File, &Options::default()).unwrap_err();
//! assert_eq!(error.message(), "invalid syntax");
//! ```
#![no_std]
#![forbid(unsafe_code)]
extern crate alloc;

mod decode;
mod diagnosis;
mod error;
mod lexer;
mod names;
mod options;
mod parse;
mod parser;
mod prompt;
mod render;
mod source;
mod suggestion;
mod token;
pub mod tree;

pub use decode::Decoder;
pub use error::{ErrorKind, ErrorPosition, SyntaxError, Warning, WarningKind};
pub use names::{Name, Names};
pub use options::{Machine, Mode, Options, TOO_DEEP};
pub use parse::{Parsed, Statements, parse};
pub use prompt::{Completeness, completeness};
pub use render::render;
pub use source::{Location, Source};
pub use suggestion::{KeywordSuggestion, common_indentation, suggest_keyword, suspect_code};
