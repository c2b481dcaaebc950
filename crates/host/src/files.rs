//! Files and directories of the operating system.

use crate::clock::timespec;
use crate::error::{convert, from_number};
use crate::process::{command, process_file, shell};
#[cfg(target_os = "linux")]
use crate::system::left_open;
use crate::waiting::{until_readable, wait};
use crate::writing::{may_wait, write_some};
use ferropy_platform::files::readiness;
use ferropy_platform::{
    Command, DirectoryEntry, Error, FileId, FileKind, FileSystem, Files, OpenFile, OpenOptions, Program, SeekFrom,
    Stat, Watched,
};
use rustix::event::{PollFd, PollFlags};
use rustix::fs::{AtFlags, CWD, FileType, Mode, Timestamps};
use rustix::io::FdFlags;
use rustix::process::{Resource, getrlimit};
use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, Write};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::process::Stdio;

/// As many files may be open anywhere.
const ALWAYS_FEW: usize = 20;

/// The files that the isolate has open, by number.
#[derive(Debug, Default)]
pub(crate) struct HostFiles {
    open: Vec<Option<File>>,
    /// Whether no name at all is the current directory's, as on boards.
    is_board: bool,
    /// The set of numbers of files that were open at the start and of which somebody has asked.
    taken_over: u128,
}

/// The number of the first file that is no stream of the console.
pub(crate) const FIRST_NUMBER: i64 = 3;

fn path(bytes: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(bytes))
}

fn done<T>(result: io::Result<T>) -> Result<T, Error> {
    result.map_err(|error| convert(&error))
}

impl HostFiles {
    /// Files as boards have them.
    pub(crate) fn of_board() -> HostFiles {
        HostFiles { is_board: true, ..HostFiles::default() }
    }

    pub(crate) fn file(&mut self, file: FileId) -> Result<&mut File, Error> {
        let number = file.0 as usize;
        if !matches!(self.open.get(number), Some(Some(_))) {
            self.take_over(file)?;
        }
        self.open.get_mut(number).and_then(Option::as_mut).ok_or(Error::BAD_FILE)
    }

    /// Takes a file over that was open when the process began, once: who closes it has closed it.
    fn take_over(&mut self, file: FileId) -> Result<(), Error> {
        let number = i64::from(file.0) + FIRST_NUMBER;
        let bit = u32::try_from(number).ok().and_then(|number| 1u128.checked_shl(number)).unwrap_or(0);
        if bit == 0 || self.taken_over & bit != 0 {
            return Err(Error::BAD_FILE);
        }
        let found = left_open(number as i32).ok_or(Error::BAD_FILE)?;
        self.taken_over |= bit;
        self.put(file.0 as usize, found);
        Ok(())
    }

    fn put(&mut self, number: usize, file: File) {
        while self.open.len() <= number {
            self.open.push(None);
        }
        if let Some(place) = self.open.get_mut(number) {
            *place = Some(file);
        }
    }

    /// Gives a file a number: the system's own, so that programs which are started know it by the same.
    pub(crate) fn insert(&mut self, file: File) -> Result<FileId, Error> {
        let own = usize::try_from(i64::from(file.as_raw_fd()) - FIRST_NUMBER).ok();
        let is_free = |&number: &usize| !matches!(self.open.get(number), Some(Some(_)));
        let number = own.filter(is_free).or_else(|| self.open.iter().position(Option::is_none));
        let number = number.unwrap_or(self.open.len());
        self.put(number, file);
        u32::try_from(number).map(FileId).map_err(|_| Error::TOO_MANY_FILES)
    }

    /// Does something with the system's number of an open file.
    pub(crate) fn with<T>(
        &mut self,
        file: OpenFile,
        work: impl FnOnce(BorrowedFd<'_>) -> rustix::io::Result<T>,
    ) -> Result<T, Error> {
        let result = match file {
            OpenFile::Stream(0) => work(io::stdin().as_fd()),
            OpenFile::Stream(1) => work(io::stdout().as_fd()),
            OpenFile::Stream(_) => work(io::stderr().as_fd()),
            OpenFile::File(file) => work(self.file(file)?.as_fd()),
        };
        result.map_err(from_number)
    }
}

impl HostFiles {
    /// Lets programs that are started now have these files and no others: those that are changed for it, as they were.
    fn hand_on(&mut self, wanted: Option<&[OpenFile]>) -> Result<Vec<(usize, bool)>, Error> {
        let Some(wanted) = wanted else { return Ok(Vec::new()) };
        for &file in wanted {
            self.with(file, |file| rustix::io::fcntl_getfd(file))?;
        }
        let mut changed = Vec::new();
        for (number, file) in self.open.iter().enumerate() {
            let Some(file) = file else { continue };
            let is_wanted = wanted.contains(&OpenFile::File(FileId(number as u32)));
            let is_inherited = !rustix::io::fcntl_getfd(file).is_ok_and(|flags| flags.contains(FdFlags::CLOEXEC));
            if is_wanted && i64::from(file.as_raw_fd()) != number as i64 + FIRST_NUMBER {
                return Err(Error::BAD_FILE);
            }
            if is_wanted != is_inherited {
                changed.push((number, is_inherited));
            }
        }
        let now: Vec<(usize, bool)> = changed.iter().map(|&(number, was)| (number, !was)).collect();
        self.set_all_inherited(&now)?;
        Ok(changed)
    }

    fn set_all_inherited(&mut self, changes: &[(usize, bool)]) -> Result<(), Error> {
        for &(number, inherited) in changes {
            let flags = if inherited { FdFlags::empty() } else { FdFlags::CLOEXEC };
            let file = self.open.get(number).and_then(Option::as_ref).ok_or(Error::BAD_FILE)?;
            rustix::io::fcntl_setfd(file, flags).map_err(from_number)?;
        }
        Ok(())
    }

    /// What a program that is started gets as one of its streams.
    fn stream(&mut self, file: Option<OpenFile>) -> Result<Stdio, Error> {
        let Some(file) = file else { return Ok(Stdio::inherit()) };
        self.with(file, |file| rustix::io::fcntl_dupfd_cloexec(file, 0)).map(Stdio::from)
    }
}

/// Elsewhere there is no way to them.
#[cfg(not(target_os = "linux"))]
fn left_open(_: i32) -> Option<File> {
    None
}

/// A number that the system does not give is one that no file can have.
fn as_bad_file(error: Error) -> Error {
    if error == Error::INVALID { Error::BAD_FILE } else { error }
}

/// The largest number that a program may choose for a file: the table of open files has room for all below.
const MOST_FILES: u32 = 1 << 16;

impl Files for HostFiles {
    fn open(&mut self, name: &[u8], options: OpenOptions) -> Result<FileId, Error> {
        self.open_with_mode(name, options, 0o666)
    }

    fn open_with_mode(&mut self, name: &[u8], options: OpenOptions, mode: u32) -> Result<FileId, Error> {
        let file = done(
            fs::OpenOptions::new()
                .read(options.read)
                .write(options.write && !options.append)
                .append(options.append)
                .create(options.create)
                .create_new(options.create_new)
                .truncate(options.truncate)
                .mode(mode)
                .open(path(name)),
        )?;
        self.insert(file)
    }

    fn close(&mut self, file: FileId) -> Result<(), Error> {
        let place = self.open.get_mut(file.0 as usize).ok_or(Error::BAD_FILE)?;
        place.take().map(drop).ok_or(Error::BAD_FILE)
    }

    fn read(&mut self, file: FileId, buffer: &mut [u8]) -> Result<usize, Error> {
        let file = self.file(file)?;
        // The system takes a read up again that a signal ended: what may take long is waited for.
        let waits = |file: &File| {
            let is_regular = file.metadata().is_ok_and(|data| data.is_file());
            !is_regular
                && rustix::fs::fcntl_getfl(file).is_ok_and(|flags| !flags.contains(rustix::fs::OFlags::NONBLOCK))
        };
        if waits(file) {
            until_readable(file)?;
        }
        done(file.read(buffer))
    }

    fn write(&mut self, file: FileId, bytes: &[u8]) -> Result<usize, Error> {
        let file = self.file(file)?;
        // The others are asked and tried piece by piece.
        if may_wait(file) {
            write_some(file, bytes, true).map(Option::unwrap_or_default)
        } else {
            done(file.write(bytes))
        }
    }

    fn may_wait(&mut self, file: FileId) -> bool {
        self.file(file).is_ok_and(|file| may_wait(file))
    }

    fn seek(&mut self, file: FileId, to: SeekFrom) -> Result<u64, Error> {
        let to = match to {
            SeekFrom::Start(offset) => io::SeekFrom::Start(offset),
            SeekFrom::Current(offset) => io::SeekFrom::Current(offset),
            SeekFrom::End(offset) => io::SeekFrom::End(offset),
        };
        done(self.file(file)?.seek(to))
    }

    fn truncate(&mut self, file: FileId, size: u64) -> Result<(), Error> {
        done(self.file(file)?.set_len(size))
    }

    fn sync(&mut self, file: FileId) -> Result<(), Error> {
        done(self.file(file)?.sync_all())
    }

    fn sync_data(&mut self, file: FileId) -> Result<(), Error> {
        done(self.file(file)?.sync_data())
    }

    fn sync_all(&mut self) {
        rustix::fs::sync();
    }

    fn pipe(&mut self) -> Result<(FileId, FileId), Error> {
        let (from, to) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC).map_err(from_number)?;
        Ok((self.insert(File::from(from))?, self.insert(File::from(to))?))
    }

    fn duplicate(&mut self, file: OpenFile) -> Result<FileId, Error> {
        let copy = self.with(file, |file| rustix::io::fcntl_dupfd_cloexec(file, 0))?;
        self.insert(File::from(copy))
    }

    fn duplicate_to(&mut self, file: OpenFile, to: OpenFile) -> Result<(), Error> {
        match to {
            OpenFile::Stream(0) => self.with(file, |file| rustix::stdio::dup2_stdin(file)),
            OpenFile::Stream(1) => self.with(file, |file| rustix::stdio::dup2_stdout(file)),
            OpenFile::Stream(_) => self.with(file, |file| rustix::stdio::dup2_stderr(file)),
            OpenFile::File(FileId(number)) if number < MOST_FILES => {
                // What was open there is closed first, so that the system's number is free.
                drop(self.open.get_mut(number as usize).and_then(Option::take));
                let wanted = number as i32 + FIRST_NUMBER as i32;
                let copy =
                    self.with(file, |file| rustix::io::fcntl_dupfd_cloexec(file, wanted)).map_err(as_bad_file)?;
                self.put(number as usize, File::from(copy));
                Ok(())
            }
            OpenFile::File(_) => Err(Error::BAD_FILE),
        }
    }

    fn terminal_size(&mut self, file: OpenFile) -> Result<(u16, u16), Error> {
        self.with(file, |file| rustix::termios::tcgetwinsize(file)).map(|size| (size.ws_col, size.ws_row))
    }

    fn start_command(&mut self, command: Command<'_>, writes: bool) -> Result<(i32, FileId), Error> {
        let mut shell = shell(command);
        let shell = if writes { shell.stdin(Stdio::piped()) } else { shell.stdout(Stdio::piped()) };
        let mut child = done(shell.spawn())?;
        let process = rustix::process::Pid::from_child(&child).as_raw_pid();
        let pipe: Option<OwnedFd> =
            if writes { child.stdin.take().map(OwnedFd::from) } else { child.stdout.take().map(OwnedFd::from) };
        Ok((process, self.insert(File::from(pipe.ok_or(Error::IO)?))?))
    }

    fn start_program(&mut self, program: Program<'_>) -> Result<i32, Error> {
        let mut command = command(program);
        let [input, output, errors] = program.streams;
        command.stdin(self.stream(input)?).stdout(self.stream(output)?).stderr(self.stream(errors)?);
        let changed = self.hand_on(program.files)?;
        let child = command.spawn();
        self.set_all_inherited(&changed)?;
        Ok(rustix::process::Pid::from_child(&done(child)?).as_raw_pid())
    }

    fn process_file(&mut self, process: i32) -> Result<FileId, Error> {
        let file = process_file(process)?;
        self.insert(File::from(file))
    }

    fn wait(&mut self, watched: &mut [Watched], nanoseconds: u64) -> Result<usize, Error> {
        // The system looks at no more files than may be open. It is asked for those that are open only.
        if watched.len() > ALWAYS_FEW
            && getrlimit(Resource::Nofile).current.is_some_and(|most| watched.len() as u64 > most)
        {
            return Err(Error::INVALID);
        }
        let streams = (io::stdin(), io::stdout(), io::stderr());
        let mut polled = Vec::with_capacity(watched.len());
        for each in &mut *watched {
            let wanted = PollFlags::from_bits_retain(each.wanted);
            each.found = 0;
            polled.push(match each.file {
                OpenFile::Stream(0) => PollFd::new(&streams.0, wanted),
                OpenFile::Stream(1) => PollFd::new(&streams.1, wanted),
                OpenFile::Stream(_) => PollFd::new(&streams.2, wanted),
                OpenFile::File(file) => match self.open.get(file.0 as usize) {
                    Some(Some(file)) => PollFd::new(file, wanted),
                    _ => {
                        each.found = readiness::NOT_OPEN;
                        continue;
                    }
                },
            });
        }
        let closed = watched.len() - polled.len();
        let mut answers = wait(polled, if closed > 0 { 0 } else { nanoseconds })?.into_iter().map(|found| found.bits());
        for each in watched.iter_mut().filter(|each| each.found == 0) {
            each.found = answers.next().unwrap_or(0);
        }
        Ok(watched.iter().filter(|each| each.found != 0).count())
    }

    fn waits(&mut self, file: OpenFile) -> Result<bool, Error> {
        let flags = self.with(file, |file| rustix::fs::fcntl_getfl(file))?;
        Ok(!flags.contains(rustix::fs::OFlags::NONBLOCK))
    }

    fn set_waits(&mut self, file: OpenFile, waits: bool) -> Result<(), Error> {
        self.with(file, |file| {
            let mut flags = rustix::fs::fcntl_getfl(file)?;
            flags.set(rustix::fs::OFlags::NONBLOCK, !waits);
            rustix::fs::fcntl_setfl(file, flags)
        })
    }

    fn stat_open(&mut self, file: FileId) -> Result<Stat, Error> {
        done(self.file(file)?.metadata()).map(|data| stat_of(&data))
    }

    fn descriptor(&mut self, file: FileId) -> Option<i32> {
        self.file(file).ok().map(|file| file.as_raw_fd())
    }

    fn stat(&mut self, name: &[u8]) -> Result<Stat, Error> {
        let name = if self.is_board && name.is_empty() { b"." } else { name };
        done(fs::metadata(path(name))).map(|data| stat_of(&data))
    }

    fn stat_link(&mut self, name: &[u8]) -> Result<Stat, Error> {
        done(fs::symlink_metadata(path(name))).map(|data| stat_of(&data))
    }

    fn list(&mut self, name: &[u8]) -> Result<Vec<DirectoryEntry>, Error> {
        let mut entries = Vec::new();
        for entry in done(fs::read_dir(path(name)))? {
            let entry = done(entry)?;
            let kind = entry.file_type().map_or(FileKind::Other, kind_of);
            let inode = std::os::unix::fs::DirEntryExt::ino(&entry);
            entries.push(DirectoryEntry { name: entry.file_name().into_vec(), kind, inode });
        }
        Ok(entries)
    }

    fn make_directory(&mut self, name: &[u8]) -> Result<(), Error> {
        self.make_directory_with_mode(name, 0o777)
    }

    fn make_directory_with_mode(&mut self, name: &[u8], mode: u32) -> Result<(), Error> {
        done(fs::DirBuilder::new().mode(mode).create(path(name)))
    }

    fn make_named_pipe(&mut self, name: &[u8], mode: u32) -> Result<(), Error> {
        let mode = Mode::from_raw_mode(mode);
        rustix::fs::mknodat(CWD, path(name), FileType::Fifo, mode, 0).map_err(from_number)
    }

    fn remove_directory(&mut self, name: &[u8]) -> Result<(), Error> {
        done(fs::remove_dir(path(name)))
    }

    fn remove(&mut self, name: &[u8]) -> Result<(), Error> {
        done(fs::remove_file(path(name)))
    }

    fn rename(&mut self, from: &[u8], to: &[u8]) -> Result<(), Error> {
        done(fs::rename(path(from), path(to)))
    }

    fn current_directory(&mut self) -> Result<Vec<u8>, Error> {
        done(std::env::current_dir()).map(|path| path.into_os_string().into_vec())
    }

    fn change_directory(&mut self, name: &[u8]) -> Result<(), Error> {
        done(std::env::set_current_dir(path(name)))
    }

    fn read_link(&mut self, name: &[u8]) -> Result<Vec<u8>, Error> {
        done(fs::read_link(path(name))).map(|path| path.into_os_string().into_vec())
    }

    fn make_link(&mut self, target: &[u8], name: &[u8]) -> Result<(), Error> {
        done(std::os::unix::fs::symlink(path(target), path(name)))
    }

    fn make_name(&mut self, name: &[u8], further: &[u8]) -> Result<(), Error> {
        rustix::fs::link(path(name), path(further)).map_err(from_number)
    }

    fn set_times(&mut self, name: &[u8], accessed_ns: i128, modified_ns: i128, follow: bool) -> Result<(), Error> {
        let times = Timestamps { last_access: timespec(accessed_ns)?, last_modification: timespec(modified_ns)? };
        let flags = if follow { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW };
        rustix::fs::utimensat(CWD, path(name), &times, flags).map_err(from_number)
    }

    fn file_system(&mut self, name: &[u8]) -> Result<FileSystem, Error> {
        let data = rustix::fs::statvfs(path(name)).map_err(from_number)?;
        Ok(FileSystem {
            block_size: data.f_bsize,
            fragment_size: data.f_frsize,
            blocks: data.f_blocks,
            free_blocks: data.f_bfree,
            available_blocks: data.f_bavail,
            files: data.f_files,
            free_files: data.f_ffree,
            available_files: data.f_favail,
            flags: data.f_flag.bits(),
            longest_name: data.f_namemax,
            number: data.f_fsid,
        })
    }

    fn set_mode(&mut self, name: &[u8], mode: u32) -> Result<(), Error> {
        done(fs::set_permissions(path(name), fs::Permissions::from_mode(mode)))
    }

    fn set_owner(&mut self, name: &[u8], user: Option<u32>, group: Option<u32>, follow: bool) -> Result<(), Error> {
        let change = if follow { std::os::unix::fs::chown } else { std::os::unix::fs::lchown };
        done(change(path(name), user, group))
    }
}

fn kind_of(kind: fs::FileType) -> FileKind {
    if kind.is_dir() {
        FileKind::Directory
    } else if kind.is_file() {
        FileKind::File
    } else if kind.is_symlink() {
        FileKind::Link
    } else {
        FileKind::Other
    }
}

fn stat_of(data: &Metadata) -> Stat {
    let nanoseconds = |seconds: i64, rest: i64| i128::from(seconds) * 1_000_000_000 + i128::from(rest);
    Stat {
        kind: kind_of(data.file_type()),
        mode: data.mode(),
        size: data.size(),
        inode: data.ino(),
        device: data.dev(),
        links: data.nlink(),
        user: data.uid(),
        group: data.gid(),
        accessed_ns: nanoseconds(data.atime(), data.atime_nsec()),
        modified_ns: nanoseconds(data.mtime(), data.mtime_nsec()),
        changed_ns: nanoseconds(data.ctime(), data.ctime_nsec()),
        block_size: data.blksize(),
        blocks: data.blocks(),
        special_device: data.rdev(),
    }
}
