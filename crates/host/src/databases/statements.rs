//! Statements: compiled, run, and read row by row.
//!
//! A [`Prepared`] statement keeps the connection that it belongs to, and a [`Running`] one the statement whose rows it
//! reads, so that both can lie in tables.

use super::values::{Given, Reader, failure, misuse, push};
use super::worker::Worker;
use ferropy_platform::databases::{Answer, Cells, Failure, Rows, Statement as Wanted};
use rusqlite::fallible_iterator::FallibleIterator;
use rusqlite::{Batch, Connection, Error};
use self_cell::{MutBorrow, self_cell};
use std::rc::Rc;

type Compiled<'connection> = rusqlite::Statement<'connection>;
type Reading<'statement> = rusqlite::Rows<'statement>;

self_cell! {
    /// A statement and its connection.
    pub(super) struct Prepared {
        owner: Rc<Connection>,
        #[not_covariant]
        dependent: Compiled,
    }
}

self_cell! {
    /// The rows of a statement that runs.
    struct Stepping {
        owner: MutBorrow<Prepared>,
        #[not_covariant]
        dependent: Reading,
    }
}

/// A statement that runs. It stands on a row that nobody has seen yet.
pub(super) struct Running {
    rows: Stepping,
    sql: String,
    width: usize,
    changes_tables: bool,
}

/// How many statements may run again without being compiled again.
const MOST_IDLE: usize = 128;
/// As many bytes of rows are read at once.
const MOST_BYTES: usize = 1 << 18;

/// Whether a statement inserts, updates or deletes: what its first word says, behind spaces and comments.
fn changes_tables(sql: &str) -> bool {
    let mut rest = sql.trim_start();
    loop {
        rest = if let Some(comment) = rest.strip_prefix("--") {
            comment.split_once('\n').map_or("", |(_, rest)| rest)
        } else if let Some(comment) = rest.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, rest)| rest)
        } else {
            break;
        }
        .trim_start();
    }
    let word = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    word("insert") || word("update") || word("delete") || word("replace")
}

/// Names of columns, and the types that tables declare.
type Columns = Vec<(String, Option<String>)>;

fn columns(statement: &Compiled<'_>) -> Option<Columns> {
    let columns = statement.columns();
    let named = columns.map(|column| (column.name().to_owned(), column.decl_type().map(str::to_owned)));
    Some(named.collect()).filter(|columns: &Columns| !columns.is_empty())
}

impl Prepared {
    fn compile(connection: Rc<Connection>, sql: &str) -> Result<Prepared, Failure> {
        // An empty statement at the end is one more.
        let before_end = sql.trim_end().strip_suffix(';');
        if before_end.is_some_and(|rest| rest.trim_end().ends_with(';')) {
            return Err(failure(&Error::MultipleStatement));
        }
        Prepared::try_new(connection, |connection| connection.prepare(sql)).map_err(|error| match &error {
            // The rest was compiled to see whether it is a statement.
            Error::SqlInputError { sql: text, .. } if text.len() < sql.len() => failure(&Error::MultipleStatement),
            _ => failure(&error),
        })
    }

    /// Whether there was a statement at all.
    fn is_empty(&self) -> bool {
        self.with_dependent(|_, statement| {
            statement.column_count() == 0 && statement.readonly() && statement.expanded_sql().is_none()
        })
    }

    /// Looks whether the parameters are as many and as the statement wants them.
    fn check(&self, wanted: &Wanted) -> Result<(), Failure> {
        self.with_dependent(|_, statement| {
            let count = statement.parameter_count();
            if count != wanted.width {
                let message = format!(
                    "Incorrect number of bindings supplied. The current statement uses {count}, and there are {} supplied.",
                    wanted.width
                );
                return Err(misuse(&message));
            }
            let named = (1..=count).find_map(|place| {
                statement.parameter_name(place).filter(|name| !name.starts_with('?')).map(|name| (place, name))
            });
            match named {
                Some((place, name)) if !wanted.is_named => Err(misuse(&format!(
                    "Binding {place} ('{name}') is a named parameter, but you supplied a sequence which requires \
                     nominal (qmark) placeholders."
                ))),
                _ => Ok(()),
            }
        })
    }

    fn bind<'a>(&mut self, values: impl Iterator<Item = Given<'a>>) -> Result<(), Failure> {
        self.with_dependent_mut(|_, statement| {
            for (place, value) in values.enumerate() {
                statement.raw_bind_parameter(place + 1, value).map_err(|error| failure(&error))?;
            }
            Ok(())
        })
    }

    fn columns(&self) -> Option<Columns> {
        self.with_dependent(|_, statement| columns(statement))
    }
}

impl Running {
    fn start(prepared: Prepared, sql: &str, changes_tables: bool) -> Running {
        let width = prepared.with_dependent(|_, statement| statement.column_count());
        let rows = Stepping::new(MutBorrow::new(prepared), |prepared| {
            prepared.borrow_mut().with_dependent_mut(|_, statement| statement.raw_query())
        });
        Running { rows, sql: sql.to_owned(), width, changes_tables }
    }

    /// Goes to the next row: whether there is one.
    fn step(&mut self) -> Result<bool, Failure> {
        self.rows.with_dependent_mut(|_, rows| rows.next().map(|row| row.is_some())).map_err(|error| failure(&error))
    }

    /// Takes the row on which it stands.
    fn take_row(&mut self, cells: &mut Cells) {
        let width = self.width;
        self.rows.with_dependent_mut(|_, rows| {
            // It is the crate's interface to go to a row and look at it in one; the other one is a trait.
            if let Some(row) = rusqlite::fallible_streaming_iterator::FallibleStreamingIterator::get(rows) {
                for column in 0..width {
                    push(cells, row.get_ref(column).unwrap_or(rusqlite::types::ValueRef::Null));
                }
            }
        });
    }

    /// Takes rows, as many as are wanted, and stands on the one behind them.
    fn take_rows(&mut self, most: usize) -> Rows {
        let mut rows = Rows { width: self.width, ..Rows::default() };
        while rows.count < most && rows.cells.bytes.len() < MOST_BYTES {
            let before = (rows.cells.cells.len(), rows.cells.bytes.len());
            self.take_row(&mut rows.cells);
            match self.step() {
                Ok(true) => rows.count += 1,
                Ok(false) => {
                    rows.count += 1;
                    rows.is_over = true;
                    break;
                }
                Err(failure) => {
                    // A row is there only if the step behind it succeeds, as in CPython.
                    rows.cells.cells.truncate(before.0);
                    rows.cells.bytes.truncate(before.1);
                    rows.is_over = true;
                    rows.failure = Some(failure);
                    break;
                }
            }
        }
        rows
    }

    /// Ends it: the statement may run again.
    fn end(self) -> (String, Prepared) {
        (self.sql, self.rows.into_owner().into_inner())
    }
}

impl Worker {
    /// A compiled statement of that text: one that is idle, or a new one.
    fn prepared(&self, sql: &str) -> Result<Prepared, Failure> {
        let mut idle = self.idle.borrow_mut();
        let place = idle.iter().rposition(|(text, _)| text == sql);
        if let Some((_, prepared)) = place.and_then(|place| idle.remove(place)) {
            return Ok(prepared);
        }
        drop(idle);
        self.while_parsing(|| Prepared::compile(self.connection()?, sql))
    }

    /// Does what compiles a statement.
    pub(super) fn while_parsing<T>(&self, work: impl FnOnce() -> T) -> T {
        self.is_parsing.set(true);
        let result = work();
        self.is_parsing.set(false);
        result
    }

    /// Keeps a statement for the next time.
    fn set_idle(&self, sql: String, prepared: Prepared) {
        let mut idle = self.idle.borrow_mut();
        if idle.len() >= MOST_IDLE {
            idle.pop_front();
        }
        idle.push_back((sql, prepared));
    }

    pub(super) fn describe(&self, sql: &str) -> Result<Answer, Failure> {
        let prepared = self.prepared(sql)?;
        let names = prepared.with_dependent(|_, statement| {
            let places = 1..=statement.parameter_count();
            places.map(|place| statement.parameter_name(place).map(str::to_owned)).collect()
        });
        self.set_idle(sql.to_owned(), prepared);
        Ok(Answer::Names(names))
    }

    pub(super) fn execute(&self, wanted: &Wanted) -> Result<Answer, Failure> {
        self.reset(wanted.cursor);
        let mut prepared = self.prepared(&wanted.sql)?;
        let changes_tables = changes_tables(&wanted.sql);
        if wanted.is_many && !changes_tables {
            self.set_idle(wanted.sql.clone(), prepared);
            return Err(misuse("executemany() can only execute DML statements."));
        }
        if changes_tables && !wanted.begin.is_empty() && self.connection()?.is_autocommit() {
            self.script(&wanted.begin)?;
        }
        if prepared.is_empty() || wanted.runs == 0 {
            let changes = if changes_tables { 0 } else { -1 };
            self.set_idle(wanted.sql.clone(), prepared);
            return Ok(Answer::Ran(None, Rows { is_over: true, changes, ..Rows::default() }));
        }
        prepared.check(wanted)?;
        if wanted.is_many {
            let result = self.execute_many(&mut prepared, wanted);
            self.set_idle(wanted.sql.clone(), prepared);
            return result;
        }
        prepared.bind(Reader::new(&wanted.parameters))?;
        let mut running = Running::start(prepared, &wanted.sql, changes_tables);
        match running.step() {
            Ok(true) => {}
            Ok(false) => {
                let (sql, prepared) = running.end();
                let columns = prepared.columns();
                self.set_idle(sql, prepared);
                let changes = self.changes(changes_tables);
                return Ok(Answer::Ran(columns, Rows { is_over: true, changes, ..Rows::default() }));
            }
            Err(failure) => {
                self.end(running);
                return Err(failure);
            }
        }
        // Running it may change the columns, if the tables have changed.
        let columns = running.rows.with_dependent(|_, rows| rows.as_ref().and_then(columns));
        running.width = columns.as_ref().map_or(0, Vec::len);
        // A statement that changes tables has run to its end only when its rows are read.
        let most = if changes_tables { 0 } else { wanted.ahead };
        let mut rows = running.take_rows(most);
        self.put_back(wanted.cursor, running, &mut rows);
        Ok(Answer::Ran(columns, rows))
    }

    /// How many rows of tables a statement has changed that is at its end; a negative number if it can't.
    fn changes(&self, changes_tables: bool) -> i64 {
        match self.connection() {
            Ok(connection) if changes_tables => i64::try_from(connection.changes()).unwrap_or(0),
            _ => -1,
        }
    }

    fn execute_many(&self, prepared: &mut Prepared, wanted: &Wanted) -> Result<Answer, Failure> {
        let mut reader = Reader::new(&wanted.parameters);
        let mut rows = Rows { is_over: true, ..Rows::default() };
        for _ in 0..wanted.runs {
            prepared.bind(reader.by_ref().take(wanted.width))?;
            let result = prepared.with_dependent_mut(|_, statement| statement.raw_execute());
            match result {
                Ok(changes) => rows.changes += i64::try_from(changes).unwrap_or(0),
                // All is changed before the first row is there; nobody wants to see it.
                Err(Error::ExecuteReturnedResults) => rows.changes += self.changes(true),
                Err(error) => {
                    rows.failure = Some(failure(&error));
                    break;
                }
            }
        }
        Ok(Answer::Ran(None, rows))
    }

    /// Puts a statement back to where it belongs after some of its rows were taken.
    fn put_back(&self, cursor: u32, running: Running, rows: &mut Rows) {
        if rows.is_over {
            rows.changes = self.changes(running.changes_tables);
            self.end(running);
        } else {
            rows.changes = if running.changes_tables { 0 } else { -1 };
            self.running.borrow_mut().insert(cursor, running);
        }
    }

    fn end(&self, running: Running) {
        let (sql, prepared) = running.end();
        self.set_idle(sql, prepared);
    }

    pub(super) fn fetch(&self, cursor: u32, most: usize) -> Rows {
        if let Some(rows) = self.read_ahead.borrow_mut().remove(&cursor) {
            return rows;
        }
        let running = self.running.borrow_mut().remove(&cursor);
        let Some(mut running) = running else { return Rows { is_over: true, changes: -1, ..Rows::default() } };
        let mut rows = running.take_rows(most.max(1));
        self.put_back(cursor, running, &mut rows);
        rows
    }

    pub(super) fn reset(&self, cursor: u32) {
        self.read_ahead.borrow_mut().remove(&cursor);
        let running = self.running.borrow_mut().remove(&cursor);
        if let Some(running) = running {
            self.end(running);
        }
    }

    /// Reads all rows that nobody has read yet.
    pub(super) fn read_all(&self) {
        loop {
            let next = self.running.borrow().keys().next().copied();
            let Some(cursor) = next else { return };
            let mut all = self.fetch(cursor, usize::MAX);
            while !all.is_over {
                let more = self.fetch(cursor, usize::MAX);
                all.cells.cells.extend_from_slice(&more.cells.cells);
                all.cells.bytes.extend_from_slice(&more.cells.bytes);
                all.count += more.count;
                (all.is_over, all.failure, all.changes) = (more.is_over, more.failure, more.changes);
            }
            self.read_ahead.borrow_mut().insert(cursor, all);
        }
    }

    /// Runs statements one after the other.
    pub(super) fn script(&self, sql: &str) -> Result<(), Failure> {
        let connection = self.connection()?;
        let mut statements = Batch::new(&connection, sql);
        while let Some(mut statement) = self.while_parsing(|| statements.next()).map_err(|error| failure(&error))? {
            let mut rows = statement.raw_query();
            while rows.next().map_err(|error| failure(&error))?.is_some() {}
        }
        Ok(())
    }
}
