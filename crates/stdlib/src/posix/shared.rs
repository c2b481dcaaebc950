//! What [`ferropy_platform::System`] has: files that other programs share, terminals, pollers, groups of processes.

use super::descriptors::{any_file, number_of};
use super::{argument, c_int, failed};
use alloc::vec::Vec;
use ferropy_platform::system::{Asked, Watch};
use ferropy_platform::{Error, FileId, OpenFile, System};
use ferropy_runtime::buffers::{copied, with_room};
use ferropy_runtime::native::{Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// The functions, of the hidden module on which `os` stands.
pub(super) const ROWS: &[Row] = &[
    function("get_inheritable", "(fd, /)", "Whether programs that are started have the file.", |iso, args| {
        let file = any_file(iso, argument(args, 0))?;
        on(iso, |system| system.is_inherited(file)).map(Value::bool)
    }),
    function("set_inheritable", "(fd, inheritable, /)", "Set whether programs have the file.", |iso, args| {
        let file = any_file(iso, argument(args, 0))?;
        let inherited = c_int(iso, argument(args, 1))? != 0;
        done(iso, |system| system.set_inherited(file, inherited))
    }),
    function("pread", "(fd, length, offset, /)", "Read bytes at a place of a file.", read_at),
    function("pwrite", "(fd, buffer, offset, /)", "Write bytes at a place of a file: how many.", write_at),
    function("fchmod", "(fd, mode)", "Set the permission bits of an open file.", |iso, args| {
        let file = any_file(iso, argument(args, 0))?;
        let mode = c_int(iso, argument(args, 1))?.cast_unsigned();
        done(iso, |system| system.set_mode_of(file, mode))
    }),
    function("fchown", "(fd, uid, gid)", "Give an open file to another user and group.", |iso, args| {
        let file = any_file(iso, argument(args, 0))?;
        let (user, group) = (owner(iso, argument(args, 1))?, owner(iso, argument(args, 2))?);
        done(iso, |system| system.set_owner_of(file, user, group))
    }),
    function("fchdir", "(fd)", "Change the current directory to an open one.", |iso, args| {
        let file = any_file(iso, argument(args, 0))?;
        done(iso, |system| system.enter_directory(file))
    }),
    function("ttyname", "(fd, /)", "The path of a terminal.", |iso, args| {
        let file = any_file(iso, argument(args, 0))?;
        let path = on(iso, |system| system.terminal_path(file))?;
        super::name_text(iso, &path)
    }),
    function("openpty", "()", "Make a terminal: the end of who plays it, and its own.", |iso, _| {
        let (own, other) = on(iso, |system| system.terminal_pair())?;
        iso.new_tuple(&[number_of(own), number_of(other)])
    }),
    function("_new_poller", "()", "Make a file that tells which others are ready.", |iso, _| {
        on(iso, |system| system.new_poller()).map(number_of)
    }),
    function("_watch", "(poller, fd, change, events, /)", "Change what a poller watches.", watch),
    function("_ready", "(poller, most, /)", "The files that are ready, and for what.", ready),
    function("getpgid", "(pid)", "The group of a process.", |iso, args| ask(iso, args, Asked::Group)),
    function("getsid", "(pid, /)", "The session of a process.", |iso, args| ask(iso, args, Asked::Session)),
    function("setpgid", "(pid, pgrp, /)", "Put a process into a group.", |iso, args| {
        let (process, group) = (c_int(iso, argument(args, 0))?, c_int(iso, argument(args, 1))?);
        done(iso, |system| system.set_group(process, group))
    }),
    function("setsid", "()", "Begin a session.", |iso, _| done(iso, |system| system.new_session().map(|_| ()))),
    function("getpriority", "(which, who)", "How urgent processes are.", |iso, args| {
        let (kind, which) = (c_int(iso, argument(args, 0))?, c_int(iso, argument(args, 1))?);
        on(iso, |system| system.ask(Asked::Priority(kind, which))).map(|found| Value::small_int(found.into()))
    }),
    function("setpriority", "(which, who, priority)", "Set how urgent processes are.", |iso, args| {
        let (kind, which) = (c_int(iso, argument(args, 0))?, c_int(iso, argument(args, 1))?);
        let priority = c_int(iso, argument(args, 2))?;
        done(iso, |system| system.set_priority(kind, which, priority))
    }),
    function("getgroups", "()", "The groups that the process belongs to.", |iso, _| {
        let groups = on(iso, |system| system.groups())?;
        let groups: Vec<Value> = groups.into_iter().map(|group| Value::small_int(group.into())).collect();
        iso.new_list(&groups)
    }),
    #[cfg(feature = "subprocess")]
    function(
        "_become_program",
        "(path, arguments, environment, /)",
        "Become another program.",
        super::programs::become_other,
    ),
];

/// Does something with the platform's system.
fn on<T>(iso: &mut Isolate, work: impl FnOnce(&mut dyn System) -> Result<T, Error>) -> Completion<T> {
    let result = match iso.platform.system() {
        Some(system) => work(system),
        None => Err(Error::UNSUPPORTED),
    };
    result.map_err(|error| failed(iso, error))
}

fn done(iso: &mut Isolate, work: impl FnOnce(&mut dyn System) -> Result<(), Error>) -> Completion {
    on(iso, work).map(|()| Value::NONE)
}

fn ask(iso: &mut Isolate, args: &[Value], asked: fn(i32) -> Asked) -> Completion {
    let process = c_int(iso, argument(args, 0))?;
    on(iso, |system| system.ask(asked(process))).map(|found| Value::small_int(found.into()))
}

/// A user or a group; -1 for the one that there is.
fn owner(iso: &mut Isolate, value: Value) -> Completion<Option<u32>> {
    Ok(u32::try_from(iso.to_isize(value)?).ok())
}

/// The place of a file that an argument names.
fn place(iso: &mut Isolate, value: Value) -> Completion<u64> {
    let place = iso.to_isize(value)?;
    u64::try_from(place).map_err(|_| failed(iso, Error::INVALID))
}

fn read_at(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = any_file(iso, argument(args, 0))?;
    let Ok(length) = usize::try_from(iso.to_isize(argument(args, 1))?) else {
        return Err(failed(iso, Error::INVALID));
    };
    let place = place(iso, argument(args, 2))?;
    let mut buffer = with_room(length)?;
    buffer.resize(length, 0);
    let count = on(iso, |system| system.read_at(file, &mut buffer, place))?;
    iso.new_bytes(buffer.get(..count).unwrap_or_default())
}

fn write_at(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = any_file(iso, argument(args, 0))?;
    let data = iso.to_buffer(argument(args, 1))?;
    let place = place(iso, argument(args, 2))?;
    let bytes = copied(&iso.bytes_like(data).unwrap_or_default())?;
    let count = on(iso, |system| system.write_at(file, &bytes, place))?;
    iso.new_int(count as i64)
}

/// The poller that an argument means.
fn poller(iso: &mut Isolate, args: &[Value]) -> Completion<FileId> {
    match any_file(iso, argument(args, 0))? {
        OpenFile::File(file) => Ok(file),
        OpenFile::Stream(_) => Err(failed(iso, Error::INVALID)),
    }
}

/// `watch(poller, fd, change, events)`: 1 adds a file, 2 removes it, 3 changes what it is watched for.
fn watch(iso: &mut Isolate, args: &[Value]) -> Completion {
    let poller = poller(iso, args)?;
    let file = any_file(iso, argument(args, 1))?;
    let events = iso.to_isize(argument(args, 3))? as u32;
    let change = match argument(args, 2).as_small_int() {
        Some(1) => Watch::Add(events),
        Some(2) => Watch::Remove,
        Some(3) => Watch::Change(events),
        _ => return Err(raise::internal(iso)),
    };
    done(iso, |system| system.watch(poller, file, change))
}

fn ready(iso: &mut Isolate, args: &[Value]) -> Completion {
    let poller = poller(iso, args)?;
    let most = usize::try_from(iso.to_isize(argument(args, 1))?).unwrap_or(1);
    let found = on(iso, |system| system.ready(poller, most))?;
    let mut pairs = Vec::new();
    for (file, events) in found {
        let events = iso.new_int(i64::from(events))?;
        pairs.push(iso.new_tuple(&[Value::small_int(i64::from(file)), events])?);
    }
    iso.new_list(&pairs)
}
