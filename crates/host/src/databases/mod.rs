//! Databases: SQLite over the crate rusqlite.
//!
//! What serves requests ([`worker`]) keeps the connection with its statements, which can't leave their thread. At first that
//! is the isolate's thread ([`here`]): a request is served while it is sent. When SQLite has to call the program, or the
//! program has other threads, the connection goes to a thread of its own; the isolate's side, here, sends requests there and
//! receives what happens.
//!
//! Both sides look for messages for a few microseconds before they sleep. The isolate sleeps for a moment only, from which
//! the answer wakes it at once; if that does not come, the isolate lets its other threads go on and waits for a pipe as for
//! any open file.

mod actions;
mod callbacks;
mod here;
mod statements;
mod values;
mod whole;
mod worker;

use crate::error::{convert, from_number};
use crate::files::HostFiles;
use ferropy_platform::databases::{Event, FunctionKind, Request, State};
use ferropy_platform::{Database, Databases, Error, FileId, Files};
use rusqlite::InterruptHandle;
use rustix::io::{read, write};
use rustix::pipe::{PipeFlags, pipe_with};
use std::collections::VecDeque;
use std::fs::File;
use std::hint::spin_loop;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

/// How long either side looks for a message before it sleeps.
const MOMENT: Duration = Duration::from_micros(8);
/// How long the isolate sleeps while its other threads wait.
const SHORT_SLEEP: Duration = Duration::from_millis(1);
/// How large a worker's stack is: functions of SQL may use the database again, and again.
const STACK_BYTES: usize = 32 << 20;

/// A message if there is one in a moment, or an error if there is nobody any more who could send one.
fn receive_soon<T>(messages: &Receiver<T>) -> Result<Option<T>, ()> {
    let start = Instant::now();
    loop {
        for _ in 0..32 {
            match messages.try_recv() {
                Ok(message) => return Ok(Some(message)),
                Err(TryRecvError::Disconnected) => return Err(()),
                Err(TryRecvError::Empty) => spin_loop(),
            }
        }
        if start.elapsed() > MOMENT {
            return Ok(None);
        }
    }
}

/// What both sides know.
#[derive(Debug)]
struct Shared {
    /// The isolate sleeps until the pipe can be read.
    sleeps: AtomicBool,
    /// The end of the pipe that is written.
    wake: OwnedFd,
    interrupt: Mutex<Option<Interrupt>>,
}

impl Shared {
    /// Wakes the isolate if it sleeps.
    fn wake(&self) {
        if self.sleeps.swap(false, Ordering::SeqCst) {
            // A pipe that is full can be read.
            let _ = write(&self.wake, &[0]);
        }
    }
}

struct Interrupt(InterruptHandle);

impl std::fmt::Debug for Interrupt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Interrupt")
    }
}

/// The isolate's side of an open database.
#[derive(Debug)]
struct HostDatabase {
    side: Side,
    /// What has happened in the isolate's own thread.
    ready: VecDeque<Event>,
    shared: Arc<Shared>,
    /// The end of the pipe that is read: a copy of what is in the table of open files.
    sleep: OwnedFd,
    file: FileId,
}

/// Where the connection is.
#[derive(Debug)]
enum Side {
    /// In the isolate's own thread, by its number there.
    Here(u64),
    /// In a thread of its own.
    Apart { requests: Sender<(u64, Request)>, events: Receiver<Event>, thread: JoinHandle<()> },
    /// Nowhere any more.
    Gone,
}

/// Whether SQLite calls the program because of a request.
fn lets_call(request: &Request) -> bool {
    match request {
        Request::Function(function) => function.kind != FunctionKind::Removed,
        Request::Collation(_, id) => id.is_some(),
        Request::Authorize(is_on) | Request::Trace(is_on) | Request::Restore(_, _, _, is_on) => *is_on,
        Request::Progress(instructions) => *instructions > 0,
        _ => false,
    }
}

impl Databases for HostFiles {
    fn open(&mut self, name: &[u8], is_uri: bool, patience: i32) -> Result<Box<dyn Database + Send>, Error> {
        let (sleep, wake) = pipe_with(PipeFlags::CLOEXEC | PipeFlags::NONBLOCK).map_err(from_number)?;
        let copy = sleep.try_clone().map_err(|error| convert(&error))?;
        let shared = Arc::new(Shared { sleeps: AtomicBool::new(false), wake, interrupt: Mutex::new(None) });
        let file = self.insert(File::from(copy))?;
        let (number, result) = here::open(&worker::Opening { name: name.to_vec(), is_uri, patience });
        let ready = VecDeque::from([Event::Answer(0, State::default(), result)]);
        Ok(Box::new(HostDatabase { side: Side::Here(number), ready, shared, sleep, file }))
    }

    fn closed(&mut self, wake_file: FileId) {
        let _ = Files::close(self, wake_file);
    }

    fn version(&self) -> &'static str {
        rusqlite::version()
    }
}

impl Database for HostDatabase {
    fn send(&mut self, number: u64, request: Request) {
        if lets_call(&request) && !self.go_apart() {
            let failure = values::misuse("this is not possible while a blob is open");
            self.ready.push_back(Event::Answer(number, State::default(), Err(failure)));
            return;
        }
        match &self.side {
            Side::Here(database) => self.ready.push_back(here::serve(*database, number, request)),
            // Where nobody listens the events end as well.
            Side::Apart { requests, .. } => drop(requests.send((number, request))),
            Side::Gone => {}
        }
    }

    fn receive(&mut self) -> Option<Event> {
        if let Some(event) = self.ready.pop_front() {
            return Some(event);
        }
        let Side::Apart { events, .. } = &self.side else { return None };
        if let Ok(Some(event)) = receive_soon(events) {
            return Some(event);
        }
        if let Ok(event) = events.recv_timeout(SHORT_SLEEP) {
            return Some(event);
        }
        self.shared.sleeps.store(true, Ordering::SeqCst);
        // What waked somebody before is forgotten, so that the file is ready for news only.
        while read(&self.sleep, &mut [0; 64]).is_ok_and(|count| count == 64) {}
        // If this is something, somebody is waked for nothing next time.
        events.try_recv().ok()
    }

    fn go_apart(&mut self) -> bool {
        let Side::Here(database) = self.side else { return true };
        let Some(baggage) = here::leave(database) else { return false };
        let (requests, incoming) = channel();
        let (outgoing, events) = channel();
        let line = worker::Line { requests: incoming, events: outgoing, shared: Arc::clone(&self.shared) };
        let thread = Builder::new().name("database".into()).stack_size(STACK_BYTES);
        self.side = match thread.spawn(move || worker::run(baggage, line)) {
            Ok(thread) => Side::Apart { requests, events, thread },
            Err(_) => Side::Gone,
        };
        true
    }

    fn interrupt(&self) {
        if let Ok(handle) = self.shared.interrupt.lock()
            && let Some(Interrupt(handle)) = &*handle
        {
            handle.interrupt();
        }
    }

    fn wake_file(&self) -> FileId {
        self.file
    }

    fn nudge(&self) {
        let _ = write(&self.shared.wake, &[0]);
    }
}

impl Drop for HostDatabase {
    fn drop(&mut self) {
        match std::mem::replace(&mut self.side, Side::Gone) {
            Side::Here(database) => here::close(database),
            Side::Apart { requests, thread, .. } => {
                drop(requests);
                self.interrupt();
                let _ = thread.join();
            }
            Side::Gone => {}
        }
    }
}
