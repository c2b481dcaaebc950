//! From source text straight to the code of a module: for build scripts.

use crate::{Options, compile};
use alloc::string::String;
use ferropy_bytecode::CodeObject;
use ferropy_syntax::{Machine, Mode, Source, SyntaxError};

/// The code of a module, with its docstrings or without them.
///
/// # Errors
/// The error as CPython prints it, if the source has one.
pub fn compile_file(text: &str, filename: &str, docstrings: bool) -> Result<CodeObject, String> {
    let source = Source::new(text);
    let render = |error: &SyntaxError| ferropy_syntax::render(error, &source, filename);
    let parsed = ferropy_syntax::parse(&source, Mode::File, &ferropy_syntax::Options::default())
        .map_err(|error| render(&error))?;
    let optimize = if docstrings { 0 } else { 2 };
    let options =
        Options { filename, optimize, machine: Machine::PLENTY, future_annotations: false, knows_const: false };
    Ok(compile(parsed, &source, options).map_err(|error| render(&error))?.code)
}
