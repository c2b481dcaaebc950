//! An open file of a volume.

use crate::path::{Path, room};
use crate::volume::{Volume, result};
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem::MaybeUninit;
use core::ptr::{NonNull, null_mut, slice_from_raw_parts_mut};
use ferropy_platform::{Error, OpenOptions};
use littlefs_rust_core as lfs;
use littlefs_rust_core::lfs_type::{lfs_open_flags as flags, lfs_whence_flags::LFS_SEEK_SET};

/// What the library has pointers to.
struct State {
    file: MaybeUninit<lfs::LfsFile>,
    config: lfs::LfsFileConfig,
    buffer: Vec<u64>,
}

/// An open file; dropping it closes it.
pub(crate) struct File {
    volume: Volume,
    /// From a boxed slice of one, whose place the library keeps in its list of open files. (A plain box can't be made
    /// without the risk that a lack of memory ends the program.)
    state: NonNull<State>,
}

impl File {
    pub(crate) fn open(volume: &Volume, path: &Path, options: OpenOptions) -> Result<File, Error> {
        let words = volume.cache_bytes().div_ceil(8) as usize;
        let mut buffer = room(words)?;
        buffer.resize(words, 0);
        let mut place = room(1)?;
        place.push(State {
            file: MaybeUninit::zeroed(),
            config: lfs::LfsFileConfig { buffer: null_mut(), attrs: null_mut(), attr_count: 0 },
            buffer,
        });
        let place = Box::leak(place.into_boxed_slice());
        let file = File { volume: volume.clone(), state: NonNull::from(place).cast() };
        let state = file.state.as_ptr();
        // SAFETY: the state was just made, nobody else has it, and it does not move any more.
        let config = unsafe {
            (*state).config.buffer = (*state).buffer.as_mut_ptr().cast();
            &raw const (*state).config
        };
        let path = path.with_zero().as_ptr();
        let code = lfs::lfs_file_opencfg(volume.lfs(), file.raw(), path, library_flags(options), config);
        result(code).inspect_err(|_| file.give_up())?;
        Ok(file)
    }

    fn raw(&self) -> *mut lfs::LfsFile {
        // SAFETY: only an address is taken.
        unsafe { (&raw mut (*self.state.as_ptr()).file).cast() }
    }

    /// Nothing of what was not yet synchronised is written.
    pub(crate) fn give_up(&self) {
        // SAFETY: the file was opened, or is all zeros.
        unsafe { (*self.raw()).flags |= flags::LFS_F_ERRED as u32 };
    }

    pub(crate) fn read(&self, buffer: &mut [u8]) -> Result<usize, Error> {
        let size = u32::try_from(buffer.len()).unwrap_or(u32::MAX).min(i32::MAX as u32);
        let code = lfs::lfs_file_read(self.volume.lfs(), self.raw(), buffer.as_mut_ptr().cast(), size);
        result(code).map(|count| count as usize)
    }

    pub(crate) fn write(&self, bytes: &[u8]) -> Result<usize, Error> {
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX).min(i32::MAX as u32);
        let code = lfs::lfs_file_write(self.volume.lfs(), self.raw(), bytes.as_ptr().cast(), size);
        result(code).map(|count| count as usize)
    }

    /// Moves to a place, counted from the start.
    pub(crate) fn seek(&self, to: u32) -> Result<(), Error> {
        let to = i32::try_from(to).map_err(|_| Error::INVALID)?;
        result(lfs::lfs_file_seek(self.volume.lfs(), self.raw(), to, LFS_SEEK_SET)).map(drop)
    }

    pub(crate) fn position(&self) -> Result<u32, Error> {
        result(lfs::lfs_file_tell(self.volume.lfs(), self.raw()))
    }

    pub(crate) fn size(&self) -> Result<u32, Error> {
        result(lfs::lfs_file_size(self.volume.lfs(), self.raw()))
    }

    pub(crate) fn truncate(&self, size: u32) -> Result<(), Error> {
        result(lfs::lfs_file_truncate(self.volume.lfs(), self.raw(), size)).map(drop)
    }

    pub(crate) fn sync(&self) -> Result<(), Error> {
        result(lfs::lfs_file_sync(self.volume.lfs(), self.raw())).map(drop)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        // The library (0.1.0) leaves a file in its list if writing it fails; with the error noted it tries nothing.
        if lfs::lfs_file_close(self.volume.lfs(), self.raw()) != 0 {
            self.give_up();
            lfs::lfs_file_close(self.volume.lfs(), self.raw());
        }
        // SAFETY: the pointer is from a boxed slice of one, and the library has forgotten it.
        drop(unsafe { Box::from_raw(slice_from_raw_parts_mut(self.state.as_ptr(), 1)) });
    }
}

fn library_flags(options: OpenOptions) -> i32 {
    let flag = |set: bool, flag: i32| if set { flag } else { 0 };
    flag(options.read, flags::LFS_O_RDONLY)
        | flag(options.write || options.append, flags::LFS_O_WRONLY)
        | flag(options.create || options.create_new, flags::LFS_O_CREAT)
        | flag(options.create_new, flags::LFS_O_EXCL)
        | flag(options.truncate, flags::LFS_O_TRUNC)
        | flag(options.append, flags::LFS_O_APPEND)
}
