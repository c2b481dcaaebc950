//! The steps that compare with CPython by a program of their own: what the library offers (`tests/names`), and whether
//! bytes that one writes are read by the other (`tests/exchange`).

use std::time::Duration;

use super::Context;
use super::clients::{counts, skipped};
use crate::corpus::CPython;
use crate::process::Run;
use crate::tally::Tally;
use crate::workspace;

/// Older versions of CPython offer too little.
const OLDEST: (u32, u32) = (3, 13);

/// The longest that one of them may take.
const LIMIT: Duration = Duration::from_secs(300);

/// The public names of the library are CPython's, and each is in a program of the corpus: one check for each name.
pub(super) fn names(context: &Context) -> Result<Tally, String> {
    compare(context, "tests/names/check.py")
}

/// Generated values come over in both directions: one check for each value and direction.
pub(super) fn exchange(context: &Context) -> Result<Tally, String> {
    compare(context, "tests/exchange/check.py")
}

fn compare(context: &Context, script: &str) -> Result<Tally, String> {
    let Some(python) = CPython::find().filter(|python| python.version >= OLDEST) else {
        return Ok(skipped(&format!("no CPython {}.{} or later here", OLDEST.0, OLDEST.1)));
    };
    let ferropy = context.ferropy.as_ref().map_err(Clone::clone)?;
    let run = Run::program(python.interpreter.program)
        .arguments([workspace::root().join(script).as_os_str(), "--ferropy".as_ref(), ferropy.program.as_os_str()])
        .arguments(&context.filters)
        .steady_python()
        .limit(LIMIT)
        .capture()?;
    let tally = run.stdout.lines().last().and_then(counts);
    let tally = tally.ok_or_else(|| format!("{script} fails\n{}{}", run.stdout, run.stderr))?;
    if tally.failed > 0 {
        print!("{}", run.stdout);
    }
    Ok(tally)
}
