//! The steps that run clients against boards: MicroPython's own tool, and the tool's own board commands (`tests/clients`).
//! `serial` does it with the desktop build as the board, `clients` with the firmware in the emulator.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Context;
use crate::corpus::CPython;
use crate::firmware::Image;
use crate::process::Run;
use crate::tally::Tally;
use crate::{emulate, firmware, workspace};

/// The version that is known to work; it is what people have who install it today.
const MPREMOTE: &str = "mpremote==1.29.0";

/// The longest that installing and testing may take.
const LIMIT: Duration = Duration::from_secs(300);
/// The same for an emulated board.
const LIMIT_EMULATED: Duration = Duration::from_secs(1200);

/// Bytes of the file that is copied.
const FILE: &str = "204800";

/// Everything that clients do with a board over a serial line, with this computer as the board.
pub(super) fn serial(context: &Context) -> Result<Tally, String> {
    if let Some(skipped) = no_terminals() {
        return Ok(skipped);
    }
    let ferropy = context.ferropy.as_ref().map_err(Clone::clone)?;
    sessions(&ferropy.program, None)
}

/// The same with the firmware in the emulator as the board.
pub(super) fn emulated(context: &Context) -> Result<Tally, String> {
    if let Some(skipped) = no_terminals() {
        return Ok(skipped);
    }
    if let Err(reason) = emulate::install(&workspace::root().join("emulator")) {
        return Ok(skipped(&reason));
    }
    let ferropy = context.ferropy.as_ref().map_err(Clone::clone)?;
    let image = firmware::build_usual()?;
    sessions(&ferropy.program, Some(&image))
}

/// Both clients.
fn sessions(ferropy: &Path, image: Option<&Image>) -> Result<Tally, String> {
    let python = CPython::find().ok_or("no CPython 3.11 or later here").map(|found| found.interpreter.program);
    let mut tally = match &python {
        Ok(python) => session(python, "board_command.py", ferropy, image)?,
        Err(reason) => skipped(reason),
    };
    tally += match python_with_mpremote() {
        Ok(python) => session(&python, "mpremote.py", ferropy, image)?,
        Err(reason) => skipped(&reason),
    };
    Ok(tally)
}

/// One client.
fn session(python: &Path, client: &str, ferropy: &Path, image: Option<&Image>) -> Result<Tally, String> {
    let script = workspace::root().join("tests/clients").join(client);
    let mut run = Run::program(python)
        .arguments([script.as_os_str(), "--ferropy".as_ref()])
        .arguments([ferropy.as_os_str()])
        .arguments(["--size", FILE])
        .steady_python()
        .limit(LIMIT);
    if let Some(Image { elf, flash_mib, .. }) = image {
        run = run
            .arguments(["--image".as_ref(), elf.as_os_str()])
            .environment("FERROPY_FLASH_MIB", flash_mib.to_string())
            .limit(LIMIT_EMULATED);
    }
    let run = run.capture()?;
    let tally = run.stdout.lines().last().and_then(counts);
    let tally = tally.ok_or_else(|| format!("{client} fails\n{}{}", run.stdout, run.stderr))?;
    if tally.failed > 0 {
        print!("{}", run.stdout);
    }
    Ok(tally)
}

fn no_terminals() -> Option<Tally> {
    cfg!(not(unix)).then(|| skipped("no pseudo-terminals here"))
}

pub(super) fn skipped(reason: &str) -> Tally {
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
pub(super) fn counts(line: &str) -> Option<Tally> {
    let (passed, failed) = line.split_once(" passed, ")?;
    let failed = failed.strip_suffix(" failed")?.parse().ok()?;
    Some(Tally { passed: passed.parse().ok()?, failed, skipped: 0 })
}
