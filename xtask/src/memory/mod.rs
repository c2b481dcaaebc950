//! `cargo xtask memory`: what objects of each kind take, on ferropy and its peers, as a table for docs/memory.md.
//!
//! `bench/memory/kinds.py` makes many objects of a kind and divides. On the desktop each kind has a process of its own, which
//! asks the system how much memory it has written to: that counts everything, whoever allocated it. Boards are emulated, and
//! tell how much of their memory is free.

mod table;

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::Outcome;
use crate::emulate;
use crate::firmware;
use crate::process::Run;
use crate::workspace;
use table::Table;

pub(crate) const HELP: &str = "\
  memory [--binary PATH] [--image ELF] [--peer NAME=PATH]…
      Measures what an object of each kind takes, and writes docs/memory.md. The peers are `cpython` (/usr/bin/python3 or
      what is given), `micropython`, and `micropython-pico`, a firmware image of its for the Pico; a column whose peer is
      not there stays as it is in the file. Needs Linux and Node 20.";

/// The columns, and the name by which a peer is given.
const COLUMNS: [(&str, &str); 5] = [
    ("Ferropy", "ferropy"),
    ("CPython", "cpython"),
    ("MicroPython", "micropython"),
    ("Ferropy, Pico", "pico"),
    ("MicroPython, Pico", "micropython-pico"),
];

/// The longest that one measurement may take.
const LIMIT: Duration = Duration::from_secs(300);

/// The kinds and what an object of each takes; nothing where the interpreter has no such objects.
type Measured = Vec<(String, Option<f64>)>;

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (mut binary, mut image) = (None, None);
    let mut peers: Vec<(String, PathBuf)> = vec![
        ("cpython".to_owned(), "/usr/bin/python3".into()),
        ("micropython".to_owned(), "/usr/bin/micropython".into()),
    ];
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--binary" => binary = Some(PathBuf::from(value()?)),
            "--image" => image = Some(PathBuf::from(value()?)),
            "--peer" => {
                let (name, path) = value()?.split_once('=').ok_or("--peer needs NAME=PATH")?;
                peers.insert(0, (name.to_owned(), path.into()));
            }
            other => return Err(format!("what is {other}?\n{HELP}")),
        }
    }
    emulate::install(&workspace::root().join("emulator"))?;
    let ours = binary.map_or_else(workspace::build_ferropy, Ok)?;
    let image = match image {
        Some(elf) => elf,
        None => firmware::build_usual()?.elf,
    };
    peers.push(("ferropy".to_owned(), ours));
    peers.push(("pico".to_owned(), image));
    let mut table = Table::read()?;
    for (at, (heading, name)) in COLUMNS.iter().enumerate() {
        let path = peers.iter().find(|(peer, path)| peer == name && path.exists()).map(|(_, path)| path);
        let measured = path.ok_or_else(|| "not here".to_owned()).and_then(|path| measure(name, path));
        match measured {
            Ok(rows) => table.replace(at, rows),
            Err(reason) => println!("  {heading} stays as it was: {reason}"),
        }
    }
    table.write().map(|()| None)
}

fn measure(name: &str, path: &Path) -> Result<Measured, String> {
    let program = workspace::root().join("bench/memory/kinds.py");
    let folder = workspace::target_dir().join("memory");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    match name {
        "pico" | "micropython-pico" => {
            let run = Run::program("node")
                .folder(workspace::root())
                .arguments(["emulator/bin/run.js"])
                .arguments([program])
                .environment("FERROPY_IMAGE", path)
                .environment("FERROPY_FLASH_MIB", "2");
            rows(run)
        }
        "micropython" => {
            rows(Run::program(path).folder(&folder).arguments(["-X", "heapsize=64m"]).arguments([program]))
        }
        _ => {
            let mut all = Measured::new();
            loop {
                let number = all.len().to_string();
                let run = Run::program(path).folder(&folder).arguments(["-W", "ignore"]).arguments([&program]);
                let row = rows(run.arguments([number]).steady_python())?;
                if row.is_empty() {
                    return Ok(all);
                }
                all.extend(row);
            }
        }
    }
}

/// The rows that a program prints: a name and a number, or a dash where there are no such objects.
fn rows(run: Run) -> Result<Measured, String> {
    let done = run.limit(LIMIT).capture()?;
    if !done.success() {
        return Err(format!("{}{}", done.stdout, done.stderr));
    }
    let row = |line: &str| {
        let (name, rest) = line.split_at_checked(40)?;
        Some((name.trim().to_owned(), rest.split_whitespace().next()?.parse().ok()))
    };
    done.stdout.lines().map(row).collect::<Option<Measured>>().ok_or(format!("what are these rows?\n{}", done.stdout))
}
