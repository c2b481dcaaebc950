//! The process: environment, identity, other processes.

use crate::error::{convert, from_number};
use ferropy_platform::{Command, Error, Identity, Process, Program};
use rustix::process::{self, Pid, Signal, WaitOptions};
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::process::{CommandExt, ExitStatusExt};

/// The process. Changes to the environment stay in here: the process's own environment can't be changed safely.
#[derive(Debug, Default)]
pub(crate) struct HostProcess {
    changed: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
}

impl Process for HostProcess {
    fn environment(&mut self) -> Vec<(Vec<u8>, Vec<u8>)> {
        let bytes = |text: OsString| text.into_vec();
        let mut all: BTreeMap<Vec<u8>, Vec<u8>> =
            std::env::vars_os().map(|(name, value)| (bytes(name), bytes(value))).collect();
        for (name, value) in &self.changed {
            match value {
                Some(value) => all.insert(name.clone(), value.clone()),
                None => all.remove(name),
            };
        }
        all.into_iter().collect()
    }

    fn set_environment(&mut self, name: &[u8], value: Option<&[u8]>) -> Result<(), Error> {
        self.changed.insert(name.to_vec(), value.map(<[u8]>::to_vec));
        Ok(())
    }

    fn executable(&mut self) -> Vec<u8> {
        std::env::current_exe().map(|path| path.into_os_string().into_vec()).unwrap_or_default()
    }

    fn id(&mut self) -> u32 {
        std::process::id()
    }

    fn processors(&mut self) -> usize {
        std::thread::available_parallelism().map_or(1, usize::from)
    }

    fn identity(&mut self) -> Result<Identity, Error> {
        Ok(Identity {
            user: process::getuid().as_raw(),
            effective_user: process::geteuid().as_raw(),
            group: process::getgid().as_raw(),
            effective_group: process::getegid().as_raw(),
            parent: process::getppid().map_or(0, |parent| parent.as_raw_pid().unsigned_abs()),
        })
    }

    fn login_name(&mut self) -> Result<Vec<u8>, Error> {
        // The kernel knows whose session this is; all ones where it is nobody's.
        let number = std::fs::read_to_string("/proc/self/loginuid").map_err(|_| NO_LOGIN)?;
        let number = number.trim();
        let users = std::fs::read("/etc/passwd").map_err(|_| NO_LOGIN)?;
        let mut lines = users.split(|&byte| byte == b'\n').map(|line| line.split(|&byte| byte == b':'));
        lines
            .find_map(|mut fields| {
                let name = fields.next()?;
                (fields.nth(1)? == number.as_bytes()).then(|| name.to_vec())
            })
            .ok_or(NO_LOGIN)
    }

    fn system_names(&mut self) -> Result<[Vec<u8>; 5], Error> {
        let names = rustix::system::uname();
        let names = [names.sysname(), names.nodename(), names.release(), names.version(), names.machine()];
        Ok(names.map(|name| name.to_bytes().to_vec()))
    }

    fn times_ns(&mut self) -> Result<[u64; 4], Error> {
        // Behind the program's name, which may hold anything, in brackets; counted in hundredths of a second.
        let line = std::fs::read("/proc/self/stat").map_err(|error| convert(&error))?;
        let end = line.iter().rposition(|&byte| byte == b')').ok_or(Error::IO)?;
        let fields = String::from_utf8_lossy(line.get(end..).unwrap_or_default()).into_owned();
        let mut fields = fields.split_ascii_whitespace().skip(12);
        let mut times = [0; 4];
        for time in &mut times {
            let ticks: u64 = fields.next().and_then(|field| field.parse().ok()).ok_or(Error::IO)?;
            *time = ticks.saturating_mul(10_000_000);
        }
        Ok(times)
    }

    fn set_file_mask(&mut self, mask: u32) -> Result<u32, Error> {
        Ok(process::umask(rustix::fs::Mode::from_raw_mode(mask)).as_raw_mode())
    }

    fn send_signal(&mut self, to: i32, signal: i32) -> Result<(), Error> {
        let receiver = Pid::from_raw(to.checked_abs().ok_or(Error::INVALID)?);
        if to > 0 && to as u32 == std::process::id() && signal > 0 {
            // In this thread, so that it has come when this returns.
            return signal_hook::low_level::raise(signal).map_err(|error| convert(&error));
        }
        let done = match (receiver, Signal::from_named_raw(signal)) {
            // Everybody at once is no process to send to here.
            _ if to == -1 => return Err(Error::NOT_PERMITTED),
            (Some(process), Some(signal)) if to > 0 => process::kill_process(process, signal),
            (Some(group), Some(signal)) => process::kill_process_group(group, signal),
            (None, Some(signal)) => process::kill_current_process_group(signal),
            _ if signal != 0 => return Err(Error::INVALID),
            (Some(process), None) if to > 0 => process::test_kill_process(process),
            (Some(group), None) => process::test_kill_process_group(group),
            (None, None) => process::test_kill_current_process_group(),
        };
        done.map_err(from_number)
    }

    fn add_nice(&mut self, increment: i32) -> Result<i32, Error> {
        process::nice(increment).map_err(from_number)
    }

    fn run_command(&mut self, command: Command<'_>) -> Result<i32, Error> {
        shell(command).status().map(ExitStatusExt::into_raw).map_err(|error| convert(&error))
    }

    fn wait(&mut self, which: i32, options: u32) -> Result<(i32, i32), Error> {
        let options = WaitOptions::from_bits(options).ok_or(Error::INVALID)?;
        let ended = match which {
            -1 => process::wait(options),
            0.. => process::waitpid(Pid::from_raw(which), options),
            _ => match which.checked_neg().and_then(Pid::from_raw) {
                Some(group) => process::waitpgid(group, options),
                None => return Err(Error::INVALID),
            },
        };
        let ended = ended.map_err(from_number)?;
        Ok(ended.map_or((0, 0), |(process, status)| (process.as_raw_pid(), status.as_raw())))
    }
}

/// `ENXIO`: what getlogin(3) says where nobody logged in.
const NO_LOGIN: Error = Error::new(6);

/// The shell that runs a command.
pub(crate) fn shell(command: Command<'_>) -> std::process::Command {
    let mut shell = std::process::Command::new("/bin/sh");
    let variables = command.environment.iter().map(|(name, value)| (OsStr::from_bytes(name), OsStr::from_bytes(value)));
    shell.arg("-c").arg(OsStr::from_bytes(command.text)).env_clear().envs(variables);
    shell
}

/// A program with all but its streams.
pub(crate) fn command(program: Program<'_>) -> std::process::Command {
    let mut command = std::process::Command::new(OsStr::from_bytes(program.path));
    if let Some((name, arguments)) = program.arguments.split_first() {
        command.arg0(OsStr::from_bytes(name)).args(arguments.iter().map(|argument| OsStr::from_bytes(argument)));
    }
    let variables = program.environment.iter().map(|(name, value)| (OsStr::from_bytes(name), OsStr::from_bytes(value)));
    command.env_clear().envs(variables);
    if let Some(directory) = program.directory {
        command.current_dir(OsStr::from_bytes(directory));
    }
    if let Some(group) = program.group {
        command.process_group(group);
    }
    if let Some(user) = program.owner.0 {
        command.uid(user);
    }
    if let Some(group) = program.owner.1 {
        command.gid(group);
    }
    command
}

/// A file that can be read when a child has ended.
#[cfg(target_os = "linux")]
pub(crate) fn process_file(number: i32) -> Result<OwnedFd, Error> {
    // Negative numbers stand for groups elsewhere; no process has one.
    let number = Pid::from_raw(number.max(0)).ok_or(Error::INVALID)?;
    process::pidfd_open(number, process::PidfdFlags::empty()).map_err(from_number)
}

/// A file that can be read when a child has ended: there are none.
#[cfg(not(target_os = "linux"))]
pub(crate) fn process_file(_: i32) -> Result<OwnedFd, Error> {
    Err(Error::UNSUPPORTED)
}
