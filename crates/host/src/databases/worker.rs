//! What serves the requests for a database, also while SQLite calls the program.
//!
//! A function that SQL calls can't borrow anything, so what belongs to the thread's database lies in a variable of the
//! thread, and everything in it is borrowed only for moments: never while SQLite runs. What SQLite does at the time is on
//! the thread's stack: the running statement is taken out of the table meanwhile.
//!
//! In the isolate's own thread there is no such variable: SQLite calls nobody there.

use super::statements::{Prepared, Running};
use super::values::{failure, misuse};
use super::whole::OpenBlob;
use super::{Interrupt, Shared, receive_soon};
use crate::signals::interrupt_waits;
use ferropy_platform::databases::{Answer, Call, Cells, Event, Failure, Request, Rows, State};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, ffi};
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Once};
use std::time::Duration;

/// What is to be opened.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) name: Vec<u8>,
    pub(super) is_uri: bool,
    pub(super) patience: i32,
}

/// After how many instructions of SQLite somebody looks for Ctrl-C.
const INSTRUCTIONS: i32 = 20_000;
/// How deep calls of the program may nest.
const DEEPEST: u32 = 200;

/// What belongs to the thread.
pub(super) struct Worker {
    pub(super) connection: RefCell<Option<Rc<Connection>>>,
    /// Statements with rows that nobody has read yet, by cursor.
    pub(super) running: RefCell<HashMap<u32, Running>>,
    /// Rows of statements that had to end before they were all read, by cursor.
    pub(super) read_ahead: RefCell<HashMap<u32, Rows>>,
    /// Statements that may run again, with their text; what was used last is at the end.
    pub(super) idle: RefCell<VecDeque<(String, Prepared)>>,
    pub(super) blobs: RefCell<HashMap<u32, OpenBlob>>,
    /// The way to the isolate, where it is in another thread.
    pub(super) line: Option<Line>,
    replies: RefCell<HashMap<u64, Result<Cells, Failure>>>,
    calls: Cell<u64>,
    pub(super) depth: Cell<u32>,
    /// SQLite parses a statement: nobody else may use the connection.
    pub(super) is_parsing: Cell<bool>,
    pub(super) aggregates: Cell<u64>,
    last_state: Cell<State>,
}

/// The way to the isolate.
pub(super) struct Line {
    pub(super) requests: Receiver<(u64, Request)>,
    pub(super) events: Sender<Event>,
    pub(super) shared: Arc<Shared>,
}

/// A database on its way to a thread of its own.
pub(super) struct Baggage {
    connection: Connection,
    read_ahead: HashMap<u32, Rows>,
}

thread_local! {
    static WORKER: RefCell<Option<Rc<Worker>>> = const { RefCell::new(None) };
    /// Whether requests are served: what panics meanwhile is caught.
    static SERVES: Cell<bool> = const { Cell::new(false) };
}

/// The thread's own.
pub(super) fn current() -> Option<Rc<Worker>> {
    WORKER.with(|worker| worker.borrow().clone())
}

/// Opens a database that Ctrl-C stops.
pub(super) fn open(opening: &Opening) -> Result<Connection, Failure> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    // Only this thread uses the connection: locking it for each value took a seventh of the time of a query.
    flags |= OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if opening.is_uri {
        flags |= OpenFlags::SQLITE_OPEN_URI;
    }
    let mut connection =
        Connection::open_with_flags(OsStr::from_bytes(&opening.name), flags).map_err(|error| opened_not(&error))?;
    let patience = u64::try_from(opening.patience).unwrap_or(0);
    connection.busy_timeout(Duration::from_millis(patience)).map_err(|error| failure(&error))?;
    // As SQLite itself has it: programs ask for foreign keys.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false).map_err(|error| failure(&error))?;
    connection.progress_handler(INSTRUCTIONS, Some(interrupt_waits)).map_err(|error| failure(&error))?;
    Ok(connection)
}

/// Why a database could not be opened. The file's name, which the crate adds to the message, is not of interest.
fn opened_not(error: &rusqlite::Error) -> Failure {
    let mut failure = failure(error);
    if failure.code & 0xFF == ffi::SQLITE_CANTOPEN {
        failure.message = "unable to open database file".into();
    }
    failure
}

/// Lets nobody hear of panics in the crate while requests are served: they become errors.
pub(super) fn keep_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = panic::take_hook();
        panic::set_hook(Box::new(move |news| {
            if !SERVES.get() {
                others(news);
            }
        }));
    });
}

/// A thread of a database.
pub(super) fn run(baggage: Baggage, line: Line) {
    if let Ok(mut place) = line.shared.interrupt.lock() {
        *place = Some(Interrupt(baggage.connection.get_interrupt_handle()));
    }
    let worker = Rc::new(Worker::new(baggage.connection, Some(line)));
    *worker.read_ahead.borrow_mut() = baggage.read_ahead;
    WORKER.with(|place| *place.borrow_mut() = Some(Rc::clone(&worker)));
    while let Some((number, request)) = worker.next_request() {
        worker.answer(number, request);
    }
    let _ = worker.close();
    WORKER.with(|place| *place.borrow_mut() = None);
}

impl Worker {
    pub(super) fn new(connection: Connection, line: Option<Line>) -> Worker {
        Worker {
            connection: RefCell::new(Some(Rc::new(connection))),
            running: RefCell::default(),
            read_ahead: RefCell::default(),
            idle: RefCell::default(),
            blobs: RefCell::default(),
            line,
            replies: RefCell::default(),
            calls: Cell::new(0),
            depth: Cell::new(0),
            is_parsing: Cell::new(false),
            aggregates: Cell::new(0),
            last_state: Cell::default(),
        }
    }

    /// Makes the database ready to go to another thread; nothing where that can't be.
    pub(super) fn pack_up(&self) -> Option<Baggage> {
        if !self.blobs.borrow().is_empty() {
            return None;
        }
        let no_handler: Option<fn() -> bool> = None;
        self.alone(|connection| connection.progress_handler(0, no_handler).map_err(|error| failure(&error))).ok()?;
        let connection = Rc::try_unwrap(self.connection.borrow_mut().take()?).ok()?;
        Some(Baggage { connection, read_ahead: self.read_ahead.take() })
    }

    fn tell(&self, event: Event) {
        if let Some(line) = &self.line {
            // Where nobody listens any more the requests end soon.
            let _ = line.events.send(event);
            line.shared.wake();
        }
    }

    /// The next request; nothing when there will be none.
    fn next_request(&self) -> Option<(u64, Request)> {
        let requests = &self.line.as_ref()?.requests;
        match receive_soon(requests) {
            Ok(Some(request)) => Some(request),
            Ok(None) => requests.recv().ok(),
            Err(()) => None,
        }
    }

    /// Serves a request and tells what it gave.
    fn answer(&self, number: u64, request: Request) {
        if let Request::Reply(call, result) = request {
            self.replies.borrow_mut().insert(call, result);
            return;
        }
        let event = self.done(number, request);
        self.tell(event);
    }

    /// Serves a request: what it gave.
    pub(super) fn done(&self, number: u64, request: Request) -> Event {
        let result = if self.is_parsing.get() {
            Err(misuse("the database is in use by a statement that is being compiled"))
        } else if self.depth.get() >= DEEPEST {
            Err(misuse("functions of the program call the database too deeply"))
        } else {
            // The crate panics over names of columns that are no UTF-8.
            let served = SERVES.replace(true);
            let result = catch_unwind(AssertUnwindSafe(|| self.serve(request)));
            SERVES.set(served);
            result.unwrap_or_else(|_| {
                self.is_parsing.set(false);
                let message = "database disk image is malformed".into();
                Err(Failure { code: ffi::SQLITE_CORRUPT, message })
            })
        };
        Event::Answer(number, self.state(), result)
    }

    fn state(&self) -> State {
        if self.is_parsing.get() {
            // Nobody may use the connection, not even for this.
            return self.last_state.get();
        }
        let Some(connection) = self.connection.borrow().clone() else { return State::default() };
        let state = State {
            in_transaction: !connection.is_autocommit(),
            total_changes: i64::try_from(connection.total_changes()).unwrap_or(i64::MAX),
            last_row: connection.last_insert_rowid(),
        };
        self.last_state.set(state);
        state
    }

    fn serve(&self, request: Request) -> Result<Answer, Failure> {
        let done = match request {
            Request::Execute(statement) => return self.execute(&statement),
            Request::Describe(sql) => return self.describe(&sql),
            Request::Fetch(cursor, most) => return Ok(Answer::Rows(self.fetch(cursor, most))),
            Request::Limit(category, value) => return self.limit(category, value),
            Request::Configure(switch, value) => return self.configure(switch, value),
            Request::Serialize(name) => return self.serialize(&name),
            Request::OpenBlob(number, names, row, is_read) => return self.open_blob(number, &names, row, is_read),
            Request::ReadBlob(number, at, size) => return self.read_blob(number, at, size),
            Request::Reset(cursor) => {
                self.reset(cursor);
                Ok(())
            }
            Request::Script(sql) => self.script(&sql),
            Request::Function(function) => self.add_function(&function),
            Request::Collation(name, id) => self.add_collation(&name, id),
            Request::Authorize(is_on) => self.authorize(is_on),
            Request::Trace(is_on) => self.trace(is_on),
            Request::Progress(instructions) => self.progress(instructions),
            Request::Deserialize(name, bytes) => self.deserialize(&name, &bytes),
            Request::Restore(name, bytes, pages, is_told) => self.restore(&name, &bytes, pages, is_told),
            Request::WriteBlob(number, at, bytes) => self.write_blob(number, at, &bytes),
            Request::CloseBlob(number) => {
                self.blobs.borrow_mut().remove(&number);
                Ok(())
            }
            Request::Close => self.close(),
            Request::Reply(..) => Ok(()),
        };
        done.map(|()| Answer::Done)
    }

    /// Calls the program, and serves its requests until it has answered.
    pub(super) fn ask(&self, call: Call) -> Result<Cells, Failure> {
        let number = self.calls.get() + 1;
        self.calls.set(number);
        self.depth.set(self.depth.get() + 1);
        self.tell(Event::Call(number, call));
        let reply = loop {
            if let Some(reply) = self.replies.borrow_mut().remove(&number) {
                break reply;
            }
            match self.next_request() {
                Some((number, request)) => self.answer(number, request),
                None => break Err(misuse("the program has ended")),
            }
        };
        self.depth.set(self.depth.get() - 1);
        reply
    }

    /// The connection.
    pub(super) fn connection(&self) -> Result<Rc<Connection>, Failure> {
        self.connection.borrow().clone().ok_or_else(|| misuse("Cannot operate on a closed database."))
    }

    /// Does what nobody else may use the connection for: rows that were not read yet are read ahead.
    pub(super) fn alone<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T, Failure>) -> Result<T, Failure> {
        if self.depth.get() > 0 {
            return Err(misuse("this is not possible while a statement runs"));
        }
        self.read_all();
        self.idle.borrow_mut().clear();
        let connection = self.connection.borrow_mut().take();
        let mut connection = connection.ok_or_else(|| misuse("Cannot operate on a closed database."))?;
        let result = match Rc::get_mut(&mut connection) {
            Some(connection) => work(connection),
            None => Err(misuse("this is not possible while a blob is open")),
        };
        *self.connection.borrow_mut() = Some(connection);
        result
    }

    fn close(&self) -> Result<(), Failure> {
        if self.depth.get() > 0 {
            let message = "unable to close due to unfinalized statements or unfinished backups";
            return Err(Failure { code: ffi::SQLITE_BUSY, message: message.into() });
        }
        self.running.borrow_mut().clear();
        self.read_ahead.borrow_mut().clear();
        self.idle.borrow_mut().clear();
        self.blobs.borrow_mut().clear();
        if let Some(line) = &self.line
            && let Ok(mut place) = line.shared.interrupt.lock()
        {
            *place = None;
        }
        let connection = self.connection.borrow_mut().take();
        match connection.map(Rc::try_unwrap) {
            Some(Ok(connection)) => connection.close().map_err(|(_, error)| failure(&error)),
            _ => Ok(()),
        }
    }
}
