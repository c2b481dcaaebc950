//! The device below a volume: its own, or one that is lent to it for each operation.
//!
//! A device that a program wrote in Python can't be part of the volume: each of its operations needs the whole interpreter.
//! So whoever has the interpreter lends the device for one call and takes it back.

use alloc::boxed::Box;
use core::mem::transmute;
use core::ptr::NonNull;
use ferropy_platform::{BlockDevice, Error};

/// Reads that one call of the library may make. A file system that contradicts itself could lead it in circles; what one
/// operation needs is far less, even on large devices.
const READS: u32 = 200_000;

/// The device below a volume.
pub(crate) struct Device {
    own: Option<Box<dyn BlockDevice>>,
    lent: Option<NonNull<dyn BlockDevice>>,
    /// Reads that are left; see [`READS`].
    left: u32,
}

impl Device {
    /// A device that is there as long as the volume.
    pub(crate) fn own(device: Box<dyn BlockDevice>) -> Device {
        Device { own: Some(device), lent: None, left: READS }
    }

    /// A device that will be lent.
    pub(crate) fn lent() -> Device {
        Device { own: None, lent: None, left: READS }
    }

    /// A new operation begins.
    pub(crate) fn begin(&mut self) {
        self.left = READS;
    }

    /// Lends a device.
    ///
    /// # Safety
    /// [`Device::take_back`] is called before the device is used or dropped by its owner.
    pub(crate) unsafe fn lend(&mut self, device: &mut dyn BlockDevice) {
        let device: NonNull<dyn BlockDevice + '_> = NonNull::from(device);
        // SAFETY: only the lifetime changes, and the caller promises what it said.
        self.lent = Some(unsafe { transmute::<NonNull<dyn BlockDevice + '_>, NonNull<dyn BlockDevice>>(device) });
    }

    pub(crate) fn take_back(&mut self) {
        self.lent = None;
    }

    fn get(&mut self) -> Result<&mut dyn BlockDevice, Error> {
        if let Some(mut device) = self.lent {
            // SAFETY: whoever lent it waits until it is taken back.
            return Ok(unsafe { device.as_mut() });
        }
        match &mut self.own {
            Some(device) => Ok(device.as_mut()),
            None => Err(Error::IO),
        }
    }

    pub(crate) fn read(&mut self, block: u32, offset: u32, buffer: &mut [u8]) -> Result<(), Error> {
        self.left = self.left.checked_sub(1).ok_or(Error::IO)?;
        let device = self.get()?;
        // What lies beyond is asked for where a file system is damaged.
        let end = u64::from(offset) + buffer.len() as u64;
        if block >= device.blocks() || end > u64::from(device.block_bytes()) {
            return Err(Error::IO);
        }
        device.read(block, offset, buffer)
    }

    /// How many blocks a buffer is long, if they are there.
    fn check_blocks(&mut self, block: u32, bytes: usize) -> Result<(), Error> {
        let device = self.get()?;
        let size = device.block_bytes() as usize;
        let end = u64::from(block) + (bytes / size) as u64;
        if bytes.is_multiple_of(size) && end <= device.blocks().into() { Ok(()) } else { Err(Error::IO) }
    }

    pub(crate) fn read_blocks(&mut self, block: u32, buffer: &mut [u8]) -> Result<(), Error> {
        self.check_blocks(block, buffer.len())?;
        self.get()?.read_blocks(block, buffer)
    }

    pub(crate) fn write_blocks(&mut self, block: u32, bytes: &[u8]) -> Result<(), Error> {
        self.check_blocks(block, bytes.len())?;
        self.get()?.write_blocks(block, bytes)
    }

    pub(crate) fn program(&mut self, block: u32, offset: u32, bytes: &[u8]) -> Result<(), Error> {
        let device = self.get()?;
        let end = u64::from(offset) + bytes.len() as u64;
        if block >= device.blocks() || end > u64::from(device.block_bytes()) {
            return Err(Error::IO);
        }
        device.program(block, offset, bytes)
    }

    pub(crate) fn erase(&mut self, block: u32) -> Result<(), Error> {
        let device = self.get()?;
        if block >= device.blocks() { Err(Error::IO) } else { device.erase(block) }
    }

    pub(crate) fn sync(&mut self) -> Result<(), Error> {
        self.get()?.sync()
    }
}
