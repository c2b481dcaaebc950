//! The safe face of the littlefs library: a mounted volume and what can be done to its names.
//!
//! The library is a translation of the C one and takes raw pointers. What they point to lies in one [`State`] on the
//! heap that never moves; open files ([`crate::file`]) share it, so that it outlives them.

use crate::device::Device;
use crate::path::{LONGEST_NAME, Path, room};
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::mem::MaybeUninit;
use core::ptr::null_mut;
use ferropy_platform::{BlockDevice, DirectoryEntry, Error, FileKind};
use littlefs_rust_core as lfs;
use littlefs_rust_core::lfs_type::lfs_type::LFS_TYPE_DIR;

/// A directory moves to other blocks after so many erasures.
const BLOCK_CYCLES: i32 = 100;
/// The attribute in which MicroPython keeps the time of the last change: nanoseconds since 1970, little-endian.
const MODIFIED: u8 = 1;

/// How a volume uses its device.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Bytes that a read is a multiple of.
    pub read: u32,
    /// Bytes that are programmed at once; a multiple of them is.
    pub program: u32,
    /// Bytes of the map of free blocks, one bit for each.
    pub lookahead: u32,
    /// Bytes of each of the library's buffers.
    pub cache: u32,
    /// Whether the times of changes are kept.
    pub times: bool,
}

impl Settings {
    /// For the files in a board's flash. MicroPython has buffers of 1024 bytes; files of up to 512 bytes lie in their
    /// directory with these as well, so that each reads what the other wrote.
    pub const BOARD: Settings = Settings { read: 32, program: 256, lookahead: 32, cache: 512, times: true };

    /// Whether the library can work so: it checks nothing itself.
    fn fit(&self, block: u32, blocks: u32) -> bool {
        let Settings { read, program, lookahead, cache, .. } = *self;
        [read, program, cache].iter().all(|&size| size > 0 && size <= block)
            && (128..=1 << 20).contains(&block)
            && blocks >= 2
            && cache.is_multiple_of(read)
            && cache.is_multiple_of(program)
            && block.is_multiple_of(cache)
            && lookahead >= 8
            && lookahead.is_multiple_of(8)
            && lookahead <= 1 << 16
    }
}

/// What the library has pointers to. The buffers are of words, because it reads words from them.
struct State {
    lfs: MaybeUninit<lfs::Lfs>,
    config: lfs::LfsConfig,
    device: Device,
    read: Vec<u64>,
    program: Vec<u64>,
    free: Vec<u64>,
}

/// A mounted volume. Copies are the same volume; it is unmounted with the last.
#[derive(Clone)]
pub(crate) struct Volume(Rc<UnsafeCell<State>>);

/// What is known about a name.
pub(crate) struct Entry {
    pub(crate) kind: FileKind,
    pub(crate) size: u32,
    pub(crate) modified_ns: i64,
}

/// What a number of the library means: it is an error's, or the result.
pub(crate) fn result(code: i32) -> Result<u32, Error> {
    /// `EILSEQ`: what the library says when blocks contradict each other.
    const CORRUPT: i32 = -84;
    match code {
        CORRUPT => Err(Error::IO),
        _ => u32::try_from(code).map_err(|_| Error::new(code.saturating_neg())),
    }
}

/// Zeros for a buffer of so many bytes.
fn buffer(bytes: u32) -> Result<Vec<u64>, Error> {
    let words = bytes.div_ceil(8) as usize;
    let mut buffer = room(words)?;
    buffer.resize(words, 0);
    Ok(buffer)
}

impl Volume {
    /// A volume on a device of this size, for [`Volume::mount`] or [`Volume::format`].
    ///
    /// # Errors
    /// [`Error::INVALID`] for sizes that don't fit together; [`Error::NO_MEMORY`].
    pub(crate) fn new(device: Device, block: u32, blocks: u32, settings: &Settings) -> Result<Volume, Error> {
        if !settings.fit(block, blocks) {
            return Err(Error::INVALID);
        }
        let config = lfs::LfsConfig {
            context: null_mut(),
            read: Some(read),
            prog: Some(program),
            erase: Some(erase),
            sync: Some(sync),
            read_size: settings.read,
            prog_size: settings.program,
            block_size: block,
            block_count: blocks,
            block_cycles: BLOCK_CYCLES,
            cache_size: settings.cache,
            lookahead_size: settings.lookahead,
            compact_thresh: 0,
            read_buffer: null_mut(),
            prog_buffer: null_mut(),
            lookahead_buffer: null_mut(),
            name_max: LONGEST_NAME as u32,
            file_max: 0,
            attr_max: 0,
            metadata_max: 0,
            inline_max: 0,
        };
        let state = Rc::new(UnsafeCell::new(State {
            lfs: MaybeUninit::zeroed(),
            config,
            device,
            read: buffer(settings.cache)?,
            program: buffer(settings.cache)?,
            free: buffer(settings.lookahead)?,
        }));
        let this = state.get();
        // SAFETY: the state was just made, nobody else has it, and it does not move any more, nor do its buffers grow.
        unsafe {
            (*this).config.context = (&raw mut (*this).device).cast();
            (*this).config.read_buffer = (*this).read.as_mut_ptr().cast();
            (*this).config.prog_buffer = (*this).program.as_mut_ptr().cast();
            (*this).config.lookahead_buffer = (*this).free.as_mut_ptr().cast();
        }
        Ok(Volume(state))
    }

    /// Mounts what is on the device.
    pub(crate) fn mount(&self) -> Result<(), Error> {
        result(lfs::lfs_mount(self.lfs(), self.config())).map(drop)
    }

    /// Finishes what a power cut interrupted. As long as a rename is unfinished, littlefs (the C one as well) leaves a name
    /// out when it lists the directory. The first change would finish it; nobody should have to wait for that.
    pub(crate) fn put_in_order(&self) -> Result<(), Error> {
        result(lfs::lfs_fs_mkconsistent(self.lfs())).map(drop)
    }

    /// Makes an empty volume.
    pub(crate) fn format(&self) -> Result<(), Error> {
        result(lfs::lfs_format(self.lfs(), self.config())).map(drop)
    }

    /// Looks whether the library can be trusted with what is on the device.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let (block_bytes, blocks) = (self.block_bytes(), self.blocks());
        self.device(|device| crate::check::check(device, block_bytes, blocks))
    }

    /// Whether there are files that can't be mounted: the device bears the mark of a littlefs, and more lies there than
    /// formatting leaves if the power goes.
    pub(crate) fn is_damaged(&self) -> Result<bool, Error> {
        const FIRST: u32 = 512;
        let mut part = [0; 256];
        let (mut marked, mut used) = (false, false);
        for block in 0..self.blocks() {
            for offset in (0..self.block_bytes()).step_by(part.len()) {
                self.device(|device| {
                    device.begin();
                    device.read(block, offset, &mut part)
                })?;
                marked |= block < 2 && offset == 0 && part.get(8..16) == Some(b"littlefs");
                used |= (block >= 2 || offset >= FIRST) && part.iter().any(|&byte| byte != 0xff);
            }
            if block >= 2 && (used || !marked) {
                break;
            }
        }
        Ok(marked && used)
    }

    /// Does something with the device, while the library does nothing.
    fn device<R>(&self, work: impl FnOnce(&mut Device) -> R) -> R {
        // SAFETY: nobody else has a reference to the device: those of the four functions below end with them.
        work(unsafe { &mut (*self.0.get()).device })
    }

    /// Lends the device for a piece of work.
    pub(crate) fn with<R>(&self, device: &mut dyn BlockDevice, work: impl FnOnce() -> R) -> R {
        /// Takes the device back however the work ends.
        struct TakeBack<'a>(&'a Volume);
        impl Drop for TakeBack<'_> {
            fn drop(&mut self) {
                self.0.device(Device::take_back);
            }
        }
        let _guard = TakeBack(self);
        // SAFETY: the guard takes it back before this function, which borrows the device, ends.
        self.device(|place| unsafe { place.lend(device) });
        work()
    }

    /// The library's own state, for its functions. Each call of one is over before the next begins: there is one thread,
    /// and devices don't call back.
    pub(crate) fn lfs(&self) -> *mut lfs::Lfs {
        self.device(Device::begin);
        // SAFETY: only an address is taken.
        unsafe { (&raw mut (*self.0.get()).lfs).cast() }
    }

    fn config(&self) -> *const lfs::LfsConfig {
        // SAFETY: only an address is taken.
        unsafe { &raw const (*self.0.get()).config }
    }

    /// How many blocks there are.
    pub(crate) fn blocks(&self) -> u32 {
        // SAFETY: nobody writes the configuration after `new`.
        unsafe { (*self.config()).block_count }
    }

    /// Bytes of a block.
    pub(crate) fn block_bytes(&self) -> u32 {
        // SAFETY: as above.
        unsafe { (*self.config()).block_size }
    }

    /// Bytes of each of the library's buffers.
    pub(crate) fn cache_bytes(&self) -> u32 {
        // SAFETY: as above.
        unsafe { (*self.config()).cache_size }
    }

    /// How many blocks hold something.
    pub(crate) fn used_blocks(&self) -> Result<u32, Error> {
        result(lfs::lfs_fs_size(self.lfs()))
    }

    /// What a name is.
    pub(crate) fn entry(&self, path: &Path) -> Result<Entry, Error> {
        let mut info = no_info();
        result(lfs::lfs_stat(self.lfs(), path.with_zero().as_ptr(), &raw mut info))?;
        let kind = kind(&info);
        if path.of_directory && kind != FileKind::Directory {
            return Err(Error::NOT_A_DIRECTORY);
        }
        let mut time = [0; 8];
        let buffer = time.as_mut_ptr().cast::<c_void>();
        let got = lfs::lfs_getattr(self.lfs(), path.with_zero().as_ptr(), MODIFIED, buffer, 8);
        let modified_ns = if got == 8 { i64::from_le_bytes(time) } else { 0 };
        Ok(Entry { kind, size: info.size, modified_ns })
    }

    /// Sets the time of the last change. The library could write it together with a file's content, but loses it then
    /// whenever a directory is compacted meanwhile (0.1.0).
    pub(crate) fn set_modified(&self, path: &Path, nanoseconds: i64) -> Result<(), Error> {
        let time = nanoseconds.to_le_bytes();
        let path = path.with_zero().as_ptr();
        result(lfs::lfs_setattr(self.lfs(), path, MODIFIED, time.as_ptr().cast(), 8)).map(drop)
    }

    /// What a directory holds.
    pub(crate) fn list(&self, path: &Path) -> Result<Vec<DirectoryEntry>, Error> {
        let mut directory = MaybeUninit::<lfs::LfsDir>::zeroed();
        result(lfs::lfs_dir_open(self.lfs(), directory.as_mut_ptr(), path.with_zero().as_ptr()))?;
        let mut entries = Vec::new();
        let mut info = no_info();
        let end = loop {
            match result(lfs::lfs_dir_read(self.lfs(), directory.as_mut_ptr(), &raw mut info)) {
                Ok(1..) => {}
                Ok(0) => break Ok(entries),
                Err(error) => break Err(error),
            }
            let name = info.name.split(|&byte| byte == 0).next().unwrap_or(&[]);
            if !matches!(name, b"." | b"..") {
                match entry_of(name, kind(&info), &mut entries) {
                    Ok(entry) => entries.push(entry),
                    Err(error) => break Err(error),
                }
            }
        };
        // The library has the directory in its list until it is closed.
        result(lfs::lfs_dir_close(self.lfs(), directory.as_mut_ptr()))?;
        end
    }

    pub(crate) fn make_directory(&self, path: &Path) -> Result<(), Error> {
        result(lfs::lfs_mkdir(self.lfs(), path.with_zero().as_ptr())).map(drop)
    }

    /// Removes a file, or a directory that is empty.
    pub(crate) fn remove(&self, path: &Path) -> Result<(), Error> {
        result(lfs::lfs_remove(self.lfs(), path.with_zero().as_ptr())).map(drop)
    }

    pub(crate) fn rename(&self, from: &Path, to: &Path) -> Result<(), Error> {
        result(lfs::lfs_rename(self.lfs(), from.with_zero().as_ptr(), to.with_zero().as_ptr())).map(drop)
    }
}

/// An entry of a directory, for which there is room among the others.
fn entry_of(name: &[u8], kind: FileKind, others: &mut Vec<DirectoryEntry>) -> Result<DirectoryEntry, Error> {
    others.try_reserve(1).map_err(|_| Error::NO_MEMORY)?;
    let mut own = room(name.len())?;
    own.extend_from_slice(name);
    Ok(DirectoryEntry { name: own, kind, inode: 0 })
}

fn no_info() -> lfs::LfsInfo {
    lfs::LfsInfo { type_: 0, size: 0, name: [0; LONGEST_NAME + 1] }
}

fn kind(info: &lfs::LfsInfo) -> FileKind {
    if u32::from(info.type_) == LFS_TYPE_DIR { FileKind::Directory } else { FileKind::File }
}

/// The device of a configuration.
///
/// # Safety
/// The configuration is one of [`Volume::new`], and its volume lives.
unsafe fn device<'a>(config: *const lfs::LfsConfig) -> &'a mut Device {
    // SAFETY: `new` put a pointer to the device there; only the four functions below use it while the library works, one at
    // a time.
    unsafe { &mut *(*config).context.cast::<Device>() }
}

fn code(result: Result<(), Error>) -> i32 {
    match result {
        Ok(()) => 0,
        Err(Error::READ_ONLY) => -Error::READ_ONLY.code(),
        Err(_) => lfs::LFS_ERR_IO,
    }
}

unsafe extern "C" fn read(config: *const lfs::LfsConfig, block: u32, offset: u32, buffer: *mut u8, size: u32) -> i32 {
    // SAFETY: the library hands on its configuration, and a buffer of that size.
    let (device, buffer) = unsafe { (device(config), core::slice::from_raw_parts_mut(buffer, size as usize)) };
    code(device.read(block, offset, buffer))
}

unsafe extern "C" fn program(
    config: *const lfs::LfsConfig,
    block: u32,
    offset: u32,
    bytes: *const u8,
    size: u32,
) -> i32 {
    // SAFETY: the library hands on its configuration, and that many bytes.
    let (device, bytes) = unsafe { (device(config), core::slice::from_raw_parts(bytes, size as usize)) };
    code(device.program(block, offset, bytes))
}

unsafe extern "C" fn erase(config: *const lfs::LfsConfig, block: u32) -> i32 {
    // SAFETY: the library hands on its configuration.
    code(unsafe { device(config) }.erase(block))
}

unsafe extern "C" fn sync(config: *const lfs::LfsConfig) -> i32 {
    // SAFETY: the library hands on its configuration.
    code(unsafe { device(config) }.sync())
}
