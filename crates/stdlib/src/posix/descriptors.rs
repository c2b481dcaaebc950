//! Open files by number.

use super::{FIRST_FILE, OR_PATH, argument, c_int, failed, failed_at, path_argument};
#[cfg(feature = "sockets")]
use crate::sockets::readiness::not_ready;
use alloc::vec::Vec;
use ferropy_platform::{Error, FileId, OpenFile, OpenOptions, SeekFrom, Stream};
use ferropy_runtime::buffers::copied;
use ferropy_runtime::{Completion, Isolate, Value, WaitFor, raise};

/// Bits of `open`'s flags: those of Linux.
pub(super) mod flag {
    pub(in super::super) const WRITE_ONLY: i64 = 1;
    pub(in super::super) const READ_WRITE: i64 = 2;
    pub(in super::super) const CREATE: i64 = 0o100;
    pub(in super::super) const EXCLUSIVE: i64 = 0o200;
    pub(in super::super) const TRUNCATE: i64 = 0o1000;
    pub(in super::super) const APPEND: i64 = 0o2000;
    /// `O_CLOEXEC`, which goes without saying.
    pub(super) const CLOSE_ON_EXEC: i64 = 0o2_000_000;
    /// No directory is wanted: Ferropy's own, for streams.
    pub(super) const NO_DIRECTORY: i64 = 1 << 29;
    /// Those that all platforms know.
    pub(super) const COMMON: i64 =
        WRITE_ONLY | READ_WRITE | CREATE | EXCLUSIVE | TRUNCATE | APPEND | CLOSE_ON_EXEC | NO_DIRECTORY;
}

/// The most that is read at once: longer requests get fewer bytes than they ask for.
const MOST_AT_ONCE: usize = 1 << 20;

/// What a number means.
#[derive(Clone, Copy)]
pub(super) enum Descriptor {
    Input,
    Output(Stream),
    File(FileId),
}

/// The open file of a number argument.
pub(super) fn descriptor(iso: &mut Isolate, value: Value) -> Completion<Descriptor> {
    let number = c_int(iso, value)?;
    Ok(match i64::from(number) {
        0 => Descriptor::Input,
        1 => Descriptor::Output(Stream::Out),
        2 => Descriptor::Output(Stream::Err),
        number => match u32::try_from(number - FIRST_FILE) {
            Ok(number) => Descriptor::File(FileId(number)),
            Err(_) => return Err(failed(iso, Error::BAD_FILE)),
        },
    })
}

/// The number by which programs know an open file.
pub(crate) fn number_of(file: FileId) -> Value {
    Value::small_int(i64::from(file.0) + FIRST_FILE)
}

/// The open file of a number argument that can't be one of the console's streams.
#[cfg(feature = "sockets")]
pub(crate) fn open_file(iso: &mut Isolate, value: Value) -> Completion<FileId> {
    file(iso, value, Error::new(88))
}

/// What the bits of `open`'s flags ask for.
pub(crate) fn options_of(flags: i64) -> OpenOptions {
    let writes = flags & (flag::WRITE_ONLY | flag::READ_WRITE) != 0;
    let creates = flags & flag::CREATE != 0;
    OpenOptions {
        read: flags & flag::WRITE_ONLY == 0,
        write: writes,
        append: writes && flags & flag::APPEND != 0,
        create: creates,
        create_new: creates && flags & flag::EXCLUSIVE != 0,
        truncate: writes && flags & flag::TRUNCATE != 0,
    }
}

pub(super) fn open(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (shown, path) = path_argument(iso, argument(args, 0), "open: path", OR_PATH)?;
    let flags = iso.to_isize(argument(args, 1))?;
    let options = options_of(flags);
    let mode = match argument(args, 2).given() {
        Some(mode) => c_int(iso, mode)? as u32 & 0o7777,
        None => 0o777,
    };
    let mut result = if flags & !flag::COMMON == 0 {
        iso.platform.files().open_with_mode(&path, options, mode)
    } else {
        open_with_flags(iso, &path, flags, mode)
    };
    if result == Err(Error::IS_A_DIRECTORY) && flags & flag::NO_DIRECTORY == 0 && !options.write {
        result = open_with_flags(iso, &path, flags, mode);
    }
    if result == Err(Error::TOO_MANY_FILES) {
        // Files that nobody holds any more are closed by the collector, after the ends of the streams above them.
        iso.keep(shown);
        iso.collect_and_finalize();
        result = iso.platform.files().open_with_mode(&path, options, mode);
    }
    match result {
        Ok(file) => Ok(number_of(file)),
        Err(error) => Err(failed_at(iso, error, shown)),
    }
}

/// Opens what the platform's files don't: directories, and what special flags ask for.
#[cfg(feature = "os-commands")]
fn open_with_flags(iso: &mut Isolate, path: &[u8], flags: i64, mode: u32) -> Result<FileId, Error> {
    let flags = u32::try_from(flags).map_err(|_| Error::INVALID)?;
    match iso.platform.system() {
        Some(system) => system.open_with_flags(path, flags, mode),
        None => iso.platform.files().open_with_mode(path, options_of(flags.into()), mode),
    }
}

/// Where there is nothing of the kind it is not opened.
#[cfg(not(feature = "os-commands"))]
fn open_with_flags(iso: &mut Isolate, path: &[u8], flags: i64, mode: u32) -> Result<FileId, Error> {
    iso.platform.files().open_with_mode(path, options_of(flags), mode)
}

pub(super) fn close(iso: &mut Isolate, args: &[Value]) -> Completion {
    if let Descriptor::File(file) = descriptor(iso, argument(args, 0))?
        && let Err(error) = iso.platform.files().close(file)
    {
        return Err(failed(iso, error));
    }
    Ok(Value::NONE)
}

/// Files of boards are always ready.
#[cfg(not(feature = "sockets"))]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere it asks")]
fn not_ready(_: &mut Isolate, _: FileId, _: bool) -> Completion<Option<WaitFor>> {
    Ok(None)
}

/// What a read has to wait for, where other threads can go on meanwhile.
fn unread(iso: &mut Isolate, from: Descriptor) -> Completion<Option<WaitFor>> {
    if !iso.has_other_threads() {
        return Ok(None);
    }
    match from {
        Descriptor::Input => Ok((!iso.is_there_already(WaitFor::Input)).then_some(WaitFor::Input)),
        Descriptor::File(file) => not_ready(iso, file, false),
        Descriptor::Output(_) => Ok(None),
    }
}

/// Reads into a buffer; an interrupt of the user ends it with `KeyboardInterrupt`, others are taken up again.
fn read_some(iso: &mut Isolate, from: Descriptor, buffer: &mut [u8]) -> Completion<usize> {
    loop {
        let result = match from {
            Descriptor::Input => iso.platform.console().read(buffer),
            Descriptor::File(file) => iso.platform.files().read(file, buffer),
            Descriptor::Output(_) => Err(Error::BAD_FILE),
        };
        match result {
            Ok(count) => return Ok(count),
            Err(Error::INTERRUPTED) => iso.look_at_world()?,
            Err(error) => return Err(failed(iso, error)),
        }
    }
}

/// How many bytes are written at a time.
const PIECE: usize = if cfg!(target_pointer_width = "64") { 1 << 20 } else { 4 << 10 };

/// A buffer of zeros, smaller than wanted where memory is short: who reads may always get less than was asked for.
fn room(wanted: usize) -> Result<Vec<u8>, ferropy_runtime::heap::OutOfMemory> {
    const FEW: usize = 256;
    let mut buffer = Vec::new();
    let mut size = wanted;
    while buffer.try_reserve_exact(size).is_err() {
        if size <= FEW {
            return Err(ferropy_runtime::heap::OutOfMemory);
        }
        size /= 2;
    }
    buffer.resize(size, 0);
    Ok(buffer)
}

pub(super) fn read(iso: &mut Isolate, args: &[Value]) -> Completion {
    let from = descriptor(iso, argument(args, 0))?;
    let Ok(length) = usize::try_from(iso.to_isize(argument(args, 1))?) else {
        return Err(failed(iso, Error::INVALID));
    };
    if let Some(wait) = unread(iso, from)? {
        return iso.block_and_call(wait, read, args);
    }
    let mut buffer = room(length.min(MOST_AT_ONCE))?;
    let count = read_some(iso, from, &mut buffer)?;
    iso.new_bytes(buffer.get(..count).unwrap_or(&[]))
}

pub(super) fn read_into(iso: &mut Isolate, args: &[Value]) -> Completion {
    let from = descriptor(iso, argument(args, 0))?;
    if let Some(wait) = unread(iso, from)? {
        return iso.block_and_call(wait, read_into, args);
    }
    let (storage, range) = iso.writable_buffer(argument(args, 1), "readinto() argument")?;
    let mut buffer = room(range.len().min(MOST_AT_ONCE))?;
    let count = read_some(iso, from, &mut buffer)?;
    if let Some(place) = iso.heap.bytearray_mut(storage)
        && let Some(place) = place.get_mut(range.start..range.start + count)
    {
        place.copy_from_slice(buffer.get(..count).unwrap_or(&[]));
    }
    iso.new_int(count as i64)
}

pub(super) fn write(iso: &mut Isolate, args: &[Value]) -> Completion {
    let to = descriptor(iso, argument(args, 0))?;
    let data = iso.to_buffer(argument(args, 1))?;
    let waits = matches!(to, Descriptor::File(file) if iso.platform.files().may_wait(file));
    // Piece by piece: there need not be room for all of it twice. A call that goes on after a wait is told how far it is.
    let mut done = argument(args, 2).as_small_int().unwrap_or(0) as usize;
    loop {
        if let Descriptor::File(file) = to
            && waits
            && iso.has_other_threads()
            && let Some(wait) = not_ready(iso, file, true)?
        {
            let so_far = Value::small_int(done as i64);
            return iso.block_and_call(wait, write, &[argument(args, 0), data, so_far]);
        }
        let all = iso.bytes_like(data).unwrap_or_default();
        let piece = all.get(done..).unwrap_or(&[]);
        let piece = piece.get(..PIECE).unwrap_or(piece);
        let (bytes, left) = (copied(piece)?, all.len().saturating_sub(done));
        let result = match to {
            Descriptor::Output(stream) => {
                iso.write_console(stream, |console| console.write(stream, &bytes))?;
                Ok(bytes.len())
            }
            Descriptor::File(file) => iso.platform.files().write(file, &bytes),
            Descriptor::Input => Err(Error::BAD_FILE),
        };
        match result {
            Ok(count) => {
                done += count;
                if count < bytes.len() && !waits || count == left {
                    return iso.new_int(done as i64);
                }
            }
            // What is written is written: the next call tells.
            Err(error) if done > 0 => {
                if error == Error::INTERRUPTED {
                    iso.look_at_world()?;
                }
                return iso.new_int(done as i64);
            }
            Err(Error::INTERRUPTED) => iso.look_at_world()?,
            Err(error) => return Err(failed(iso, error)),
        }
    }
}

/// The open file of a number; the console's streams have no position.
fn file(iso: &mut Isolate, value: Value, otherwise: Error) -> Completion<FileId> {
    match descriptor(iso, value)? {
        Descriptor::File(file) => Ok(file),
        _ => Err(failed(iso, otherwise)),
    }
}

pub(super) fn seek(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = file(iso, argument(args, 0), Error::NOT_SEEKABLE)?;
    let offset = iso.to_isize(argument(args, 1))?;
    let to = match iso.to_isize(argument(args, 2))? {
        0 => u64::try_from(offset).ok().map(SeekFrom::Start),
        1 => Some(SeekFrom::Current(offset)),
        2 => Some(SeekFrom::End(offset)),
        _ => None,
    };
    let Some(to) = to else { return Err(failed(iso, Error::INVALID)) };
    match iso.platform.files().seek(file, to) {
        Ok(position) => iso.new_int(position as i64),
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn truncate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = file(iso, argument(args, 0), Error::INVALID)?;
    let Ok(length) = u64::try_from(iso.to_isize(argument(args, 1))?) else {
        return Err(failed(iso, Error::INVALID));
    };
    match iso.platform.files().truncate(file, length) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(failed(iso, error)),
    }
}

/// The number of an argument that may also be an object with a number.
fn file_number(iso: &mut Isolate, value: Value) -> Completion {
    if iso.is_int(value) {
        return Ok(value);
    }
    let name = iso.intern("fileno")?;
    let Some(method) = iso.get_attr_opt(value, name)? else {
        return Err(raise::type_error(iso, "argument must be an int, or have a fileno() method."));
    };
    let number = iso.call(method, &[])?;
    if !iso.is_int(number) {
        return Err(raise::type_error(iso, "fileno() returned a non-integer"));
    }
    Ok(number)
}

fn hand_over(iso: &mut Isolate, file: Value, with_times: bool) -> Completion {
    let file = file_number(iso, file)?;
    let result = match descriptor(iso, file)? {
        Descriptor::File(file) if with_times => iso.platform.files().sync(file),
        Descriptor::File(file) => iso.platform.files().sync_data(file),
        Descriptor::Output(stream) => return iso.flush_console(stream).map(|()| Value::NONE),
        Descriptor::Input => Ok(()),
    };
    nothing(iso, result)
}

fn nothing(iso: &mut Isolate, result: Result<(), Error>) -> Completion {
    match result {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn sync(iso: &mut Isolate, args: &[Value]) -> Completion {
    hand_over(iso, argument(args, 0), true)
}

pub(super) fn sync_data(iso: &mut Isolate, args: &[Value]) -> Completion {
    hand_over(iso, argument(args, 0), false)
}

pub(super) fn sync_all(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.platform.files().sync_all();
    Ok(Value::NONE)
}

pub(super) fn pipe(iso: &mut Isolate, _: &[Value]) -> Completion {
    match iso.platform.files().pipe() {
        Ok((from, to)) => iso.new_tuple(&[number_of(from), number_of(to)]),
        Err(error) => Err(failed(iso, error)),
    }
}

/// The open file of a number argument, as the platform names it.
pub(crate) fn any_file(iso: &mut Isolate, value: Value) -> Completion<OpenFile> {
    Ok(match descriptor(iso, value)? {
        Descriptor::Input => OpenFile::Stream(0),
        Descriptor::Output(Stream::Out) => OpenFile::Stream(1),
        Descriptor::Output(Stream::Err) => OpenFile::Stream(2),
        Descriptor::File(file) => OpenFile::File(file),
    })
}

pub(super) fn duplicate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = any_file(iso, argument(args, 0))?;
    match iso.platform.files().duplicate(file) {
        Ok(copy) => Ok(number_of(copy)),
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn duplicate_to(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = any_file(iso, argument(args, 0))?;
    let number = argument(args, 1);
    let to = any_file(iso, number)?;
    // What was written to the stream goes where it led until here.
    iso.flush_console(Stream::Out)?;
    let files = iso.platform.files();
    let result = if file == to {
        files.duplicate(file).and_then(|copy| files.close(copy))
    } else {
        files.duplicate_to(file, to)
    };
    nothing(iso, result)?;
    hand_on(iso, to, argument(args, 2).given().is_none_or(|inheritable| inheritable != Value::FALSE))?;
    Ok(number)
}

/// Says whether programs that are started have an open file as well.
#[cfg(feature = "os-commands")]
fn hand_on(iso: &mut Isolate, file: OpenFile, inheritable: bool) -> Completion<()> {
    let set = iso.platform.system().map_or(Ok(()), |system| system.set_inherited(file, inheritable));
    set.map_err(|error| failed(iso, error))
}

/// Nobody could have it.
#[cfg(not(feature = "os-commands"))]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere it may fail")]
fn hand_on(_: &mut Isolate, _: OpenFile, _: bool) -> Completion<()> {
    Ok(())
}

pub(super) fn terminal_size(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = any_file(iso, argument(args, 0).or(Value::small_int(1)))?;
    match iso.platform.files().terminal_size(file) {
        Ok((columns, lines)) => {
            iso.new_tuple(&[Value::small_int(i64::from(columns)), Value::small_int(i64::from(lines))])
        }
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn is_terminal(iso: &mut Isolate, args: &[Value]) -> Completion {
    if iso.to_isize(argument(args, 0))? < 0 {
        return Ok(Value::FALSE);
    }
    let file = any_file(iso, argument(args, 0))?;
    Ok(Value::bool(match file {
        OpenFile::Stream(number) => iso.platform.console().is_terminal(number),
        OpenFile::File(_) => iso.platform.files().terminal_size(file).is_ok(),
    }))
}

/// Closes the file of a number that nobody holds any more.
pub(crate) fn close_unheld(iso: &mut Isolate, number: u32) {
    if let Some(number) = u32::try_from(FIRST_FILE).ok().and_then(|first| number.checked_sub(first)) {
        // Nobody is there to be told of an error.
        let _ = iso.platform.files().close(FileId(number));
    }
}
