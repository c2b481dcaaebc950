//! Running cases and comparing what they print.
//!
//! Every case runs in an empty folder of its own, so that what it writes disturbs nobody. The repository's path is
//! cut out of what it prints, so that tracebacks look the same on every machine.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::case::Case;
use super::interpreter::Interpreter;
use crate::process::{self, Finished};
use crate::{diff, workspace};

/// How many cases run at once.
const THREADS: usize = 2;

/// What happened to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed,
    /// With what to show.
    Failed(String),
    /// With the reason.
    Skipped(String),
}

/// A case that ran.
pub(crate) struct Run {
    pub(crate) name: String,
    pub(crate) verdict: Verdict,
    pub(crate) time: Duration,
}

/// Applies `examine` to all cases on a few threads; the results are in the order of the cases.
pub(crate) fn in_parallel(cases: &[Case], examine: impl Fn(&Case) -> Verdict + Sync) -> Vec<Run> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(HashMap::new());
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(case) = cases.get(at) else { break };
                    let start = Instant::now();
                    let verdict = examine(case);
                    let run = Run { name: case.name.clone(), verdict, time: start.elapsed() };
                    if let Ok(mut results) = results.lock() {
                        results.insert(at, run);
                    }
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_default();
    (0..cases.len()).filter_map(|at| results.remove(&at)).collect()
}

/// Runs a case and returns what it left, with the repository's path cut out.
pub(crate) fn run_case(case: &Case, interpreter: &Interpreter, limit: Duration) -> Result<Finished, String> {
    let scratch = scratch_folder(&case.name);
    std::fs::create_dir_all(&scratch).map_err(|error| format!("{}: {error}", scratch.display()))?;
    let run = process::Run::program(&interpreter.program)
        .arguments(&interpreter.options)
        .arguments([&case.path])
        .arguments(&case.header.args)
        .folder(&scratch)
        .stdin(&case.header.stdin)
        .limit(limit)
        .steady_python()
        .capture();
    std::fs::remove_dir_all(&scratch).ok();
    let mut finished = run?;
    for text in [&mut finished.stdout, &mut finished.stderr] {
        *text = neutral(text, &scratch);
    }
    Ok(finished)
}

/// A folder that no other case, and no other run of this tool, uses.
fn scratch_folder(name: &str) -> PathBuf {
    let folder = format!("{}-{:?}", std::process::id(), thread::current().id());
    workspace::target_dir().join("corpus").join(folder).join(name.replace('/', "-"))
}

fn neutral(text: &str, scratch: &Path) -> String {
    let root = format!("{}/", workspace::root().display());
    text.replace(&scratch.display().to_string(), "<scratch>").replace(&root, "").replace("\r\n", "\n")
}

impl Verdict {
    /// Compares what a case left with what it must leave.
    pub(crate) fn of(case: &Case, finished: &Finished) -> Verdict {
        let mut problems = String::new();
        if finished.timed_out {
            problems.push_str("    does not end in time\n");
        } else if finished.code != Some(case.header.status) {
            let found = finished.code.map_or("none".to_owned(), |code| code.to_string());
            problems.push_str(&format!("    exit code {found}, not {}\n", case.header.status));
        }
        match std::fs::read_to_string(case.out()) {
            Err(_) => problems.push_str("    has no .out file; `cargo xtask bless` writes it\n"),
            Ok(expected) if expected != finished.stdout => {
                problems.push_str(&diff::lines(&expected, &finished.stdout));
            }
            Ok(_) => {}
        }
        if case.header.stderr {
            let expected = std::fs::read_to_string(case.err()).unwrap_or_default();
            if expected != finished.stderr {
                problems.push_str("    on standard error:\n");
                problems.push_str(&diff::lines(&expected, &finished.stderr));
            }
        } else if !finished.stderr.is_empty() && (case.header.status == 0 || !problems.is_empty()) {
            problems.push_str("    unexpected on standard error:\n");
            for line in last_lines(&finished.stderr, 12) {
                problems.push_str(&format!("      {line}\n"));
            }
        }
        if problems.is_empty() { Verdict::Passed } else { Verdict::Failed(problems) }
    }
}

fn last_lines(text: &str, count: usize) -> impl Iterator<Item = &str> {
    let lines: Vec<&str> = text.lines().collect();
    let skipped = lines.len().saturating_sub(count);
    lines.into_iter().skip(skipped)
}
