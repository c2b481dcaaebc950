//! What happens in a database, as tuples whose first item says what they are: [`DONE`], [`FAILED`], [`CALLED`].

use super::packing::values_of;
use super::{Link, Stash, lend};
use crate::posix::{argument, number_of};
use ferropy_platform::databases::{Answer, Call, Event, Failure, Rows};
use ferropy_platform::files::readiness::READ;
use ferropy_runtime::{Completion, Isolate, Value, WATCHED_BITS, WaitFor};

/// The answer: a value.
const DONE: i64 = 0;
/// The answer: SQLite's number of the error, the words.
const FAILED: i64 = 1;
/// The database calls: the number of the request that is waited for, of the call, what it calls, and arguments.
const CALLED: i64 = 2;

/// SQLite's number for what was stopped.
const INTERRUPTED: i32 = 9;

/// What the calls are.
mod call {
    pub(super) const FUNCTION: i64 = 0;
    pub(super) const STEP: i64 = 1;
    pub(super) const INVERSE: i64 = 2;
    pub(super) const VALUE: i64 = 3;
    pub(super) const FINISH: i64 = 4;
    pub(super) const COLLATE: i64 = 5;
    pub(super) const AUTHORIZE: i64 = 6;
    pub(super) const PROGRESS: i64 = 7;
    pub(super) const TRACE: i64 = 8;
    pub(super) const COPIED: i64 = 9;
}

/// What a link has for who waits for an answer.
enum News {
    Answer(Result<Answer, Failure>),
    Call(u64, Call),
    Nothing,
}

impl Link {
    /// The answer to a request, or a call in between.
    fn news(&mut self, ticket: u64) -> News {
        loop {
            if let Some(place) = self.arrived.iter().position(|&(number, _)| number == ticket) {
                self.open = self.open.saturating_sub(1);
                return News::Answer(self.arrived.swap_remove(place).1);
            }
            let Some(event) = self.database.receive() else { return News::Nothing };
            if self.open > 1 {
                // Others who wait have to look again.
                self.database.nudge();
            }
            match event {
                Event::Call(number, call) => return News::Call(number, call),
                Event::Answer(number, state, result) => {
                    self.state = state;
                    // Nobody waits for answers to requests without a number of their own, but for the first.
                    if number > 0 || ticket == 0 {
                        self.arrived.push((number, result));
                    }
                }
            }
        }
    }

    /// Keeps rows for the cursor that asked for them.
    fn keep_rows(&mut self, ticket: u64, rows: Rows) {
        if let Some(place) = self.readers.iter().position(|&(number, _)| number == ticket) {
            let (_, cursor) = self.readers.swap_remove(place);
            self.stashes.insert(cursor, Stash { rows, cell: 0, byte: 0 });
        }
    }
}

/// `receive(ticket)`
pub(super) fn receive(iso: &mut Isolate, args: &[Value]) -> Completion {
    let ticket = iso.as_i64(argument(args, 1)).and_then(|ticket| u64::try_from(ticket).ok()).unwrap_or(0);
    received(iso, argument(args, 0), ticket)
}

/// The event that is there for a request, or the request's number.
pub(super) fn received(iso: &mut Isolate, record: Value, ticket: u64) -> Completion {
    let number = i64::try_from(ticket).unwrap_or(0);
    match lend(iso, record, |link| link.news(ticket))? {
        News::Nothing => Ok(iso.new_int(number)?),
        News::Answer(Ok(answer)) => {
            let value = answered(iso, record, ticket, answer)?;
            iso.new_tuple(&[Value::small_int(DONE), value])
        }
        News::Answer(Err(failure)) => {
            if failure.code & 0xFF == INTERRUPTED {
                // Ctrl-C comes first.
                iso.look_at_world()?;
            }
            lend(iso, record, |link| link.readers.retain(|&(number, _)| number != ticket))?;
            let failure = failed(iso, &failure)?;
            iso.new_tuple(&[Value::small_int(FAILED), failure])
        }
        News::Call(call, what) => {
            let (kind, parts) = called(iso, what)?;
            let (ticket, call) = (iso.new_int(number)?, iso.new_int(i64::try_from(call).unwrap_or(0))?);
            iso.new_tuple(&[Value::small_int(CALLED), ticket, call, Value::small_int(kind), parts])
        }
    }
}

/// A failure: the number and the words.
fn failed(iso: &mut Isolate, failure: &Failure) -> Completion {
    let message = iso.new_str(&failure.message)?;
    iso.new_tuple(&[Value::small_int(failure.code.into()), message])
}

/// What an answer's value is. That of a statement or a fetch: the columns (or None), how many rows of tables were changed,
/// whether all rows were read, a failure behind them (or None), the number of the row that was inserted last.
fn answered(iso: &mut Isolate, record: Value, ticket: u64, answer: Answer) -> Completion {
    match answer {
        Answer::Done => Ok(Value::NONE),
        Answer::Number(number) => Ok(iso.new_int(number)?),
        Answer::Bytes(bytes) => Ok(iso.new_bytes(&bytes)?),
        Answer::Names(names) => {
            let list = iso.new_list(&[])?;
            for name in names {
                let name = optional_text(iso, name.as_deref())?;
                iso.heap.list_append(list, name)?;
            }
            Ok(list)
        }
        Answer::Rows(rows) => read(iso, record, ticket, rows, Value::NONE),
        Answer::Ran(columns, rows) => {
            let columns = match columns {
                Some(columns) => {
                    let list = iso.new_list(&[])?;
                    for (name, declared) in columns {
                        let (name, declared) = (iso.new_str(&name)?, optional_text(iso, declared.as_deref())?);
                        let column = iso.new_tuple(&[name, declared])?;
                        iso.heap.list_append(list, column)?;
                    }
                    list
                }
                None => Value::NONE,
            };
            read(iso, record, ticket, rows, columns)
        }
    }
}

fn read(iso: &mut Isolate, record: Value, ticket: u64, mut rows: Rows, columns: Value) -> Completion {
    let failure = match rows.failure.take() {
        Some(failure) => failed(iso, &failure)?,
        None => Value::NONE,
    };
    let (changes, is_over) = (iso.new_int(rows.changes)?, Value::bool(rows.is_over));
    let last_row = lend(iso, record, |link| {
        link.keep_rows(ticket, rows);
        link.state.last_row
    })?;
    let last_row = iso.new_int(last_row)?;
    iso.new_tuple(&[columns, changes, is_over, failure, last_row])
}

fn optional_text(iso: &mut Isolate, text: Option<&str>) -> Completion {
    text.map_or(Ok(Value::NONE), |text| iso.new_str(text))
}

/// A call's kind and arguments.
fn called(iso: &mut Isolate, what: Call) -> Completion<(i64, Value)> {
    let function = |id: u32| Value::small_int(id.into());
    let used = |used: u64| Value::small_int(i64::try_from(used).unwrap_or(0));
    Ok(match what {
        Call::Function(id, cells) => {
            let values = values_of(iso, &cells)?;
            (call::FUNCTION, iso.new_tuple(&[function(id), values])?)
        }
        Call::Step(id, number, cells) => {
            let values = values_of(iso, &cells)?;
            (call::STEP, iso.new_tuple(&[function(id), used(number), values])?)
        }
        Call::Inverse(id, number, cells) => {
            let values = values_of(iso, &cells)?;
            (call::INVERSE, iso.new_tuple(&[function(id), used(number), values])?)
        }
        Call::Value(id, number) => (call::VALUE, iso.new_tuple(&[function(id), used(number)])?),
        Call::Finish(id, number) => (call::FINISH, iso.new_tuple(&[function(id), used(number)])?),
        Call::Collate(id, left, right) => {
            let (left, right) = (iso.new_str(&left)?, iso.new_str(&right)?);
            (call::COLLATE, iso.new_tuple(&[function(id), left, right])?)
        }
        Call::Authorize(code, texts) => {
            let list = iso.new_list(&[Value::small_int(code.into())])?;
            for text in texts {
                let text = optional_text(iso, text.as_deref())?;
                iso.heap.list_append(list, text)?;
            }
            (call::AUTHORIZE, list)
        }
        Call::Progress => (call::PROGRESS, iso.new_tuple(&[])?),
        Call::Trace(text) => {
            let text = iso.new_str(&text)?;
            (call::TRACE, iso.new_tuple(&[text])?)
        }
        Call::Copied(code, left, all) => {
            let numbers = [code, left, all].map(|number| Value::small_int(number.into()));
            (call::COPIED, iso.new_tuple(&numbers)?)
        }
    })
}

/// `wait(ticket, nanoseconds)`: others go on until something has happened, or the time is over.
pub(super) fn wait(iso: &mut Isolate, args: &[Value]) -> Completion {
    let ticket = iso.as_i64(argument(args, 1)).and_then(|ticket| u64::try_from(ticket).ok()).unwrap_or(0);
    let (is_there, file) = lend(iso, argument(args, 0), |link| {
        (link.arrived.iter().any(|&(number, _)| number == ticket), link.database.wake_file())
    })?;
    if is_there {
        return Ok(Value::TRUE);
    }
    let number = number_of(file).as_small_int().unwrap_or(0);
    let files = iso.new_tuple(&[Value::small_int(number << WATCHED_BITS | i64::from(READ))])?;
    let nanoseconds = iso.as_i64(argument(args, 2)).and_then(|time| u64::try_from(time).ok());
    iso.block(WaitFor::Files(files), nanoseconds, [Value::TRUE, Value::FALSE])
}
