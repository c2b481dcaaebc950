//! The step that compares calls of builtin types with CPython: `tests/differential`.

use std::time::Duration;

use super::Context;
use crate::corpus::CPython;
use crate::process::Run;
use crate::tally::Tally;
use crate::workspace;

/// The same calls each time; other seeds are tried by hand.
const SEED: &str = "1";
const CALLS: &str = "6000";

/// Older versions of CPython say too much in other words.
const OLDEST: (u32, u32) = (3, 13);

/// The longest that they may take together.
const LIMIT: Duration = Duration::from_secs(300);

/// A seeded pass: one check for each call.
pub(super) fn calls(context: &Context) -> Result<Tally, String> {
    let Some(python) = CPython::find().filter(|python| python.version >= OLDEST) else {
        println!("  skipped: no CPython {}.{} or later here", OLDEST.0, OLDEST.1);
        return Ok(Tally::SKIPPED);
    };
    let ferropy = context.ferropy.as_ref().map_err(Clone::clone)?;
    let program = &python.interpreter.program;
    let run = Run::program(program)
        .arguments([workspace::root().join("tests/differential/compare.py").as_os_str(), "--ferropy".as_ref()])
        .arguments([ferropy.program.as_os_str(), "--python".as_ref(), program.as_os_str()])
        .arguments(["--seed", SEED, "--calls", CALLS])
        .steady_python()
        .limit(LIMIT)
        .capture()?;
    if run.timed_out {
        return Err(format!("{CALLS} calls take longer than {} seconds", LIMIT.as_secs()));
    }
    let sum = run.stdout.lines().last().and_then(counts).ok_or_else(|| format!("compare.py fails\n{}", run.stderr))?;
    for line in run.stdout.lines() {
        println!("  {line}");
    }
    Ok(sum)
}

/// Reads the line that ends in `…: 5990 agree, 10 differ`.
fn counts(line: &str) -> Option<Tally> {
    let (agree, differ) = line.rsplit(": ").next()?.split_once(" agree, ")?;
    let failed = differ.strip_suffix(" differ")?.parse().ok()?;
    Some(Tally { passed: agree.parse().ok()?, failed, skipped: 0 })
}
