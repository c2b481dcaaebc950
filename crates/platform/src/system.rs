//! What systems have whose programs share files and terminals and belong to groups: the rest of what `os` reaches.
//!
//! Files have the numbers of [`OpenFile`]; a program that is started sees those that are handed on under the same numbers.
//! Numbers of flags, events and kinds are Linux's.

use crate::{Error, FileId, OpenFile, Program};
use alloc::vec::Vec;

/// What is asked about a process; 0 is the one that asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The group of a process.
    Group(i32),
    /// The session of a process.
    Session(i32),
    /// How urgent processes are: `PRIO_PROCESS`, `PRIO_PGRP` or `PRIO_USER`, and which.
    Priority(i32, i32),
}

/// What happens to a file that a poller watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// It is watched for events.
    Add(u32),
    /// It is watched for other events.
    Change(u32),
    /// It is watched no longer.
    Remove,
}

/// Open files and processes as systems share them. All report what the host does.
#[allow(clippy::missing_errors_doc, reason = "they are the host's")]
pub trait System {
    /// Opens a file as `open(2)` does, directories too.
    fn open_with_flags(&mut self, path: &[u8], flags: u32, mode: u32) -> Result<FileId, Error>;

    /// Whether programs that this one starts have the file as well.
    fn is_inherited(&mut self, file: OpenFile) -> Result<bool, Error>;

    /// Sets what [`System::is_inherited`] says.
    fn set_inherited(&mut self, file: OpenFile, inherited: bool) -> Result<(), Error>;

    /// Reads at a place, wherever the file stands.
    fn read_at(&mut self, file: OpenFile, buffer: &mut [u8], place: u64) -> Result<usize, Error>;

    /// Writes at a place, wherever the file stands.
    fn write_at(&mut self, file: OpenFile, bytes: &[u8], place: u64) -> Result<usize, Error>;

    /// Sets the permission bits of an open file.
    fn set_mode_of(&mut self, file: OpenFile, mode: u32) -> Result<(), Error>;

    /// Gives an open file to another user or group.
    fn set_owner_of(&mut self, file: OpenFile, user: Option<u32>, group: Option<u32>) -> Result<(), Error>;

    /// Changes the current directory to an open one.
    fn enter_directory(&mut self, file: OpenFile) -> Result<(), Error>;

    /// The path of the terminal that an open file is.
    fn terminal_path(&mut self, file: OpenFile) -> Result<Vec<u8>, Error>;

    /// A terminal that a program plays: its end, and the one that others take for a terminal.
    fn terminal_pair(&mut self) -> Result<(FileId, FileId), Error>;

    /// Makes a file that can be read when one of those is ready that it watches.
    fn new_poller(&mut self) -> Result<FileId, Error>;

    /// Changes what a poller watches.
    fn watch(&mut self, poller: FileId, file: OpenFile, watch: Watch) -> Result<(), Error>;

    /// At most so many of the files that are ready, by the numbers that programs know, and for what; it does not wait.
    fn ready(&mut self, poller: FileId, most: usize) -> Result<Vec<(u32, u32)>, Error>;

    /// What is asked about a process.
    fn ask(&mut self, asked: Asked) -> Result<i32, Error>;

    /// Puts a process into a group: 0 for one of its own.
    fn set_group(&mut self, process: i32, group: i32) -> Result<(), Error>;

    /// Begins a session: its number.
    fn new_session(&mut self) -> Result<i32, Error>;

    /// Sets how urgent processes are: as [`Asked::Priority`].
    fn set_priority(&mut self, kind: i32, which: i32, priority: i32) -> Result<(), Error>;

    /// The groups that the process belongs to beside its own.
    fn groups(&mut self) -> Result<Vec<u32>, Error>;

    /// Becomes another program; comes back only with an error.
    fn become_program(&mut self, program: Program<'_>) -> Error;
}
