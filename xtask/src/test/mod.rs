//! `cargo xtask test`: everything that must hold before a change is merged, as a list of steps.
//!
//! A step prints one line with its count and time, after the details of what failed. The last line of the command is
//! the sum. Steps are independent: each runs whatever the ones before it found.

mod board;
mod clients;
mod comparisons;
mod differential;
mod packages;
mod property;
mod python;
mod rust;

pub(crate) use rust::{install_component, install_target};

use std::path::PathBuf;
use std::time::Instant;

use crate::Outcome;
use crate::corpus::Interpreter;
use crate::tally::Tally;
use crate::workspace;

pub(crate) const HELP: &str = "\
  test [step…] [filter…] [--binary PATH] [--limit SECONDS] [--verbose]
      Runs the steps named, or all of them: fmt, clippy, unit, no-std, tidy, corpus, slices, collect, cpython,
      calls, names, exchange, serial, packages, board, costs, start, clients, fuzz.
      Other words choose the programs of the corpus whose path contains one of them.
      --binary takes another interpreter instead of building ferropy; --limit is the time for one program (10);
      --verbose shows every failure in full, not only the first ones.";

/// Failures shown in full unless asked otherwise; of the others only the names, so that the output stays readable.
const SHOWN: usize = 25;

/// What the steps are told.
pub(crate) struct Context {
    filters: Vec<String>,
    limit: u64,
    /// How many failures are shown in full.
    shown: usize,
    /// The interpreter under test, or why there is none.
    ferropy: Result<Interpreter, String>,
}

/// A step: its name, and the function that runs it.
struct Step {
    name: &'static str,
    run: fn(&Context) -> Result<Tally, String>,
    /// Whether it runs Python programs with the binary under test.
    needs_binary: bool,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", run: rust::fmt, needs_binary: false },
    Step { name: "clippy", run: rust::clippy, needs_binary: false },
    Step { name: "unit", run: rust::unit, needs_binary: false },
    Step { name: "no-std", run: rust::no_std, needs_binary: false },
    Step { name: "deny", run: rust::deny, needs_binary: false },
    Step { name: "tidy", run: |_| Ok(crate::tidy::check()), needs_binary: false },
    Step { name: "corpus", run: python::corpus, needs_binary: true },
    Step { name: "slices", run: property::slices, needs_binary: true },
    Step { name: "collect", run: property::collect, needs_binary: true },
    Step { name: "cpython", run: python::cpython, needs_binary: false },
    Step { name: "calls", run: differential::calls, needs_binary: true },
    Step { name: "names", run: comparisons::names, needs_binary: true },
    Step { name: "exchange", run: comparisons::exchange, needs_binary: true },
    Step { name: "serial", run: clients::serial, needs_binary: true },
    Step { name: "packages", run: packages::packages, needs_binary: true },
    Step { name: "board", run: board::board, needs_binary: false },
    Step { name: "costs", run: board::costs, needs_binary: true },
    Step { name: "start", run: python::start, needs_binary: true },
    Step { name: "clients", run: clients::emulated, needs_binary: true },
    Step { name: "fuzz", run: |_| crate::fuzz::short_pass(), needs_binary: false },
];

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let mut names = Vec::new();
    let mut binary = None;
    let mut context = Context { filters: Vec::new(), limit: 10, shown: SHOWN, ferropy: Err("not built".to_owned()) };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--binary" => binary = Some(PathBuf::from(arguments.next().ok_or("--binary needs a path")?)),
            "--limit" => {
                let seconds = arguments.next().and_then(|text| text.parse().ok());
                context.limit = seconds.ok_or("--limit needs a number of seconds")?;
            }
            "--verbose" => context.shown = usize::MAX,
            option if option.starts_with('-') => return Err(format!("unknown option {option}\n{HELP}")),
            word if STEPS.iter().any(|step| step.name == word) => names.push(word),
            _ => context.filters.push(argument.clone()),
        }
    }
    if names.is_empty() && !context.filters.is_empty() {
        names.push("corpus");
    }
    let steps: Vec<&Step> = STEPS.iter().filter(|step| names.is_empty() || names.contains(&step.name)).collect();

    if steps.iter().any(|step| step.needs_binary) {
        context.ferropy = match binary {
            Some(path) => Ok(Interpreter::new(&path)),
            None => workspace::build_ferropy().map(|path| Interpreter::new(&path)),
        };
    }
    let mut total = Tally::default();
    for step in steps {
        let start = Instant::now();
        let tally = (step.run)(&context).unwrap_or_else(|problem| {
            println!("  {problem}");
            Tally::FAILED
        });
        println!("{:8} {tally} ({:.1} s)", step.name, start.elapsed().as_secs_f64());
        total += tally;
    }
    Ok(Some(total))
}
