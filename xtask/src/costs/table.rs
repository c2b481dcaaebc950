//! The table of costs: read, compared, written.

use std::fmt::Write;
use std::path::PathBuf;

use super::TOLERANCE;
use crate::process::Run;
use crate::tally::Tally;
use crate::workspace;

/// Programs and what they cost.
pub(super) type Rows = Vec<(String, u64)>;

/// What stands on top of the file.
const HEAD: &str = "\
# What programs cost: machine instructions on x86-64, counted by valgrind, and cycles of the emulated Pico.
# `cargo xtask costs --update` writes this table; a change that moves a row by more than 2 % brings the new one along.
";

/// The file's lines: which part a row belongs to, its name, its count.
pub(super) struct Table {
    /// What built the programs: others make other code.
    compiler: String,
    rows: Vec<(String, String, u64)>,
}

impl Table {
    /// The table as it is committed; an empty one where there is none.
    pub(super) fn read() -> Result<Table, String> {
        let text = if path().exists() { workspace::read(&path())? } else { String::new() };
        let mut table = Table { compiler: compiler(), rows: Vec::new() };
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(compiler) = line.strip_prefix("compiler ") {
                compiler.clone_into(&mut table.compiler);
                continue;
            }
            let mut words = line.split_whitespace();
            let row = (|| Some((words.next()?.to_owned(), words.next()?.to_owned(), words.next()?.parse().ok()?)))();
            table.rows.push(row.ok_or_else(|| format!("bench/costs.txt: what is `{line}`?"))?);
        }
        Ok(table)
    }

    /// What built the programs whose counts these are.
    pub(super) fn compiler(&self) -> &str {
        &self.compiler
    }

    /// Whether the counts can be compared with what is built here.
    pub(super) fn is_of_this_compiler(&self) -> bool {
        self.compiler == compiler()
    }

    /// Compares a part with what was counted; one check for each row.
    pub(super) fn compare(&self, part: &str, counted: Result<Rows, String>) -> Tally {
        let mut known: Vec<&(String, String, u64)> = self.rows.iter().filter(|row| row.0 == part).collect();
        let rows = match counted {
            Ok(rows) => rows,
            Err(reason) => {
                println!("  skipped {}: {part}: {reason}", known.len());
                return Tally { skipped: known.len(), ..Tally::default() };
            }
        };
        let mut tally = Tally::default();
        for (name, count) in rows {
            let place = known.iter().position(|row| row.1 == name);
            let Some((.., before)) = place.map(|place| known.swap_remove(place)) else {
                println!("  {part} {name}: {count}, of which bench/costs.txt says nothing");
                tally += Tally::FAILED;
                continue;
            };
            let change = count as f64 / *before as f64 - 1.0;
            if change.abs() > TOLERANCE {
                println!("  {part} {name}: {count} instead of {before} ({:+.1} %)", 100.0 * change);
            }
            tally += Tally::of(change.abs() <= TOLERANCE);
        }
        for (_, name, _) in known {
            println!("  {part} {name}: in bench/costs.txt, but nobody counted it");
            tally += Tally::FAILED;
        }
        tally
    }

    /// Puts what was counted in the place of a part, and prints what changed.
    pub(super) fn replace(&mut self, part: &str, rows: Rows) {
        let old: Vec<(String, String, u64)> = self.rows.extract_if(.., |row| row.0 == part).collect();
        for (name, count) in rows {
            match old.iter().find(|row| row.1 == name) {
                Some((.., before)) => {
                    let change = 100.0 * (count as f64 / *before as f64 - 1.0);
                    println!("{part:8} {name:20} {count:12} {change:+6.1} %");
                }
                None => println!("{part:8} {name:20} {count:12}    new"),
            }
            self.rows.push((part.to_owned(), name, count));
        }
        self.compiler = compiler();
    }

    pub(super) fn write(&self) -> Result<(), String> {
        let mut text = format!("{HEAD}compiler {}\n", self.compiler);
        for part in ["desktop", "board"] {
            text.push('\n');
            for (_, name, count) in self.rows.iter().filter(|row| row.0 == part) {
                writeln!(text, "{part:8} {name:20} {count:12}").map_err(|error| error.to_string())?;
            }
        }
        std::fs::write(path(), text).map_err(|error| format!("bench/costs.txt: {error}"))
    }
}

fn path() -> PathBuf {
    workspace::root().join("bench/costs.txt")
}

/// The compiler's name and version.
fn compiler() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let run = Run::program(rustc).folder(workspace::root()).arguments(["--version"]).capture();
    run.map_or_else(|_| "unknown".to_owned(), |run| run.stdout.trim().to_owned())
}
