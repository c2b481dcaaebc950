//! `cargo xtask start`: the memory that the command-line tool needs to start, and what is told to the linker for it.
//!
//! Most of it is pages of the tool's own file, of which the system maps sixteen where one is touched. So what a start runs
//! lies together in the file: [`order`] finds it out, and `crates/ferropy/start.ld` tells the linker.

mod order;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::Outcome;
use crate::process::Run;
use crate::tally::Tally;
use crate::workspace;

pub(crate) const HELP: &str = "\
  start [--update] [--binary PATH]
      Measures the peak resident memory of a start of the command-line tool, on Linux; --update writes anew which
      functions lie together for it (crates/ferropy/start.ld), from what valgrind sees a start run.";

/// The most KiB that a start may have resident: a tenth more than was measured. Where nothing is laid out it is 8000.
const MOST: u64 = 5800;

/// Starts, of which the one with the least counts: which pages the system has at hand is chance.
const STARTS: usize = 5;

/// What is started: it waits behind its start until it was looked at.
const PROGRAM: &str = "import sys; print(flush=True); sys.stdin.read()";

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (mut update, mut binary) = (false, None);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--update" => update = true,
            "--binary" => binary = Some(PathBuf::from(arguments.next().ok_or("--binary needs a path")?)),
            other => return Err(format!("what is {other}?\n{HELP}")),
        }
    }
    let binary = binary.map_or_else(workspace::build_ferropy, Ok)?;
    if !update {
        return check(&binary).map(Some);
    }
    order::write(&binary)?;
    println!("What lies where changes with the next build.");
    Ok(None)
}

/// Whether a start of the tool needs no more memory than it should.
pub(crate) fn check(binary: &Path) -> Result<Tally, String> {
    if !cfg!(all(target_os = "linux", target_env = "gnu")) {
        println!("  skipped: the tool is laid out for its start on Linux only");
        return Ok(Tally::SKIPPED);
    }
    let peaks = (0..STARTS).map(|_| peak(binary)).collect::<Result<Vec<u64>, String>>()?;
    let peak = peaks.into_iter().min().unwrap_or(0);
    println!("  {peak} KiB are resident behind a start, {MOST} may be");
    Ok(Tally::of(peak <= MOST))
}

/// The peak resident memory of one start in KiB. What the system counts for a process that ended includes this tool's own, as
/// it was before the program replaced it, so the process is asked while it lives.
fn peak(binary: &Path) -> Result<u64, String> {
    let mut command = Run::program(binary).arguments(["-c", PROGRAM]).steady_python().into_command();
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| format!("{}: {error}", binary.display()))?;
    let mut line = [0];
    let read = child.stdout.take().map_or(Ok(()), |mut pipe| pipe.read_exact(&mut line));
    let status = workspace::read(Path::new(&format!("/proc/{}/status", child.id())));
    drop(child.stdin.take());
    child.wait().and(read).map_err(|error| format!("{}: {error}", binary.display()))?;
    let peak = status?.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    peak.ok_or_else(|| "the system does not say how much memory a process had".to_owned())
}
