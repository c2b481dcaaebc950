//! The process around an isolate.

use crate::{Error, OpenFile};
use alloc::vec::Vec;

/// A command of the system's shell.
#[derive(Clone, Copy, Debug)]
pub struct Command<'a> {
    /// What the shell reads.
    pub text: &'a [u8],
    /// The variables that it sees: those of [`Process::environment`], or others.
    pub environment: &'a [(Vec<u8>, Vec<u8>)],
}

/// A program to be started.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    /// The path of its file.
    pub path: &'a [u8],
    /// Its arguments, the first of which is its name.
    pub arguments: &'a [Vec<u8>],
    /// The variables that it sees.
    pub environment: &'a [(Vec<u8>, Vec<u8>)],
    /// The directory in which it starts, if it is another one.
    pub directory: Option<&'a [u8]>,
    /// Its standard input, output and stream for errors; nothing: those of this process.
    pub streams: [Option<OpenFile>; 3],
    /// The group of processes to which it is to belong; 0 for one of its own.
    pub group: Option<i32>,
    /// The files that it has as well, under the same numbers; nothing: all that are inherited.
    pub files: Option<&'a [OpenFile]>,
    /// The user and the group to whom it belongs, if they are others.
    pub owner: (Option<u32>, Option<u32>),
}

/// Whom a process belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "what getuid(2), geteuid(2) and their like give")]
pub struct Identity {
    pub user: u32,
    pub effective_user: u32,
    pub group: u32,
    pub effective_group: u32,
    pub parent: u32,
}

/// Environment and identity of the process, and its dealings with others.
pub trait Process {
    /// All environment variables: names and values as the host has them, bytes.
    fn environment(&mut self) -> Vec<(Vec<u8>, Vec<u8>)> {
        Vec::new()
    }

    /// Sets an environment variable, or removes it.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there is no environment.
    fn set_environment(&mut self, _name: &[u8], _value: Option<&[u8]>) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// The path of the running program; empty if unknown.
    fn executable(&mut self) -> Vec<u8> {
        Vec::new()
    }

    /// The process number; 0 where there are none.
    fn id(&mut self) -> u32 {
        0
    }

    /// Number of processors.
    fn processors(&mut self) -> usize {
        1
    }

    /// Whom the process belongs to.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there are no users.
    fn identity(&mut self) -> Result<Identity, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// The name under which the user logged in.
    ///
    /// # Errors
    /// What the host reports if nobody did.
    fn login_name(&mut self) -> Result<Vec<u8>, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// The names of the system: its own, the machine's in the network, release, version, kind of hardware.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where they are not known.
    fn system_names(&mut self) -> Result<[Vec<u8>; 5], Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Nanoseconds that the process has worked, that the system has worked for it, and both for the children that it
    /// waited for.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where they are not known.
    fn times_ns(&mut self) -> Result<[u64; 4], Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Sets the permission bits that new files don't get: those of before.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where files have none.
    fn set_file_mask(&mut self, _mask: u32) -> Result<u32, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Sends a signal to a process, or to a group of processes as `kill(2)` numbers them.
    ///
    /// # Errors
    /// What the host reports.
    fn send_signal(&mut self, _process: i32, _signal: i32) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Makes the process less urgent: its niceness.
    ///
    /// # Errors
    /// What the host reports.
    fn add_nice(&mut self, _increment: i32) -> Result<i32, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Runs a command of the system's shell to its end: its status, as `wait(2)` gives it.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there is no shell.
    fn run_command(&mut self, _command: Command<'_>) -> Result<i32, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Waits for a child as `waitpid(2)` does: its number and its status.
    ///
    /// # Errors
    /// What the host reports; [`Error::INTERRUPTED`].
    fn wait(&mut self, _process: i32, _options: u32) -> Result<(i32, i32), Error> {
        Err(Error::UNSUPPORTED)
    }
}
