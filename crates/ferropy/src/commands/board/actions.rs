//! What each command does; those that write a firmware are in `flash`.

use super::copy::{self, Manner};
use super::failure::{Done, Failure, with_file};
use super::files::{Entry, joined};
use super::install::Installer;
use super::line::Line;
use super::options::Options;
use super::remote::Board;
use super::served::Served;
use super::{ports, say, say_bytes, terminal};
use std::fmt::Write as _;
use std::path::Path;

/// What is asked of a board. `machine` and `mem_free` are what boards have and computers that play one have not.
const INFO: &str = "
import sys, os
i = sys.implementation
print('python     ', i.name, '.'.join(str(n) for n in i.version[:3]), '(language ' + '.'.join(str(n) for n in sys.version_info[:2]) + ')')
print('machine    ', getattr(i, '_machine', '') or sys.platform)
try:
    import machine
    print('unique id  ', machine.unique_id().hex())
    f = machine.freq()
    print('frequency  ', (f if isinstance(f, int) else f[0]) // 1000000, 'MHz')
except (ImportError, AttributeError):
    pass
try:
    import gc
    gc.collect()
    print('memory     ', gc.mem_free(), 'of', gc.mem_free() + gc.mem_alloc(), 'bytes are free')
except (ImportError, AttributeError):
    pass
";

/// Opens the line to the board that is meant, and nothing more.
pub(super) fn line(options: &Options) -> Done<Line> {
    Line::open(&port(options)?)
}

/// The port that is meant.
pub(super) fn port(options: &Options) -> Done<String> {
    let told = options.port.clone().or_else(|| std::env::var("FERROPY_PORT").ok().filter(|port| !port.is_empty()));
    told.map_or_else(ports::only, Ok)
}

/// Does something with the board, and leaves it at its prompt.
pub(super) fn with_board(options: &Options, act: impl FnOnce(&mut Board) -> Done) -> Done {
    let mut board = Board::new(line(options)?);
    board.enter()?;
    let done = act(&mut board);
    // What went wrong first is what counts.
    let left = board.leave();
    done.and(left)
}

pub(super) fn list(_: &Options) -> Done {
    let list = ports::list();
    if list.is_empty() {
        return Err(Failure::NoBoard("no board found".into()));
    }
    say(&list);
    Ok(())
}

pub(super) fn info(options: &Options) -> Done {
    with_board(options, |board| {
        say(&format!("port        {}\n", board.line.name()));
        let text = board.ask(INFO)?;
        say(&text);
        for (path, all, free) in board.file_systems()? {
            say(&format!("files       {path}: {free} of {all} bytes are free\n"));
        }
        Ok(())
    })
}

pub(super) fn repl(options: &Options) -> Done {
    terminal::talk(&mut Board::new(line(options)?))
}

pub(super) fn run(options: &Options) -> Done {
    let program = program(options.words.first())?;
    with_board(options, |board| execute(board, &program, options))
}

pub(super) fn exec(options: &Options) -> Done {
    let program = options.words.first().cloned().unwrap_or_default();
    with_board(options, |board| execute(board, program.as_bytes(), options))
}

/// A program of this computer; `-` is standard input.
fn program(file: Option<&String>) -> Done<Vec<u8>> {
    let file = file.map_or("", String::as_str);
    let mut program = Vec::new();
    let read = if file == "-" {
        std::io::Read::read_to_end(&mut std::io::stdin(), &mut program).map(drop)
    } else {
        std::fs::read(file).map(|bytes| program = bytes)
    };
    read.map_err(|error| with_file(Path::new(file), &error))?;
    Ok(program)
}

fn execute(board: &mut Board, program: &[u8], options: &Options) -> Done {
    if !options.has("--resume") && board.served.is_none() {
        board.soft_reset()?;
    }
    if options.has("--no-follow") {
        board.begin(program)?;
        board.until_running()?;
        board.abandon();
        return Ok(());
    }
    board.follow(program, &mut |bytes| {
        let text: Vec<u8> = bytes.iter().copied().filter(|&byte| byte != b'\r').collect();
        say_bytes(&text);
    })
}

pub(super) fn copy(options: &Options) -> Done {
    let manner =
        Manner { recursive: options.has("--recursive"), force: options.has("--force"), quiet: options.has("--quiet") };
    let Some((destination, sources)) = options.words.split_last() else { return Ok(()) };
    if !options.words.iter().any(|word| word.starts_with(':')) {
        return Err(Failure::Usage("files of the board have a colon before their names: cp main.py :".into()));
    }
    with_board(options, |board| copy::copy(board, sources, destination, manner))
}

/// A path of the board: its colon may be left out where only the board is meant.
fn path(word: &str) -> &str {
    word.strip_prefix(':').unwrap_or(word)
}

pub(super) fn list_files(options: &Options) -> Done {
    let folders: Vec<&str> = match options.words.as_slice() {
        [] => vec![""],
        words => words.iter().map(|word| path(word)).collect(),
    };
    with_board(options, |board| {
        for folder in &folders {
            if folders.len() > 1 {
                say(&format!("{folder}:\n"));
            }
            let file = if folder.trim_matches('/').is_empty() { None } else { board.stat(folder)? };
            let entries = match file {
                Some(file) if !file.is_folder => vec![file],
                _ => board.entries(folder)?,
            };
            for entry in entries {
                let size = entry.size.map_or(String::new(), |size| size.to_string());
                say(&format!("{size:>12} {}{}\n", entry.name, if entry.is_folder { "/" } else { "" }));
            }
        }
        Ok(())
    })
}

pub(super) fn show_files(options: &Options) -> Done {
    with_board(options, |board| {
        for word in &options.words {
            let data = board.read(path(word), None)?;
            say_bytes(&data);
        }
        Ok(())
    })
}

pub(super) fn remove(options: &Options) -> Done {
    with_board(options, |board| {
        for word in &options.words {
            let name = path(word);
            let is_root = name.trim_matches('/').is_empty();
            match if is_root { None } else { board.stat(name)? } {
                None if !is_root && options.has("--force") => {}
                None if !is_root => return Err(Failure::Refused(format!("{name}: no such file or folder"))),
                Some(entry) if !entry.is_folder => board.remove_all(name, false)?,
                _ if !options.has("--recursive") => {
                    return Err(Failure::Refused(format!(
                        "{name}: this is a folder; -r removes it with all that is in it"
                    )));
                }
                _ => board.remove_all(if is_root { "/" } else { name.trim_end_matches('/') }, true)?,
            }
        }
        Ok(())
    })
}

pub(super) fn make_folders(options: &Options) -> Done {
    with_board(options, |board| {
        for word in &options.words {
            if options.has("--parents") {
                board.make_folders(path(word))?;
            } else {
                board.call_os("mkdir", path(word))?;
            }
        }
        Ok(())
    })
}

pub(super) fn tree(options: &Options) -> Done {
    let folder = options.words.first().map_or("", |word| path(word));
    with_board(options, |board| {
        let mut text = format!(":{folder}\n");
        draw(board, folder, "", &mut text)?;
        say(&text);
        Ok(())
    })
}

fn draw(board: &mut Board, folder: &str, indent: &str, text: &mut String) -> Done {
    let entries: Vec<Entry> = board.entries(folder)?;
    for (index, entry) in entries.iter().enumerate() {
        let is_last = index + 1 == entries.len();
        let _ = writeln!(text, "{indent}{} {}", if is_last { "└──" } else { "├──" }, entry.name);
        if entry.is_folder {
            let indent = format!("{indent}{}", if is_last { "    " } else { "│   " });
            draw(board, &joined(folder, &entry.name), &indent, text)?;
        }
    }
    Ok(())
}

pub(super) fn free(options: &Options) -> Done {
    with_board(options, |board| {
        let mut text = format!("{:>12} {:>12} {:>12} {:>5}  mounted on\n", "size", "used", "free", "used");
        for (path, all, free) in board.file_systems()? {
            let used = all.saturating_sub(free);
            let percent = (used * 100).checked_div(all).unwrap_or(0);
            let _ = writeln!(text, "{all:>12} {used:>12} {free:>12} {percent:>3} %  {path}");
        }
        say(&text);
        Ok(())
    })
}

pub(super) fn mount(options: &Options) -> Done {
    let mut words = options.words.iter().map(String::as_str);
    let folder = words.next().unwrap_or(".");
    let (what, argument) = (words.next(), words.next().map(str::to_string));
    let bytes = match (what, &argument) {
        (None | Some("repl"), None) => None,
        (Some("run"), Some(_)) => Some(program(argument.as_ref())?),
        (Some("exec"), Some(code)) => Some(code.clone().into_bytes()),
        _ => return Err(Failure::Usage("a mounted folder is for repl, run FILE or exec CODE".into())),
    };
    let served = Served::new(Path::new(folder), options.has("--links"));
    let served = served.map_err(|error| with_file(Path::new(folder), &error))?;
    let mut board = Board::new(line(options)?);
    board.soft_reset()?;
    board.mount(served)?;
    let done = match bytes {
        Some(program) => execute(&mut board, &program, options),
        None => terminal::talk(&mut board),
    };
    // What went wrong first is what counts.
    let left = board.unmount().and_then(|()| board.leave());
    done.and(left)
}

pub(super) fn reset(options: &Options) -> Done {
    if options.has("--soft") {
        return with_board(options, |board| {
            board.leave()?;
            board.type_in(b"\x04")
        });
    }
    command(options, "import machine\nmachine.reset()")
}

pub(super) fn boot_loader(options: &Options) -> Done {
    start_boot_loader(options)
}

/// Asks the board for its boot loader: by a program, and where no Python answers by a sign that many firmwares know.
pub(super) fn start_boot_loader(options: &Options) -> Done {
    match command(options, "import time, machine\ntime.sleep(0.1)\nmachine.bootloader()") {
        Err(Failure::NoBoard(text)) => {
            let port = port(options)?;
            if port.contains("://") { Err(Failure::NoBoard(text)) } else { Line::touch(&port) }
        }
        done => done,
    }
}

/// Runs a program after which the board is not there any more.
fn command(options: &Options, program: &str) -> Done {
    let mut board = Board::new(line(options)?);
    board.enter()?;
    board.begin(program.as_bytes())?;
    // From here on a line that breaks is what was asked for; an error comes at once.
    match board.until_running().and_then(|()| board.last_words()) {
        Err(failure @ Failure::Raised(_)) => Err(failure),
        _ => Ok(()),
    }
}

/// Where the board looks for libraries.
fn library(board: &mut Board) -> Done<String> {
    let text =
        board.ask("import sys\nfor p in sys.path:\n    if p.endswith('/lib'):\n        print(p)\n        break")?;
    Ok(if text.trim().is_empty() { "/lib".to_string() } else { text.trim().to_string() })
}

pub(super) fn install(options: &Options) -> Done {
    with_board(options, |board| {
        let target = match &options.target {
            Some(target) => target.clone(),
            None => library(board)?,
        };
        let mut installer = Installer {
            board,
            target: path(&target).trim_end_matches('/').to_string(),
            index: options.index.as_ref().map(Into::into),
            done: std::collections::BTreeSet::new(),
        };
        for package in &options.words {
            installer.install(package)?;
        }
        Ok(())
    })
}
