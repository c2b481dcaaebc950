//! From source text straight to the bytes of a compiled file: for build scripts.

use crate::{Options, compile};
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::file_format;
use ferropy_syntax::{Mode, Source, SyntaxError};

/// The compiled file of a module.
///
/// # Errors
/// The error as CPython prints it, if the source has one.
pub fn compile_file(text: &str, filename: &str) -> Result<Vec<u8>, String> {
    let source = Source::new(text);
    let render = |error: &SyntaxError| ferropy_syntax::render(error, &source, filename);
    let parsed = ferropy_syntax::parse(&source, Mode::File, &ferropy_syntax::Options::default())
        .map_err(|error| render(&error))?;
    let options = Options { filename, optimize: 0, future_annotations: false };
    let compiled = compile(parsed, &source, options).map_err(|error| render(&error))?;
    Ok(file_format::encode(&compiled.code))
}
