//! The table of docs/memory.md: read, so that columns which can't be measured here stay, and written.

use std::fmt::Write;
use std::path::PathBuf;

use super::{COLUMNS, Measured};
use crate::workspace;

/// What stands before the table.
const HEAD: &str = "\
# What objects take

Bytes that an object of each kind takes. `cargo xtask memory` measures and writes this page: `bench/memory/kinds.py` makes
some hundreds to thousands of each kind, keeps them, and divides what memory grew by. On the desktop (64 bits) that is all
memory that the process has written to, as Linux counts it; for MicroPython, whose heap has a fixed size there, and on the
boards it is what `gc.mem_free()` says, on the emulated Pico with code and everything else that Ferropy keeps beside its
objects. What an object refers to counts if it was made for it. A frame is a call of a function with one variable, with what
it takes of the machine's stack where the interpreter says so.

";

/// What stands behind it.
const TAIL: &str = "
Ints of up to 48 bits and floats lie in the reference itself on 64-bit machines, ints of up to 31 bits on boards; the kinds
that take nothing are those. Strings and bytes of up to 12 bytes lie in the 16 bytes that each object has, and on boards so
do two attributes. MicroPython has no `slice` objects that programs can make.
";

/// The kinds in the order in which they were measured first, and a cell for each column.
pub(super) struct Table {
    rows: Vec<(String, [Option<f64>; COLUMNS.len()])>,
}

impl Table {
    /// The table as it is committed; an empty one where there is none.
    pub(super) fn read() -> Result<Table, String> {
        let text = if path().exists() { workspace::read(&path())? } else { String::new() };
        let mut table = Table { rows: Vec::new() };
        for line in text.lines().filter(|line| line.starts_with("| ")).skip(1) {
            let mut cells = line.trim_matches('|').split('|').map(str::trim);
            let Some(name) = cells.next() else { continue };
            let mut row = [None; COLUMNS.len()];
            for (place, cell) in row.iter_mut().zip(cells) {
                *place = cell.parse().ok();
            }
            table.rows.push((name.to_owned(), row));
        }
        Ok(table)
    }

    /// Replaces a column; kinds that are not known come last.
    pub(super) fn replace(&mut self, column: usize, measured: Measured) {
        for (_, cells) in &mut self.rows {
            cells[column] = None;
        }
        for (name, bytes) in measured {
            match self.rows.iter_mut().find(|(known, _)| *known == name) {
                Some((_, cells)) => cells[column] = bytes,
                None => {
                    let mut cells = [None; COLUMNS.len()];
                    cells[column] = bytes;
                    self.rows.push((name, cells));
                }
            }
        }
    }

    /// Writes the page, without kinds that nobody has any more.
    pub(super) fn write(&self) -> Result<(), String> {
        let mut text = format!("{HEAD}| kind |");
        for (heading, _) in COLUMNS {
            write!(text, " {heading} |").map_err(|error| error.to_string())?;
        }
        text.push_str("\n|---|");
        text.push_str(&"---:|".repeat(COLUMNS.len()));
        text.push('\n');
        for (name, cells) in self.rows.iter().filter(|(_, cells)| cells.iter().any(Option::is_some)) {
            write!(text, "| {name} |").map_err(|error| error.to_string())?;
            for cell in cells {
                let shown = cell.map_or_else(|| "–".to_owned(), |bytes| format!("{:.0}", bytes.max(0.0)));
                write!(text, " {shown} |").map_err(|error| error.to_string())?;
            }
            text.push('\n');
        }
        text.push_str(TAIL);
        std::fs::write(path(), text).map_err(|error| format!("docs/memory.md: {error}"))
    }
}

fn path() -> PathBuf {
    workspace::root().join("docs/memory.md")
}
