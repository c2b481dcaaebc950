//! A board that runs programs for us, over its raw REPL.

use super::failure::{Done, Failure};
use super::line::{Heard, Line};
use super::served::Served;
use ferropy_protocol::mount;
use ferropy_protocol::raw_repl::{Client, Event};
use std::time::{Duration, Instant};

/// How long a board may take to answer what takes it no time.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a board may say nothing before it is asked once more.
const AGAIN: Duration = Duration::from_millis(1000);
/// How long a board may take to go away.
const GOING: Duration = Duration::from_millis(1500);
/// How often we look for Ctrl-C.
const LOOK: Duration = Duration::from_millis(50);
/// Boards without flow control have room for so many bytes at once, and read them in so much time.
const PIECE: usize = 256;
const PIECE_TIME: Duration = Duration::from_millis(10);

/// From now on Ctrl-C is the board's.
pub(super) fn take_interrupts() {
    ferropy_host::install_interrupt_handler();
}

/// How many Ctrl-C a program may swallow.
const SWALLOWED: usize = 3;

/// The board.
pub(super) struct Board {
    pub(super) line: Line,
    client: Client,
    /// The folder that the board sees.
    pub(super) served: Option<Served>,
    is_entered: bool,
    /// Whether the program that [`Board::printed`] asks about has ended.
    is_done: bool,
    /// What came of that program, output and error text, and nobody has looked at.
    unread: Vec<u8>,
    complaint: Vec<u8>,
}

impl Board {
    pub(super) fn new(line: Line) -> Board {
        Board {
            line,
            client: Client::new(),
            served: None,
            is_entered: false,
            is_done: true,
            unread: Vec::new(),
            complaint: Vec::new(),
        }
    }

    /// Interrupts what runs, and makes the board listen to us.
    pub(super) fn enter(&mut self) -> Done {
        let end = Instant::now() + PATIENCE;
        self.client = Client::new();
        let mut attempts = 0;
        loop {
            attempts += 1;
            self.client.enter();
            self.flush()?;
            let ready = self.wait(AGAIN, &mut |event| event == Event::Ready)?;
            if ready {
                break;
            }
            check_interrupt()?;
            if Instant::now() > end {
                return Err(Failure::NoBoard(format!(
                    "the board at {} does not answer: is Python running on it?",
                    self.line.name()
                )));
            }
        }
        if attempts > 1 {
            // The answers to the other attempts.
            while let Some(Heard::Board(_)) = self.line.hear(Duration::from_millis(200))? {}
        }
        self.is_entered = true;
        Ok(())
    }

    /// Clears the board's memory.
    pub(super) fn soft_reset(&mut self) -> Done {
        self.ready()?;
        self.client.soft_reset();
        self.flush()?;
        if !self.wait(PATIENCE, &mut |event| event == Event::Ready)? {
            self.is_entered = false;
            return Err(Failure::NoBoard("the board does not come back after its soft reset".into()));
        }
        Ok(())
    }

    /// Back to the prompt for people.
    pub(super) fn leave(&mut self) -> Done {
        if self.is_entered {
            self.is_entered = false;
            self.client.leave();
            self.flush()?;
        }
        Ok(())
    }

    fn ready(&mut self) -> Done {
        if self.is_entered { Ok(()) } else { self.enter() }
    }

    /// Lets the board see a folder as `/remote`, where it is from then on.
    pub(super) fn mount(&mut self, served: Served) -> Done {
        // Piece by piece it takes less of a small board's memory.
        for piece in mount::HOOK.split("\n\n\n") {
            self.ask(piece)?;
        }
        self.served = Some(served);
        self.ask("_mount_remote()").map(drop)
    }

    /// Takes the folder away again: a board that waits for a computer that has gone would hang.
    pub(super) fn unmount(&mut self) -> Done {
        if self.served.is_some() {
            self.ask(&format!("import os\nos.chdir('/')\nos.umount('{}')", mount::PLACE))?;
            self.served = None;
        }
        Ok(())
    }

    /// Runs a program that is ours: what it prints.
    pub(super) fn ask(&mut self, program: &str) -> Done<String> {
        let mut output = Vec::new();
        self.begin(program.as_bytes())?;
        self.finish(Some(PATIENCE), &mut |bytes| output.extend_from_slice(bytes))?;
        Ok(String::from_utf8_lossy(&output).replace("\r\n", "\n"))
    }

    /// Runs a program of the user's, which may take as long as it likes; Ctrl-C is the program's.
    pub(super) fn follow(&mut self, program: &[u8], show: &mut dyn FnMut(&[u8])) -> Done {
        self.begin(program)?;
        self.finish(None, show)
    }

    /// Sends a program, and does not wait for its end.
    pub(super) fn begin(&mut self, program: &[u8]) -> Done {
        self.ready()?;
        self.is_done = false;
        self.unread.clear();
        self.complaint.clear();
        self.client.run(program.to_vec());
        self.flush()
    }

    /// Waits until all of the program is sent and the board runs it.
    pub(super) fn until_running(&mut self) -> Done {
        let end = Instant::now() + PATIENCE;
        while !self.client.is_running() {
            check_interrupt()?;
            let (mut printed, mut error) = (Vec::new(), Vec::new());
            if let Some(events) = self.events(LOOK)? {
                self.is_done |= self.sort(events, &mut printed, &mut error)?;
            } else if Instant::now() > end {
                return Err(self.silent());
            }
            self.unread.append(&mut printed);
            self.complaint.append(&mut error);
            if self.is_done {
                break;
            }
        }
        Ok(())
    }

    /// What a program that was to end the connection says instead; nothing if it says nothing.
    pub(super) fn last_words(&mut self) -> Done {
        let end = Instant::now() + GOING;
        while !self.is_done && Instant::now() < end {
            let (mut printed, mut error) = (Vec::new(), std::mem::take(&mut self.complaint));
            if let Some(events) = self.events(LOOK)? {
                self.is_done = self.sort(events, &mut printed, &mut error)?;
            }
            self.complaint = error;
        }
        let error = std::mem::take(&mut self.complaint);
        self.ended(error)
    }

    /// Leaves the board with the program that it runs.
    pub(super) fn abandon(&mut self) {
        self.is_entered = false;
    }

    /// Sends bytes to the program that runs.
    pub(super) fn type_in(&mut self, bytes: &[u8]) -> Done {
        self.line.send(bytes)
    }

    /// Waits until the program has printed something: what. Nothing when it has ended.
    pub(super) fn printed(&mut self) -> Done<Option<Vec<u8>>> {
        let mut printed = std::mem::take(&mut self.unread);
        let mut error = std::mem::take(&mut self.complaint);
        let mut last = Instant::now();
        while printed.is_empty() && !self.is_done {
            check_interrupt()?;
            let Some(events) = self.events(LOOK)? else {
                if last.elapsed() > PATIENCE {
                    return Err(self.silent());
                }
                continue;
            };
            last = Instant::now();
            self.is_done = self.sort(events, &mut printed, &mut error)?;
        }
        if self.is_done && !error.is_empty() {
            return self.ended(error).map(|()| None);
        }
        Ok(if printed.is_empty() { None } else { Some(printed) })
    }

    /// What a program printed and what it failed with; whether it has ended.
    fn sort(&mut self, events: Vec<Event>, printed: &mut Vec<u8>, error: &mut Vec<u8>) -> Done<bool> {
        let mut is_done = false;
        for event in events {
            match event {
                Event::Output(byte) => printed.push(byte),
                Event::Error(byte) => error.push(byte),
                Event::Done => is_done = true,
                Event::Ready => {}
                Event::Confused => return Err(self.confused()),
            }
        }
        Ok(is_done)
    }

    /// To the end of a program.
    pub(super) fn finish(&mut self, patience: Option<Duration>, show: &mut dyn FnMut(&[u8])) -> Done {
        let mut error = Vec::new();
        let mut last = Instant::now();
        let mut presses = 0;
        loop {
            // In the middle of a call the byte would be part of the answer.
            let is_busy = self.served.as_ref().is_some_and(Served::is_busy);
            if !is_busy && take_press() {
                presses += 1;
                if presses > SWALLOWED {
                    self.is_entered = false;
                    return Err(Failure::Interrupted);
                }
                self.client.interrupt();
                self.flush()?;
            }
            let Some(events) = self.events(LOOK)? else {
                if patience.is_some_and(|patience| last.elapsed() > patience) {
                    return Err(self.silent());
                }
                continue;
            };
            last = Instant::now();
            let mut shown = Vec::new();
            let is_done = self.sort(events, &mut shown, &mut error)?;
            if !shown.is_empty() {
                show(&shown);
            }
            if is_done {
                return self.ended(error);
            }
        }
    }

    fn ended(&mut self, error: Vec<u8>) -> Done {
        if error.is_empty() {
            return Ok(());
        }
        // What was sent to a program that has failed is not meant for the next one.
        self.is_entered = false;
        Err(Failure::Raised(String::from_utf8_lossy(&error).replace("\r\n", "\n")))
    }

    fn silent(&mut self) -> Failure {
        self.is_entered = false;
        Failure::NoBoard(format!("the board at {} does not answer any more", self.line.name()))
    }

    fn confused(&mut self) -> Failure {
        self.is_entered = false;
        Failure::NoBoard(format!(
            "the board at {} says something else than its raw REPL has: does another program use the port?",
            self.line.name()
        ))
    }

    /// Waits for an event, but not longer than that; whether it came.
    fn wait(&mut self, patience: Duration, wanted: &mut dyn FnMut(Event) -> bool) -> Done<bool> {
        let end = Instant::now() + patience;
        loop {
            check_interrupt()?;
            if self.events(LOOK)?.into_iter().flatten().any(&mut *wanted) {
                return Ok(true);
            }
            if Instant::now() > end {
                return Ok(false);
            }
        }
    }

    /// What the next bytes of the board mean; nothing if none come for a while. Calls about the folder are answered.
    fn events(&mut self, patience: Duration) -> Done<Option<Vec<Event>>> {
        let bytes = match self.line.hear(patience)? {
            Some(Heard::Board(bytes)) => bytes,
            _ => return Ok(None),
        };
        // Calls come first: their bytes mean something else in the raw REPL.
        let mut rest = Vec::new();
        match &mut self.served {
            None => rest = bytes,
            Some(served) => {
                for byte in bytes {
                    let (printed, answer) = served.feed(byte);
                    rest.extend(printed);
                    if !answer.is_empty() {
                        self.line.send(&answer)?;
                    }
                }
            }
        }
        let events = rest.into_iter().filter_map(|byte| self.client.feed(byte)).collect();
        self.flush()?;
        Ok(Some(events))
    }

    fn flush(&mut self) -> Done {
        let outgoing = self.client.take_outgoing();
        let mut pieces = outgoing.chunks(PIECE).peekable();
        while let Some(piece) = pieces.next() {
            self.line.send(piece)?;
            if pieces.peek().is_some() {
                std::thread::sleep(PIECE_TIME);
            }
        }
        Ok(())
    }
}

fn take_press() -> bool {
    ferropy_host::take_interrupt()
}

/// Between what is sent to the board and its answer Ctrl-C ends us.
pub(super) fn check_interrupt() -> Done {
    if take_press() { Err(Failure::Interrupted) } else { Ok(()) }
}
