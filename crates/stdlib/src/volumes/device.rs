//! Block devices that are Python objects: MicroPython's protocol of `readblocks`, `writeblocks` and `ioctl`, and the older one
//! with `count` and `sync`.
//!
//! What a method raises ends the operation of the file system and is raised again behind it. From then on the device answers
//! nothing, so that no further Python runs with an exception on its way.

use alloc::vec::Vec;
use ferropy_platform::{BlockDevice, Error};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// Operations of `ioctl`.
mod operation {
    pub(super) const INITIALIZE: i64 = 1;
    pub(super) const SYNC: i64 = 3;
    pub(super) const BLOCK_COUNT: i64 = 4;
    pub(super) const BLOCK_SIZE: i64 = 5;
    pub(super) const ERASE: i64 = 6;
}

/// The size of blocks unless the device says otherwise.
const USUAL_BLOCK: u32 = 512;

/// What is known about a device from the beginning.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) block: u32,
    pub(super) blocks: u32,
    /// Whether it may be written to.
    pub(super) is_writable: bool,
}

/// A device, for the time of an operation.
pub(super) struct PythonDevice<'a> {
    pub(super) iso: &'a mut Isolate,
    device: Value,
    shape: Shape,
    raised: Option<Raised>,
    failed: Option<Error>,
}

/// A method of the device; nothing if it has none.
fn method(iso: &mut Isolate, device: Value, name: &str) -> Completion<Option<Value>> {
    let name = iso.intern(name)?;
    iso.get_attr_opt(device, name)
}

/// Calls `ioctl` or what older devices have instead: the answer as a number, if it is one.
fn control(iso: &mut Isolate, device: Value, operation: i64, argument: i64) -> Completion<Option<i64>> {
    let answer = match method(iso, device, "ioctl")? {
        Some(control) => {
            let argument = iso.new_int(argument)?;
            iso.call(control, &[Value::small_int(operation), argument])?
        }
        None => {
            let name = match operation {
                operation::BLOCK_COUNT => "count",
                operation::SYNC => "sync",
                _ => return Ok(None),
            };
            match method(iso, device, name)? {
                Some(method) => iso.call(method, &[])?,
                None => Value::NONE,
            }
        }
    };
    if answer.is_none() { Ok(None) } else { iso.to_isize(answer).map(Some) }
}

impl Shape {
    /// Initialises a device and asks it for its size.
    pub(super) fn ask(iso: &mut Isolate, device: Value) -> Completion<Shape> {
        let read = iso.intern("readblocks")?;
        iso.get_attr(device, read)?;
        let is_modern = method(iso, device, "ioctl")?.is_some();
        let is_writable = method(iso, device, "writeblocks")?.is_some();
        control(iso, device, operation::INITIALIZE, 1)?;
        let size = if is_modern { control(iso, device, operation::BLOCK_SIZE, 0)? } else { None };
        let count = control(iso, device, operation::BLOCK_COUNT, 0)?;
        let number = |number: i64| u32::try_from(number).ok().filter(|&number| number > 0);
        let block = size.map_or(Some(USUAL_BLOCK), number);
        match (block, count.and_then(number)) {
            (Some(block), Some(blocks)) => Ok(Shape { block, blocks, is_writable }),
            _ => Err(raise::os_error(iso, Error::INVALID.code())),
        }
    }
}

impl<'a> PythonDevice<'a> {
    pub(super) fn new(iso: &'a mut Isolate, device: Value, shape: Shape) -> PythonDevice<'a> {
        PythonDevice { iso, device, shape, raised: None, failed: None }
    }

    /// How the operation ended: what the device raised or reported goes before what the file system made of it.
    pub(super) fn end<T>(self, result: Result<T, Error>) -> Completion<T> {
        match (self.raised, result) {
            (Some(raised), _) => Err(raised),
            (None, Ok(result)) => Ok(result),
            (None, Err(error)) => Err(raise::os_error(self.iso, self.failed.unwrap_or(error).code())),
        }
    }

    /// Calls Python, unless it raised already.
    fn run<T>(&mut self, work: impl FnOnce(&mut Isolate, Value) -> Completion<T>) -> Result<T, Error> {
        if self.raised.is_some() {
            return Err(Error::IO);
        }
        let device = self.device;
        self.iso.scope(|iso| work(iso, device)).map_err(|raised| {
            self.raised = Some(raised);
            Error::IO
        })
    }

    /// The meaning of a method's answer: nothing, zero, or a negative error number.
    fn check(&mut self, answer: Option<i64>) -> Result<(), Error> {
        let error = match answer {
            None | Some(0) => return Ok(()),
            Some(code @ -4095..0) => Error::new(-code as i32),
            Some(_) => Error::INVALID,
        };
        self.failed.get_or_insert(error);
        Err(error)
    }

    /// Calls `readblocks` or `writeblocks` with a buffer that holds these bytes: the buffer, which is as large behind it.
    fn transfer(&mut self, name: &str, block: u32, offset: Option<u32>, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let (answer, bytes) = self.run(|iso, device| {
            let name = iso.intern(name)?;
            let buffer = iso.new_bytearray(bytes)?;
            let view = iso.new_memoryview(buffer)?;
            let block = iso.new_int(block.into())?;
            let answer = match offset {
                None => iso.call_method(device, name, &[block, view])?,
                Some(offset) => iso.call_method(device, name, &[block, view, Value::small_int(offset.into())])?,
            };
            let answer = match iso.as_i64(answer) {
                _ if answer.is_none() => None,
                // FAT, which asks for whole blocks, knows no other failure.
                Some(1..) if offset.is_none() => Some(-i64::from(Error::IO.code())),
                _ => Some(iso.to_isize(answer)?),
            };
            Ok((answer, iso.bytes_like(buffer).unwrap_or_default().into_owned()))
        })?;
        self.check(answer)?;
        Ok(bytes)
    }

    fn read_into(&mut self, block: u32, offset: Option<u32>, buffer: &mut [u8]) -> Result<(), Error> {
        let bytes = self.transfer("readblocks", block, offset, buffer)?;
        match bytes.get(..buffer.len()) {
            Some(bytes) => buffer.copy_from_slice(bytes),
            None => return Err(Error::IO),
        }
        Ok(())
    }

    fn write_from(&mut self, block: u32, offset: Option<u32>, bytes: &[u8]) -> Result<(), Error> {
        if !self.shape.is_writable {
            return Err(Error::READ_ONLY);
        }
        self.transfer("writeblocks", block, offset, bytes).map(drop)
    }
}

impl BlockDevice for PythonDevice<'_> {
    fn block_bytes(&self) -> u32 {
        self.shape.block
    }

    fn blocks(&self) -> u32 {
        self.shape.blocks
    }

    fn read(&mut self, block: u32, offset: u32, buffer: &mut [u8]) -> Result<(), Error> {
        self.read_into(block, Some(offset), buffer)
    }

    fn program(&mut self, block: u32, offset: u32, bytes: &[u8]) -> Result<(), Error> {
        self.write_from(block, Some(offset), bytes)
    }

    fn erase(&mut self, block: u32) -> Result<(), Error> {
        if !self.shape.is_writable {
            return Err(Error::READ_ONLY);
        }
        let answer = self.run(|iso, device| control(iso, device, operation::ERASE, block.into()))?;
        self.check(answer)
    }

    fn read_blocks(&mut self, block: u32, buffer: &mut [u8]) -> Result<(), Error> {
        self.read_into(block, None, buffer)
    }

    fn write_blocks(&mut self, block: u32, bytes: &[u8]) -> Result<(), Error> {
        self.write_from(block, None, bytes)
    }

    fn sync(&mut self) -> Result<(), Error> {
        let answer = self.run(|iso, device| control(iso, device, operation::SYNC, 0))?;
        self.check(answer)
    }
}
