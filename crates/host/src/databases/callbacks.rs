//! What SQLite calls the program for: its functions, aggregates and collations, and those who watch it.
//!
//! What SQLite keeps of them are numbers; the functions themselves are the program's business.

use super::actions::numbered;
use super::values::{Returned, failure, misuse, push, refusal};
use super::worker::{Worker, current};
use ferropy_platform::databases::{Call, Cell, Cells, Failure, Function, FunctionKind};
use rusqlite::functions::{Aggregate, Context, FunctionFlags, WindowAggregate};
use rusqlite::hooks::{AuthContext, Authorization};
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::{Error, Result};
use std::cmp::Ordering;

/// Calls the program from within SQLite.
fn ask(call: Call) -> Result<Returned> {
    let reply = match current() {
        Some(worker) => worker.ask(call),
        None => Err(misuse("no database")),
    };
    reply.map(Returned).map_err(refusal)
}

/// The same for an answer that is a number.
fn ask_number(call: Call) -> Result<i64> {
    Ok(match ask(call)?.0.cells.first() {
        Some(&Cell::Integer(number)) => number,
        _ => 0,
    })
}

fn arguments(context: &Context<'_>) -> Cells {
    let mut cells = Cells::default();
    for place in 0..context.len() {
        push(&mut cells, context.get_raw(place));
    }
    cells
}

/// An aggregate of the program: its number. What each use of it keeps is the number of the use.
struct Aggregated(u32);

/// Whether a use of an aggregate goes on, and its number.
struct Use {
    number: u64,
    has_failed: bool,
}

impl Use {
    /// Remembers whether a call of the program failed: then it is not called any more.
    fn after<T>(&mut self, result: Result<T>) -> Result<T> {
        self.has_failed |= result.is_err();
        result
    }
}

impl Aggregate<Use, Returned> for Aggregated {
    fn init(&self, _: &mut Context<'_>) -> Result<Use> {
        let worker = current().ok_or(Error::InvalidQuery)?;
        let number = worker.aggregates.get() + 1;
        worker.aggregates.set(number);
        Ok(Use { number, has_failed: false })
    }

    fn step(&self, context: &mut Context<'_>, used: &mut Use) -> Result<()> {
        let result = ask(Call::Step(self.0, used.number, arguments(context)));
        used.after(result).map(drop)
    }

    fn finalize(&self, _: &mut Context<'_>, used: Option<Use>) -> Result<Returned> {
        // Who has seen no row, or failed, has nothing to give; the program forgets it at the end of the statement.
        match used {
            Some(used) => ask(Call::Finish(self.0, used.number)),
            None => Ok(Returned(Cells::default())),
        }
    }
}

impl WindowAggregate<Use, Returned> for Aggregated {
    fn value(&self, used: Option<&mut Use>) -> Result<Returned> {
        match used {
            Some(used) => {
                let result = ask(Call::Value(self.0, used.number));
                used.after(result)
            }
            None => Ok(Returned(Cells::default())),
        }
    }

    fn inverse(&self, context: &mut Context<'_>, used: &mut Use) -> Result<()> {
        let result = ask(Call::Inverse(self.0, used.number, arguments(context)));
        used.after(result).map(drop)
    }
}

impl Worker {
    pub(super) fn add_function(&self, function: &Function) -> std::result::Result<(), Failure> {
        let connection = self.connection()?;
        let Function { name, arguments: count, id, kind } = function;
        let (name, count, id) = (name.as_str(), *count, *id);
        let mut flags = FunctionFlags::SQLITE_UTF8;
        let result = match *kind {
            FunctionKind::Scalar(is_deterministic) => {
                if is_deterministic {
                    flags |= FunctionFlags::SQLITE_DETERMINISTIC;
                }
                connection.create_scalar_function(name, count, flags, move |context: &mut Context<'_>| {
                    ask(Call::Function(id, arguments(context)))
                })
            }
            FunctionKind::Aggregate => connection.create_aggregate_function(name, count, flags, Aggregated(id)),
            FunctionKind::Window => connection.create_window_function(name, count, flags, Aggregated(id)),
            FunctionKind::Removed => connection.remove_function(name, count),
        };
        result.map_err(|error| failure(&error))
    }

    pub(super) fn add_collation(&self, name: &str, id: Option<u32>) -> std::result::Result<(), Failure> {
        let connection = self.connection()?;
        let result = match id {
            Some(id) => connection.create_collation(name, move |left: &str, right: &str| {
                // Who can't tell has no order.
                ask_number(Call::Collate(id, left.into(), right.into())).unwrap_or(0).cmp(&0)
            }),
            None => connection.remove_collation(name),
        };
        result.map_err(|error| failure(&error))
    }

    pub(super) fn authorize(&self, is_on: bool) -> std::result::Result<(), Failure> {
        fn authorized(context: AuthContext<'_>) -> Authorization {
            let (code, about, more) = numbered(context.action);
            let texts = [about, more, context.database_name, context.accessor];
            match ask_number(Call::Authorize(code, texts.map(|text| text.map(str::to_owned)))) {
                Ok(0) => Authorization::Allow,
                Ok(2) => Authorization::Ignore,
                _ => Authorization::Deny,
            }
        }
        self.alone(|connection| connection.authorizer(is_on.then_some(authorized)).map_err(|error| failure(&error)))
    }

    pub(super) fn progress(&self, instructions: i32) -> std::result::Result<(), Failure> {
        fn stops() -> bool {
            // Who can't tell wants to stop.
            ask_number(Call::Progress).unwrap_or(1).cmp(&0) != Ordering::Equal
        }
        if instructions == 0 && self.line.is_none() {
            return Ok(());
        }
        let handler = (instructions > 0).then_some(stops);
        self.alone(|connection| connection.progress_handler(instructions, handler).map_err(|error| failure(&error)))
    }

    pub(super) fn trace(&self, is_on: bool) -> std::result::Result<(), Failure> {
        fn seen(event: TraceEvent<'_>) {
            if let TraceEvent::Stmt(statement, text) = event {
                // For a trigger's statements it is the one that fires it, as in CPython.
                let expanded = statement.expanded_sql();
                let _ = ask(Call::Trace(expanded.unwrap_or_else(|| text.into())));
            }
        }
        self.alone(|connection| {
            let handler = is_on.then_some(seen);
            connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, handler).map_err(|error| failure(&error))
        })
    }
}
