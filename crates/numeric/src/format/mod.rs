//! The format specification mini-language, for `format()`, f-strings and `str.format`, and the older `%` formats.
//!
//! [`FormatSpec::parse`] reads a specification; [`format_integer`], [`format_float`], [`format_complex`] and
//! [`format_text`] apply it, and [`write_integer`] and [`write_float`] append what they give to a text; `percent` does the same for parsed `%` flags. `layout` is what they share: sign, prefix,
//! grouped digits and padding. Widths and precisions may be as large as a program writes them, so the fields are
//! public and a caller with a limit looks at them first.

mod complex;
mod error;
mod field;
mod float;
mod integer;
mod layout;
mod percent;
mod spec;
mod text;

#[cfg(test)]
mod tests;

pub use complex::format_complex;
pub use error::FormatError;
pub use float::{format_float, write_float};
pub use integer::{format_integer, write_decimal, write_integer};
pub use percent::{PercentSpec, percent_float, percent_integer, write_percent_float, write_percent_integer};
pub use spec::{Align, FormatSpec, Grouping, Sign, Target};
pub use text::{TextLayout, format_text};
