//! Prints the syntax tree of Python files in the format of `ast.dump(tree, include_attributes=True)`, with `ascii()` in
//! place of `repr()` for constants. Comparing the output with CPython's finds every difference of trees and positions.
//!
//! ```text
//! cargo run --release -p ferropy-syntax --example dump_ast -- [--time] [--eval | --single] file.py …
//! … dump_ast -- [--prompt | --render] - <programs-separated-by-NUL
//! ```
//! Each file gives one line: its tree, or `kind|message|line|offset|end_line|end_offset` of its error.

mod dumper;

use ferropy_syntax::{Mode, Options, Source, completeness, parse, render};
use std::io::Write as _;

fn main() {
    let mut mode = Mode::File;
    let (mut timing, mut prompt, mut rendering) = (false, false, false);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--eval" => mode = Mode::Eval,
            "--single" => mode = Mode::Single,
            "--time" => timing = true,
            "--prompt" => prompt = true,
            "--render" => rendering = true,
            "-" => {
                // Programs separated by NUL on standard input.
                let mut input = Vec::new();
                std::io::Read::read_to_end(&mut std::io::stdin(), &mut input).unwrap_or(0);
                for program in input.split(|byte| *byte == 0) {
                    let line = match () {
                        () if prompt => format!("{:?}", completeness(&String::from_utf8_lossy(program), &options())),
                        () if rendering => rendered(program, mode),
                        () => dump(program, mode, timing),
                    };
                    let _ = writeln!(out, "{line}");
                }
            }
            path => match std::fs::read(path) {
                Ok(bytes) => {
                    let _ = writeln!(out, "{}", dump(&bytes, mode, timing));
                }
                Err(error) => eprintln!("{path}: {error}"),
            },
        }
    }
}

fn options() -> Options {
    Options { character_by_name: Some(ferropy_unicode::names::lookup), ..Options::default() }
}

/// The error of a program as a traceback shows it, with a NUL behind.
fn rendered(bytes: &[u8], mode: Mode) -> String {
    let source = Source::new(String::from_utf8_lossy(bytes));
    let text = parse(&source, mode, &options()).err().map(|error| render(&error, &source, "<file>"));
    text.unwrap_or_default() + "\0"
}

fn dump(bytes: &[u8], mode: Mode, timing: bool) -> String {
    let start = std::time::Instant::now();
    let result = Source::decode(bytes).and_then(|source| {
        let parsed = parse(&source, mode, &options())?;
        Ok((source, parsed))
    });
    let elapsed = start.elapsed();
    match result {
        Ok(_) if timing => format!("{} bytes in {elapsed:?}", bytes.len()),
        Ok((source, parsed)) => dumper::dump(&parsed.root, &parsed.names, &source),
        Err(error) => {
            let position = error.position().unwrap_or_default();
            format!(
                "{}|{}|{}|{}|{}|{}|{}",
                error.kind().name(),
                error.message(),
                position.line,
                position.offset,
                position.end_line,
                position.end_offset,
                error.is_incomplete()
            )
        }
    }
}
