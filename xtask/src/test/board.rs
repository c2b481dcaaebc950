//! The step that tests a board: the firmware is built and runs in the emulated Raspberry Pi Pico.

use std::collections::BTreeMap;
use std::time::Duration;

use super::Context;
use crate::corpus;
use crate::process::{Finished, Run};
use crate::tally::Tally;
use crate::{costs, emulate, firmware, workspace};

/// The longest that one part of the step may take.
const LIMIT: Duration = Duration::from_secs(900);

/// Where the programs are that run on a board: those of the language itself, of the builtins, and of modules that are there
/// for boards or have a form of their own there.
const FOLDERS: &[&str] = &[
    "language/",
    "builtins/",
    "stdlib/cmath/",
    "stdlib/cryptolib/",
    "stdlib/deflate/",
    "stdlib/framebuf/",
    "stdlib/platform/",
    "stdlib/string/",
    "stdlib/uctypes/",
];

/// The emulator's own tests, and the corpus on the firmware.
pub(super) fn board(context: &Context) -> Result<Tally, String> {
    let emulator = workspace::root().join("emulator");
    if let Err(reason) = emulate::install(&emulator) {
        println!("  skipped: {reason}");
        return Ok(Tally::SKIPPED);
    }
    let image = firmware::build_usual();
    let mut tally = emulator_tests(image.as_ref().ok())?;
    match image {
        Ok(image) => {
            if let Some(excess) = image.excess() {
                println!("  {excess}");
                tally += Tally::FAILED;
            }
            tally += corpus_on(&image, context)?;
        }
        Err(problem) => {
            println!("  {problem}");
            tally += Tally::FAILED;
        }
    }
    Ok(tally)
}

/// Programs cost what `bench/costs.txt` says.
pub(super) fn costs(context: &Context) -> Result<Tally, String> {
    costs::check(&context.ferropy.as_ref().map_err(Clone::clone)?.program)
}

/// The emulator's tests: of itself, and of the image on it: pins, buses, memory, threads, files, power cuts, noise on the line.
fn emulator_tests(image: Option<&firmware::Image>) -> Result<Tally, String> {
    let folder = workspace::root().join("emulator");
    let mut run = Run::program("npm").folder(&folder).arguments(["test", "--silent"]);
    if let Some(image) = image {
        run =
            run.environment("FERROPY_IMAGE", &image.elf).environment("FERROPY_FLASH_MIB", image.flash_mib.to_string());
    }
    let run = run.limit(LIMIT).capture()?;
    let tally = counted(&run);
    if tally.skipped > 0 {
        println!("  skipped {}: tests of a firmware's image, which there is none of", tally.skipped);
    }
    Ok(tally)
}

/// What Node's test runner counts.
fn counted(run: &Finished) -> Tally {
    let count = |what: &str| {
        let line = run.stdout.lines().find_map(|line| line.trim_start_matches(['#', 'ℹ', ' ']).strip_prefix(what));
        line.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    let mut tally = Tally { passed: count("pass "), failed: count("fail "), skipped: count("skipped ") };
    if !run.success() {
        print!("{}{}", run.stdout, run.stderr);
        tally.failed = tally.failed.max(1);
    }
    tally
}

/// The programs that fit a board print there what they print everywhere.
fn corpus_on(image: &firmware::Image, context: &Context) -> Result<Tally, String> {
    let lacking = lacking()?;
    let mut tally = Tally::default();
    let mut names = String::new();
    for case in corpus::discover(&context.filters)? {
        let header = &case.header;
        let plain = header.requires.is_empty() && header.stdin.is_empty() && header.args.is_empty();
        let quiet = header.status == 0 && !header.stderr && header.slow.is_none();
        if plain && quiet && FOLDERS.iter().any(|folder| case.name.starts_with(folder)) {
            names += &format!("{}\n", workspace::display(&case.path));
        }
    }
    let run = Run::program("node")
        .folder(workspace::root())
        .arguments(["emulator/bin/check.js"])
        .environment("FERROPY_IMAGE", &image.elf)
        .environment("FERROPY_FLASH_MIB", image.flash_mib.to_string())
        .stdin(&names)
        .limit(LIMIT)
        .capture()?;
    let mut answered = 0;
    for line in run.stdout.lines() {
        let (verdict, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (path, why) = rest.split_once(": ").unwrap_or((rest, ""));
        let name = path.strip_prefix("tests/").unwrap_or(path);
        answered += 1;
        tally += match (verdict == "passed", lacking.get(name)) {
            (true, None) => Tally::PASSED,
            (false, Some(reason)) => {
                println!("  skipped 1: {name} does not run on a board yet: {reason}");
                Tally::SKIPPED
            }
            (true, Some(_)) => {
                println!("  {name} passes: take it off tests/not_on_boards.txt");
                Tally::FAILED
            }
            (false, None) => {
                println!("  {name}: {why}");
                Tally::FAILED
            }
        };
    }
    if answered != names.lines().count() {
        println!("  the emulator stopped after {answered} programs\n{}", run.stderr);
        tally += Tally::FAILED;
    }
    Ok(tally)
}

/// `tests/not_on_boards.txt`: programs that don't run there, and why. It may only shrink.
fn lacking() -> Result<BTreeMap<String, String>, String> {
    let path = corpus::folder().join("not_on_boards.txt");
    let text = workspace::read(&path)?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(|line| line.split_once(' ').unwrap_or((line, "nobody has said why"))).map(owned).collect())
}

fn owned((name, reason): (&str, &str)) -> (String, String) {
    (name.to_owned(), reason.trim().to_owned())
}
