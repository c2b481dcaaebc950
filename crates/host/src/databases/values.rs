//! Values and errors as SQLite has them, to and from those of the platform.

use ferropy_platform::databases::{Cell, Cells, Failure};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Error, ffi};

/// Adds a value.
pub(super) fn push(cells: &mut Cells, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => cells.cells.push(Cell::Null),
        ValueRef::Integer(number) => cells.cells.push(Cell::Integer(number)),
        ValueRef::Real(number) => cells.cells.push(Cell::Real(number)),
        ValueRef::Text(text) => cells.push_text(text),
        ValueRef::Blob(bytes) => cells.push_blob(bytes),
    }
}

/// Goes over values.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    cells: &'a [Cell],
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(cells: &'a Cells) -> Reader<'a> {
        Reader { cells: &cells.cells, bytes: &cells.bytes }
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Given<'a>;

    fn next(&mut self) -> Option<Given<'a>> {
        let (&cell, rest) = self.cells.split_first()?;
        self.cells = rest;
        let size = match cell {
            Cell::Text(size) | Cell::Blob(size) => size,
            _ => 0,
        };
        let (own, others) = self.bytes.split_at_checked(size)?;
        self.bytes = others;
        Some(Given(match cell {
            Cell::Null => ValueRef::Null,
            Cell::Integer(number) => ValueRef::Integer(number),
            Cell::Real(number) => ValueRef::Real(number),
            Cell::Text(_) => ValueRef::Text(own),
            Cell::Blob(_) => ValueRef::Blob(own),
        }))
    }
}

/// A value that SQLite is given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given<'a>(pub(super) ValueRef<'a>);

impl ToSql for Given<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.0))
    }
}

/// What a function of the program gave: one value.
#[derive(Debug)]
pub(super) struct Returned(pub(super) Cells);

impl ToSql for Returned {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let value = Reader::new(&self.0).next().map_or(ValueRef::Null, |given| given.0);
        Ok(ToSqlOutput::Borrowed(value))
    }
}

/// What the program asked for can't be.
pub(super) fn misuse(message: &str) -> Failure {
    Failure { code: Failure::MISUSE, message: message.into() }
}

/// What SQLite reports.
pub(super) fn failure(error: &Error) -> Failure {
    match error {
        Error::SqliteFailure(error, message) => failed_with(error.extended_code, message.as_deref()),
        Error::SqlInputError { error, msg, .. } => failed_with(error.extended_code, Some(msg)),
        Error::MultipleStatement => misuse("You can only execute one statement at a time."),
        other => Failure { code: ffi::SQLITE_ERROR, message: other.to_string() },
    }
}

fn failed_with(code: i32, message: Option<&str>) -> Failure {
    Failure { code, message: message.map_or_else(|| ffi::code_to_str(code).into(), Into::into) }
}

/// An error that a function gives SQLite.
pub(super) fn refusal(failure: Failure) -> Error {
    // Words would make any error SQLITE_ERROR.
    let message = (failure.code == ffi::SQLITE_ERROR).then_some(failure.message);
    Error::SqliteFailure(ffi::Error::new(failure.code), message)
}
