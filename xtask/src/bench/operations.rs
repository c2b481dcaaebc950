//! `cargo xtask bench operations`: each builtin operation by itself, on ferropy and on CPython.
//!
//! The operations are the families in `bench/operations/`; `measure.py` there times those of one family. Both
//! interpreters run a family in turn, several times, and the best time of each operation counts.

use std::path::{Path, PathBuf};

use super::{Peer, measure, stem};
use crate::workspace;

/// Ratios above this are what the list is for.
const LIMIT: f64 = 2.0;

/// An operation and its best times so far, in nanoseconds.
struct Operation {
    name: String,
    ours: f64,
    theirs: f64,
}

impl Operation {
    fn ratio(&self) -> f64 {
        self.ours / self.theirs.max(0.01)
    }
}

/// Runs the families, or those with a word in their name, and prints the operations, slowest first.
pub(super) fn run(ours: &Peer, theirs: &Peer, families: &[String], runs: usize) -> Result<(), String> {
    let folder = workspace::root().join("bench").join("operations");
    let program = folder.join("measure.py");
    let chosen: Vec<PathBuf> = workspace::files_below(&folder, &[".py"])
        .into_iter()
        .filter(|path| *path != program)
        .filter(|path| families.is_empty() || families.iter().any(|word| stem(path).contains(word)))
        .collect();
    if chosen.is_empty() {
        return Err("no such family in bench/operations/".to_owned());
    }
    let mut operations = Vec::new();
    for family in &chosen {
        operations.extend(run_family(ours, theirs, &program, &stem(family), runs)?);
    }
    print_table(operations, &ours.name, &theirs.name);
    Ok(())
}

fn run_family(ours: &Peer, theirs: &Peer, program: &Path, family: &str, runs: usize) -> Result<Vec<Operation>, String> {
    let mut operations: Vec<Operation> = Vec::new();
    for _ in 0..runs {
        let times = times_of(ours, program, family)?;
        let other_times = times_of(theirs, program, family)?;
        for ((name, ours), (other_name, theirs)) in times.into_iter().zip(other_times) {
            if name != other_name {
                return Err(format!("{family}: {name} and {other_name} don't belong together"));
            }
            match operations.iter_mut().find(|operation| operation.name == name) {
                Some(known) => {
                    known.ours = known.ours.min(ours);
                    known.theirs = known.theirs.min(theirs);
                }
                None => operations.push(Operation { name, ours, theirs }),
            }
        }
    }
    Ok(operations)
}

/// The names and nanoseconds that `measure.py` prints for a family.
fn times_of(peer: &Peer, program: &Path, family: &str) -> Result<Vec<(String, f64)>, String> {
    let sample = measure::measure(&peer.path, &[], program, &[family])
        .map_err(|problem| format!("{family} on {}: {problem}", peer.name))?;
    let parse = |line: &str| {
        let (name, time) = line.split_once('\t')?;
        Some((name.to_owned(), time.parse().ok()?))
    };
    sample.output.lines().map(|line| parse(line).ok_or_else(|| format!("{}: {line:?}", peer.name))).collect()
}

fn print_table(mut operations: Vec<Operation>, ours: &str, theirs: &str) {
    operations.sort_by(|a, b| b.ratio().total_cmp(&a.ratio()));
    println!("{:34}{ours:>14}{theirs:>14}{:>8}", "nanoseconds", "ratio");
    for operation in &operations {
        println!("{:34}{:14.1}{:14.1}{:8.2}", operation.name, operation.ours, operation.theirs, operation.ratio());
    }
    let count = operations.len();
    let above = |limit: f64| operations.iter().filter(|operation| operation.ratio() > limit).count();
    let mean = (operations.iter().map(|operation| operation.ratio().ln()).sum::<f64>() / count.max(1) as f64).exp();
    println!(
        "{count} operations: {} take {ours} more than {LIMIT} times as long as {theirs}, {} longer at all; \
         geometric mean {mean:.2}",
        above(LIMIT),
        above(1.0),
    );
}
