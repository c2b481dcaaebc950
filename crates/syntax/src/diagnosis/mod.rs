//! Why a program is not valid.
//!
//! The parser only finds out *that* a program is wrong. Then the statement at fault is read once more, against a grammar
//! that is written as data ([`grammar`]) and tried alternative by alternative, as CPython's parser does it:
//!
//! 1. The first pass tries the productions of the language and finds out how far the tokens make sense.
//! 2. The second pass tries rules for common mistakes as well, each where it may apply. The first that matches is reported.
//! 3. If none does, the error is "invalid syntax" at the last token that the first pass looked at.
//!
//! An error within a token further down is reported in place of both, since it is the likelier cause of confusion: a
//! forgotten quote, for example.
//!
//! Nothing here runs for valid programs, so that it may be slow. It must not nest on the machine's stack, though, nor
//! build anything large: expressions are remembered as outlines of a few bytes.

mod grammar;
mod machine;
mod outline;
mod peg;
mod report;

use crate::error::SyntaxError;
use crate::lexer::{Lexer, Stopped, Weight};
use crate::options::{Mode, Options};
use crate::token::TokenKind;
use machine::Machine;

/// The error of a program that is not valid, read from where a lexer stands. None if nothing is wrong after all.
pub(crate) fn explain<'s>(lexer: Lexer<'s>, mode: Mode, options: &'s Options) -> Option<SyntaxError> {
    let rule = match mode {
        Mode::File => &grammar::statements::FILE,
        Mode::Eval => &grammar::statements::EVAL,
        Mode::Single => &grammar::statements::INTERACTIVE,
    };
    let mut machine = Machine::new(lexer, options);
    if machine.run(rule, false) {
        return None;
    }
    let incomplete = machine.lexer.reached_end();
    if let Some(error) = lexical_error(&machine) {
        return Some(error);
    }
    let last_token = machine.last_token();
    if machine.error.is_none() {
        machine.run(rule, true);
        if let Some(error) = lexical_error(&machine) {
            return Some(error.with_incomplete(incomplete));
        }
    }
    let error = match machine.error.take() {
        Some(error) => error,
        None => {
            let error = machine.generic_error(last_token);
            if matches!(last_token.kind, TokenKind::Indent | TokenKind::Dedent) {
                return Some(error.with_incomplete(incomplete));
            }
            error
        }
    };
    let line = machine.token_position(machine.last_token()).line;
    let error = later_error(&mut machine.lexer, line).unwrap_or(error);
    Some(error.with_incomplete(incomplete))
}

fn lexical_error(machine: &Machine) -> Option<SyntaxError> {
    machine.lexer.error.as_ref().map(|error| error.error.clone())
}

/// The error that is reported instead of one on a line: an error within a token that was not read yet, or a bracket that
/// is open at the end though it was opened on an earlier line.
pub(crate) fn later_error(lexer: &mut Lexer, line: u32) -> Option<SyntaxError> {
    loop {
        match lexer.next_token() {
            Ok(token) if token.kind == TokenKind::EndMarker => return None,
            Ok(_) => {}
            Err(Stopped) => break,
        }
    }
    let error = lexer.error.take()?;
    match error.weight {
        Weight::Token => Some(error.error),
        Weight::FormatString => None,
        Weight::Layout => lexer.open_bracket_error(line),
    }
}
