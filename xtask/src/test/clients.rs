//! The step that runs MicroPython's own tool against the desktop build as a board: `tests/clients`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Context;
use crate::corpus::CPython;
use crate::process::Run;
use crate::tally::Tally;
use crate::workspace;

/// The version that is known to work; it is what people have who install it today.
const MPREMOTE: &str = "mpremote==1.29.0";

/// The longest that installing and testing may take.
const LIMIT: Duration = Duration::from_secs(300);

/// Everything that the tool does with a board over a serial line.
pub(super) fn serial(context: &Context) -> Result<Tally, String> {
    if cfg!(not(unix)) {
        return Ok(skipped("no pseudo-terminals here"));
    }
    let python = match python_with_mpremote() {
        Ok(python) => python,
        Err(reason) => return Ok(skipped(&reason)),
    };
    let ferropy = context.ferropy.as_ref().map_err(Clone::clone)?;
    let run = Run::program(&python)
        .arguments([workspace::root().join("tests/clients/mpremote.py").as_os_str(), "--ferropy".as_ref()])
        .arguments([ferropy.program.as_os_str()])
        .steady_python()
        .limit(LIMIT)
        .capture()?;
    let tally = run.stdout.lines().last().and_then(counts);
    let tally = tally.ok_or_else(|| format!("mpremote.py fails\n{}{}", run.stdout, run.stderr))?;
    if tally.failed > 0 {
        print!("{}", run.stdout);
    }
    Ok(tally)
}

fn skipped(reason: &str) -> Tally {
    println!("  skipped: {reason}");
    Tally::SKIPPED
}

/// The Python of a virtual environment in the folder of the build, made when it is first needed.
fn python_with_mpremote() -> Result<PathBuf, String> {
    let folder = workspace::target_dir().join("mpremote");
    let python = folder.join("bin/python");
    if !has_mpremote(&python) {
        let base = CPython::find().ok_or("no CPython 3.11 or later here")?.interpreter.program;
        let made = Run::program(base).arguments(["-m", "venv"]).arguments([&folder]).limit(LIMIT).capture();
        if !made.is_ok_and(|run| run.success()) {
            return Err("this CPython can't make a virtual environment".to_owned());
        }
        let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", MPREMOTE];
        let installed = Run::program(&python).arguments(install).limit(LIMIT).capture();
        if !installed.is_ok_and(|run| run.success()) {
            return Err(format!("pip can't install {MPREMOTE}"));
        }
    }
    Ok(python)
}

fn has_mpremote(python: &Path) -> bool {
    python.exists()
        && Run::program(python).arguments(["-c", "import mpremote"]).capture().is_ok_and(|run| run.success())
}

/// Reads the line `11 passed, 0 failed`.
fn counts(line: &str) -> Option<Tally> {
    let (passed, failed) = line.split_once(" passed, ")?;
    let failed = failed.strip_suffix(" failed")?.parse().ok()?;
    Some(Tally { passed: passed.parse().ok()?, failed, skipped: 0 })
}
