//! Waiting until open files are ready: small ints of a number and of what is waited for, as [`WaitFor::Files`] has them.

use crate::posix::{any_file, argument, failed, number_of};
use alloc::vec::Vec;
use ferropy_platform::files::readiness::{NOT_OPEN, READ, WRITE};
use ferropy_platform::{Error, FileId, OpenFile, Watched};
use ferropy_runtime::{Completion, Isolate, Value, WATCHED_BITS, WaitFor, raise};

/// `ready(files)`: for each what it is ready for.
pub(super) fn ready(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut watched: Vec<Watched> = iso.watched(argument(args, 0)).collect();
    if watched.len() != iso.heap.sequence_len(argument(args, 0)) {
        return Err(failed(iso, Error::BAD_FILE));
    }
    if iso.wait_for_files(&mut watched, 0).is_none() {
        iso.look_at_world()?;
        // Where nobody interrupted, something is wrong with the files.
        if let Err(error) = iso.platform.files().wait(&mut watched, 0)
            && error != Error::INTERRUPTED
        {
            return Err(raise::os_error(iso, error.code()));
        }
    }
    let found: Vec<Value> = watched.iter().map(|each| Value::small_int(i64::from(each.found))).collect();
    debug_assert!(i64::from(NOT_OPEN) < 1 << WATCHED_BITS, "all that can be found has room");
    iso.new_list(&found)
}

/// `wait(files, nanoseconds)`: whether one is ready before the time is over; None waits for ever.
pub(super) fn wait(iso: &mut Isolate, args: &[Value]) -> Completion {
    let nanoseconds = match argument(args, 1) {
        none if none.is_none() => None,
        time => Some(u64::try_from(iso.to_isize(time)?).unwrap_or(0)),
    };
    iso.block(WaitFor::Files(argument(args, 0)), nanoseconds, [Value::TRUE, Value::FALSE])
}

/// Waits until an open file can be read, while other threads go on; not where its reader wants no wait.
pub(crate) fn until_readable(iso: &mut Isolate, file: FileId) -> Completion<()> {
    match not_ready(iso, file, false)? {
        Some(wait) => iso.block_here(wait, None).map(|_| ()),
        None => Ok(()),
    }
}

/// What to wait for until an open file can be read, or written; nothing if it is ready, or its user wants no wait.
pub(crate) fn not_ready(iso: &mut Isolate, file: FileId, writes: bool) -> Completion<Option<WaitFor>> {
    if iso.platform.files().waits(OpenFile::File(file)) != Ok(true) {
        return Ok(None);
    }
    let number = number_of(file).as_small_int().unwrap_or(0);
    let wanted = if writes { WRITE } else { READ };
    let wait = WaitFor::Files(iso.new_tuple(&[Value::small_int(number << WATCHED_BITS | i64::from(wanted))])?);
    Ok((!iso.is_there_already(wait)).then_some(wait))
}

/// `os.get_blocking(fd)`
pub(crate) fn waits(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = any_file(iso, argument(args, 0))?;
    let waits = iso.platform.files().waits(file).map_err(|error| failed(iso, error))?;
    Ok(Value::bool(waits))
}

/// `os.set_blocking(fd, blocking)`
pub(crate) fn set_waits(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = any_file(iso, argument(args, 0))?;
    let waits = iso.is_true(argument(args, 1))?;
    iso.platform.files().set_waits(file, waits).map_err(|error| failed(iso, error))?;
    Ok(Value::NONE)
}
