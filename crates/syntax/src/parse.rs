//! The way in: text to tree, or to an error.

use crate::error::{ErrorKind, SyntaxError, Warning};
use crate::lexer::{EndRule, Lexer};
use crate::names::Names;
use crate::options::{Mode, Options};
use crate::parser::{Invalid, Parser};
use crate::source::Source;
use crate::tree::{Root, SourceRange};
use alloc::vec::Vec;

/// A program that was read.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree.
    pub root: Root,
    /// The identifiers in it.
    pub names: Names,
    /// Warnings about it, in the order of the text.
    pub warnings: Vec<Warning>,
}

/// Reads a program.
///
/// # Errors
/// The error CPython reports first for this text.
pub fn parse(source: &Source, mode: Mode, options: &Options) -> Result<Parsed, SyntaxError> {
    let end_rule = match mode {
        Mode::File => EndRule::ImplyNewline,
        Mode::Eval => EndRule::Plain,
        Mode::Single => EndRule::Interactive { close_blocks: options.close_blocks },
    };
    let lexer = Lexer::new(source, end_rule);
    let mut parser = Parser::new(lexer, options);
    let result = match mode {
        Mode::File => file(&mut parser),
        Mode::Eval => parser.eval_input(),
        Mode::Single => parser.interactive(),
    };
    match result {
        Ok(root) => {
            let mut warnings = core::mem::take(&mut parser.lexer.warnings);
            warnings.sort_by_key(|warning| warning.range.start);
            Ok(Parsed { root, names: parser.names, warnings })
        }
        Err(Invalid) => Err(explain(parser)),
    }
}

fn file(parser: &mut Parser) -> Result<Root, Invalid> {
    let mut body = Vec::new();
    while parser.file_statement(&mut body)? {}
    Ok(Root::Module(body.into()))
}

fn explain(parser: Parser) -> SyntaxError {
    if let Some(error) = parser.error {
        return error;
    }
    if let Some(error) = parser.lexer.error {
        return error.error;
    }
    SyntaxError::new(ErrorKind::Syntax, "invalid syntax", SourceRange::default(), parser.lexer.source())
}
