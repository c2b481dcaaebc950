//! `cargo xtask costs`: what programs cost in numbers that are the same on every machine, against the table in `bench/costs.txt`.
//!
//! On desktops it is machine instructions, counted by valgrind, and on the board cycles of the emulated chip. Neither says how
//! long a program takes, but either tells at once that a change made it cost more. A row that is more than [`TOLERANCE`]
//! beside its number fails, also downwards: the table goes with the change.

mod count;
mod table;

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::emulate;
use crate::firmware::{self, Image};
use crate::tally::Tally;
use crate::workspace;
use table::{Rows, Table};

pub(crate) const HELP: &str = "\
  costs [desktop|board] [--update] [--binary PATH]
      Counts the machine instructions of some programs in bench/ and the cycles of those in bench/board/ on the emulated
      board, and compares with bench/costs.txt; --update writes what was counted there. Needs valgrind and Node 20.";

/// How far a count may be beside the table's, as a part of that.
const TOLERANCE: f64 = 0.02;

/// Which halves of the table are wanted.
#[derive(Clone, Copy)]
struct Wanted {
    desktop: bool,
    board: bool,
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let mut wanted = Wanted { desktop: true, board: true };
    let (mut update, mut binary) = (false, None);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "desktop" => wanted.board = false,
            "board" => wanted.desktop = false,
            "--update" => update = true,
            "--binary" => binary = Some(PathBuf::from(arguments.next().ok_or("--binary needs a path")?)),
            other => return Err(format!("what is {other}?\n{HELP}")),
        }
    }
    let mut table = Table::read()?;
    let (desktop, board) = (desktop(wanted, binary), board(wanted, None));
    if !update {
        return Ok(Some(table.compare("desktop", desktop) + table.compare("board", board)));
    }
    for (part, counted) in [("desktop", desktop), ("board", board)] {
        match counted {
            Ok(rows) => table.replace(part, rows),
            Err(reason) => println!("  {part} stays as it was: {reason}"),
        }
    }
    table.write().map(|()| None)
}

/// Both halves for the tests, with what has been built already.
pub(crate) fn check(binary: &Path) -> Result<Tally, String> {
    let wanted = Wanted { desktop: true, board: true };
    let table = Table::read()?;
    if !table.is_of_this_compiler() {
        println!("  skipped: bench/costs.txt is of another compiler: {}", table.compiler());
        return Ok(Tally { skipped: 1, ..Tally::default() });
    }
    let desktop = desktop(wanted, Some(binary.to_path_buf()));
    let board = board(wanted, firmware::build_usual().ok());
    Ok(table.compare("desktop", desktop) + table.compare("board", board))
}

/// The rows of programs on desktops, or why there are none.
fn desktop(wanted: Wanted, binary: Option<PathBuf>) -> Result<Rows, String> {
    if !wanted.desktop {
        return Err("not asked for".to_owned());
    }
    count::instructions(&binary.map_or_else(workspace::build_ferropy, Ok)?)
}

/// The rows of programs on the board, or why there are none.
fn board(wanted: Wanted, image: Option<Image>) -> Result<Rows, String> {
    if !wanted.board {
        return Err("not asked for".to_owned());
    }
    emulate::install(&workspace::root().join("emulator"))?;
    let image = image.map_or_else(firmware::build_usual, Ok)?;
    if !image.is_short() {
        return Err("the image was made without llvm-tools, its code is another".to_owned());
    }
    count::cycles(&image)
}
