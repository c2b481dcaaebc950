//! `cargo xtask bless`: writes the expected outputs of the corpus from the CPython at hand and shows what changed.

use std::path::Path;
use std::time::Duration;

use crate::Outcome;
use crate::corpus::{self, CPython, Case};
use crate::{diff, workspace};

pub(crate) const HELP: &str = "\
  bless [filter…] [--new]
      Writes the expected outputs (.out, .err) of the programs in tests/ whose path contains a filter, from the newest
      CPython found (FERROPY_PYTHON chooses one), and shows what changed. --new writes only missing ones.
      Programs that need a later CPython, or differ from it, are left alone: their outputs are written by hand.";

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (options, filters): (Vec<String>, Vec<String>) =
        arguments.iter().cloned().partition(|argument| argument.starts_with('-'));
    let only_missing = match options.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => false,
        ["--new"] => true,
        _ => return Err(format!("unknown option\n{HELP}")),
    };
    let python = CPython::find().ok_or("there is no CPython 3.11 or later here")?;
    println!("{}", python.name());

    let (mut changed, mut by_hand) = (0, 0);
    for case in corpus::discover(&filters)? {
        if case.header.differs.is_some() || case.header.python.is_some_and(|least| least > python.version) {
            by_hand += 1;
        } else if !(only_missing && case.out().exists()) && bless(&case, &python)? {
            changed += 1;
        }
    }
    println!("{changed} changed, {by_hand} written by hand");
    Ok(None)
}

/// Writes the outputs of one case; says whether they changed.
fn bless(case: &Case, python: &CPython) -> Result<bool, String> {
    let finished = corpus::run_case(case, &python.interpreter, Duration::from_secs(60))?;
    if finished.code != Some(case.header.status) {
        println!("{}: not blessed, the exit code is {:?}\n{}", case.name, finished.code, finished.stderr);
        return Ok(false);
    }
    let mut changed = write(&case.out(), &finished.stdout)?;
    if case.header.stderr {
        changed |= write(&case.err(), &finished.stderr)?;
    } else if !finished.stderr.is_empty() && case.header.status == 0 {
        println!("{}: writes to standard error\n{}", case.name, finished.stderr);
    }
    Ok(changed)
}

fn write(path: &Path, text: &str) -> Result<bool, String> {
    let known = std::fs::read_to_string(path).unwrap_or_default();
    if known == text && path.exists() {
        return Ok(false);
    }
    println!("{}", workspace::display(path));
    if !known.is_empty() {
        print!("{}", diff::lines(&known, text));
    }
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", workspace::display(path)))?;
    Ok(true)
}
