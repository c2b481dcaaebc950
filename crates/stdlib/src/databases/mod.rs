//! `_sqlite3`: the way to databases. A link sends requests to the platform's [`Database`] and receives what happens; the
//! classes of `sqlite3` are Python on top of it.
//!
//! No function here waits or calls what SQL calls: a request gives its answer if that is there in a moment, else its
//! number, and then [`receive`](events) is asked again after [`wait`](events), while other threads go on. When the database
//! calls the program, that is an event like the answer; Python code serves it and replies, and may use the same link
//! meanwhile.

mod events;
mod packing;
mod requests;
mod rows;

use crate::posix::{argument, failed};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use ferropy_platform::databases::{Answer, Cells, Failure, Rows, State};
use ferropy_platform::{Database, Error};
use ferropy_runtime::native::{ModuleSpec, Row, TypeFlags, TypeSpec, constant, function, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_sqlite3`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_sqlite3",
    doc: "The way to databases.",
    rows: ROWS,
    types: &[&LINK],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("open", "(name, is_uri, patience, /)", "Open a database: a link. Its first request has number 0.", open),
    constant("version", "SQLite's version.", |iso, _| {
        let version = iso.platform.databases().map_or("", |databases| databases.version());
        iso.new_str(version)
    }),
];

/// A record: the number is that of the resource.
static LINK: TypeSpec =
    TypeSpec::new("Link", "An open database.", LINK_ROWS).in_module("_sqlite3").with_flags(TypeFlags::NOT_CALLABLE);

const LINK_ROWS: &[Row] = &[
    method("pack", "($self, cursor, values, /)", "Add parameters: None, or which is not plain.", packing::pack),
    method(
        "gather",
        "($self, cursor, rows, most, is_plain, is_own, /)",
        "Add parameters of many rows: False at their end, True if there may be more, or a row to be looked at.",
        packing::gather,
    ),
    method("packed", "($self, cursor, /)", "How many rows of parameters there are.", packing::packed),
    method(
        "execute",
        "($self, cursor, sql, is_many, is_named, begin, ahead, /)",
        "Run a statement with the parameters that were packed.",
        requests::execute,
    ),
    method("fetch", "($self, cursor, most, /)", "Read more rows.", requests::fetch),
    method("forget", "($self, cursor, /)", "Drop the rows of a cursor.", requests::forget),
    method("request", "($self, kind, *arguments)", "Ask for something else.", requests::request),
    method("reply", "($self, call, value, /)", "Answer a call: whether the value is one.", requests::reply),
    method("refuse", "($self, call, code, message, /)", "Answer a call by an error.", requests::refuse),
    method(
        "receive",
        "($self, ticket, /)",
        "What has happened: an event, or the number of the request.",
        events::receive,
    ),
    method("wait", "($self, ticket, nanoseconds, /)", "Wait until something has happened.", events::wait),
    method("rows", "($self, cursor, most, factory, masks, /)", "Rows that were read.", rows::rows),
    method("row", "($self, cursor, factory, masks, /)", "The next row that was read, or None.", rows::row),
    method("interrupt", "($self, /)", "Stop what the database does.", |iso, args| {
        lend(iso, argument(args, 0), |link| link.database.interrupt()).map(|()| Value::NONE)
    }),
    method("go_apart", "($self, /)", "Keep nobody waiting from here on.", |iso, args| {
        lend(iso, argument(args, 0), |link| link.database.go_apart()).map(Value::bool)
    }),
    method("state", "($self, /)", "Whether there is a transaction, all changes, the last row's number.", state),
    method("close", "($self, /)", "Let go of the database.", close),
];

/// The parameters of a statement that is to be run.
#[derive(Debug, Default)]
struct Parcel {
    cells: Cells,
    width: usize,
    runs: usize,
}

/// Rows that were read and not yet seen.
#[derive(Debug, Default)]
struct Stash {
    rows: Rows,
    /// Where the next row begins.
    cell: usize,
    byte: usize,
}

/// An open database, as the isolate keeps it.
struct Link {
    database: Box<dyn Database + Send>,
    /// The number of the last request.
    last: u64,
    /// How many have no answer yet.
    open: usize,
    /// Answers that somebody else received than who asked.
    arrived: Vec<(u64, Result<Answer, Failure>)>,
    /// Whose rows an answer brings.
    readers: Vec<(u64, u32)>,
    parcels: BTreeMap<u32, Parcel>,
    stashes: BTreeMap<u32, Stash>,
    state: State,
}

/// Lends a link.
fn lend<R>(iso: &mut Isolate, record: Value, work: impl FnOnce(&mut Link) -> R) -> Completion<R> {
    let number = iso.heap.number(iso.unwrap(record));
    let held = iso.take_resource(number).map(|object| object.downcast::<Link>());
    let Some(Ok(mut link)) = held else { return Err(raise::internal(iso)) };
    let result = work(&mut link);
    iso.put_resource(number, link);
    Ok(result)
}

fn open(iso: &mut Isolate, args: &[Value]) -> Completion {
    let name = iso.bytes_like(argument(args, 0)).unwrap_or_default().into_owned();
    let is_uri = iso.is_true(argument(args, 1))?;
    let patience = crate::posix::c_int(iso, argument(args, 2))?;
    let opened = match iso.platform.databases() {
        Some(databases) => databases.open(&name, is_uri, patience),
        None => Err(Error::UNSUPPORTED),
    };
    let database = opened.map_err(|error| failed(iso, error))?;
    let link = Link {
        database,
        last: 0,
        open: 1,
        arrived: Vec::new(),
        readers: Vec::new(),
        parcels: BTreeMap::new(),
        stashes: BTreeMap::new(),
        state: State::default(),
    };
    let Some(id) = iso.find_type(&LINK) else { return Err(raise::internal(iso)) };
    let Some(number) = iso.keep_resource(Box::new(link)) else { return Err(raise::memory_error(iso)) };
    let record = iso.new_record(id, number, &[])?;
    iso.when_dead(record, drop_link);
    Ok(record)
}

/// Closes the database of a link that nobody holds any more.
fn drop_link(iso: &mut Isolate, number: u32) {
    if let Some(Ok(link)) = iso.take_resource(number).map(|object| object.downcast::<Link>()) {
        let file = link.database.wake_file();
        drop(link);
        if let Some(databases) = iso.platform.databases() {
            databases.closed(file);
        }
    }
    iso.drop_resource(number);
}

/// `state()`
fn state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let state = lend(iso, argument(args, 0), |link| link.state)?;
    let (changes, row) = (iso.new_int(state.total_changes)?, iso.new_int(state.last_row)?);
    iso.new_tuple(&[Value::bool(state.in_transaction), changes, row])
}

/// `close()`
fn close(iso: &mut Isolate, args: &[Value]) -> Completion {
    let number = iso.heap.number(iso.unwrap(argument(args, 0)));
    // The number stays in use until the record is dead.
    if let Some(Ok(link)) = iso.take_resource(number).map(|object| object.downcast::<Link>()) {
        let file = link.database.wake_file();
        drop(link);
        if let Some(databases) = iso.platform.databases() {
            databases.closed(file);
        }
    }
    Ok(Value::NONE)
}
