//! Running other programs: captured, limited in time, and in surroundings that do not vary.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::workspace;

/// A program about to be run.
pub(crate) struct Run {
    command: Command,
    stdin: Vec<u8>,
    limit: Option<Duration>,
}

/// What a program that ended left behind.
pub(crate) struct Finished {
    /// The exit code, or the number of the signal that ended it as a negative number; `None` if its time limit did.
    pub(crate) code: Option<i32>,
    pub(crate) timed_out: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Finished {
    pub(crate) fn success(&self) -> bool {
        self.code == Some(0)
    }
}

impl Run {
    pub(crate) fn program(program: impl AsRef<OsStr>) -> Run {
        Run { command: Command::new(program), stdin: Vec::new(), limit: None }
    }

    /// The cargo that runs this tool, at the root of the repository.
    pub(crate) fn cargo(arguments: &[&str]) -> Run {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Run::program(cargo).folder(workspace::root()).arguments(arguments)
    }

    pub(crate) fn arguments<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Run {
        self.command.args(arguments);
        self
    }

    pub(crate) fn folder(mut self, folder: &Path) -> Run {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn environment(mut self, name: &str, value: impl AsRef<OsStr>) -> Run {
        self.command.env(name, value);
        self
    }

    pub(crate) fn stdin(mut self, text: &str) -> Run {
        self.stdin = text.as_bytes().to_vec();
        self
    }

    pub(crate) fn limit(mut self, limit: Duration) -> Run {
        self.limit = Some(limit);
        self
    }

    /// Makes a Python's behaviour independent of the caller's surroundings: no byte code files, fixed hashes,
    /// UTF-8, no colours, one time zone.
    pub(crate) fn steady_python(mut self) -> Run {
        self.command
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONHASHSEED", "0")
            .env("PYTHONUTF8", "1")
            .env("PYTHON_COLORS", "0")
            .env("NO_COLOR", "1")
            .env("TZ", "UTC")
            .env_remove("PYTHONPATH")
            .env_remove("PYTHONSTARTUP");
        self
    }

    /// Runs to the end and keeps the output.
    pub(crate) fn capture(mut self) -> Result<Finished, String> {
        let name = self.command.get_program().to_string_lossy().into_owned();
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().map_err(|error| format!("{name}: {error}"))?;
        let stdout = collect(child.stdout.take());
        let stderr = collect(child.stderr.take());
        if let Some(mut pipe) = child.stdin.take() {
            let input = std::mem::take(&mut self.stdin);
            // A program may end without reading its input; that is its affair.
            thread::spawn(move || pipe.write_all(&input).ok());
        }
        let (code, timed_out) = wait(&mut child, self.limit);
        let text = |bytes: thread::JoinHandle<Vec<u8>>| {
            String::from_utf8_lossy(&bytes.join().unwrap_or_default()).into_owned()
        };
        Ok(Finished { code, timed_out, stdout: text(stdout), stderr: text(stderr) })
    }

    /// The command itself, for a caller that waits in its own way.
    pub(crate) fn into_command(self) -> Command {
        self.command
    }
}

fn collect(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            pipe.read_to_end(&mut bytes).ok();
        }
        bytes
    })
}

/// Waits for the end, or stops the program when its time is up.
fn wait(child: &mut Child, limit: Option<Duration>) -> (Option<i32>, bool) {
    let Some(limit) = limit else {
        return (child.wait().ok().and_then(code_of), false);
    };
    let deadline = Instant::now() + limit;
    let mut pause = Duration::from_micros(200);
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return (code_of(status), false),
            Ok(None) if Instant::now() < deadline => {
                thread::sleep(pause);
                pause = (pause * 2).min(Duration::from_millis(10));
            }
            _ => {
                child.kill().ok();
                child.wait().ok();
                return (None, true);
            }
        }
    }
}

/// The exit code as Python's `subprocess` has it.
fn code_of(status: ExitStatus) -> Option<i32> {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Some(-signal);
    }
    status.code()
}
