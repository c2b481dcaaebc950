//! The safe face of the littlefs library: a mounted volume and what can be done to its names.
//!
//! The library is a translation of the C one and takes raw pointers. What they point to lies in one [`State`] on the
//! heap that never moves; open files ([`crate::file`]) share it, so that it outlives them.

use crate::device::{BLOCK_BYTES, BlockDevice, PROGRAM_BYTES};
use crate::path::{LONGEST_NAME, Path, room};
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::mem::MaybeUninit;
use core::ptr::null_mut;
use ferropy_platform::{DirectoryEntry, Error, FileKind};
use littlefs_rust_core as lfs;
use littlefs_rust_core::lfs_type::lfs_type::LFS_TYPE_DIR;

/// Bytes of each of the library's buffers. MicroPython has 1024; files of up to 512 bytes lie in their directory with
/// it as well as with this, so that each reads what the other wrote.
pub(crate) const BUFFER: usize = 512;
/// Bytes that a read is a multiple of.
const READ_BYTES: u32 = 32;
/// A directory moves to other blocks after so many erasures.
const BLOCK_CYCLES: i32 = 100;
/// The attribute in which MicroPython keeps the time of the last change: nanoseconds since 1970, little-endian.
const MODIFIED: u8 = 1;

/// A buffer that words may be read from.
#[repr(align(8))]
struct Buffer<const BYTES: usize>(#[allow(dead_code, reason = "the library has a pointer to it")] [u8; BYTES]);

/// What the library has pointers to.
struct State<D> {
    lfs: MaybeUninit<lfs::Lfs>,
    config: lfs::LfsConfig,
    device: D,
    read: Buffer<BUFFER>,
    program: Buffer<BUFFER>,
    free: Buffer<32>,
}

/// A mounted volume. Copies are the same volume; it is unmounted with the last.
pub(crate) struct Volume<D: BlockDevice>(Rc<UnsafeCell<State<D>>>);

impl<D: BlockDevice> Clone for Volume<D> {
    fn clone(&self) -> Volume<D> {
        Volume(self.0.clone())
    }
}

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

impl<D: BlockDevice> Volume<D> {
    /// Mounts a device; formats it if there is no volume on it.
    pub(crate) fn mount(device: D) -> Result<Volume<D>, Error> {
        let volume = Volume::new(device);
        let (lfs, config) = (volume.lfs(), volume.config());
        let code = lfs::lfs_mount(lfs, config);
        if code == lfs::LFS_ERR_CORRUPT || code == lfs::LFS_ERR_INVAL {
            result(lfs::lfs_format(lfs, config))?;
            result(lfs::lfs_mount(lfs, config))?;
        } else {
            result(code)?;
        }
        // As long as a rename that a power cut interrupted is unfinished, littlefs (the C one as well) leaves a name out when
        // it lists the directory. The first change would finish it; nobody should have to wait for that.
        result(lfs::lfs_fs_mkconsistent(lfs))?;
        Ok(volume)
    }

    fn new(device: D) -> Volume<D> {
        let config = lfs::LfsConfig {
            context: null_mut(),
            read: Some(read::<D>),
            prog: Some(program::<D>),
            erase: Some(erase::<D>),
            sync: Some(sync),
            read_size: READ_BYTES,
            prog_size: PROGRAM_BYTES,
            block_size: BLOCK_BYTES,
            block_count: device.blocks(),
            block_cycles: BLOCK_CYCLES,
            cache_size: BUFFER as u32,
            lookahead_size: 32,
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
            read: Buffer([0; BUFFER]),
            program: Buffer([0; BUFFER]),
            free: Buffer([0; 32]),
        }));
        let this = state.get();
        // SAFETY: the state was just made, nobody else has it, and it does not move any more.
        unsafe {
            (*this).config.context = (&raw mut (*this).device).cast();
            (*this).config.read_buffer = (&raw mut (*this).read).cast();
            (*this).config.prog_buffer = (&raw mut (*this).program).cast();
            (*this).config.lookahead_buffer = (&raw mut (*this).free).cast();
        }
        Volume(state)
    }

    /// The library's own state, for its functions. Each call of one is over before the next begins: there is one thread,
    /// and devices don't call back.
    pub(crate) fn lfs(&self) -> *mut lfs::Lfs {
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
/// The configuration is one of [`Volume::new`] for the same type of device, and its volume lives.
unsafe fn device<'a, D: BlockDevice>(config: *const lfs::LfsConfig) -> &'a mut D {
    // SAFETY: `new` put a pointer to the device there; only the four functions below use it, one at a time.
    unsafe { &mut *(*config).context.cast::<D>() }
}

fn code(result: Result<(), Error>) -> i32 {
    result.map_or(lfs::LFS_ERR_IO, |()| 0)
}

unsafe extern "C" fn read<D: BlockDevice>(
    config: *const lfs::LfsConfig,
    block: u32,
    offset: u32,
    buffer: *mut u8,
    size: u32,
) -> i32 {
    // SAFETY: the library hands on its configuration, and a buffer of that size.
    let (device, buffer) = unsafe { (device::<D>(config), core::slice::from_raw_parts_mut(buffer, size as usize)) };
    code(device.read(block * BLOCK_BYTES + offset, buffer))
}

unsafe extern "C" fn program<D: BlockDevice>(
    config: *const lfs::LfsConfig,
    block: u32,
    offset: u32,
    bytes: *const u8,
    size: u32,
) -> i32 {
    // SAFETY: the library hands on its configuration, and that many bytes.
    let (device, bytes) = unsafe { (device::<D>(config), core::slice::from_raw_parts(bytes, size as usize)) };
    code(device.program(block * BLOCK_BYTES + offset, bytes))
}

unsafe extern "C" fn erase<D: BlockDevice>(config: *const lfs::LfsConfig, block: u32) -> i32 {
    // SAFETY: the library hands on its configuration.
    code(unsafe { device::<D>(config) }.erase(block))
}

unsafe extern "C" fn sync(_: *const lfs::LfsConfig) -> i32 {
    0
}
