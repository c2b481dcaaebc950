//! Databases in the isolate's own thread. The isolate may go to another thread, SQLite's statements can't: they lie in a
//! variable of this thread, and the isolate has their number.

use super::values::misuse;
use super::worker::{Baggage, Opening, Worker, keep_quiet, open as open_connection};
use ferropy_platform::databases::{Answer, Event, Failure, Request, State};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

thread_local! {
    static OPEN: RefCell<HashMap<u64, Rc<Worker>>> = RefCell::default();
}

static LAST: AtomicU64 = AtomicU64::new(0);

fn find(number: u64) -> Option<Rc<Worker>> {
    OPEN.with(|open| open.borrow().get(&number).cloned())
}

/// Opens a database: its number.
pub(super) fn open(opening: &Opening) -> (u64, Result<Answer, Failure>) {
    keep_quiet();
    let number = LAST.fetch_add(1, Ordering::Relaxed) + 1;
    let result = open_connection(opening).map(|connection| {
        let worker = Rc::new(Worker::new(connection, None));
        OPEN.with(|open| open.borrow_mut().insert(number, worker));
        Answer::Done
    });
    (number, result)
}

/// Serves a request.
pub(super) fn serve(database: u64, number: u64, request: Request) -> Event {
    match find(database) {
        Some(worker) => worker.done(number, request),
        None => {
            let failure = misuse("the database was opened in another thread of the system");
            Event::Answer(number, State::default(), Err(failure))
        }
    }
}

/// Makes a database ready to go to another thread, if that can be.
pub(super) fn leave(database: u64) -> Option<Baggage> {
    let baggage = find(database)?.pack_up()?;
    close(database);
    Some(baggage)
}

/// Closes a database.
pub(super) fn close(database: u64) {
    let worker = OPEN.with(|open| open.borrow_mut().remove(&database));
    drop(worker);
}
