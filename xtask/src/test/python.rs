//! The steps that run the corpus: with ferropy, and with CPython to see that the expectations are true.

use std::path::Path;
use std::time::Duration;

use super::Context;
use crate::corpus::{self, CPython, Case, ExpectedFailures, Interpreter, Run, Verdict};
use crate::tally::Tally;

/// What ferropy's desktop build can do, of the abilities that cases require.
const DESKTOP: &[&str] = &["debugging", "files", "threads"];

/// Every program of the corpus prints what it must.
pub(super) fn corpus(context: &Context) -> Result<Tally, String> {
    let cases = corpus::discover(&context.filters)?;
    let interpreter = context.ferropy.as_ref().map_err(Clone::clone)?;
    let mut tally = run_with(&cases, interpreter, context.limit, context)?;
    if context.filters.is_empty() {
        for name in ExpectedFailures::load()?.without_case() {
            println!("  {name}: listed in expected_failures.txt, but there is no such case");
            tally += Tally::FAILED;
        }
    }
    Ok(tally)
}

/// A start needs no more memory than it should.
pub(super) fn start(context: &Context) -> Result<Tally, String> {
    crate::start::check(&context.ferropy.as_ref().map_err(Clone::clone)?.program)
}

/// Runs cases with ferropy, mindful of the list of expected failures.
pub(super) fn run_with(
    cases: &[Case],
    interpreter: &Interpreter,
    limit: u64,
    context: &Context,
) -> Result<Tally, String> {
    if !interpreter.answers() {
        let options = interpreter.options.join(" ");
        return Err(format!("{} {options} can't run `print(6 * 7)`", interpreter.program.display()));
    }
    let expected_failures = ExpectedFailures::load()?;
    let is_wide = !is_32_bit(&interpreter.program);
    let has = |need: &str| DESKTOP.contains(&need) || (need == "64-bit" && is_wide);
    let runs = corpus::in_parallel(cases, |case| {
        let lacking: Vec<&str> = case.header.requires.iter().map(String::as_str).filter(|need| !has(need)).collect();
        if !lacking.is_empty() {
            return Verdict::Skipped(format!("requires {}", lacking.join(" ")));
        }
        let verdict = examine(case, interpreter, limit);
        match (expected_failures.reason(&case.name), verdict) {
            (Some(reason), Verdict::Failed(_)) => Verdict::Skipped(format!("known to fail: {reason}")),
            (Some(_), Verdict::Passed) => Verdict::Failed("    passes: take it off expected_failures.txt\n".to_owned()),
            (_, verdict) => verdict,
        }
    });
    Ok(report(&runs, context.shown))
}

/// Whether a program is an ELF file for a machine of 32 bits.
fn is_32_bit(program: &Path) -> bool {
    let mut start = [0; 5];
    let read = std::fs::File::open(program).and_then(|mut file| std::io::Read::read_exact(&mut file, &mut start));
    read.is_ok() && start == *b"\x7fELF\x01"
}

fn examine(case: &Case, interpreter: &Interpreter, limit: u64) -> Verdict {
    match corpus::run_case(case, interpreter, Duration::from_secs(limit)) {
        Ok(finished) => Verdict::of(case, &finished),
        Err(problem) => Verdict::Failed(format!("    {problem}\n")),
    }
}

/// CPython, where there is one, prints the same.
pub(super) fn cpython(context: &Context) -> Result<Tally, String> {
    let cases = corpus::discover(&context.filters)?;
    let Some(python) = CPython::find() else {
        println!("  skipped: no CPython 3.11 or later here");
        return Ok(Tally { skipped: cases.len(), ..Tally::default() });
    };
    println!("  {}", python.name());
    let runs = corpus::in_parallel(&cases, |case| match (case.header.python, &case.header.differs) {
        (Some((major, minor)), _) if (major, minor) > python.version => {
            Verdict::Skipped(format!("needs CPython {major}.{minor}"))
        }
        (_, Some(reason)) => Verdict::Skipped(format!("differs: {reason}")),
        _ => examine(case, &python.interpreter, context.limit),
    });
    Ok(report(&runs, context.shown))
}

/// Prints what failed and why others were skipped, and counts.
pub(super) fn report(runs: &[Run], shown: usize) -> Tally {
    let mut tally = Tally::default();
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for run in runs {
        match &run.verdict {
            Verdict::Passed => tally += Tally::PASSED,
            Verdict::Skipped(reason) => {
                tally += Tally::SKIPPED;
                match reasons.iter_mut().find(|(known, _)| known == reason) {
                    Some((_, count)) => *count += 1,
                    None => reasons.push((reason, 1)),
                }
            }
            Verdict::Failed(details) => {
                tally += Tally::FAILED;
                if tally.failed <= shown {
                    print!("  {} ({:.2} s)\n{details}", run.name, run.time.as_secs_f64());
                } else {
                    println!("  {}", run.name);
                }
            }
        }
    }
    for (reason, count) in reasons {
        println!("  skipped {count}: {reason}");
    }
    tally
}
