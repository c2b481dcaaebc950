//! What the file system knows, by path.

use super::descriptors::{Descriptor, descriptor};
use super::{OR_PATH, argument, c_int, failed, failed_at, name_object, path_argument};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::Integer;
use ferropy_platform::{Error, FileKind, Files, OpenOptions, Stat};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// The result of something done to a path.
pub(super) fn done(iso: &mut Isolate, result: Result<(), Error>, path: Value) -> Completion {
    match result {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(failed_at(iso, error, path)),
    }
}

fn integer_object(iso: &mut Isolate, value: i128) -> Completion {
    match i64::try_from(value) {
        Ok(value) => iso.new_int(value),
        Err(_) => iso.new_integer(&Integer::from(value)),
    }
}

/// The fields of a `stat_result` in the order in which `os` names them.
fn stat_tuple(iso: &mut Isolate, stat: &Stat) -> Completion {
    let times = [stat.accessed_ns, stat.modified_ns, stat.changed_ns];
    let parts = times.map(seconds_and_rest);
    let [(accessed, _), (modified, _), (changed, _)] = parts;
    let numbers = [
        i128::from(stat.mode),
        i128::from(stat.inode),
        i128::from(stat.device),
        i128::from(stat.links),
        i128::from(stat.user),
        i128::from(stat.group),
        i128::from(stat.size),
        accessed,
        modified,
        changed,
        stat.accessed_ns,
        stat.modified_ns,
        stat.changed_ns,
        i128::from(stat.block_size),
        i128::from(stat.blocks),
        i128::from(stat.special_device),
    ];
    let mut fields = Vec::with_capacity(numbers.len() + parts.len());
    for (place, number) in numbers.into_iter().enumerate() {
        if place == 10 {
            // The times as floats stand between those in seconds and those in nanoseconds.
            for (seconds, rest) in parts {
                fields.push(iso.new_float(seconds as f64 + 1e-9 * rest as f64)?);
            }
        }
        fields.push(integer_object(iso, number)?);
    }
    iso.new_tuple(&fields)
}

/// The whole seconds of a time in nanoseconds, and what is left.
#[inline(never)]
fn seconds_and_rest(time: i128) -> (i128, i128) {
    const SECOND: i128 = 1_000_000_000;
    // One division, which is long on boards.
    let seconds = time / SECOND;
    let rest = time - seconds * SECOND;
    if rest < 0 { (seconds - 1, rest + SECOND) } else { (seconds, rest) }
}

/// Whether the value is a file number and no path.
fn is_number(iso: &Isolate, value: Value) -> bool {
    iso.is_int(value)
}

pub(super) fn stat(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = argument(args, 0);
    if is_number(iso, path) {
        return stat_open(iso, args);
    }
    let follow = match argument(args, 2).given() {
        Some(follow) => iso.is_true(follow)?,
        None => true,
    };
    stat_path(iso, path, "stat: path", follow)
}

pub(super) fn stat_link(iso: &mut Isolate, args: &[Value]) -> Completion {
    stat_path(iso, argument(args, 0), "lstat: path", false)
}

fn stat_path(iso: &mut Isolate, path: Value, what: &str, follow: bool) -> Completion {
    let others = if follow { ", os.PathLike or integer" } else { OR_PATH };
    let (shown, path) = path_argument(iso, path, what, others)?;
    let files = iso.platform.files();
    match if follow { files.stat(&path) } else { files.stat_link(&path) } {
        Ok(stat) => stat_tuple(iso, &stat),
        Err(error) => Err(failed_at(iso, error, shown)),
    }
}

pub(super) fn stat_open(iso: &mut Isolate, args: &[Value]) -> Completion {
    let result = match descriptor(iso, argument(args, 0))? {
        Descriptor::File(file) => iso.platform.files().stat_open(file),
        // A character device: the console.
        _ => Ok(Stat {
            kind: FileKind::Other,
            mode: 0o020_620,
            size: 0,
            inode: 0,
            device: 0,
            links: 1,
            user: 0,
            group: 0,
            accessed_ns: 0,
            modified_ns: 0,
            changed_ns: 0,
            block_size: 1024,
            blocks: 0,
            special_device: 0,
        }),
    };
    match result {
        Ok(stat) => stat_tuple(iso, &stat),
        Err(error) => Err(failed(iso, error)),
    }
}

/// The directory of an argument, `.` if there is none; whether names are wanted as bytes.
fn directory(iso: &mut Isolate, path: Value, what: &str) -> Completion<(Value, Vec<u8>, bool)> {
    if path.is_unbound() || path.is_none() {
        let shown = iso.new_str(".")?;
        return Ok((shown, b".".to_vec(), false));
    }
    let (shown, bytes) = path_argument(iso, path, what, ", os.PathLike, integer or None")?;
    let as_bytes = iso.as_str(shown).is_none();
    Ok((shown, bytes, as_bytes))
}

pub(super) fn list(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (shown, path, as_bytes) = directory(iso, argument(args, 0), "listdir: path")?;
    let entries = match iso.platform.files().list(&path) {
        Ok(entries) => entries,
        Err(error) => return Err(failed_at(iso, error, shown)),
    };
    let names = iso.new_list(&[])?;
    for entry in entries {
        let name = name_object(iso, &entry.name, as_bytes)?;
        iso.heap.list_append(names, name)?;
    }
    Ok(names)
}

/// `(name, kind, inode)` for each entry; the kind is 0 for files, 1 for directories, 2 for links, 3 for others.
pub(super) fn scan(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (shown, path, as_bytes) = directory(iso, argument(args, 0), "scandir: path")?;
    let entries = match iso.platform.files().list(&path) {
        Ok(entries) => entries,
        Err(error) => return Err(failed_at(iso, error, shown)),
    };
    let found = iso.new_list(&[])?;
    for entry in entries {
        let name = name_object(iso, &entry.name, as_bytes)?;
        let kind = match entry.kind {
            FileKind::File => 0,
            FileKind::Directory => 1,
            FileKind::Link => 2,
            FileKind::Other => 3,
        };
        let inode = iso.new_int(entry.inode as i64)?;
        let entry = iso.new_tuple(&[name, Value::small_int(kind), inode])?;
        iso.heap.list_append(found, entry)?;
    }
    Ok(found)
}

macro_rules! on_a_path {
    ($($name:ident $what:literal $method:ident;)*) => {
        $(
            pub(super) fn $name(iso: &mut Isolate, args: &[Value]) -> Completion {
                let (shown, path) = path_argument(iso, argument(args, 0), $what, OR_PATH)?;
                let result = iso.platform.files().$method(&path);
                done(iso, result, shown)
            }
        )*
    };
}

on_a_path! {
    remove_directory "rmdir: path" remove_directory;
    remove "remove: path" remove;
    unlink "unlink: path" remove;
    change_directory "chdir: path" change_directory;
}

/// The permissions that an argument asks for, or those of a function's default.
pub(super) fn permissions(iso: &mut Isolate, argument: Value, default: u32) -> Completion<u32> {
    match argument.given() {
        Some(mode) => Ok(c_int(iso, mode)? as u32 & 0o7777),
        None => Ok(default),
    }
}

pub(super) fn make_directory(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (shown, path) = path_argument(iso, argument(args, 0), "mkdir: path", OR_PATH)?;
    let mode = permissions(iso, argument(args, 1), 0o777)?;
    let result = iso.platform.files().make_directory_with_mode(&path, mode);
    done(iso, result, shown)
}

/// What is done with two paths.
type OnTwoPaths = fn(&mut dyn Files, &[u8], &[u8]) -> Result<(), Error>;

/// Two paths, and what goes wrong names both.
fn on_two_paths(iso: &mut Isolate, args: &[Value], function: &str, work: OnTwoPaths) -> Completion {
    let (from_shown, from) = path_argument(iso, argument(args, 0), &format!("{function}: src"), OR_PATH)?;
    let (to_shown, to) = path_argument(iso, argument(args, 1), &format!("{function}: dst"), OR_PATH)?;
    match work(iso.platform.files(), &from, &to) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(raise::os_error_with_filenames(iso, error.code(), from_shown, to_shown)),
    }
}

pub(super) fn rename(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_two_paths(iso, args, "rename", |files, from, to| files.rename(from, to))
}

pub(super) fn replace(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_two_paths(iso, args, "replace", |files, from, to| files.rename(from, to))
}

pub(super) fn make_link(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_two_paths(iso, args, "symlink", |files, from, to| files.make_link(from, to))
}

pub(super) fn make_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_two_paths(iso, args, "link", |files, from, to| files.make_name(from, to))
}

/// Sets times in nanoseconds; the module `os` has looked at the arguments.
pub(super) fn set_times(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (shown, path) = path_argument(iso, argument(args, 0), "utime: path", ", os.PathLike or integer")?;
    let accessed = iso.to_isize(argument(args, 1))?;
    let modified = iso.to_isize(argument(args, 2))?;
    let follow = iso.is_true(argument(args, 3))?;
    match iso.platform.files().set_times(&path, i128::from(accessed), i128::from(modified), follow) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(failed_at(iso, error, shown)),
    }
}

pub(super) fn file_system(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (shown, path) = path_argument(iso, argument(args, 0), "statvfs: path", ", os.PathLike or integer")?;
    let data = match iso.platform.files().file_system(&path) {
        Ok(data) => data,
        Err(error) => return Err(failed_at(iso, error, shown)),
    };
    let numbers = [
        data.block_size,
        data.fragment_size,
        data.blocks,
        data.free_blocks,
        data.available_blocks,
        data.files,
        data.free_files,
        data.available_files,
        data.flags,
        data.longest_name,
        data.number,
    ];
    let mut items = Vec::with_capacity(numbers.len());
    for number in numbers {
        items.push(integer_object(iso, i128::from(number))?);
    }
    iso.new_tuple(&items)
}

fn current(iso: &mut Isolate) -> Completion<Vec<u8>> {
    match iso.platform.files().current_directory() {
        Ok(path) => Ok(path),
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn current_directory(iso: &mut Isolate, _: &[Value]) -> Completion {
    let path = current(iso)?;
    name_object(iso, &path, false)
}

pub(super) fn current_directory_bytes(iso: &mut Isolate, _: &[Value]) -> Completion {
    let path = current(iso)?;
    name_object(iso, &path, true)
}

pub(super) fn read_link(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (shown, path) = path_argument(iso, argument(args, 0), "readlink: path", OR_PATH)?;
    let as_bytes = iso.as_str(shown).is_none();
    match iso.platform.files().read_link(&path) {
        Ok(target) => name_object(iso, &target, as_bytes),
        Err(error) => Err(failed_at(iso, error, shown)),
    }
}

pub(super) fn set_mode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (shown, path) = path_argument(iso, argument(args, 0), "chmod: path", OR_PATH)?;
    let mode = c_int(iso, argument(args, 1))? as u32 & 0o7777;
    let follow = match argument(args, 3).given() {
        Some(follow) => iso.is_true(follow)?,
        None => true,
    };
    let files = iso.platform.files();
    let result = match if follow { None } else { files.stat_link(&path).ok() } {
        // Links have no permissions of their own.
        Some(stat) if stat.kind == FileKind::Link => Err(Error::new(95)),
        _ => files.set_mode(&path, mode),
    };
    done(iso, result, shown)
}

pub(super) fn truncate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = argument(args, 0);
    if is_number(iso, path) {
        return super::descriptors::truncate(iso, args);
    }
    let (shown, path) = path_argument(iso, path, "truncate: path", OR_PATH)?;
    let Ok(length) = u64::try_from(iso.to_isize(argument(args, 1))?) else {
        return Err(failed_at(iso, Error::INVALID, shown));
    };
    let files = iso.platform.files();
    let options = OpenOptions { write: true, ..OpenOptions::default() };
    let result = files.open(&path, options).and_then(|file| {
        let result = files.truncate(file, length);
        files.close(file).and(result)
    });
    done(iso, result, shown)
}
