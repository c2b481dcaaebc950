//! The step that runs packages from PyPI (`tests/packages`): each must do what it does with CPython.

use std::time::Duration;

use super::Context;
use super::clients::{counts, skipped};
use crate::corpus::CPython;
use crate::process::Run;
use crate::tally::Tally;
use crate::workspace;

/// The longest that installing them and running all programs may take.
const LIMIT: Duration = Duration::from_secs(900);

/// What pip can't install is no failure of ours: there may be no network.
const NOT_INSTALLED: i32 = 3;

/// Programs that use packages, with CPython and with the binary under test. The packages stay in the folder of the build.
pub(super) fn packages(context: &Context) -> Result<Tally, String> {
    let ferropy = context.ferropy.as_ref().map_err(Clone::clone)?;
    let Some(python) = CPython::find() else {
        return Ok(skipped("no CPython 3.11 or later here"));
    };
    let script = workspace::root().join("tests/packages/check.py");
    let run = Run::program(python.interpreter.program)
        .arguments([script.as_os_str(), "--ferropy".as_ref(), ferropy.program.as_os_str()])
        .arguments(["--folder".as_ref(), workspace::target_dir().join("packages").as_os_str()])
        .steady_python()
        .limit(LIMIT)
        .capture()?;
    let last = run.stdout.lines().last().unwrap_or_default();
    if run.code == Some(NOT_INSTALLED) {
        return Ok(skipped(last));
    }
    let tally = counts(last).ok_or_else(|| format!("check.py fails\n{}{}", run.stdout, run.stderr))?;
    if tally.failed > 0 {
        print!("{}", run.stdout);
    }
    Ok(tally)
}
