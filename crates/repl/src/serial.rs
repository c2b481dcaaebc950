//! The prompt of a board: everything that comes and goes over its serial line, as bytes.
//!
//! Whoever has the line hands over what comes, byte by byte, and time to run:
//!
//! ```text
//! outcome = serial.start(isolate, namespace)
//! loop: Input     → outcome = serial.feed(isolate, the next byte)
//!       Running   → outcome = serial.advance(isolate, a budget)
//!       SoftReset → a new isolate and namespace; outcome = serial.start(isolate, namespace)
//! ```
//!
//! While something runs, what comes belongs to the program: the platform keeps it for its console, but for the byte that
//! interrupts ([`ferropy_platform::Console::set_interrupt_byte`]). Output goes to the console.

use crate::editor::{Action, Editor};
use crate::session::{Progress, Session, Step};
use crate::{complete, exit_code, show};
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_platform::{FileKind, Stream, error};
use ferropy_protocol::raw_repl::{self, Device};
use ferropy_runtime::embed::Mode;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value, names, raise};

/// Room for output that stays.
const KEPT_BYTES: usize = 128;

const INTERRUPT: u8 = 3;
const END: u8 = 4;

/// What the owner of the line does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Wait for a byte and call [`Serial::feed`].
    Input,
    /// Call [`Serial::advance`].
    Running,
    /// Make everything anew and call [`Serial::start`].
    SoftReset,
}

/// Who is at the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Talk {
    /// Somebody who types.
    Friendly,
    /// Somebody who pastes.
    Paste,
    /// A tool.
    Raw,
}

/// What runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Job {
    Boot,
    Main,
    Statement,
    Pasted,
    Raw,
}

/// The conversation over a serial line. It outlives the isolates that it talks about.
#[derive(Clone, Debug)]
pub struct Serial {
    /// What is said in front of the first prompt.
    banner: &'static str,
    /// The most bytes of a program or statement.
    most: usize,
    talk: Talk,
    job: Option<Job>,
    session: Session,
    editor: Editor,
    device: Device,
    pasted: Vec<u8>,
    /// What is to be sent.
    out: Vec<u8>,
}

impl Serial {
    /// A conversation that has not begun. The banner's lines end in newlines; tools look for one that starts with
    /// `MicroPython`. Programs and statements may have up to `most` bytes.
    #[must_use]
    pub fn new(banner: &'static str, most: usize) -> Serial {
        Serial {
            banner,
            most,
            talk: Talk::Friendly,
            job: None,
            session: Session::new(Value::NONE, "stdin"),
            editor: Editor::default(),
            device: Device::new(most),
            pasted: Vec::new(),
            out: Vec::new(),
        }
    }

    /// After power on, and after each soft reset: runs `boot.py`, and `main.py` too if nobody has asked for the raw REPL.
    /// `namespace` is that of `__main__`, which the embedder keeps alive.
    pub fn start(&mut self, isolate: &mut Isolate, namespace: Value) -> Outcome {
        self.begin(namespace);
        self.file(isolate, Job::Boot, "boot.py")
    }

    /// As [`Serial::start`], without `boot.py` and `main.py`.
    pub fn start_without_files(&mut self, isolate: &mut Isolate, namespace: Value) -> Outcome {
        self.begin(namespace);
        let outcome = self.finish(isolate, Job::Main, None);
        self.send(isolate);
        outcome
    }

    fn begin(&mut self, namespace: Value) {
        self.session = Session::new(namespace, "stdin");
        self.device.clear();
    }

    /// Whether `boot.py` or `main.py` runs.
    #[must_use]
    pub const fn is_starting(&self) -> bool {
        matches!(self.job, Some(Job::Boot | Job::Main))
    }

    /// Takes a byte, after [`Outcome::Input`]; while something runs it is dropped.
    pub fn feed(&mut self, isolate: &mut Isolate, byte: u8) -> Outcome {
        if self.job.is_some() {
            return Outcome::Running;
        }
        let outcome = match self.talk {
            Talk::Friendly => self.key(isolate, byte),
            Talk::Paste => self.paste(isolate, byte),
            Talk::Raw => self.raw(isolate, byte),
        };
        // Most bytes of a program are answered by nothing, and asking the line what it has sent costs more than they do.
        if !self.out.is_empty() {
            self.send(isolate);
        }
        outcome
    }

    /// Goes on with what runs for about `budget` jumps and calls, to its end without one.
    pub fn advance(&mut self, isolate: &mut Isolate, budget: Option<u64>) -> Outcome {
        let Some(job) = self.job else { return Outcome::Input };
        let outcome = match self.session.advance(isolate, budget) {
            Progress::Running => return Outcome::Running,
            Progress::Done => self.finish(isolate, job, None),
            Progress::Raised(exception) => self.finish(isolate, job, Some(exception)),
        };
        self.send(isolate);
        outcome
    }

    // What people type.

    fn key(&mut self, isolate: &mut Isolate, byte: u8) -> Outcome {
        let is_fresh = self.session.is_fresh();
        match self.editor.feed(byte, &mut self.out) {
            Action::Line => {
                let line = self.editor.take_line();
                return self.line(isolate, &line);
            }
            Action::Complete => {
                self.send(isolate);
                let (namespace, before) = (self.session.namespace(), self.editor.before_cursor());
                let candidates =
                    interruptible(isolate, |isolate| complete(isolate, namespace, self.session.typed(), before));
                self.editor.offer(&candidates, &mut self.out);
            }
            Action::Interrupt => {
                self.out.extend_from_slice(b"\r\n");
                self.session.clear();
                self.prompt(isolate);
            }
            Action::End => {
                self.out.extend_from_slice(b"\r\n");
                if is_fresh {
                    return self.soft_reset(isolate);
                }
                let source = String::from(self.session.typed());
                self.session.clear();
                return self.statement(isolate, &source);
            }
            Action::Raw if is_fresh => {
                self.talk = Talk::Raw;
                self.device.clear();
                self.out.extend_from_slice(b"\r\n");
                self.out.extend_from_slice(raw_repl::BANNER);
            }
            Action::Banner if is_fresh => {
                self.out.extend_from_slice(b"\r\n");
                self.greet(isolate);
            }
            Action::Paste if is_fresh => {
                self.talk = Talk::Paste;
                self.pasted.clear();
                self.out.extend_from_slice(b"\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ");
            }
            Action::Edit | Action::Raw | Action::Banner | Action::Paste => {}
        }
        Outcome::Input
    }

    fn line(&mut self, isolate: &mut Isolate, line: &str) -> Outcome {
        if !self.session.reserve(line.len(), self.most) {
            self.session.clear();
            let raised = raise::memory_error(isolate);
            return self.fail(isolate, Job::Statement, raised);
        }
        match self.session.line(line) {
            Step::Run(source) => self.statement(isolate, &source),
            Step::Nothing | Step::More => {
                self.prompt(isolate);
                Outcome::Input
            }
        }
    }

    fn statement(&mut self, isolate: &mut Isolate, source: &str) -> Outcome {
        isolate.is_quiet = false;
        self.session.begin(source);
        self.run(isolate, Job::Statement)
    }

    /// What is pasted is a program: nothing is edited, nothing indented, and values are not shown.
    fn paste(&mut self, isolate: &mut Isolate, byte: u8) -> Outcome {
        match byte {
            INTERRUPT => {
                self.out.extend_from_slice(b"\r\n");
                self.talk = Talk::Friendly;
                self.pasted = Vec::new();
                self.prompt(isolate);
            }
            END => {
                self.out.extend_from_slice(b"\r\n");
                self.talk = Talk::Friendly;
                let program = core::mem::take(&mut self.pasted);
                return self.program(isolate, Job::Pasted, &program, "<stdin>");
            }
            byte => {
                // The second byte of a line end is kept, and is no further line for the compiler.
                let is_second = byte == b'\n' && self.pasted.last() == Some(&b'\r');
                if self.pasted.len() >= self.most || self.pasted.try_reserve(1).is_err() {
                    self.out.extend_from_slice(b"\r\n");
                    self.talk = Talk::Friendly;
                    self.pasted = Vec::new();
                    let raised = raise::memory_error(isolate);
                    return self.fail(isolate, Job::Pasted, raised);
                }
                self.pasted.push(byte);
                match byte {
                    b'\n' if is_second => {}
                    b'\r' | b'\n' => self.out.extend_from_slice(b"\r\n=== "),
                    b'\t' | 0x20.. => self.out.push(byte),
                    _ => {}
                }
            }
        }
        Outcome::Input
    }

    // What tools send.

    fn raw(&mut self, isolate: &mut Isolate, byte: u8) -> Outcome {
        let answer = self.device.feed(byte);
        if !answer.send.is_empty() {
            self.out.extend_from_slice(answer.send);
        }
        match answer.then {
            raw_repl::Step::More => Outcome::Input,
            raw_repl::Step::Run => {
                self.send(isolate);
                let program = self.device.take_program();
                self.program(isolate, Job::Raw, &program, "<stdin>")
            }
            raw_repl::Step::TooLong => {
                let raised = raise::memory_error(isolate);
                self.fail(isolate, Job::Raw, raised)
            }
            raw_repl::Step::Interrupted => {
                let raised = raise::keyboard_interrupt(isolate);
                self.fail(isolate, Job::Raw, raised)
            }
            raw_repl::Step::Leave => {
                self.talk = Talk::Friendly;
                self.out.extend_from_slice(b"\r\n");
                self.greet(isolate);
                Outcome::Input
            }
            raw_repl::Step::SoftReset => self.soft_reset(isolate),
        }
    }

    // Running.

    /// Runs a file if there is one.
    fn file(&mut self, isolate: &mut Isolate, job: Job, name: &'static str) -> Outcome {
        let found = isolate.platform.files().stat(name.as_bytes());
        if !found.is_ok_and(|found| found.kind == FileKind::File) {
            let outcome = self.finish(isolate, job, None);
            self.send(isolate);
            return outcome;
        }
        let namespace = self.session.namespace();
        let named = isolate.new_str(name);
        let named = named.and_then(|file| Ok(isolate.heap.dict_set_plain(namespace, names::__file__, file)?));
        let begun = named.and_then(|()| self.session.begin_file(isolate, name));
        self.begun(isolate, job, begun)
    }

    fn program(&mut self, isolate: &mut Isolate, job: Job, program: &[u8], name: &str) -> Outcome {
        // What a tool's program prints is read by the tool, and there is no other line for warnings.
        isolate.is_quiet = job == Job::Raw;
        let code = isolate.compile(program, name, Mode::Exec);
        self.code(isolate, job, code)
    }

    fn code(&mut self, isolate: &mut Isolate, job: Job, code: Completion) -> Outcome {
        let begun = code.and_then(|code| self.session.begin_code(isolate, code));
        self.begun(isolate, job, begun)
    }

    fn begun(&mut self, isolate: &mut Isolate, job: Job, begun: Completion<()>) -> Outcome {
        match begun {
            Ok(()) => self.run(isolate, job),
            Err(raised) => self.fail(isolate, job, raised),
        }
    }

    fn run(&mut self, isolate: &mut Isolate, job: Job) -> Outcome {
        self.job = Some(job);
        let console = isolate.platform.console();
        console.set_interrupt_byte(Some(INTERRUPT));
        // Enter and Ctrl-C may come in one packet.
        console.interrupt_by_typed();
        Outcome::Running
    }

    fn fail(&mut self, isolate: &mut Isolate, job: Job, _: ferropy_runtime::Raised) -> Outcome {
        let exception = isolate.take_exception();
        let outcome = self.finish(isolate, job, Some(exception));
        self.send(isolate);
        outcome
    }

    /// The end of a job: shows what it raised, and goes on with what follows it.
    fn finish(&mut self, isolate: &mut Isolate, job: Job, exception: Option<Value>) -> Outcome {
        self.job = None;
        // A program that locked memory can't do anything about it any more.
        isolate.heap.unlock_wholly();
        isolate.platform.console().set_interrupt_byte(None);
        // An interrupt that came too late is not meant for what follows.
        isolate.platform.console().take_interrupt();
        if job == Job::Raw {
            self.out.push(raw_repl::END);
        }
        self.send(isolate);
        let leaves = exception.is_some_and(|exception| {
            interruptible(isolate, |isolate| {
                let leaves = exit_code(isolate, exception).is_some();
                if !leaves {
                    show(isolate, exception, |text| text);
                }
                if !leaves && job == Job::Raw {
                    tell_error_number(isolate, exception);
                }
                leaves
            })
        });
        if job == Job::Raw {
            self.out.push(raw_repl::END);
        }
        if leaves {
            return self.soft_reset(isolate);
        }
        match job {
            Job::Boot if self.talk != Talk::Raw && exception.is_none() => {
                return self.file(isolate, Job::Main, "main.py");
            }
            Job::Boot | Job::Main if self.talk == Talk::Raw => self.out.extend_from_slice(raw_repl::BANNER),
            Job::Boot | Job::Main => self.greet(isolate),
            Job::Statement | Job::Pasted => self.prompt(isolate),
            Job::Raw => self.out.extend_from_slice(raw_repl::PROMPT),
        }
        Outcome::Input
    }

    fn soft_reset(&mut self, isolate: &mut Isolate) -> Outcome {
        self.out.extend_from_slice(raw_repl::SOFT_RESET);
        self.send(isolate);
        Outcome::SoftReset
    }

    // What is sent.

    fn greet(&mut self, isolate: &mut Isolate) {
        self.send(isolate);
        let _ = isolate.platform.console().write_text(Stream::Out, self.banner.as_bytes());
        self.prompt(isolate);
    }

    fn prompt(&mut self, isolate: &mut Isolate) {
        self.send(isolate);
        let prompt = interruptible(isolate, |isolate| self.session.prompt(isolate)).replace('\n', "\r\n");
        if self.session.is_fresh() {
            self.editor.start(prompt, &mut self.out);
        } else {
            self.editor.go_on(prompt, self.session.indentation(), &mut self.out);
        }
    }

    /// Sends what is to be sent, behind what programs wrote. If that fails there is nobody to tell.
    fn send(&mut self, isolate: &mut Isolate) {
        let console = isolate.platform.console();
        if !self.out.is_empty() {
            let _ = console.write(Stream::Out, &self.out);
            self.out.clear();
            self.out.shrink_to(KEPT_BYTES);
        }
        let _ = console.flush(Stream::Out);
    }
}

/// Tools know the errors of the system by the text that MicroPython shows: `OSError: [Errno 2] ENOENT`.
fn tell_error_number(isolate: &mut Isolate, exception: Value) {
    if !isolate.is_instance_of(exception, TypeId::OS_ERROR) {
        return;
    }
    let number = match isolate.get_attr(exception, names::errno) {
        Ok(number) => isolate.as_i64(number),
        Err(_) => {
            isolate.take_exception();
            None
        }
    };
    let Some(&(number, name, _)) = error::TABLE.iter().find(|entry| Some(i64::from(entry.0)) == number) else { return };
    let text = alloc::format!("OSError: [Errno {number}] {name}\n");
    let _ = isolate.platform.console().write_text(Stream::Out, text.as_bytes());
}

/// Runs something short that may be a program's, and may not come to an end by itself.
fn interruptible<T>(isolate: &mut Isolate, run: impl FnOnce(&mut Isolate) -> T) -> T {
    isolate.platform.console().set_interrupt_byte(Some(INTERRUPT));
    let result = run(isolate);
    isolate.platform.console().set_interrupt_byte(None);
    isolate.platform.console().take_interrupt();
    result
}
