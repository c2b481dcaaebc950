//! `cargo xtask fuzz`: runs the targets of the `fuzz/` workspace, for a time or for a fixed number of inputs.

use std::time::Duration;

use crate::Outcome;
use crate::process::Run;
use crate::tally::Tally;
use crate::workspace;

pub(crate) const HELP: &str = "\
  fuzz [target…] [--seconds N] [--seed N]
      Feeds the targets in fuzz/ (all, or those named) with mutated programs for N seconds each (60).
      A failing input is kept under fuzz/artifacts and printed with the seed that found it.";

/// Inputs per target in the pass that is part of `test`: the same ones each time.
const SHORT_PASS: &str = "2000";

/// The longest that a short pass of one target may take.
const SHORT_LIMIT: Duration = Duration::from_secs(600);

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (mut seconds, mut seed, mut chosen) = ("60".to_owned(), None, Vec::new());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seconds" => seconds.clone_from(arguments.next().ok_or("--seconds needs a number")?),
            "--seed" => seed = Some(arguments.next().ok_or("--seed needs a number")?.clone()),
            option if option.starts_with('-') => return Err(format!("unknown option {option}\n{HELP}")),
            target => chosen.push(target.to_owned()),
        }
    }
    let known = targets()?;
    if let Some(unknown) = chosen.iter().find(|target| !known.contains(target)) {
        return Err(format!("no target {unknown}; there are {}", known.join(" ")));
    }
    let mut tally = Tally::default();
    for target in if chosen.is_empty() { known } else { chosen } {
        let mut options = vec![target, "--seconds".to_owned(), seconds.clone()];
        options.extend(seed.iter().flat_map(|seed| ["--seed".to_owned(), seed.clone()]));
        tally += fuzz(&options, None)?;
    }
    Ok(Some(tally))
}

/// The same few thousand inputs for each target.
pub(crate) fn short_pass() -> Result<Tally, String> {
    if !workspace::root().join("fuzz/Cargo.toml").exists() {
        println!("  skipped: there is no fuzz/ workspace");
        return Ok(Tally::SKIPPED);
    }
    let mut tally = Tally::default();
    for target in targets()? {
        tally += fuzz(&[target, "--inputs".to_owned(), SHORT_PASS.to_owned()], Some(SHORT_LIMIT))?;
    }
    Ok(tally)
}

/// The targets that the fuzzer says it has.
fn targets() -> Result<Vec<String>, String> {
    let list = fuzzer(&["--list".to_owned()]).capture()?;
    if !list.success() {
        return Err(format!("the fuzzer does not build\n{}", list.stderr));
    }
    Ok(list.stdout.lines().map(str::to_owned).collect())
}

fn fuzz(options: &[String], limit: Option<Duration>) -> Result<Tally, String> {
    let mut run = fuzzer(options);
    if let Some(limit) = limit {
        run = run.limit(limit);
    }
    let end = run.capture()?;
    for line in end.stdout.lines() {
        println!("  {line}");
    }
    if !end.success() {
        for line in end.stderr.lines().filter(|line| !line.trim().is_empty()) {
            println!("  {line}");
        }
        if end.timed_out {
            println!("  {} does not end in time", options.join(" "));
        }
    }
    Ok(Tally::of(end.success()))
}

fn fuzzer(options: &[String]) -> Run {
    Run::cargo(&["run", "--quiet", "--release", "--manifest-path", "fuzz/Cargo.toml", "--"]).arguments(options)
}
