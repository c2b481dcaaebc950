//! Open files and processes as Linux shares them.

use crate::error::{convert, from_number};
use crate::files::{FIRST_NUMBER, HostFiles};
use crate::process::command;
use ferropy_platform::system::{Asked, System, Watch};
use ferropy_platform::{Error, FileId, OpenFile, Program};
use rustix::event::epoll::{self, CreateFlags, EventData, EventFlags};
use rustix::fs::{Gid, Mode, OFlags, Uid};
use rustix::io::FdFlags;
use rustix::process::{self, Pid, PidfdFlags, PidfdGetfdFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::fs::File;
use std::os::unix::process::CommandExt;

/// A file that whoever started the process has left open under a number, as a further one. What the process itself opens
/// is not inherited, and so is not taken for one.
pub(crate) fn left_open(number: i32) -> Option<File> {
    let about = std::fs::read_to_string(format!("/proc/self/fdinfo/{number}")).ok()?;
    let flags = about.lines().find_map(|line| line.strip_prefix("flags:"))?;
    let flags = u32::from_str_radix(flags.trim(), 8).ok()?;
    if OFlags::from_bits_retain(flags).contains(OFlags::CLOEXEC) {
        return None;
    }
    let own = process::pidfd_open(process::getpid(), PidfdFlags::empty()).ok()?;
    process::pidfd_getfd(own, number, PidfdGetfdFlags::empty()).ok().map(File::from)
}

/// A process by its number; nothing for the one that asks.
fn process_of(number: i32) -> Result<Option<Pid>, Error> {
    if number < 0 { Err(Error::INVALID) } else { Ok(Pid::from_raw(number)) }
}

fn number(process: Pid) -> i32 {
    process.as_raw_pid()
}

/// The number by which programs know a file.
fn shown(file: OpenFile) -> u32 {
    match file {
        OpenFile::Stream(number) => number,
        OpenFile::File(FileId(number)) => number + FIRST_NUMBER as u32,
    }
}

impl System for HostFiles {
    fn open_with_flags(&mut self, path: &[u8], flags: u32, mode: u32) -> Result<FileId, Error> {
        let flags = OFlags::from_bits_retain(flags) | OFlags::CLOEXEC;
        let file = rustix::fs::open(path, flags, Mode::from_raw_mode(mode)).map_err(from_number)?;
        self.insert(File::from(file))
    }

    fn is_inherited(&mut self, file: OpenFile) -> Result<bool, Error> {
        self.with(file, |file| Ok(!rustix::io::fcntl_getfd(file)?.contains(FdFlags::CLOEXEC)))
    }

    fn set_inherited(&mut self, file: OpenFile, inherited: bool) -> Result<(), Error> {
        self.with(file, |file| {
            let mut flags = rustix::io::fcntl_getfd(file)?;
            flags.set(FdFlags::CLOEXEC, !inherited);
            rustix::io::fcntl_setfd(file, flags)
        })
    }

    fn read_at(&mut self, file: OpenFile, buffer: &mut [u8], place: u64) -> Result<usize, Error> {
        self.with(file, |file| rustix::io::pread(file, buffer, place))
    }

    fn write_at(&mut self, file: OpenFile, bytes: &[u8], place: u64) -> Result<usize, Error> {
        self.with(file, |file| rustix::io::pwrite(file, bytes, place))
    }

    fn set_mode_of(&mut self, file: OpenFile, mode: u32) -> Result<(), Error> {
        self.with(file, |file| rustix::fs::fchmod(file, Mode::from_raw_mode(mode)))
    }

    fn set_owner_of(&mut self, file: OpenFile, user: Option<u32>, group: Option<u32>) -> Result<(), Error> {
        self.with(file, |file| rustix::fs::fchown(file, user.map(Uid::from_raw), group.map(Gid::from_raw)))
    }

    fn enter_directory(&mut self, file: OpenFile) -> Result<(), Error> {
        self.with(file, |file| process::fchdir(file))
    }

    fn terminal_path(&mut self, file: OpenFile) -> Result<Vec<u8>, Error> {
        self.with(file, |file| rustix::termios::ttyname(file, Vec::new())).map(|path| path.into_bytes())
    }

    fn terminal_pair(&mut self) -> Result<(FileId, FileId), Error> {
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let opened = openpt(flags).and_then(|own| {
            grantpt(&own)?;
            unlockpt(&own)?;
            let path = ptsname(&own, Vec::new())?;
            let other = rustix::fs::open(path, OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC, Mode::empty())?;
            Ok((own, other))
        });
        let (own, other) = opened.map_err(from_number)?;
        Ok((self.insert(File::from(own))?, self.insert(File::from(other))?))
    }

    fn new_poller(&mut self) -> Result<FileId, Error> {
        let poller = epoll::create(CreateFlags::CLOEXEC).map_err(from_number)?;
        self.insert(File::from(poller))
    }

    fn watch(&mut self, poller: FileId, file: OpenFile, watch: Watch) -> Result<(), Error> {
        let poller = self.file(poller)?.try_clone().map_err(|error| convert(&error))?;
        let data = EventData::new_u64(u64::from(shown(file)));
        self.with(file, |file| match watch {
            Watch::Add(events) => epoll::add(&poller, file, data, EventFlags::from_bits_retain(events)),
            Watch::Change(events) => epoll::modify(&poller, file, data, EventFlags::from_bits_retain(events)),
            Watch::Remove => epoll::delete(&poller, file),
        })
    }

    fn ready(&mut self, poller: FileId, most: usize) -> Result<Vec<(u32, u32)>, Error> {
        const NOW: rustix::event::Timespec = rustix::event::Timespec { tv_sec: 0, tv_nsec: 0 };
        let mut events = Vec::with_capacity(most);
        epoll::wait(self.file(poller)?, rustix::buffer::spare_capacity(&mut events), Some(&NOW))
            .map_err(from_number)?;
        Ok(events.iter().map(|event| (event.data.u64() as u32, { event.flags }.bits())).collect())
    }

    fn ask(&mut self, asked: Asked) -> Result<i32, Error> {
        const PROCESS: i32 = 0;
        const GROUP: i32 = 1;
        const USER: i32 = 2;
        let answer = match asked {
            Asked::Group(which) => process::getpgid(process_of(which)?).map(number),
            Asked::Session(which) => process::getsid(process_of(which)?).map(number),
            Asked::Priority(PROCESS, which) => process::getpriority_process(process_of(which)?),
            Asked::Priority(GROUP, which) => process::getpriority_pgrp(process_of(which)?),
            Asked::Priority(USER, which) => process::getpriority_user(Uid::from_raw(which.cast_unsigned())),
            Asked::Priority(..) => return Err(Error::INVALID),
        };
        answer.map_err(from_number)
    }

    fn set_group(&mut self, process: i32, group: i32) -> Result<(), Error> {
        process::setpgid(process_of(process)?, process_of(group)?).map_err(from_number)
    }

    fn new_session(&mut self) -> Result<i32, Error> {
        process::setsid().map(number).map_err(from_number)
    }

    fn set_priority(&mut self, kind: i32, which: i32, priority: i32) -> Result<(), Error> {
        let done = match kind {
            0 => process::setpriority_process(process_of(which)?, priority),
            1 => process::setpriority_pgrp(process_of(which)?, priority),
            2 => process::setpriority_user(Uid::from_raw(which.cast_unsigned()), priority),
            _ => return Err(Error::INVALID),
        };
        done.map_err(from_number)
    }

    fn groups(&mut self) -> Result<Vec<u32>, Error> {
        let groups = process::getgroups().map_err(from_number)?;
        Ok(groups.into_iter().map(Gid::as_raw).collect())
    }

    fn become_program(&mut self, program: Program<'_>) -> Error {
        convert(&command(program).exec())
    }
}
