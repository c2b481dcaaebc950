//! `posix`: what the operating system offers, as functions of paths and file numbers. `os` and `io` are Python on top
//! of it.
//!
//! The numbers of open files are Ferropy's own: 0 to 2 are the console's streams, the ones from [`FIRST_FILE`] on
//! entries of the platform's table of open files, which gives them the system's numbers where there are some.

#[cfg(feature = "os-commands")]
mod children;
mod descriptors;
#[cfg(feature = "os-owners")]
mod owners;
mod paths;
mod process;
#[cfg(feature = "subprocess")]
mod programs;
#[cfg(feature = "os-commands")]
mod shared;
mod system;

#[cfg(feature = "sockets")]
pub(crate) use descriptors::{any_file, number_of, open_file};
pub(crate) use descriptors::{close_unheld, options_of};

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;
use ferropy_platform::Error;
use ferropy_runtime::native::{ModuleSpec, Row, TypeId, function};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};
use ferropy_unicode::wtf8;

/// `posix`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "posix",
    doc: "This module provides access to operating system functionality that is\n\
          standardized by the C Standard and the POSIX standard.",
    rows: ROWS,
    types: &[],
    initialize: Some(process::initialize),
    frozen: None,
};

/// The number of the first file that is no stream of the console.
pub(crate) const FIRST_FILE: i64 = 3;

/// `_posix`: see [`shared`].
#[cfg(feature = "os-commands")]
pub(crate) static SHARED: ModuleSpec = ModuleSpec {
    name: "_posix",
    doc: "Files and processes as systems share them.",
    rows: shared::ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("open", "(path, flags, mode=511)", "Open a file for low level IO: its number.", descriptors::open),
    function("close", "(fd)", "Close a file by its number.", descriptors::close),
    function("read", "(fd, length, /)", "Read at most so many bytes; b'' at the end.", descriptors::read),
    function("readinto", "(fd, buffer, /)", "Read bytes into a buffer: how many.", descriptors::read_into),
    function("write", "(fd, data, /)", "Write bytes to a file: how many.", descriptors::write),
    function(
        "lseek",
        "(fd, position, whence, /)",
        "Set the position in a file: the new one from the start.",
        descriptors::seek,
    ),
    function("ftruncate", "(fd, length, /)", "Cut or extend an open file.", descriptors::truncate),
    function("fsync", "(fd)", "Hand what was written to the device.", descriptors::sync),
    function(
        "fdatasync",
        "(fd)",
        "Hand what was written to the device, without the file's times.",
        descriptors::sync_data,
    ),
    function("sync", "()", "Hand everything that was written to the devices.", descriptors::sync_all),
    #[cfg(feature = "sockets")]
    function("get_blocking", "(fd, /)", "Whether operations on a file wait.", crate::sockets::readiness::waits),
    #[cfg(feature = "sockets")]
    function(
        "set_blocking",
        "(fd, blocking, /)",
        "Set whether operations on a file wait.",
        crate::sockets::readiness::set_waits,
    ),
    function("pipe", "()", "Make a pipe: the file to read from and the one to write to.", descriptors::pipe),
    function("dup", "(fd, /)", "A further number for an open file.", descriptors::duplicate),
    function("dup2", "(fd, fd2, inheritable=True)", "Let fd2 mean what fd means.", descriptors::duplicate_to),
    function("_terminal_size", "(fd=1, /)", "Columns and lines of a terminal.", descriptors::terminal_size),
    function("isatty", "(fd, /)", "Whether the file is a terminal.", descriptors::is_terminal),
    function(
        "stat",
        "(path, *, dir_fd=None, follow_symlinks=True)",
        "What is known about a path or an open file.",
        paths::stat,
    ),
    function("lstat", "(path, *, dir_fd=None)", "As stat(), without following links.", paths::stat_link),
    function("fstat", "(fd)", "What is known about an open file.", paths::stat_open),
    function("listdir", "(path=None)", "The names in a directory.", paths::list),
    function("_scan", "(path, /)", "Names, kinds and inode numbers of a directory's entries.", paths::scan),
    function("mkdir", "(path, mode=511, *, dir_fd=None)", "Make a directory.", paths::make_directory),
    function("rmdir", "(path, *, dir_fd=None)", "Remove an empty directory.", paths::remove_directory),
    function("remove", "(path, *, dir_fd=None)", "Remove a file.", paths::remove),
    function("unlink", "(path, *, dir_fd=None)", "Remove a file.", paths::unlink),
    function("rename", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Rename a file or directory.", paths::rename),
    function(
        "replace",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        "Rename a file or directory, replacing the target.",
        paths::replace,
    ),
    function("getcwd", "()", "The current directory.", paths::current_directory),
    function("getcwdb", "()", "The current directory as bytes.", paths::current_directory_bytes),
    function("chdir", "(path)", "Change the current directory.", paths::change_directory),
    function("readlink", "(path, *, dir_fd=None)", "Where a symbolic link leads.", paths::read_link),
    function(
        "symlink",
        "(src, dst, target_is_directory=False, *, dir_fd=None)",
        "Make a symbolic link named dst that leads to src.",
        paths::make_link,
    ),
    function(
        "chmod",
        "(path, mode, *, dir_fd=None, follow_symlinks=True)",
        "Set the permission bits of a file.",
        paths::set_mode,
    ),
    #[cfg(feature = "os-owners")]
    function(
        "chown",
        "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
        "Give a file to another user and group.",
        owners::set_owner,
    ),
    #[cfg(feature = "os-owners")]
    function(
        "lchown",
        "(path, uid, gid)",
        "Give a file or a link itself to another user and group.",
        owners::set_owner_of_link,
    ),
    #[cfg(feature = "os-owners")]
    function("mkfifo", "(path, mode=438, *, dir_fd=None)", "Make a pipe with a name.", owners::make_named_pipe),
    function(
        "link",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
        "Give a file a further name.",
        paths::make_name,
    ),
    function("_utime", "(path, accessed, modified, follow, /)", "Set times in nanoseconds.", paths::set_times),
    function("_statvfs", "(path, /)", "What is known about a file system.", paths::file_system),
    function("truncate", "(path, length)", "Cut or extend a file.", paths::truncate),
    function("putenv", "(name, value, /)", "Set a variable of the environment.", process::put_environment),
    function("unsetenv", "(name, /)", "Remove a variable of the environment.", process::unset_environment),
    function("getpid", "()", "The number of this process.", process::id),
    function("getppid", "()", "The number of the parent process.", |iso, _| system::identity(iso, |who| who.parent)),
    function("getuid", "()", "The user's number.", |iso, _| system::identity(iso, |who| who.user)),
    function("geteuid", "()", "The number of the user whose rights count.", |iso, _| {
        system::identity(iso, |who| who.effective_user)
    }),
    function("getgid", "()", "The group's number.", |iso, _| system::identity(iso, |who| who.group)),
    function("getegid", "()", "The number of the group whose rights count.", |iso, _| {
        system::identity(iso, |who| who.effective_group)
    }),
    #[cfg(feature = "os-commands")]
    function("getlogin", "()", "The name under which the user logged in.", system::login_name),
    function("_uname", "()", "The names of the system.", system::names),
    function("_times", "()", "Seconds that the process has worked.", system::times),
    function("umask", "(mask, /)", "Set the bits that new files don't get: those of before.", system::set_file_mask),
    #[cfg(feature = "os-commands")]
    function("nice", "(increment, /)", "Make the process less urgent: its niceness.", system::add_nice),
    #[cfg(feature = "os-commands")]
    function("kill", "(pid, signal, /)", "Send a signal to a process.", children::send_signal),
    #[cfg(feature = "os-commands")]
    function("system", "(command)", "Run a command in the shell: its status.", children::run),
    #[cfg(feature = "os-commands")]
    function(
        "_start",
        "(command, writes, /)",
        "Start a command: its process and the file to or from it.",
        children::start,
    ),
    #[cfg(feature = "subprocess")]
    function(
        "_start_program",
        "(path, arguments, environment, directory, streams, group, files, user, owners, /)",
        "Start a program: its number.",
        programs::start,
    ),
    #[cfg(feature = "subprocess")]
    function("pidfd_open", "(pid, flags=0)", "A file that can be read when a child has ended.", programs::open),
    #[cfg(feature = "os-commands")]
    function("waitpid", "(pid, options, /)", "Wait for a child: its number and status.", children::wait),
    #[cfg(feature = "os-commands")]
    function("wait", "()", "Wait for any child: its number and status.", |iso, _| {
        children::wait(iso, &[Value::small_int(-1), Value::small_int(0)])
    }),
    #[cfg(feature = "os-commands")]
    function("waitstatus_to_exitcode", "(status)", "The exit code, or minus the signal.", children::exit_code),
    #[cfg(feature = "os-commands")]
    function("WIFEXITED", "(status)", "Whether the process has ended by itself.", |iso, args| {
        children::part(iso, args, |status| Value::bool(status & 0x7f == 0))
    }),
    #[cfg(feature = "os-commands")]
    function("WEXITSTATUS", "(status)", "The exit code.", |iso, args| {
        children::part(iso, args, |status| Value::small_int(i64::from(status >> 8 & 0xff)))
    }),
    #[cfg(feature = "os-commands")]
    function("WIFSIGNALED", "(status)", "Whether a signal has ended the process.", |iso, args| {
        children::part(iso, args, |status| Value::bool(children::is_signaled(status)))
    }),
    #[cfg(feature = "os-commands")]
    function("WTERMSIG", "(status)", "The signal that has ended the process.", |iso, args| {
        children::part(iso, args, |status| Value::small_int(i64::from(status & 0x7f)))
    }),
    #[cfg(feature = "os-commands")]
    function("WIFSTOPPED", "(status)", "Whether the process is stopped.", |iso, args| {
        children::part(iso, args, |status| Value::bool(status & 0xff == 0x7f))
    }),
    #[cfg(feature = "os-commands")]
    function("WSTOPSIG", "(status)", "The signal that has stopped the process.", |iso, args| {
        children::part(iso, args, |status| Value::small_int(i64::from(status >> 8 & 0xff)))
    }),
    #[cfg(feature = "os-commands")]
    function("WIFCONTINUED", "(status)", "Whether the process goes on after a stop.", |iso, args| {
        children::part(iso, args, |status| Value::bool(status == 0xffff))
    }),
    #[cfg(feature = "os-commands")]
    function("WCOREDUMP", "(status, /)", "Whether the memory of the process was saved.", |iso, args| {
        children::part(iso, args, |status| Value::bool(status & 0x80 != 0))
    }),
    function("cpu_count", "()", "The number of processors.", process::processors),
    function("urandom", "(size, /)", "So many bytes of randomness fit for keys.", process::random_bytes),
    function("strerror", "(code, /)", "The text of an error number.", process::error_text),
    function("fspath", "(path)", "The path as str or bytes: itself, or what its __fspath__() gives.", fspath),
    function("fsencode", "(filename)", "A path as the bytes that the system sees.", fsencode),
    function("fsdecode", "(filename)", "A path as str; bytes that are no UTF-8 become lone surrogates.", fsdecode),
];

pub(crate) fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

/// A number argument that C's `int` holds.
pub(crate) fn c_int(iso: &mut Isolate, value: Value) -> Completion<i32> {
    let number = iso.index(value)?;
    match iso.as_i64(number).and_then(|number| i32::try_from(number).ok()) {
        Some(number) => Ok(number),
        None => Err(raise::overflow_error(iso, "Python int too large to convert to C int")),
    }
}

/// Raises the platform's error.
pub(crate) fn failed(iso: &mut Isolate, error: Error) -> Raised {
    raise::os_error(iso, error.code())
}

/// Raises the platform's error about a path.
fn failed_at(iso: &mut Isolate, error: Error, path: Value) -> Raised {
    raise::os_error_with_filename(iso, error.code(), path)
}

/// Text in generalised UTF-8 as the system's bytes: what [`to_text`] made a lone surrogate of becomes a byte again.
fn to_system(text: &[u8]) -> Option<Vec<u8>> {
    if wtf8::as_str(text).is_some() {
        return Some(text.to_vec());
    }
    let mut bytes = Vec::with_capacity(text.len());
    for code in wtf8::code_points(text) {
        match code {
            0xDC80..=0xDCFF => bytes.push((code - 0xDC00) as u8),
            0xD800..=0xDFFF => return None,
            _ => wtf8::push(&mut bytes, code),
        }
    }
    Some(bytes)
}

/// The system's bytes as text: each byte that is no UTF-8 becomes a lone surrogate (PEP 383).
fn to_text(bytes: &[u8]) -> Cow<'_, [u8]> {
    if core::str::from_utf8(bytes).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let mut text = Vec::with_capacity(bytes.len() + 8);
    for chunk in bytes.utf8_chunks() {
        text.extend_from_slice(chunk.valid().as_bytes());
        for &byte in chunk.invalid() {
            wtf8::push(&mut text, 0xDC00 + u32::from(byte));
        }
    }
    Cow::Owned(text)
}

/// What `__fspath__` makes of a path that is neither text nor bytes; nothing if it has none.
fn resolve(iso: &mut Isolate, path: Value) -> Completion<Option<Value>> {
    if iso.as_str(path).is_some() || iso.heap.bytes(iso.unwrap(path)).is_some() {
        return Ok(Some(path));
    }
    let name = iso.intern("__fspath__")?;
    let Some(result) = iso.call_special(path, name, &[])? else { return Ok(None) };
    if iso.as_str(result).is_some() || iso.heap.bytes(iso.unwrap(result)).is_some() {
        return Ok(Some(result));
    }
    let (kind, got) = (iso.type_name(path), iso.type_name(result));
    let message = format!("expected {kind}.__fspath__() to return str or bytes, not {got}");
    Err(raise::type_error(iso, &message))
}

/// The bytes of a path that is text or bytes. `what` is as for [`path_argument`].
fn bytes_of(iso: &mut Isolate, path: Value, what: &str) -> Completion<Vec<u8>> {
    let inner = iso.unwrap(path);
    let bytes = match iso.heap.bytes(inner) {
        Some(bytes) => Some(bytes.to_vec()),
        None => to_system(iso.heap.str_bytes(inner).unwrap_or(&[])),
    };
    match bytes {
        Some(bytes) if bytes.contains(&0) => Err(match what.split_once(": ") {
            Some((function, name)) if name != "name" && name != "value" && function != "open" => {
                raise::value_error(iso, &format!("{function}: embedded null character in {name}"))
            }
            _ => raise::value_error(iso, "embedded null byte"),
        }),
        Some(bytes) => Ok(bytes),
        None => {
            // Surrogates that stand for no byte: the encoder has the words.
            let encoding = iso.new_str("utf-8")?;
            let handler = iso.new_str("surrogateescape")?;
            ferropy_runtime::codecs::encode(iso, inner, encoding, handler)
        }
    }
}

/// A path argument: the object for messages, and its bytes. `what` says which function and argument it is,
/// `others` what else would do.
fn path_argument(iso: &mut Isolate, path: Value, what: &str, others: &str) -> Completion<(Value, Vec<u8>)> {
    match resolve(iso, path)? {
        Some(path) => {
            let bytes = bytes_of(iso, path, what)?;
            Ok((path, bytes))
        }
        None => {
            let kind = iso.class_qualname(iso.type_of(path));
            Err(raise::type_error(iso, &format!("{what} should be string, bytes{others}, not {kind}")))
        }
    }
}

/// The words for arguments that may be paths only.
const OR_PATH: &str = " or os.PathLike";

fn fspath(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = argument(args, 0);
    match resolve(iso, path)? {
        Some(path) => Ok(path),
        None => {
            let kind = iso.class_qualname(iso.type_of(path));
            Err(raise::type_error(iso, &format!("expected str, bytes or os.PathLike object, not {kind}")))
        }
    }
}

fn fsencode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = fspath(iso, args)?;
    if iso.heap.bytes(iso.unwrap(path)).is_some() {
        return Ok(path);
    }
    let inner = iso.unwrap(path);
    let bytes = to_system(iso.heap.str_bytes(inner).unwrap_or(&[]));
    match bytes {
        Some(bytes) => iso.new_bytes(&bytes),
        None => Err(raise::exception(iso, TypeId::VALUE_ERROR, "surrogates not allowed")),
    }
}

fn fsdecode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = fspath(iso, args)?;
    let inner = iso.unwrap(path);
    match iso.heap.bytes(inner).map(<[u8]>::to_vec) {
        Some(bytes) => iso.new_text(&to_text(&bytes)),
        None => Ok(path),
    }
}

/// A name from the system, as text or, where the question was asked in bytes, as bytes.
fn name_object(iso: &mut Isolate, name: &[u8], as_bytes: bool) -> Completion {
    if as_bytes { iso.new_bytes(name) } else { iso.new_text(&to_text(name)) }
}

/// A name from the system, as text.
pub(crate) fn name_text(iso: &mut Isolate, name: &[u8]) -> Completion {
    name_object(iso, name, false)
}
