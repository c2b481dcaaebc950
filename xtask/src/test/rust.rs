//! The steps that cargo and its companions do.

use super::Context;
use crate::process::{Finished, Run};
use crate::tally::Tally;
use crate::workspace;

/// The smallest core that the language crates must build for: no atomic exchange, no floating point, no operating
/// system.
const SMALLEST_TARGET: &str = "thumbv6m-none-eabi";

/// The source is formatted as `rustfmt.toml` says.
pub(super) fn fmt(_: &Context) -> Result<Tally, String> {
    component("rustfmt", &["fmt", "--all", "--check"])
}

/// No lint speaks, in programs, libraries and tests.
pub(super) fn clippy(_: &Context) -> Result<Tally, String> {
    component("clippy", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])
}

/// The Rust tests of all crates.
pub(super) fn unit(_: &Context) -> Result<Tally, String> {
    let run = Run::cargo(&["test", "--workspace", "--no-fail-fast", "--quiet"]).capture()?;
    let mut tally = Tally::default();
    for result in run.stdout.lines().filter_map(|line| line.strip_prefix("test result: ")) {
        tally += parse_result(result);
    }
    if !run.success() {
        print_output(&run);
        tally.failed = tally.failed.max(1);
    }
    Ok(tally)
}

/// `ok. 3 passed; 0 failed; 1 ignored; …` as counts.
fn parse_result(line: &str) -> Tally {
    let count = |what: &str| {
        let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        let at = words.iter().position(|word| *word == what).unwrap_or(0);
        at.checked_sub(1).and_then(|at| words.get(at)?.parse().ok()).unwrap_or(0)
    };
    Tally { passed: count("passed"), failed: count("failed"), skipped: count("ignored") }
}

/// Each language crate builds without `std` for the smallest board.
pub(super) fn no_std(_: &Context) -> Result<Tally, String> {
    let crates = workspace::language_crates();
    if let Err(problem) = install_target(SMALLEST_TARGET) {
        println!("  skipped: {SMALLEST_TARGET} is not installed and can't be: {problem}");
        return Ok(Tally { skipped: crates.len(), ..Tally::default() });
    }
    let packages: Vec<String> = crates.iter().map(|name| format!("--package=ferropy-{name}")).collect();
    let run = Run::cargo(&["build", "--quiet", "--keep-going", "--target", SMALLEST_TARGET]).arguments(packages);
    let run = run.capture()?;
    if run.success() {
        return Ok(Tally { passed: crates.len(), ..Tally::default() });
    }
    // Crates above the one that fails are not built at all.
    print_output(&run);
    let failed = run.stderr.matches("could not compile `ferropy-").count().max(1);
    Ok(Tally { failed, skipped: crates.len().saturating_sub(failed), ..Tally::default() })
}

/// Licences, duplicate and withdrawn dependencies, if `cargo deny` is installed.
pub(super) fn deny(_: &Context) -> Result<Tally, String> {
    if !Run::cargo(&["deny", "--version"]).capture()?.success() {
        println!("  skipped: cargo-deny is not installed");
        return Ok(Tally::SKIPPED);
    }
    let run = Run::cargo(&["deny", "--offline", "check", "licenses", "bans", "sources"]).capture()?;
    if !run.success() {
        print_output(&run);
    }
    Ok(Tally::of(run.success()))
}

/// Makes sure that rustup has the target; returns the reason if it can't be had.
pub(crate) fn install_target(target: &str) -> Result<(), String> {
    let installed = Run::program("rustup").folder(workspace::root()).arguments(["target", "list", "--installed"]);
    match installed.capture() {
        // A Rust without rustup: let the build find out what it has.
        Err(_) => Ok(()),
        Ok(list) if list.stdout.lines().any(|line| line.trim() == target) => Ok(()),
        Ok(_) => rustup(&["target", "add", target]),
    }
}

/// Installs a component of the toolchain, which rustup does once.
pub(crate) fn install_component(name: &str) -> Result<(), String> {
    rustup(&["component", "add", name]).map_err(|problem| format!("{name} is not installed and can't be: {problem}"))
}

/// Runs a cargo command that a component of the toolchain provides, installing the component if it is missing.
fn component(name: &str, command: &[&str]) -> Result<Tally, String> {
    let mut run = Run::cargo(command).capture()?;
    if !run.success() && run.stderr.contains("is not installed") {
        if let Err(problem) = rustup(&["component", "add", name]) {
            println!("  skipped: {name} is not installed and can't be: {problem}");
            return Ok(Tally::SKIPPED);
        }
        run = Run::cargo(command).capture()?;
    }
    if !run.success() {
        print_output(&run);
    }
    Ok(Tally::of(run.success()))
}

fn rustup(arguments: &[&str]) -> Result<(), String> {
    let run = Run::program("rustup").folder(workspace::root()).arguments(arguments).capture()?;
    let last = run.stderr.lines().last().unwrap_or("rustup failed").to_owned();
    if run.success() { Ok(()) } else { Err(last) }
}

/// Prints what a failed command said: of a compiler's output the part from the first error on.
fn print_output(run: &Finished) {
    const MOST_LINES: usize = 60;
    let is_error = |line: &&str| line.starts_with("error");
    let mut lines: Vec<&str> = run.stdout.lines().chain(run.stderr.lines()).filter(|line| !line.is_empty()).collect();
    if let Some(first) = lines.iter().position(is_error) {
        lines.drain(..first);
    }
    for line in lines.iter().take(MOST_LINES) {
        println!("  {line}");
    }
    if lines.len() > MOST_LINES {
        println!("  … and {} lines more", lines.len() - MOST_LINES);
    }
}

#[cfg(test)]
mod tests {
    use super::parse_result;

    #[test]
    fn reads_the_line_that_cargo_prints() {
        let tally =
            parse_result("FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s");
        assert_eq!((tally.passed, tally.failed, tally.skipped), (12, 2, 1));
    }
}
