//! Databases: SQLite, by requests that are answered later, so that nobody has to wait in the platform.
//!
//! Whoever opens a database gets a [`Database`]: it sends requests and receives what happens ([`Event`]). While a request
//! is served the database may call the program (a function of its own that SQL uses, a collation, …): it goes on when
//! [`Request::Reply`] is there, and serves other requests meanwhile. Values are [`Cells`]: many of them in two vectors.

use crate::{Error, FileId};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// A value of a database; the bytes of texts and blobs lie behind each other in [`Cells::bytes`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// `NULL`
    Null,
    /// `INTEGER`
    Integer(i64),
    /// `REAL`
    Real(f64),
    /// `TEXT` of that many bytes, UTF-8 unless the database is not what it should be.
    Text(usize),
    /// `BLOB` of that many bytes.
    Blob(usize),
}

/// Values, row by row.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    /// What they are.
    pub cells: Vec<Cell>,
    /// The bytes of those that have some.
    pub bytes: Vec<u8>,
}

impl Cells {
    /// Adds a text.
    pub fn push_text(&mut self, text: &[u8]) {
        self.cells.push(Cell::Text(text.len()));
        self.bytes.extend_from_slice(text);
    }

    /// Adds bytes.
    pub fn push_blob(&mut self, blob: &[u8]) {
        self.cells.push(Cell::Blob(blob.len()));
        self.bytes.extend_from_slice(blob);
    }
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// SQLite's extended number, or [`Failure::MISUSE`] for what it was not asked.
    pub code: i32,
    /// The words.
    pub message: String,
}

impl Failure {
    /// The program asked for what can't be.
    pub const MISUSE: i32 = -1;
    /// What a program's function may answer beside SQLite's numbers: it raised an exception.
    pub const RAISED: i32 = 1;
}

/// Rows of a query, read ahead as far as they were asked for.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// Their values.
    pub cells: Cells,
    /// How many there are.
    pub count: usize,
    /// How many values each has.
    pub width: usize,
    /// There are no others.
    pub is_over: bool,
    /// What comes after them instead of more rows.
    pub failure: Option<Failure>,
    /// How many rows of tables the statement changed; negative for one that can't.
    pub changes: i64,
}

/// A statement to be run.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    /// Whose rows these will be: a number that the program chooses.
    pub cursor: u32,
    /// The text.
    pub sql: String,
    /// The parameters, those of all runs behind each other.
    pub parameters: Cells,
    /// How many each run has.
    pub width: usize,
    /// How many runs there are: one, but for `executemany`. None only prepares it.
    pub runs: usize,
    /// Whether there may be other numbers of runs than one: then only statements that change tables are allowed.
    pub is_many: bool,
    /// The parameters were found by their names.
    pub is_named: bool,
    /// What begins a transaction in front of a statement that changes tables, unless empty.
    pub begin: String,
    /// How many rows are read at once.
    pub ahead: usize,
}

/// A function that SQL can call.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// How many arguments it takes, -1 for any number.
    pub arguments: i32,
    /// The program's number of it.
    pub id: u32,
    /// What it is.
    pub kind: FunctionKind,
}

/// Kinds of functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionKind {
    /// Of one row's values; whether the same values always give the same.
    Scalar(bool),
    /// Of many rows.
    Aggregate,
    /// Of many rows, or of a window of them.
    Window,
    /// None: it is taken away.
    Removed,
}

/// What a database is asked to do.
#[derive(Clone, Debug)]
pub enum Request {
    /// Run a statement: [`Answer::Ran`].
    Execute(Box<Statement>),
    /// Names of the parameters of a statement: [`Answer::Names`].
    Describe(String),
    /// Read more rows: cursor, how many at most; [`Answer::Rows`].
    Fetch(u32, usize),
    /// The cursor's rows are not wanted.
    Reset(u32),
    /// Run one statement without parameters and rows, or many.
    Script(String),
    /// Make a function known, or unknown.
    Function(Function),
    /// Make an order of texts known, or unknown: name, the program's number.
    Collation(String, Option<u32>),
    /// Call the program for what statements want to do, or no longer.
    Authorize(bool),
    /// Call the program for statements that run, or no longer.
    Trace(bool),
    /// Call the program after so many instructions of SQLite, 0 for never.
    Progress(i32),
    /// A limit, and its new value: [`Answer::Number`].
    Limit(i32, Option<i32>),
    /// A switch, and its new position: [`Answer::Number`].
    Configure(i32, Option<bool>),
    /// The whole of a database by its name: [`Answer::Bytes`].
    Serialize(String),
    /// The other way.
    Deserialize(String, Vec<u8>),
    /// Copy the whole of another database over the one of that name, so many pages at once, -1 for all; whether the
    /// program is called after each step.
    Restore(String, Vec<u8>, i32, bool),
    /// Open a blob: its number, the database, table, column, row, and whether it is only read; [`Answer::Number`].
    OpenBlob(u32, [String; 3], i64, bool),
    /// Bytes of a blob: its number, where, how many; [`Answer::Bytes`].
    ReadBlob(u32, usize, usize),
    /// Change bytes of a blob.
    WriteBlob(u32, usize, Vec<u8>),
    /// Close a blob.
    CloseBlob(u32),
    /// What the program gives for a call, by the call's number: one value, or why there is none.
    Reply(u64, Result<Cells, Failure>),
    /// Close the database: the last request.
    Close,
}

/// What a request gives.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Nothing.
    Done,
    /// A number.
    Number(i64),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Names of parameters, of those that have one.
    Names(Vec<Option<String>>),
    /// What a statement gave: its columns with the types that tables declare, if it has some, and the first rows.
    Ran(Option<Vec<(String, Option<String>)>>, Rows),
    /// Rows.
    Rows(Rows),
}

/// What a database calls the program for.
#[derive(Clone, Debug)]
pub enum Call {
    /// A function with arguments.
    Function(u32, Cells),
    /// The next row of an aggregate: the function, the number of this use of it, arguments.
    Step(u32, u64, Cells),
    /// A row that leaves the window.
    Inverse(u32, u64, Cells),
    /// The value of the window.
    Value(u32, u64),
    /// The value of the aggregate; this use ends.
    Finish(u32, u64),
    /// Which of two texts is first: a negative number, 0, or a positive one.
    Collate(u32, String, String),
    /// Whether something may be done: SQLite's number of the action, and what it is about; the number of the answer.
    Authorize(i32, [Option<String>; 4]),
    /// Whether to stop: a number that is not 0.
    Progress,
    /// A statement begins to run.
    Trace(String),
    /// Some pages were copied: the number of the result, how many are left, how many there are.
    Copied(i32, i32, i32),
}

/// What is true of a database after a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// A transaction was begun and has not ended.
    pub in_transaction: bool,
    /// How many rows were changed since it was opened.
    pub total_changes: i64,
    /// The number of the row that was inserted last.
    pub last_row: i64,
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Event {
    /// The request of that number is done. Opening has the number 0.
    Answer(u64, State, Result<Answer, Failure>),
    /// The program is called; the number is the call's.
    Call(u64, Call),
}

/// An open database. Dropping it closes it.
pub trait Database {
    /// Sends a request with a number.
    fn send(&mut self, number: u64, request: Request);

    /// What has happened, if something does in a moment. If nothing does, [`Database::wake_file`] will be ready to be
    /// read when something has.
    fn receive(&mut self) -> Option<Event>;

    /// Stops what it does as soon as possible.
    fn interrupt(&self);

    /// The open file that is ready to be read when something has happened.
    fn wake_file(&self) -> FileId;

    /// Makes that file ready, because what somebody else waits for is there.
    fn nudge(&self);

    /// From here on no request keeps the caller waiting, as far as that depends on the database: whether that is so. Until
    /// then requests may be served while they are sent, which is faster.
    fn go_apart(&mut self) -> bool;
}

/// Databases.
pub trait Databases {
    /// Opens a database: its file's name, whether that is a URI, and for how many milliseconds it waits for locks of
    /// others.
    ///
    /// # Errors
    /// What the host reports; whether the file is a database is an event.
    fn open(&mut self, name: &[u8], is_uri: bool, patience: i32) -> Result<Box<dyn Database + Send>, Error>;

    /// Forgets what belongs to a database that was dropped.
    fn closed(&mut self, wake_file: FileId);

    /// SQLite's version.
    fn version(&self) -> &'static str;
}
