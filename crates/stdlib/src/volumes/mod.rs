//! `_volumes`: littlefs and FAT on block devices that are Python objects; the classes of `vfs` are Python on top of it.
//!
//! A mounted volume is a resource of the isolate, named by a record. Each operation takes it out, lends it the device for its
//! time, and puts it back: a device that comes back to its own volume, or unmounts it, finds it busy.

mod device;

use alloc::boxed::Box;
use alloc::vec::Vec;
use device::{PythonDevice, Shape};
use ferropy_platform::{Error, FileId, FileKind, Files, SeekFrom};
use ferropy_runtime::native::{ModuleSpec, Row, TypeSpec, function, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use ferropy_storage::{FatFiles, FlashFiles, LentVolume, Settings};

/// `_volumes`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_volumes",
    doc: "File systems on block devices.",
    rows: &[
        function("format", "(device, settings, /)", "Make an empty volume.", format),
        function("mount", "(device, settings, /)", "Mount what is on a device.", mount),
        function("set_mounted", "(mounted, /)", "Take the platform's files out of use, or back.", set_mounted),
    ],
    types: &[&VOLUME],
    initialize: None,
    frozen: None,
};

/// A mounted volume. Field 0 is the device; the number is that of the resource.
static VOLUME: TypeSpec = TypeSpec::new("Volume", "A mounted volume.", ROWS).in_module("_volumes");

const ROWS: &[Row] = &[
    method("protect", "($self, protected, /)", "Let it be read only, or not.", protect),
    method("open", "($self, path, flags, /)", "Open a file: its number.", open),
    method("close", "($self, file, /)", "Close a file.", close),
    method("readinto", "($self, file, buffer, /)", "Read into a buffer: how many bytes.", read_into),
    method("write", "($self, file, data, /)", "Write: how many bytes.", write),
    method("seek", "($self, file, offset, whence, /)", "Move: the place from the start.", seek),
    method("truncate", "($self, file, size, /)", "Cut or extend a file.", truncate),
    method("sync", "($self, file=None, /)", "Hand what was written to the device.", sync),
    method("stat", "($self, path, /)", "Whether it is a directory, its size and its time.", stat),
    method("list", "($self, path, /)", "Names, kinds and sizes.", list),
    method("change", "($self, what, path, /)", "Make or remove a directory, or go there, or remove a file.", change),
    method("rename", "($self, old, new, /)", "Rename.", rename),
    method("getcwd", "($self, /)", "The current directory.", current_directory),
    method("space", "($self, /)", "Bytes of a block, blocks, free blocks, the longest name.", space),
];

/// What the resource is.
struct Held {
    volume: Box<dyn LentVolume>,
    shape: Shape,
    is_protected: bool,
}

/// What a file system is made with: nothing for FAT, or the numbers for littlefs.
fn settings(iso: &mut Isolate, value: Value, block: u32) -> Completion<Option<Settings>> {
    if value.is_none() {
        return Ok(None);
    }
    let mut numbers = [0; 4];
    for (at, number) in numbers.iter_mut().enumerate() {
        let Some(value) = iso.heap.tuple_item(value, at) else {
            return Err(raise::internal(iso));
        };
        *number = u32::try_from(iso.to_isize(value)?).unwrap_or(0);
    }
    let [read, program, lookahead, times] = numbers;
    let cache = read.max(program).saturating_mul(4).min(block);
    Ok(Some(Settings { read, program, lookahead, cache, times: times != 0 }))
}

fn format(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[device, values] = args else { return Err(raise::internal(iso)) };
    let shape = Shape::ask(iso, device)?;
    let settings = settings(iso, values, shape.block)?;
    let mut device = PythonDevice::new(iso, device, shape);
    let result = match settings {
        Some(settings) => FlashFiles::format(&mut device, &settings),
        None => FatFiles::format(&mut device),
    };
    device.end(result)?;
    Ok(Value::NONE)
}

fn mount(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[device, values] = args else { return Err(raise::internal(iso)) };
    let shape = Shape::ask(iso, device)?;
    let settings = settings(iso, values, shape.block)?;
    let mut lent = PythonDevice::new(iso, device, shape);
    let result: Result<Box<dyn LentVolume>, Error> = match settings {
        Some(settings) => FlashFiles::mount_lent(&mut lent, &settings).map(|volume| Box::new(volume) as _),
        None => FatFiles::mount(&mut lent).map(|volume| Box::new(volume) as _),
    };
    let volume = lent.end(result)?;
    let held = Held { volume, shape, is_protected: !shape.is_writable };
    let Some(id) = iso.find_type(&VOLUME) else { return Err(raise::internal(iso)) };
    let Some(number) = iso.keep_resource(Box::new(held)) else {
        return Err(raise::os_error(iso, Error::NO_MEMORY.code()));
    };
    let record = iso.new_record(id, number, &[device])?;
    iso.when_dead(record, Isolate::drop_resource);
    Ok(record)
}

fn set_mounted(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[mounted] = args else { return Err(raise::internal(iso)) };
    let mounted = iso.is_true(mounted)?;
    match iso.platform.set_mounted(mounted) {
        // Elsewhere there is nothing to take away; who hides it is content.
        Ok(()) | Err(Error::UNSUPPORTED) => Ok(Value::NONE),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

/// What an operation does to the files of a volume. It is called once.
type Work<'a> = &'a mut dyn FnMut(&mut dyn Files) -> Result<u64, Error>;

/// Does something to the files of a volume.
fn operate(iso: &mut Isolate, this: Value, writes: bool, work: Work<'_>) -> Completion<u64> {
    let number = iso.heap.number(this);
    let device = iso.heap.field(this, 0);
    let held = iso.take_resource(number).map(|object| object.downcast::<Held>());
    let Some(Ok(mut held)) = held else { return Err(raise::os_error(iso, Error::BUSY.code())) };
    if writes && held.is_protected {
        iso.put_resource(number, held);
        return Err(raise::os_error(iso, Error::READ_ONLY.code()));
    }
    iso.keep(device);
    let now = i64::try_from(iso.platform.clock().wall_ns()).unwrap_or(0);
    let mut result = Err(Error::IO);
    let shape = Shape { is_writable: held.shape.is_writable && !held.is_protected, ..held.shape };
    let mut lent = PythonDevice::new(iso, device, shape);
    held.volume.with(&mut lent, now, &mut |files| result = work(files));
    let result = lent.end(result);
    iso.put_resource(number, held);
    result
}

/// The bytes of a path argument.
fn path(iso: &mut Isolate, value: Value) -> Completion<Vec<u8>> {
    let inner = iso.unwrap(value);
    match iso.heap.str_bytes(inner).or_else(|| iso.heap.bytes(inner)) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(raise::type_error(iso, "a path must be a str or bytes")),
    }
}

fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::NONE)
}

fn file(iso: &mut Isolate, args: &[Value]) -> Completion<FileId> {
    Ok(FileId(u32::try_from(iso.to_isize(argument(args, 1))?).unwrap_or(u32::MAX)))
}

fn protect(iso: &mut Isolate, args: &[Value]) -> Completion {
    let protected = iso.is_true(argument(args, 1))?;
    let number = iso.heap.number(argument(args, 0));
    let held = iso.take_resource(number).map(|object| object.downcast::<Held>());
    let Some(Ok(mut held)) = held else { return Err(raise::os_error(iso, Error::BUSY.code())) };
    held.is_protected = protected || !held.shape.is_writable;
    iso.put_resource(number, held);
    Ok(Value::NONE)
}

fn open(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = path(iso, argument(args, 1))?;
    let flags = iso.to_isize(argument(args, 2))?;
    let options = crate::posix::options_of(flags);
    let writes = options.write || options.create || options.truncate;
    let file =
        operate(iso, argument(args, 0), writes, &mut |files| files.open(&path, options).map(|file| file.0.into()))?;
    iso.new_int(file as i64)
}

fn close(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = file(iso, args)?;
    operate(iso, argument(args, 0), false, &mut |files| files.close(file).map(|()| 0))?;
    Ok(Value::NONE)
}

fn read_into(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = file(iso, args)?;
    let (storage, range) = iso.writable_buffer(argument(args, 2), "readinto() argument")?;
    iso.keep(storage);
    let mut bytes = Vec::new();
    let mut size = range.len();
    while bytes.try_reserve_exact(size).is_err() {
        // Who reads may always get less than was asked for.
        size /= 2;
        if size < 16 {
            return Err(raise::os_error(iso, Error::NO_MEMORY.code()));
        }
    }
    bytes.resize(size, 0);
    let count =
        operate(iso, argument(args, 0), false, &mut |files| files.read(file, &mut bytes).map(|count| count as u64))?;
    let count = count as usize;
    if let Some(place) = iso.heap.bytearray_mut(storage)
        && let Some(place) = place.get_mut(range.start..range.start + count)
    {
        place.copy_from_slice(bytes.get(..count).unwrap_or(&[]));
    }
    iso.new_int(count as i64)
}

fn write(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = file(iso, args)?;
    let data = iso.to_buffer(argument(args, 2))?;
    let bytes = iso.bytes_like(data).unwrap_or_default().into_owned();
    let count =
        operate(iso, argument(args, 0), true, &mut |files| files.write(file, &bytes).map(|count| count as u64))?;
    iso.new_int(count as i64)
}

fn seek(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = file(iso, args)?;
    let offset = iso.to_isize(argument(args, 2))?;
    let to = match iso.to_isize(argument(args, 3))? {
        0 => u64::try_from(offset).ok().map(SeekFrom::Start),
        1 => Some(SeekFrom::Current(offset)),
        2 => Some(SeekFrom::End(offset)),
        _ => None,
    };
    let Some(to) = to else { return Err(raise::os_error(iso, Error::INVALID.code())) };
    let place = operate(iso, argument(args, 0), false, &mut |files| files.seek(file, to))?;
    iso.new_int(place as i64)
}

fn truncate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let file = file(iso, args)?;
    let size = u64::try_from(iso.to_isize(argument(args, 2))?).unwrap_or(u64::MAX);
    operate(iso, argument(args, 0), true, &mut |files| files.truncate(file, size).map(|()| 0))?;
    Ok(Value::NONE)
}

fn sync(iso: &mut Isolate, args: &[Value]) -> Completion {
    let one = match argument(args, 1).given().filter(|file| !file.is_none()) {
        Some(_) => Some(file(iso, args)?),
        None => None,
    };
    operate(iso, argument(args, 0), false, &mut |files| match one {
        Some(file) => files.sync(file).map(|()| 0),
        None => {
            files.sync_all();
            Ok(0)
        }
    })?;
    Ok(Value::NONE)
}

fn stat(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = path(iso, argument(args, 1))?;
    let mut found = None;
    operate(iso, argument(args, 0), false, &mut |files| {
        found = Some(files.stat(&path)?);
        Ok(0)
    })?;
    let Some(found) = found else { return Err(raise::internal(iso)) };
    let size = iso.new_int(found.size as i64)?;
    let time = iso.new_int((found.modified_ns / 1_000_000_000) as i64)?;
    iso.new_tuple(&[Value::bool(found.kind == FileKind::Directory), size, time])
}

fn list(iso: &mut Isolate, args: &[Value]) -> Completion {
    let directory = path(iso, argument(args, 1))?;
    let as_bytes = iso.as_str(argument(args, 1)).is_none();
    let mut found = Vec::new();
    operate(iso, argument(args, 0), false, &mut |files| {
        for entry in files.list(&directory)? {
            let mut whole = directory.clone();
            if !whole.is_empty() {
                whole.push(b'/');
            }
            whole.extend_from_slice(&entry.name);
            let size = if entry.kind == FileKind::File { files.stat(&whole)?.size } else { 0 };
            found.push((entry, size));
        }
        Ok(0)
    })?;
    let entries = iso.new_list(&[])?;
    for (entry, size) in found {
        let name = if as_bytes { iso.new_bytes(&entry.name)? } else { crate::posix::name_text(iso, &entry.name)? };
        let kind = if entry.kind == FileKind::Directory { 0x4000 } else { 0x8000 };
        let size = iso.new_int(size as i64)?;
        let entry = iso.new_tuple(&[name, Value::small_int(kind), Value::small_int(0), size])?;
        iso.heap.list_append(entries, entry)?;
    }
    Ok(entries)
}

fn change(iso: &mut Isolate, args: &[Value]) -> Completion {
    let what = iso.to_isize(argument(args, 1))?;
    let path = path(iso, argument(args, 2))?;
    operate(iso, argument(args, 0), what != 3, &mut |files| {
        match what {
            0 => files.make_directory(&path),
            1 => files.remove_directory(&path),
            2 => files.remove(&path),
            _ => files.change_directory(&path),
        }
        .map(|()| 0)
    })?;
    Ok(Value::NONE)
}

fn rename(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (old, new) = (path(iso, argument(args, 1))?, path(iso, argument(args, 2))?);
    operate(iso, argument(args, 0), true, &mut |files| files.rename(&old, &new).map(|()| 0))?;
    Ok(Value::NONE)
}

fn current_directory(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut path = Vec::new();
    operate(iso, argument(args, 0), false, &mut |files| {
        path = files.current_directory()?;
        Ok(0)
    })?;
    crate::posix::name_text(iso, &path)
}

fn space(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut numbers = [0; 4];
    operate(iso, argument(args, 0), false, &mut |files| {
        let found = files.file_system(b"/")?;
        numbers = [found.block_size, found.blocks, found.free_blocks, found.longest_name];
        Ok(0)
    })?;
    let mut items = Vec::with_capacity(numbers.len());
    for number in numbers {
        items.push(iso.new_int(number as i64)?);
    }
    iso.new_tuple(&items)
}
