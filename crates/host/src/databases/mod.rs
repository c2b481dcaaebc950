//! Databases: SQLite over the crate rusqlite. Each open database has a thread of its own that keeps the connection with
//! its statements (`worker.rs`); the isolate's side, here, sends requests to it and receives what happens.
//!
//! Both sides look for messages for a few microseconds before they sleep, so that a program which sends one request after
//! the other seldom waits for the system. The isolate sleeps for a moment only, from which the answer wakes it at once; if
//! that does not come, the isolate lets its other threads go on and waits for a pipe as for any open file.

mod actions;
mod callbacks;
mod statements;
mod values;
mod whole;
mod worker;

use crate::error::{convert, from_number};
use crate::files::HostFiles;
use ferropy_platform::databases::{Event, Request};
use ferropy_platform::{Database, Databases, Error, FileId, Files};
use rusqlite::InterruptHandle;
use rustix::io::{read, write};
use rustix::pipe::{PipeFlags, pipe_with};
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
    requests: Option<Sender<(u64, Request)>>,
    events: Receiver<Event>,
    shared: Arc<Shared>,
    /// The end of the pipe that is read: a copy of what is in the table of open files.
    sleep: OwnedFd,
    file: FileId,
    thread: Option<JoinHandle<()>>,
}

impl Databases for HostFiles {
    fn open(&mut self, name: &[u8], is_uri: bool, patience: i32) -> Result<Box<dyn Database + Send>, Error> {
        let (sleep, wake) = pipe_with(PipeFlags::CLOEXEC | PipeFlags::NONBLOCK).map_err(from_number)?;
        let copy = sleep.try_clone().map_err(|error| convert(&error))?;
        let shared = Arc::new(Shared { sleeps: AtomicBool::new(false), wake, interrupt: Mutex::new(None) });
        let (requests, incoming) = channel();
        let (outgoing, events) = channel();
        let opening = worker::Opening { name: name.to_vec(), is_uri, patience };
        let theirs = Arc::clone(&shared);
        let thread = Builder::new()
            .name(worker::THREAD_NAME.into())
            .stack_size(STACK_BYTES)
            .spawn(move || worker::run(&opening, incoming, outgoing, theirs))
            .map_err(|error| convert(&error))?;
        let file = self.insert(File::from(copy))?;
        Ok(Box::new(HostDatabase { requests: Some(requests), events, shared, sleep, file, thread: Some(thread) }))
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
        if let Some(requests) = &self.requests {
            // Where nobody listens the events end as well.
            let _ = requests.send((number, request));
        }
    }

    fn receive(&mut self) -> Option<Event> {
        if let Ok(Some(event)) = receive_soon(&self.events) {
            return Some(event);
        }
        if let Ok(event) = self.events.recv_timeout(SHORT_SLEEP) {
            return Some(event);
        }
        self.shared.sleeps.store(true, Ordering::SeqCst);
        // What waked somebody before is forgotten, so that the file is ready for news only.
        while read(&self.sleep, &mut [0; 64]).is_ok_and(|count| count == 64) {}
        // If this is something, somebody is waked for nothing next time.
        self.events.try_recv().ok()
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
        self.requests = None;
        self.interrupt();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
