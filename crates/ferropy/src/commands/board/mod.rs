//! `ferropy board`: what one does with a board that is plugged in. It speaks MicroPython's protocols, so that boards with
//! MicroPython are served as well. Bytes are understood in `ferropy_protocol`; here are ports, files and the user.

mod actions;
mod copy;
mod failure;
mod files;
mod flash;
mod install;
mod json;
mod kept;
mod line;
mod options;
mod ports;
mod progress;
mod remote;
mod served;
mod terminal;
mod usb;

use failure::{Done, Failure};
use options::Options;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write;

/// A command.
struct Command {
    name: &'static str,
    /// What stands behind it.
    arguments: &'static str,
    /// How many words that may be.
    words: std::ops::RangeInclusive<usize>,
    /// The options it has.
    options: &'static [&'static str],
    help: &'static str,
    run: fn(&Options) -> Done,
}

const MANY: usize = usize::MAX;

const COMMANDS: &[Command] = &[
    Command {
        name: "list",
        arguments: "",
        words: 0..=0,
        options: &[],
        run: actions::list,
        help: "the ports that boards may be at",
    },
    Command {
        name: "info",
        arguments: "",
        words: 0..=0,
        options: &[],
        run: actions::info,
        help: "what the board is, its memory and its files",
    },
    Command {
        name: "repl",
        arguments: "",
        words: 0..=0,
        options: &[],
        run: actions::repl,
        help: "the board's prompt; Ctrl-] or Ctrl-X leaves",
    },
    Command {
        name: "run",
        arguments: "[--resume] [--no-follow] FILE",
        words: 1..=1,
        options: &["--resume", "--no-follow"],
        run: actions::run,
        help: "run a program of this computer on the freshly reset board; Ctrl-C is the program's",
    },
    Command {
        name: "exec",
        arguments: "[--resume] [--no-follow] CODE",
        words: 1..=1,
        options: &["--resume", "--no-follow"],
        run: actions::exec,
        help: "run a program passed as text",
    },
    Command {
        name: "cp",
        arguments: "[-r] [-f] [-q] SOURCE... DESTINATION",
        words: 2..=MANY,
        options: &["--recursive", "--force", "--quiet"],
        run: actions::copy,
        help: "copy files; those of the board have a colon before their names",
    },
    Command {
        name: "ls",
        arguments: "[FOLDER...]",
        words: 0..=MANY,
        options: &[],
        run: actions::list_files,
        help: "sizes and names of the files in a folder of the board",
    },
    Command {
        name: "cat",
        arguments: "FILE...",
        words: 1..=MANY,
        options: &[],
        run: actions::show_files,
        help: "what is in files of the board",
    },
    Command {
        name: "rm",
        arguments: "[-r] [-f] FILE...",
        words: 1..=MANY,
        options: &["--recursive", "--force"],
        run: actions::remove,
        help: "remove files of the board, with -r folders too",
    },
    Command {
        name: "mkdir",
        arguments: "[--parents] FOLDER...",
        words: 1..=MANY,
        options: &["--parents"],
        run: actions::make_folders,
        help: "make folders on the board",
    },
    Command {
        name: "tree",
        arguments: "[FOLDER]",
        words: 0..=1,
        options: &[],
        run: actions::tree,
        help: "all files of the board",
    },
    Command {
        name: "df",
        arguments: "",
        words: 0..=0,
        options: &[],
        run: actions::free,
        help: "how much room is left on the board",
    },
    Command {
        name: "mount",
        arguments: "[--links] FOLDER [repl | run FILE | exec CODE]",
        words: 1..=3,
        options: &["--links"],
        run: actions::mount,
        help: "let the board see a folder of this computer as /remote",
    },
    Command {
        name: "reset",
        arguments: "[--soft]",
        words: 0..=0,
        options: &["--soft"],
        run: actions::reset,
        help: "restart the board, or only its Python",
    },
    Command {
        name: "bootloader",
        arguments: "",
        words: 0..=0,
        options: &[],
        run: actions::boot_loader,
        help: "start the board's boot loader",
    },
    Command {
        name: "flash",
        arguments: "[--drive FOLDER] [--leave-files] FILE.uf2",
        words: 1..=1,
        options: &["--drive", "--leave-files"],
        run: flash::run,
        help: "write a firmware, and the board's files again where the new one keeps them",
    },
    Command {
        name: "install",
        arguments: "[--target FOLDER] [--index FOLDER] PACKAGE...",
        words: 1..=MANY,
        options: &["--target", "--index"],
        run: actions::install,
        help: "install packages: files, folders, package.json, or names in an index",
    },
];

const OPTIONS: &str = "
-p, --port PORT   a serial port, or socket://host:port; also FERROPY_PORT. Without, the only board that is found
-r, --recursive   folders with all that is in them
-f, --force       cp: also what is there already; rm: not a word about what is missing
-q, --quiet       no line for each file
--resume          don't reset the board's Python first
--no-follow       don't wait for the program's end
--parents         make the folders above as well, and don't complain about what is there
--links           follow links out of the folder
--soft            only the board's Python
--drive FOLDER    where the boot loader's drive is, if it is not found
--leave-files     flash: what happens to the board's files is up to the firmware
--target FOLDER   where on the board packages go (/lib)
--index FOLDER    where on this computer packages are looked for by name

Exit codes: 0 done, 1 the program raised or what was asked for can't be done, 2 wrong command line, 3 no board,
130 interrupted.
";

/// Runs the command, if it is this one: its exit code.
pub(crate) fn run(arguments: &[OsString]) -> Option<u8> {
    let (first, rest) = arguments.split_first()?;
    if first != "board" {
        return None;
    }
    let words: Vec<String> = rest.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    Some(match perform(&words) {
        Ok(()) => 0,
        Err(failure) => {
            note(&format!("{}\n", failure.message()));
            failure.exit_code()
        }
    })
}

fn perform(words: &[String]) -> Done {
    let options = Options::parse(words)?;
    let Some(name) = &options.command else {
        if options.wants_help {
            say(&help());
            return Ok(());
        }
        return Err(Failure::Usage("which command?".into()));
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        let alike = COMMANDS.iter().find(|command| command.name.starts_with(name) || name.starts_with(command.name));
        let hint = alike.map(|command| format!("; {}?", command.name)).unwrap_or_default();
        return Err(Failure::Usage(format!("there is no command {name}{hint}")));
    };
    if options.wants_help {
        say(&format!("usage: ferropy board {} {}\n{}\n{OPTIONS}", command.name, command.arguments, command.help));
        return Ok(());
    }
    if let Some(option) = options.given.iter().find(|option| !command.options.contains(option)) {
        return Err(Failure::Usage(format!("{name} has no option {option}")));
    }
    if !command.words.contains(&options.words.len()) {
        return Err(Failure::Usage(format!("usage: ferropy board {name} {}", command.arguments)));
    }
    remote::take_interrupts();
    (command.run)(&options)
}

/// The help text.
fn help() -> String {
    let mut text = "usage: ferropy board [-p PORT] COMMAND [ARGUMENTS]\n\n".to_string();
    for command in COMMANDS {
        let _ = writeln!(text, "{} {}\n    {}", command.name, command.arguments, command.help);
    }
    text + OPTIONS
}

/// Writes to standard output; where nobody reads there is nothing to do.
fn say(text: &str) {
    say_bytes(text.as_bytes());
}

fn say_bytes(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(bytes).and_then(|()| out.flush());
}

/// Tells the user something beside the output.
fn note(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
