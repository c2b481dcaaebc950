//! The way in: text to tree, or to an error.

use crate::diagnosis::{explain, later_error};
use crate::error::{ErrorKind, SyntaxError, Warning};
use crate::lexer::{EndRule, Lexer};
use crate::names::Names;
use crate::options::{Mode, Options};
use crate::parser::{Invalid, Parser};
use crate::source::Source;
use crate::token::TokenKind;
use crate::tree::Root;
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
    source.check_null_bytes()?;
    let mut parser = Parser::new(Lexer::new(source, end_rule), options);
    let mut first_line = 1;
    let result = match mode {
        Mode::File => file(&mut parser, &mut first_line),
        Mode::Eval => parser.eval_input(),
        Mode::Single => single(&mut parser)?,
    };
    if let Ok(root) = result {
        let mut warnings = core::mem::take(&mut parser.lexer.warnings);
        sort_warnings(&mut warnings);
        return Ok(Parsed { root, names: parser.names, warnings });
    }
    if let Some(error) = parser.error.take() {
        let line = error.position().map_or(0, |position| position.line);
        let is_final = error.kind() == ErrorKind::Recursion;
        let later = if is_final { None } else { later_error(&mut parser.lexer, line) };
        return Err(later.unwrap_or(error));
    }
    let place = parser.place();
    let statement_line = parser.statement_line();
    let lexical_error = parser.lexer.error.take();
    drop(parser);
    let lexer = Lexer::starting_at(source, end_rule, first_line);
    if let Some(error) = explain(lexer, mode, options) {
        return Err(error.behind_statement(statement_line));
    }
    debug_assert!(false, "the diagnosis accepts what the parser rejects");
    Err(match lexical_error {
        Some(error) => error.error,
        None => SyntaxError::new(ErrorKind::Syntax, "invalid syntax", place, source),
    })
}

/// Sorts warnings by their place. Those of the lexer are a few tokens ahead of the parser's, so that insertion is linear
/// here, and it costs kilobytes less of flash than the library's sort.
fn sort_warnings(warnings: &mut [Warning]) {
    for end in 1..warnings.len() {
        let mut place = end;
        while let Some([before, warning]) = place.checked_sub(1).and_then(|start| warnings.get(start..=place))
            && before.range.start > warning.range.start
        {
            warnings.swap(place - 1, place);
            place -= 1;
        }
    }
}

/// One interactive statement, behind which there may be only blanks and comments.
fn single(parser: &mut Parser) -> Result<Result<Root, Invalid>, SyntaxError> {
    let (root, newline) = match parser.interactive() {
        Ok(parsed) => parsed,
        Err(Invalid) => return Ok(Err(Invalid)),
    };
    let source = parser.lexer.source();
    let rest = source.text().get(newline.range.end as usize..).unwrap_or("");
    if rest.lines().map(str::trim_start).any(|line| !line.is_empty() && !line.starts_with('#')) {
        let message = "multiple statements found while compiling a single statement";
        return Err(SyntaxError::new(ErrorKind::Syntax, message, newline.range, source));
    }
    Ok(Ok(root))
}

/// The statements of a file. The line from which the last one can be read again is left in `first_line`.
fn file(parser: &mut Parser, first_line: &mut u32) -> Result<Root, Invalid> {
    let mut body = Vec::new();
    loop {
        let before = *first_line;
        if !parser.file_statement(&mut body)? {
            return Ok(Root::Module(body.into()));
        }
        // What is wrong with an `elif` here is what stands in front of it.
        *first_line = if parser.kind() == TokenKind::Elif { before } else { parser.next_line() };
    }
}
