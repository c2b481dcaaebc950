//! Errors as text: the end of a traceback, with the line and carets below what is wrong.

use crate::error::{ErrorPosition, SyntaxError};
use crate::source::Source;
use alloc::format;
use alloc::string::String;

/// The last lines of the traceback that CPython prints for a syntax error, each ended by a newline.
///
/// ```
/// use ferropy_syntax::{Mode, Options, Source, parse, render};
///
/// let source = Source::new("x = = 1\n");
/// let error = parse(&source, Mode::File, &Options::default()).unwrap_err();
/// let expected = "  File \"f.py\", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n";
/// assert_eq!(render(&error, &source, "f.py"), expected);
/// ```
#[must_use]
pub fn render(error: &SyntaxError, source: &Source, filename: &str) -> String {
    let mut out = String::new();
    if let Some(position) = error.position() {
        out.push_str(&format!("  File \"{filename}\", line {}\n", position.line));
        push_line_and_carets(&mut out, position, source);
    }
    out.push_str(&format!("{}: {}\n", error.kind().name(), error.message()));
    out
}

/// The line without its indentation, and the carets below it, unless there is no such line.
fn push_line_and_carets(out: &mut String, position: ErrorPosition, source: &Source) {
    if position.line == 0 || position.line > source.line_count() {
        return;
    }
    let line = source.line_text(position.line);
    let shown = line.trim_start_matches([' ', '\n', '\x0C']);
    out.push_str(&format!("    {shown}\n"));
    let indentation = (line.chars().count() - shown.chars().count()) as i32;
    // Offsets are limited to the line with its newline.
    let width = line.chars().count() as i32 + 1;
    let start = position.offset.min(width);
    let end = match position.end_offset {
        _ if position.end_line != position.line => width,
        0 => start,
        end => end.min(width),
    };
    let end = if end <= start { start + 1 } else { end };
    let first = start - 1 - indentation;
    if first < 0 {
        return;
    }
    out.push_str("    ");
    // Tabs stay tabs, so that the carets stand below what they mean.
    let behind = core::iter::repeat(' ');
    let above = shown.chars().map(|character| if character.is_whitespace() { character } else { ' ' });
    out.extend(above.chain(behind).take(first as usize));
    out.extend(core::iter::repeat_n('^', (end - start).max(0) as usize));
    out.push('\n');
}
