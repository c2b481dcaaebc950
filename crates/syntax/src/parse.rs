//! The way in: text to tree, or to an error.

use crate::diagnosis::{explain, later_error};
use crate::error::{ErrorKind, SyntaxError, Warning};
use crate::lexer::{EndRule, Lexer};
use crate::names::Names;
use crate::options::{Mode, Options};
use crate::parser::{Invalid, Parser};
use crate::source::Source;
use crate::token::TokenKind;
use crate::tree::{Root, Statement};
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
    let mut statements = Statements::of_mode(source, mode, options)?;
    let parser = &mut statements.parser;
    let root = match mode {
        Mode::File => {
            let mut body = Vec::new();
            while statements.read(&mut body)? {}
            Root::Module(body.into())
        }
        Mode::Eval => parser.eval_input().map_err(|Invalid| statements.error())?,
        Mode::Single => single(parser)?.map_err(|Invalid| statements.error())?,
    };
    let warnings = statements.warnings();
    Ok(Parsed { root, names: statements.parser.names, warnings })
}

/// A program of which one statement is read after the other, for those who have no memory for the tree of all.
pub struct Statements<'s> {
    parser: Parser<'s>,
    mode: Mode,
    end_rule: EndRule,
    /// The line from which the last statement can be read again.
    first_line: u32,
}

impl<'s> Statements<'s> {
    /// The statements of a file.
    ///
    /// # Errors
    /// What is wrong with all of the text.
    pub fn new(source: &'s Source, options: &'s Options) -> Result<Self, SyntaxError> {
        Statements::of_mode(source, Mode::File, options)
    }

    fn of_mode(source: &'s Source, mode: Mode, options: &'s Options) -> Result<Self, SyntaxError> {
        let end_rule = match mode {
            Mode::File => EndRule::ImplyNewline,
            Mode::Eval => EndRule::Plain,
            Mode::Single => EndRule::Interactive { close_blocks: options.close_blocks },
        };
        source.check_null_bytes()?;
        let parser = Parser::new(Lexer::new(source, end_rule), options);
        Ok(Statements { parser, mode, end_rule, first_line: source.line_of(0) })
    }

    /// Appends the statements up to the end of a line or block; false at the end of the text.
    ///
    /// # Errors
    /// The error that CPython reports first for the whole text, if it is not before.
    pub fn read(&mut self, body: &mut Vec<Statement>) -> Result<bool, SyntaxError> {
        match self.parser.file_statement(body) {
            Err(Invalid) => Err(self.error()),
            Ok(false) => Ok(false),
            Ok(true) => {
                // What is wrong with an `elif` here is what stands in front of it.
                if self.parser.kind() != TokenKind::Elif {
                    self.first_line = self.parser.next_line();
                }
                Ok(true)
            }
        }
    }

    /// The identifiers in what was read.
    pub fn names(&mut self) -> &mut Names {
        &mut self.parser.names
    }

    /// The warnings about what was read, in the order of the text.
    pub fn warnings(&mut self) -> Vec<Warning> {
        let mut warnings = core::mem::take(&mut self.parser.lexer.warnings);
        sort_warnings(&mut warnings);
        warnings
    }

    /// What is wrong where the parser stopped.
    fn error(&mut self) -> SyntaxError {
        let Statements { parser, mode, end_rule, first_line } = self;
        if let Some(error) = parser.error.take() {
            let line = error.position().map_or(0, |position| position.line);
            let is_final = matches!(error.kind(), ErrorKind::Recursion | ErrorKind::Memory);
            let later = if is_final { None } else { later_error(&mut parser.lexer, line) };
            return later.unwrap_or(error);
        }
        let place = parser.place();
        let statement_line = parser.statement_line();
        let lexical_error = parser.lexer.error.take();
        let source = parser.lexer.source();
        let lexer = Lexer::starting_at(source, *end_rule, *first_line);
        if let Some(error) = explain(lexer, *mode, parser.options) {
            return error.behind_statement(statement_line);
        }
        debug_assert!(false, "the diagnosis accepts what the parser rejects");
        match lexical_error {
            Some(error) => error.error,
            None => SyntaxError::new(ErrorKind::Syntax, "invalid syntax", place, source),
        }
    }
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
