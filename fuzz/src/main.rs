//! A fuzzer without instrumentation: programs of the corpus are cut, doubled, mixed and misspelt, and given to a target
//! that must not panic, overflow or hang, whatever it is given.
//!
//! ```text
//! ferropy-fuzz --list
//! ferropy-fuzz TARGET [--seconds N | --inputs N] [--seed N]
//! ferropy-fuzz TARGET --replay FILE
//! ```
//!
//! The same seed gives the same inputs. An input that fails is made smaller and kept in `fuzz/artifacts`.

mod formats;
mod instructions;
mod mutation;
mod patterns;
mod platform;
mod random;
mod shrink;
mod target;
mod tokens;
mod worker;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use mutation::Mutator;
use target::{TARGETS, Target};
use worker::{Verdict, Worker};

/// When to stop.
enum Length {
    Inputs(u64),
    Time(Duration),
}

struct Options {
    length: Length,
    seed: u64,
    replay: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == "--list") {
        for target in TARGETS {
            println!("{}", target.name);
        }
        return ExitCode::SUCCESS;
    }
    match parse(&arguments).and_then(|(target, options)| fuzz(target, &options)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

fn parse(arguments: &[String]) -> Result<(&'static Target, Options), String> {
    let (name, rest) = arguments.split_first().ok_or("which target? --list shows them")?;
    let target = TARGETS.iter().find(|target| target.name == name).ok_or(format!("no target {name}"))?;
    let mut options = Options { length: Length::Inputs(2000), seed: 1, replay: None };
    let mut rest = rest.iter();
    while let Some(option) = rest.next() {
        let value = rest.next().ok_or(format!("{option} needs a value"))?;
        let number = || value.parse::<u64>().map_err(|_| format!("{option} needs a number"));
        match option.as_str() {
            "--inputs" => options.length = Length::Inputs(number()?),
            "--seconds" => options.length = Length::Time(Duration::from_secs(number()?)),
            "--seed" => options.seed = number()?,
            "--replay" => options.replay = Some(value.into()),
            _ => return Err(format!("unknown option {option}")),
        }
    }
    Ok((target, options))
}

/// Runs a target; says whether nothing failed.
fn fuzz(target: &'static Target, options: &Options) -> Result<bool, String> {
    let mut worker = Worker::new(target.run);
    if let Some(path) = &options.replay {
        let input = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let verdict = worker.examine(&input);
        println!("{verdict:?}");
        return Ok(matches!(verdict, Verdict::Fine));
    }
    let mut mutator = Mutator::new(&folder().join("../tests"), options.seed);
    let mut inputs = 0;
    let start = Instant::now();
    let goes_on = |inputs: u64| match options.length {
        Length::Inputs(most) => inputs < most,
        Length::Time(most) => start.elapsed() < most,
    };
    while goes_on(inputs) {
        inputs += 1;
        let input = mutator.next(target.style);
        match worker.examine(&input) {
            Verdict::Fine => {}
            verdict => {
                let small = shrink::shrink(input, &mut worker);
                let kept = keep(target.name, &small)?;
                println!(
                    "{}: seed {}, input {inputs}: {verdict:?}; kept as {}",
                    target.name,
                    options.seed,
                    kept.display()
                );
                println!("{}", String::from_utf8_lossy(&small));
                return Ok(false);
            }
        }
    }
    println!("{}: {inputs} inputs, seed {}", target.name, options.seed);
    Ok(true)
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn keep(name: &str, input: &[u8]) -> Result<PathBuf, String> {
    let artifacts = folder().join("artifacts");
    let checksum = input
        .iter()
        .fold(0xCBF2_9CE4_8422_2325u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3));
    let path = artifacts.join(format!("{name}-{checksum:016x}.py"));
    std::fs::create_dir_all(&artifacts)
        .and_then(|()| std::fs::write(&path, input))
        .map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}
