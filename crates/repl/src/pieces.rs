//! Text with several statements, as it is pasted: the last one is a statement at the prompt, whose value is shown; what
//! stands before is a program.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use ferropy_runtime::embed::Mode;
use ferropy_syntax::tree::{Root, Statement, StatementKind};
use ferropy_syntax::{Options, Source, parse};

/// What to run, in order; one piece if the text is one statement, or wrong.
pub(crate) fn of(text: &str) -> Vec<(Mode, String)> {
    let options = Options::default();
    if parse(&Source::new(text), ferropy_syntax::Mode::Single, &options).is_ok() {
        return alloc::vec![(Mode::Single, text.to_string())];
    }
    let source = Source::new(text);
    let Ok(parsed) = parse(&source, ferropy_syntax::Mode::File, &options) else {
        // A line with a mistake is reported as the prompt does, a program as programs are.
        let mode = if text.trim_end().contains('\n') { Mode::Exec } else { Mode::Single };
        return alloc::vec![(mode, text.to_string())];
    };
    let Root::Module(statements) = parsed.root else { return Vec::new() };
    let Some(last) = statements.last() else { return Vec::new() };
    let line = source.line_of(first_offset(last));
    let start = source.line_start(line) as usize;
    let before = text.get(..start).unwrap_or("");
    // Empty lines in front keep the numbers of the lines.
    let mut rest: String = before.chars().filter(|&letter| letter == '\n').collect();
    rest.push_str(text.get(start..).unwrap_or(""));
    if parse(&Source::new(rest.as_str()), ferropy_syntax::Mode::Single, &options).is_err() {
        return alloc::vec![(Mode::Exec, text.to_string())];
    }
    alloc::vec![(Mode::Exec, before.to_string()), (Mode::Single, rest)]
}

/// Whether the text is the start of a program that further lines may complete.
pub(crate) fn are_unfinished(text: &str) -> bool {
    match parse(&Source::new(text), ferropy_syntax::Mode::File, &Options::default()) {
        Ok(_) => false,
        Err(error) => error.is_incomplete(),
    }
}

/// Where a statement starts, its decorators included.
fn first_offset(statement: &Statement) -> u32 {
    let decorators = match &statement.kind {
        StatementKind::FunctionDef(inner) | StatementKind::AsyncFunctionDef(inner) => &inner.decorators,
        StatementKind::ClassDef(inner) => &inner.decorators,
        _ => return statement.range.start,
    };
    decorators.first().map_or(statement.range.start, |first| first.range.start)
}

#[cfg(test)]
mod tests {
    use super::{Mode, are_unfinished, of};
    use alloc::vec::Vec;

    #[test]
    fn the_last_statement_is_shown() {
        for (text, pieces) in [
            ("1", &[(Mode::Single, "1")][..]),
            ("1; 2", &[(Mode::Single, "1; 2")]),
            ("1 +", &[(Mode::Single, "1 +")]),
            ("x = 1\nx", &[(Mode::Exec, "x = 1\n"), (Mode::Single, "\nx")]),
            ("if x:\n  y\n@f\ndef g(): 0\n", &[(Mode::Exec, "if x:\n  y\n"), (Mode::Single, "\n\n@f\ndef g(): 0\n")]),
            ("x\n1 +\n", &[(Mode::Exec, "x\n1 +\n")]),
        ] {
            let found = of(text);
            let found: Vec<_> = found.iter().map(|(mode, text)| (*mode, text.as_str())).collect();
            assert_eq!(found, pieces, "{text:?}");
        }
    }

    #[test]
    fn unfinished_programs_are_known() {
        assert!(are_unfinished("x = 1\nif x:\n"));
        assert!(are_unfinished("x = 1\ny = (\n"));
        assert!(!are_unfinished("x = 1\ny = )\n"));
    }
}
