//! The project's own commands: `cargo xtask <command>`.
//!
//! Everything that a developer or the continuous integration runs is here, in plain Rust, so that a clone needs
//! cargo and nothing else. A command returns how many checks passed, failed and were skipped; `main` prints that
//! line last and turns failures into exit code 1. Commands that check nothing return no tally.

mod bench;
mod bless;
mod corpus;
mod costs;
mod diff;
mod elf;
mod emulate;
mod firmware;
mod fuzz;
mod llvm;
mod memory;
mod process;
mod release;
mod size;
mod start;
mod tally;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

use tally::Tally;

/// What a command gives back: its checks, or nothing to count; or why it could not start at all.
type Outcome = Result<Option<Tally>, String>;

/// A command of the tool: its name, one line of help, and the function that runs it.
struct Command {
    name: &'static str,
    help: &'static str,
    run: fn(&[String]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command { name: "test", help: test::HELP, run: test::run },
    Command { name: "bless", help: bless::HELP, run: bless::run },
    Command { name: "bench", help: bench::HELP, run: bench::run },
    Command { name: "costs", help: costs::HELP, run: costs::run },
    Command { name: "memory", help: memory::HELP, run: memory::run },
    Command { name: "release", help: release::HELP, run: release::run },
    Command { name: "size", help: size::HELP, run: size::run },
    Command { name: "start", help: start::HELP, run: start::run },
    Command { name: "tidy", help: tidy::HELP, run: tidy::run },
    Command { name: "firmware", help: firmware::HELP, run: firmware::run },
    Command { name: "emulate", help: emulate::HELP, run: emulate::run },
    Command { name: "fuzz", help: fuzz::HELP, run: fuzz::run },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(code) = firmware::link(&arguments) {
        return code;
    }
    let Some((name, rest)) = arguments.split_first() else {
        print_help();
        return ExitCode::SUCCESS;
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        print_help();
        return if matches!(name.as_str(), "help" | "--help" | "-h") { ExitCode::SUCCESS } else { ExitCode::from(2) };
    };
    match (command.run)(rest) {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(tally)) => {
            println!("{tally}");
            if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(problem) => {
            eprintln!("xtask {name}: {problem}");
            ExitCode::from(2)
        }
    }
}

fn print_help() {
    println!("usage: cargo xtask <command> [arguments]\n");
    for command in COMMANDS {
        println!("{}\n", command.help);
    }
}
