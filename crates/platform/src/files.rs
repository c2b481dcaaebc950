//! Files and directories. Paths are bytes in the host's encoding.

use crate::Error;
use crate::process::{Command, Program};
use alloc::vec::Vec;

/// An open file: an index into the host's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// How to open a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "the flags of open(2)")]
pub struct OpenOptions {
    /// For reading.
    pub read: bool,
    /// For writing.
    pub write: bool,
    /// Every write goes to the end.
    pub append: bool,
    /// Make it if it does not exist.
    pub create: bool,
    /// Make it; fail if it exists.
    pub create_new: bool,
    /// Cut it to nothing.
    pub truncate: bool,
}

/// An open file, or one of the console's streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenFile {
    /// 0 is input, 1 output, 2 the stream for errors.
    Stream(u32),
    /// An open file.
    File(FileId),
}

/// An open file that is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// The file.
    pub file: OpenFile,
    /// What is waited for: bits of [`readiness`].
    pub wanted: u16,
    /// What there is.
    pub found: u16,
}

/// What a file is ready for: the bits of Linux's poll(2).
pub mod readiness {
    /// Something can be read, or the end.
    pub const READ: u16 = 1;
    /// Something can be written.
    pub const WRITE: u16 = 4;
    /// An error.
    pub const ERROR: u16 = 8;
    /// The other end is gone.
    pub const HANG_UP: u16 = 16;
    /// It is not open.
    pub const NOT_OPEN: u16 = 32;
}

/// Where to move in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeekFrom {
    /// From the start.
    Start(u64),
    /// From where it is.
    Current(i64),
    /// From the end.
    End(i64),
}

/// What a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A directory.
    Directory,
    /// A symbolic link.
    Link,
    /// Something else: a device, a pipe.
    Other,
}

/// What is known about a file. Times are nanoseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields of stat(2)")]
pub struct Stat {
    pub kind: FileKind,
    pub mode: u32,
    pub size: u64,
    pub inode: u64,
    pub device: u64,
    pub links: u64,
    pub user: u32,
    pub group: u32,
    pub accessed_ns: i128,
    pub modified_ns: i128,
    pub changed_ns: i128,
    pub block_size: u64,
    pub blocks: u64,
    pub special_device: u64,
}

/// What is known about a file system. Sizes are in fragments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields of statvfs(3)")]
pub struct FileSystem {
    pub block_size: u64,
    pub fragment_size: u64,
    pub blocks: u64,
    pub free_blocks: u64,
    pub available_blocks: u64,
    pub files: u64,
    pub free_files: u64,
    pub available_files: u64,
    pub flags: u64,
    pub longest_name: u64,
    pub number: u64,
}

impl Stat {
    /// Whether it is a directory.
    #[must_use]
    pub fn is_directory(&self) -> bool {
        self.kind == FileKind::Directory
    }
}

/// An entry of a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// Its name, without the directory.
    pub name: Vec<u8>,
    /// What it is.
    pub kind: FileKind,
    /// Its inode number; 0 if unknown.
    pub inode: u64,
}

/// Files and directories.
pub trait Files {
    /// Opens a file.
    ///
    /// # Errors
    /// [`Error::NOT_FOUND`], [`Error::EXISTS`], [`Error::IS_A_DIRECTORY`] and others.
    fn open(&mut self, _path: &[u8], _options: OpenOptions) -> Result<FileId, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Opens a file; if it is made, with these permissions, as far as the host has them and its mask lets it.
    ///
    /// # Errors
    /// As [`Files::open`].
    fn open_with_mode(&mut self, path: &[u8], options: OpenOptions, _mode: u32) -> Result<FileId, Error> {
        self.open(path, options)
    }

    /// Closes a file. Its id may be given to another file later.
    ///
    /// # Errors
    /// What the host reports about delayed writes.
    fn close(&mut self, _file: FileId) -> Result<(), Error> {
        Err(Error::BAD_FILE)
    }

    /// Reads some bytes; 0 at the end.
    ///
    /// # Errors
    /// [`Error::BAD_FILE`] for a file that is closed or not open for reading.
    fn read(&mut self, _file: FileId, _buffer: &mut [u8]) -> Result<usize, Error> {
        Err(Error::BAD_FILE)
    }

    /// Writes some bytes: how many.
    ///
    /// # Errors
    /// [`Error::BAD_FILE`] for a file that is closed or not open for writing; [`Error::NO_SPACE`].
    fn write(&mut self, _file: FileId, _bytes: &[u8]) -> Result<usize, Error> {
        Err(Error::BAD_FILE)
    }

    /// Whether writing to an open file may have to wait until somebody reads: fewer bytes may be written at a time then
    /// than there are.
    fn may_wait(&mut self, _file: FileId) -> bool {
        false
    }

    /// Moves: the new position from the start.
    ///
    /// # Errors
    /// [`Error::INVALID`] before the start.
    fn seek(&mut self, _file: FileId, _to: SeekFrom) -> Result<u64, Error> {
        Err(Error::BAD_FILE)
    }

    /// Cuts or extends a file.
    ///
    /// # Errors
    /// What the host reports.
    fn truncate(&mut self, _file: FileId, _size: u64) -> Result<(), Error> {
        Err(Error::BAD_FILE)
    }

    /// Hands what was written to the device.
    ///
    /// # Errors
    /// What the host reports.
    fn sync(&mut self, _file: FileId) -> Result<(), Error> {
        Ok(())
    }

    /// As [`Files::sync`], without what only concerns the file's times.
    ///
    /// # Errors
    /// What the host reports.
    fn sync_data(&mut self, file: FileId) -> Result<(), Error> {
        self.sync(file)
    }

    /// Hands everything that was written to any file to its device.
    fn sync_all(&mut self) {}

    /// Makes a pipe: the end to read from and the end to write to.
    ///
    /// # Errors
    /// What the host reports.
    fn pipe(&mut self) -> Result<(FileId, FileId), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// A further number for an open file: both share the position.
    ///
    /// # Errors
    /// [`Error::BAD_FILE`] for a file that is closed.
    fn duplicate(&mut self, _file: OpenFile) -> Result<FileId, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Lets a number mean what another one means; what it meant before is closed.
    ///
    /// # Errors
    /// [`Error::BAD_FILE`] for a file that is closed.
    fn duplicate_to(&mut self, _file: OpenFile, _to: OpenFile) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Columns and lines of a terminal.
    ///
    /// # Errors
    /// 25, `ENOTTY`, if it is none.
    fn terminal_size(&mut self, _file: OpenFile) -> Result<(u16, u16), Error> {
        Err(Error::new(25))
    }

    /// Starts a command of the system's shell in a process of its own, and a pipe to its input or from its output:
    /// the number of the process, and this side's end of the pipe.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there is no shell.
    fn start_command(&mut self, _command: Command<'_>, _writes: bool) -> Result<(i32, FileId), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Starts a program in a process of its own: its number.
    ///
    /// # Errors
    /// [`Error::NOT_FOUND`] and others.
    fn start_program(&mut self, _program: Program<'_>) -> Result<i32, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// A file that can be read when the child process with that number has ended.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there are none.
    fn process_file(&mut self, _process: i32) -> Result<FileId, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Waits until one of the files is ready, no longer than that many nanoseconds: how many are, which they then tell.
    /// Where nobody can know, all are.
    ///
    /// # Errors
    /// [`Error::INTERRUPTED`], when the user wants the program to stop.
    fn wait(&mut self, watched: &mut [Watched], _nanoseconds: u64) -> Result<usize, Error> {
        for each in &mut *watched {
            each.found = each.wanted;
        }
        Ok(watched.len())
    }

    /// Whether operations on an open file wait, or give up ([`Error::WOULD_BLOCK`]) where they would have to.
    ///
    /// # Errors
    /// [`Error::BAD_FILE`] for a file that is closed.
    fn waits(&mut self, _file: OpenFile) -> Result<bool, Error> {
        Ok(true)
    }

    /// Sets what [`Files::waits`] says.
    ///
    /// # Errors
    /// [`Error::BAD_FILE`] for a file that is closed.
    fn set_waits(&mut self, _file: OpenFile, _waits: bool) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// What is known about an open file.
    ///
    /// # Errors
    /// [`Error::BAD_FILE`] for a file that is closed.
    fn stat_open(&mut self, _file: FileId) -> Result<Stat, Error> {
        Err(Error::BAD_FILE)
    }

    /// The host's number for an open file, where it has one.
    fn descriptor(&mut self, _file: FileId) -> Option<i32> {
        None
    }

    /// What is known about a path, links followed.
    ///
    /// # Errors
    /// [`Error::NOT_FOUND`] and others.
    fn stat(&mut self, _path: &[u8]) -> Result<Stat, Error> {
        Err(Error::NOT_FOUND)
    }

    /// As [`Files::stat`], links not followed.
    ///
    /// # Errors
    /// [`Error::NOT_FOUND`] and others.
    fn stat_link(&mut self, path: &[u8]) -> Result<Stat, Error> {
        self.stat(path)
    }

    /// The entries of a directory, without `.` and `..`, in the host's order.
    ///
    /// # Errors
    /// [`Error::NOT_FOUND`], [`Error::NOT_A_DIRECTORY`].
    fn list(&mut self, _path: &[u8]) -> Result<Vec<DirectoryEntry>, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Makes a directory.
    ///
    /// # Errors
    /// [`Error::EXISTS`] and others.
    fn make_directory(&mut self, _path: &[u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Makes a directory with these permissions, as far as the host has them and its mask lets it.
    ///
    /// # Errors
    /// As [`Files::make_directory`].
    fn make_directory_with_mode(&mut self, path: &[u8], _mode: u32) -> Result<(), Error> {
        self.make_directory(path)
    }

    /// Makes a pipe that has a name.
    ///
    /// # Errors
    /// [`Error::EXISTS`] and others.
    fn make_named_pipe(&mut self, _path: &[u8], _mode: u32) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Removes an empty directory.
    ///
    /// # Errors
    /// [`Error::NOT_EMPTY`] and others.
    fn remove_directory(&mut self, _path: &[u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Removes a file.
    ///
    /// # Errors
    /// [`Error::NOT_FOUND`] and others.
    fn remove(&mut self, _path: &[u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Renames, replacing a file of the new name.
    ///
    /// # Errors
    /// [`Error::NOT_FOUND`] and others.
    fn rename(&mut self, _from: &[u8], _to: &[u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// The current directory.
    ///
    /// # Errors
    /// [`Error::NOT_FOUND`] if it was removed.
    fn current_directory(&mut self) -> Result<Vec<u8>, Error> {
        Ok(b"/".to_vec())
    }

    /// Changes the current directory.
    ///
    /// # Errors
    /// [`Error::NOT_FOUND`], [`Error::NOT_A_DIRECTORY`].
    fn change_directory(&mut self, _path: &[u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Where a symbolic link leads.
    ///
    /// # Errors
    /// [`Error::INVALID`] if it is no link.
    fn read_link(&mut self, _path: &[u8]) -> Result<Vec<u8>, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Makes a symbolic link at `path` that leads to `target`.
    ///
    /// # Errors
    /// [`Error::EXISTS`] and others.
    fn make_link(&mut self, _target: &[u8], _path: &[u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Gives a file a further name.
    ///
    /// # Errors
    /// [`Error::EXISTS`] and others.
    fn make_name(&mut self, _path: &[u8], _name: &[u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Sets the times of the last access and the last change, in nanoseconds since 1970; of a link itself unless it
    /// is followed.
    ///
    /// # Errors
    /// What the host reports.
    fn set_times(&mut self, _path: &[u8], _accessed_ns: i128, _modified_ns: i128, _follow: bool) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// What is known about the file system that a path lies in.
    ///
    /// # Errors
    /// What the host reports.
    fn file_system(&mut self, _path: &[u8]) -> Result<FileSystem, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Sets the permission bits.
    ///
    /// # Errors
    /// What the host reports.
    fn set_mode(&mut self, _path: &[u8], _mode: u32) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Gives a file to another user or group; of a link itself unless it is followed.
    ///
    /// # Errors
    /// What the host reports.
    fn set_owner(&mut self, _path: &[u8], _user: Option<u32>, _group: Option<u32>, _follow: bool) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }
}

/// The whole content of a file.
///
/// # Errors
/// Those of opening and reading.
pub fn read_all(files: &mut dyn Files, path: &[u8]) -> Result<Vec<u8>, Error> {
    let file = files.open(path, OpenOptions { read: true, ..OpenOptions::default() })?;
    let result = read_rest(files, file);
    files.close(file)?;
    result
}

/// What is left of an open file.
///
/// # Errors
/// Those of reading; [`Error::NO_MEMORY`].
pub fn read_rest(files: &mut dyn Files, file: FileId) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    const CHUNK: usize = if size_of::<usize>() == 4 { 512 } else { 4096 };
    let mut chunk = [0u8; CHUNK];
    loop {
        let count = files.read(file, &mut chunk)?;
        if count == 0 {
            return Ok(bytes);
        }
        bytes.try_reserve(count).map_err(|_| Error::NO_MEMORY)?;
        bytes.extend_from_slice(chunk.get(..count).unwrap_or(&chunk));
    }
}
