//! The table of a benchmark run, printed row by row, and the same as JSON.

use std::fmt::Write;

use super::measure::Sample;
use super::plot::{self, Bars};

/// Medians of one program on one interpreter.
#[derive(Clone, Copy)]
struct Cell {
    seconds: f64,
    mebibytes: f64,
}

struct Row {
    program: String,
    cells: Vec<Option<Cell>>,
}

/// A row per program, a column per interpreter; the first column is what the others are compared with.
pub(crate) struct Table {
    columns: Vec<String>,
    rows: Vec<Row>,
}

impl Table {
    /// The table that [`Table::to_json`] made a text of.
    pub(crate) fn from_json(text: &str) -> Result<Table, String> {
        let mut table = Table { columns: vec!["ferropy".to_owned()], rows: Vec::new() };
        for line in text.lines().filter(|line| line.starts_with("  \"")) {
            let unknown = || format!("what is `{line}`?");
            // Strings are between the quotes, numbers behind those of their names.
            let mut parts = line.split('"').skip(1);
            let program = parts.next().ok_or_else(unknown)?.to_owned();
            let mut cells = Vec::new();
            while let (Some(_), Some(peer)) = (parts.next(), parts.next()) {
                let mut number = || {
                    let text = parts.by_ref().nth(2)?;
                    text.trim_matches([':', ' ', ',', '}']).parse().ok()
                };
                let cell = Cell { seconds: number().ok_or_else(unknown)?, mebibytes: 0.0 };
                parts.next().ok_or_else(unknown)?;
                let column = table.columns.iter().position(|column| column == peer).unwrap_or_else(|| {
                    table.columns.push(peer.to_owned());
                    table.columns.len() - 1
                });
                cells.resize(cells.len().max(column + 1), None);
                cells[column] = Some(cell);
            }
            table.rows.push(Row { program, cells });
        }
        let columns = table.columns.len();
        table.rows.iter_mut().for_each(|row| row.cells.resize(columns, None));
        Ok(table)
    }

    /// The drawing of the table.
    pub(crate) fn to_svg(&self) -> String {
        let bars = self.rows.iter().filter_map(|row| {
            let own = row.cells[0]?;
            let mut bars = Bars { program: row.program.clone(), ratios: [None; _] };
            for (column, cell) in self.columns.iter().zip(&row.cells) {
                if let (Some(place), Some(cell)) = (plot::place_of(column), cell) {
                    bars.ratios[place] = Some(ratio(*cell, own));
                }
            }
            Some(bars)
        });
        plot::draw(bars.collect())
    }

    pub(crate) fn new(columns: Vec<String>) -> Table {
        let mut heading = format!("{:22}", "seconds (MiB)");
        for (at, column) in columns.iter().enumerate() {
            let width = if at == 0 { 16 } else { 24 };
            write!(heading, "{column:>width$}").ok();
        }
        println!("{heading}");
        Table { columns, rows: Vec::new() }
    }

    /// Adds and prints a row.
    pub(crate) fn add(&mut self, program: &str, samples: Vec<Result<Vec<Sample>, String>>) {
        let cells: Vec<Option<Cell>> = samples.into_iter().map(|samples| Cell::of(&samples.ok()?)).collect();
        let mut line = format!("{program:22}");
        for (at, cell) in cells.iter().enumerate() {
            let text = match (cell, cells[0]) {
                (None, _) => "-".to_owned(),
                (Some(cell), Some(own)) if at > 0 => {
                    format!("{:.3} ({:.1}) {:5.2}x", cell.seconds, cell.mebibytes, ratio(*cell, own))
                }
                (Some(cell), _) => format!("{:.3} ({:.1})", cell.seconds, cell.mebibytes),
            };
            let width = if at == 0 { 16 } else { 24 };
            write!(line, "{text:>width$}").ok();
        }
        println!("{line}");
        self.rows.push(Row { program: program.to_owned(), cells });
    }

    /// Geometric means of each peer's time over ferropy's, over the programs that both run.
    pub(crate) fn print_summary(&self) {
        for (at, column) in self.columns.iter().enumerate().skip(1) {
            let ratios: Vec<f64> =
                self.rows.iter().filter_map(|row| Some(ratio(row.cells[at]?, row.cells[0]?))).collect();
            if !ratios.is_empty() {
                let mean = (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
                let slower = ratios.iter().filter(|ratio| **ratio < 1.0).count();
                println!(
                    "{column} takes {mean:.2} times the time of {} (geometric mean of {} programs, less on {slower})",
                    self.columns[0],
                    ratios.len()
                );
            }
        }
    }

    /// An object per program with seconds and MiB per interpreter.
    pub(crate) fn to_json(&self) -> String {
        let mut text = String::from("{\n");
        for (at, row) in self.rows.iter().enumerate() {
            let cells: Vec<String> = self
                .columns
                .iter()
                .zip(&row.cells)
                .filter_map(|(column, cell)| {
                    let cell = (*cell)?;
                    Some(format!("\"{column}\": {{\"seconds\": {:.4}, \"mib\": {:.2}}}", cell.seconds, cell.mebibytes))
                })
                .collect();
            let comma = if at + 1 < self.rows.len() { "," } else { "" };
            writeln!(text, "  \"{}\": {{{}}}{comma}", row.program, cells.join(", ")).ok();
        }
        text.push_str("}\n");
        text
    }
}

impl Cell {
    fn of(samples: &[Sample]) -> Option<Cell> {
        Some(Cell {
            seconds: median(samples.iter().map(|sample| sample.seconds).collect())?,
            mebibytes: median(samples.iter().map(|sample| sample.mebibytes).collect())?,
        })
    }
}

/// How many times as long `cell` takes as `own`; a time below the clock's resolution counts as that.
fn ratio(cell: Cell, own: Cell) -> f64 {
    cell.seconds.max(1e-6) / own.seconds.max(1e-6)
}

fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    let upper = *numbers.get(middle)?;
    Some(if numbers.len() % 2 == 1 { upper } else { (upper + numbers[middle - 1]) / 2.0 })
}
