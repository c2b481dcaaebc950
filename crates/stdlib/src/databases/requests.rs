//! Requests of a program. Each gives what [`received`] gives.

use super::events::received;
use super::{Link, lend, packing};
use crate::posix::argument;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use ferropy_platform::databases::{Cells, Failure, Function, FunctionKind, Request, Statement};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// The kinds of requests that [`request`] knows.
mod kind {
    pub(super) const DESCRIBE: i64 = 0;
    pub(super) const SCRIPT: i64 = 1;
    pub(super) const SCALAR: i64 = 2;
    pub(super) const AGGREGATE: i64 = 3;
    pub(super) const WINDOW: i64 = 4;
    pub(super) const NO_FUNCTION: i64 = 5;
    pub(super) const COLLATION: i64 = 6;
    pub(super) const AUTHORIZE: i64 = 7;
    pub(super) const TRACE: i64 = 8;
    pub(super) const PROGRESS: i64 = 9;
    pub(super) const LIMIT: i64 = 10;
    pub(super) const CONFIGURE: i64 = 11;
    pub(super) const SERIALIZE: i64 = 12;
    pub(super) const DESERIALIZE: i64 = 13;
    pub(super) const RESTORE: i64 = 14;
    pub(super) const OPEN_BLOB: i64 = 15;
    pub(super) const READ_BLOB: i64 = 16;
    pub(super) const WRITE_BLOB: i64 = 17;
    pub(super) const CLOSE_BLOB: i64 = 18;
    pub(super) const CLOSE: i64 = 19;
}

impl Link {
    /// Sends a request: its number.
    fn send(&mut self, request: Request, reader: Option<u32>) -> u64 {
        self.last += 1;
        self.open += 1;
        if let Some(cursor) = reader {
            self.stashes.remove(&cursor);
            self.readers.push((self.last, cursor));
        }
        self.database.send(self.last, request);
        self.last
    }
}

fn send(iso: &mut Isolate, record: Value, request: Request, reader: Option<u32>) -> Completion {
    let ticket = lend(iso, record, |link| link.send(request, reader))?;
    received(iso, record, ticket)
}

/// An argument that is a number.
fn number<T: TryFrom<i64>>(iso: &mut Isolate, args: &[Value], place: usize) -> Completion<T> {
    let number = iso.as_i64(argument(args, place)).and_then(|number| T::try_from(number).ok());
    number.ok_or_else(|| raise::internal(iso))
}

/// An argument that is a text.
fn text(iso: &Isolate, args: &[Value], place: usize) -> String {
    let bytes = iso.heap.str_bytes(argument(args, place)).unwrap_or_default();
    String::from_utf8_lossy(bytes).to_string()
}

/// An argument that is bytes.
fn bytes(iso: &Isolate, args: &[Value], place: usize) -> Vec<u8> {
    iso.heap.bytes(argument(args, place)).unwrap_or_default().to_vec()
}

/// `execute(cursor, sql, is_many, is_named, begin, ahead)`. Where `is_named` is None, there are no parameters.
pub(super) fn execute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let cursor: u32 = number(iso, args, 1)?;
    let parcel = lend(iso, argument(args, 0), |link| link.parcels.remove(&cursor).unwrap_or_default())?;
    let statement = Statement {
        cursor,
        sql: text(iso, args, 2),
        parameters: parcel.cells,
        width: parcel.width,
        runs: if argument(args, 4).is_none() { 1 } else { parcel.runs },
        is_many: argument(args, 3) == Value::TRUE,
        is_named: argument(args, 4) == Value::TRUE,
        begin: text(iso, args, 5),
        ahead: usize::from(argument(args, 6) != Value::FALSE),
    };
    send(iso, argument(args, 0), Request::Execute(Box::new(statement)), Some(cursor))
}

/// `fetch(cursor, most)`
pub(super) fn fetch(iso: &mut Isolate, args: &[Value]) -> Completion {
    let cursor: u32 = number(iso, args, 1)?;
    let most = number(iso, args, 2)?;
    send(iso, argument(args, 0), Request::Fetch(cursor, most), Some(cursor))
}

/// `forget(cursor)`
pub(super) fn forget(iso: &mut Isolate, args: &[Value]) -> Completion {
    let cursor: u32 = number(iso, args, 1)?;
    lend(iso, argument(args, 0), |link| {
        link.stashes.remove(&cursor);
        link.parcels.remove(&cursor);
        link.database.send(0, Request::Reset(cursor));
    })?;
    Ok(Value::NONE)
}

/// `request(kind, *arguments)`
pub(super) fn request(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[record, kind, rest] = args else { return Err(raise::internal(iso)) };
    let kind: i64 = number(iso, &[kind], 0)?;
    let rest: Vec<Value> = iso.heap.items(rest).collect();
    let request = request_of(iso, kind, &rest)?;
    send(iso, record, request, None)
}

fn request_of(iso: &mut Isolate, kind: i64, args: &[Value]) -> Completion<Request> {
    let switch = |place: usize| argument(args, place) == Value::TRUE;
    let function = |iso: &mut Isolate, kind: FunctionKind| {
        let function =
            Function { name: text(iso, args, 0), arguments: number(iso, args, 1)?, id: number(iso, args, 2)?, kind };
        Ok(Request::Function(function))
    };
    Ok(match kind {
        kind::DESCRIBE => Request::Describe(text(iso, args, 0)),
        kind::SCRIPT => Request::Script(text(iso, args, 0)),
        kind::SCALAR => return function(iso, FunctionKind::Scalar(switch(3))),
        kind::AGGREGATE => return function(iso, FunctionKind::Aggregate),
        kind::WINDOW => return function(iso, FunctionKind::Window),
        kind::NO_FUNCTION => return function(iso, FunctionKind::Removed),
        kind::COLLATION => {
            let id = if argument(args, 1).is_none() { None } else { Some(number(iso, args, 1)?) };
            Request::Collation(text(iso, args, 0), id)
        }
        kind::AUTHORIZE => Request::Authorize(switch(0)),
        kind::TRACE => Request::Trace(switch(0)),
        kind::PROGRESS => Request::Progress(number(iso, args, 0)?),
        kind::LIMIT => {
            let value = if argument(args, 1).is_none() { None } else { Some(number(iso, args, 1)?) };
            Request::Limit(number(iso, args, 0)?, value)
        }
        kind::CONFIGURE => {
            let value = if argument(args, 1).is_none() { None } else { Some(switch(1)) };
            Request::Configure(number(iso, args, 0)?, value)
        }
        kind::SERIALIZE => Request::Serialize(text(iso, args, 0)),
        kind::DESERIALIZE => Request::Deserialize(text(iso, args, 0), bytes(iso, args, 1)),
        kind::RESTORE => Request::Restore(text(iso, args, 0), bytes(iso, args, 1), number(iso, args, 2)?, switch(3)),
        kind::OPEN_BLOB => {
            let names = [text(iso, args, 1), text(iso, args, 2), text(iso, args, 3)];
            Request::OpenBlob(number(iso, args, 0)?, names, number(iso, args, 4)?, switch(5))
        }
        kind::READ_BLOB => Request::ReadBlob(number(iso, args, 0)?, number(iso, args, 1)?, number(iso, args, 2)?),
        kind::WRITE_BLOB => Request::WriteBlob(number(iso, args, 0)?, number(iso, args, 1)?, bytes(iso, args, 2)),
        kind::CLOSE_BLOB => Request::CloseBlob(number(iso, args, 0)?),
        kind::CLOSE => Request::Close,
        _ => return Err(raise::internal(iso)),
    })
}

/// `reply(call, value)`
pub(super) fn reply(iso: &mut Isolate, args: &[Value]) -> Completion {
    let call: u64 = number(iso, args, 1)?;
    let mut cells = Cells::default();
    if !packing::push(iso, &mut cells, argument(args, 2)) {
        return Ok(Value::FALSE);
    }
    lend(iso, argument(args, 0), |link| link.database.send(0, Request::Reply(call, Ok(cells))))?;
    Ok(Value::TRUE)
}

/// `refuse(call, code, message)`
pub(super) fn refuse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let call: u64 = number(iso, args, 1)?;
    let failure = Failure { code: number(iso, args, 2)?, message: text(iso, args, 3) };
    lend(iso, argument(args, 0), |link| link.database.send(0, Request::Reply(call, Err(failure))))?;
    Ok(Value::NONE)
}
