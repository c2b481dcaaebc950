//! The platform's files on a volume: numbers of open files, the current directory, and what POSIX promises beyond the
//! library's rules.
//!
//! The library keeps what one open file wrote from all others until it is synchronised, and an open file does not learn
//! that its content was replaced. So whoever looks at a name first makes others write what they hold back, and a file
//! whose content or name has changed is opened anew before it is used again.

use crate::LentVolume;
use crate::device::Device;
use crate::file::File;
use crate::path::{LONGEST_NAME, Path};
use crate::stat::stat;
use crate::volume::{Entry, Settings, Volume};
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_platform::{
    BlockDevice, DirectoryEntry, Error, FileId, FileKind, FileSystem, Files, OpenOptions, SeekFrom, Stat,
};

/// How many files may be open at once. Each takes some 600 bytes of memory that boards hardly have; the runtime closes what
/// nobody holds any more when it is told that there are too many.
const MOST_OPEN: usize = 10;

/// A file that a program has open.
struct Opened {
    file: File,
    path: Path,
    options: OpenOptions,
    /// Something was written that is not yet in the flash.
    is_dirty: bool,
    /// The content changed since it was opened.
    is_stale: bool,
}

/// Where the time comes from.
enum Now {
    Asked(fn() -> i64),
    /// With the device, for each operation.
    Told(i64),
    /// It is not noted.
    Unknown,
}

/// The files of a board, in a part of its flash.
pub struct FlashFiles {
    open: Vec<Option<Opened>>,
    directory: Vec<u8>,
    volume: Volume,
    now: Now,
}

// SAFETY: what is shared in it (the volume, with its open files) is shared within it only.
unsafe impl Send for FlashFiles {}

impl FlashFiles {
    /// Mounts a device of its own. One without files is formatted, as at a board's first start; one whose files are damaged
    /// is not. `now_ns` tells the time, in nanoseconds since 1970.
    ///
    /// # Errors
    /// What the device reports; [`Error::IO`] for files that are damaged.
    pub fn mount<D: BlockDevice + Send + 'static>(device: D, now_ns: fn() -> i64) -> Result<FlashFiles, Error> {
        let (block, blocks) = (device.block_bytes(), device.blocks());
        let volume = Volume::new(Device::own(Box::new(device)), block, blocks, &Settings::BOARD)?;
        if let Err(error) = volume.mount() {
            if volume.is_damaged()? {
                return Err(error);
            }
            volume.format()?;
            volume.mount()?;
        }
        volume.put_in_order()?;
        Ok(FlashFiles::new(volume, Now::Asked(now_ns)))
    }

    /// Mounts a device that is lent for each operation.
    ///
    /// # Errors
    /// What the device reports; [`Error::INVALID`] or [`Error::IO`] if there is no volume on it.
    pub fn mount_lent(device: &mut dyn BlockDevice, settings: &Settings) -> Result<FlashFiles, Error> {
        let volume = Volume::new(Device::lent(), device.block_bytes(), device.blocks(), settings)?;
        volume.with(device, || {
            volume.check()?;
            volume.mount()?;
            match volume.put_in_order() {
                Err(Error::READ_ONLY) => Ok(()),
                done => done,
            }
        })?;
        Ok(FlashFiles::new(volume, if settings.times { Now::Told(0) } else { Now::Unknown }))
    }

    /// Makes an empty volume on a device.
    ///
    /// # Errors
    /// What the device reports.
    pub fn format(device: &mut dyn BlockDevice, settings: &Settings) -> Result<(), Error> {
        let volume = Volume::new(Device::lent(), device.block_bytes(), device.blocks(), settings)?;
        volume.with(device, || volume.format())
    }

    fn new(volume: Volume, now: Now) -> FlashFiles {
        FlashFiles { open: Vec::new(), directory: Vec::new(), volume, now }
    }

    fn path(&self, path: &[u8]) -> Result<Path, Error> {
        Path::new(&self.directory, path)
    }

    /// The path of something that is to be made, opened or removed: no name at all names nothing.
    fn named(&self, path: &[u8]) -> Result<Path, Error> {
        if path.is_empty() { Err(Error::NOT_FOUND) } else { self.path(path) }
    }

    fn opened(&mut self, file: FileId) -> Result<&mut Opened, Error> {
        self.open.get_mut(file.0 as usize).and_then(Option::as_mut).ok_or(Error::BAD_FILE)
    }

    /// An open file, as it is now.
    fn current(&mut self, file: FileId) -> Result<&mut Opened, Error> {
        let volume = self.volume.clone();
        let opened = self.opened(file)?;
        if opened.is_stale && !opened.is_dirty {
            let position = opened.file.position()?;
            let options = OpenOptions { create: false, create_new: false, truncate: false, ..opened.options };
            opened.file = File::open(&volume, &opened.path, options)?;
            opened.file.seek(position)?;
            opened.is_stale = false;
        }
        Ok(opened)
    }

    /// Makes all write what they hold back for a path and what is below it.
    fn settle(&mut self, path: &Path) -> Result<(), Error> {
        for number in 0..self.open.len() {
            if let Some(Some(opened)) = self.open.get(number)
                && opened.is_dirty
                && opened.path.below(path).is_some()
            {
                self.write_out(number)?;
            }
        }
        Ok(())
    }

    /// Writes what an open file holds back.
    fn write_out(&mut self, number: usize) -> Result<(), Error> {
        let Some(Some(opened)) = self.open.get_mut(number) else { return Err(Error::BAD_FILE) };
        if opened.is_dirty {
            let path = opened.path.copy()?;
            opened.is_dirty = false;
            let done = opened.file.sync();
            self.make_stale(&path, Some(number));
            done?;
            // What was written is safe; a full volume may have no room for the time.
            let now = match self.now {
                Now::Asked(now_ns) => now_ns(),
                Now::Told(now_ns) => now_ns,
                Now::Unknown => return Ok(()),
            };
            let _ = self.volume.set_modified(&path, now);
        }
        Ok(())
    }

    /// Notes that a path has another content.
    fn make_stale(&mut self, path: &Path, except: Option<usize>) {
        for (number, opened) in self.open.iter_mut().enumerate() {
            if let Some(opened) = opened
                && Some(number) != except
                && opened.path.below(path).is_some()
            {
                opened.is_stale = true;
            }
        }
    }

    /// Lets go of what is open at a path that is about to be removed: what it holds back is for nobody.
    fn forget(&mut self, path: &Path) {
        for opened in self.open.iter_mut().flatten().filter(|opened| opened.path == *path) {
            opened.file.give_up();
            opened.is_dirty = false;
            opened.is_stale = true;
        }
    }

    fn insert(&mut self, opened: Opened) -> Result<FileId, Error> {
        let number = self.open.iter().position(Option::is_none).unwrap_or(self.open.len());
        match self.open.get_mut(number) {
            Some(place) => *place = Some(opened),
            None => {
                self.open.try_reserve(1).map_err(|_| Error::NO_MEMORY)?;
                self.open.push(Some(opened));
            }
        }
        u32::try_from(number).map(FileId).map_err(|_| Error::TOO_MANY_FILES)
    }

    fn stat_of(&self, path: &Path, entry: &Entry) -> Stat {
        stat(entry.kind, entry.size, entry.modified_ns, path.number(), self.volume.block_bytes())
    }

    /// What a rename may not do, as POSIX has it.
    fn check_rename(&self, from: &Path, to: &Path) -> Result<(), Error> {
        let source = self.volume.entry(from)?;
        if from.is_root() || to.is_root() {
            return Err(Error::BUSY);
        }
        if to.below(from).is_some_and(|rest| !rest.is_empty()) {
            return Err(Error::INVALID);
        }
        match self.volume.entry(to) {
            Ok(Entry { kind: FileKind::Directory, .. }) if source.kind != FileKind::Directory => {
                Err(Error::IS_A_DIRECTORY)
            }
            Ok(entry) if source.kind == FileKind::Directory && entry.kind != FileKind::Directory => {
                Err(Error::NOT_A_DIRECTORY)
            }
            Err(error) if error != Error::NOT_FOUND => Err(error),
            _ => Ok(()),
        }
    }
}

impl LentVolume for FlashFiles {
    fn with(&mut self, device: &mut dyn BlockDevice, now_ns: i64, work: &mut dyn FnMut(&mut dyn Files)) {
        if let Now::Told(now) = &mut self.now {
            *now = now_ns;
        }
        let volume = self.volume.clone();
        volume.with(device, || work(self));
    }
}

impl Drop for FlashFiles {
    fn drop(&mut self) {
        self.sync_all();
    }
}

impl Files for FlashFiles {
    fn open(&mut self, path: &[u8], options: OpenOptions) -> Result<FileId, Error> {
        let path = self.named(path)?;
        if !(options.read || options.write || options.append) {
            return Err(Error::INVALID);
        }
        if path.of_directory {
            self.volume.entry(&path)?;
            return Err(Error::IS_A_DIRECTORY);
        }
        if self.open.iter().flatten().count() >= MOST_OPEN {
            return Err(Error::TOO_MANY_FILES);
        }
        self.settle(&path)?;
        let file = File::open(&self.volume, &path, options)?;
        let is_dirty = options.truncate || options.create_new;
        self.insert(Opened { file, path, options, is_dirty, is_stale: false })
    }

    fn close(&mut self, file: FileId) -> Result<(), Error> {
        let number = file.0 as usize;
        let written = self.write_out(number);
        self.open.get_mut(number).and_then(Option::take).ok_or(Error::BAD_FILE)?;
        written
    }

    fn read(&mut self, file: FileId, buffer: &mut [u8]) -> Result<usize, Error> {
        let opened = self.current(file)?;
        if opened.options.read { opened.file.read(buffer) } else { Err(Error::BAD_FILE) }
    }

    fn write(&mut self, file: FileId, bytes: &[u8]) -> Result<usize, Error> {
        let opened = self.current(file)?;
        if !(opened.options.write || opened.options.append) {
            return Err(Error::BAD_FILE);
        }
        opened.is_dirty = true;
        opened.file.write(bytes)
    }

    fn seek(&mut self, file: FileId, to: SeekFrom) -> Result<u64, Error> {
        let opened = self.current(file)?;
        let place = match to {
            SeekFrom::Start(offset) => i64::try_from(offset).ok(),
            SeekFrom::Current(offset) => i64::from(opened.file.position()?).checked_add(offset),
            SeekFrom::End(offset) => i64::from(opened.file.size()?).checked_add(offset),
        };
        let place = place.and_then(|place| u32::try_from(place).ok()).ok_or(Error::INVALID)?;
        opened.file.seek(place)?;
        Ok(place.into())
    }

    fn truncate(&mut self, file: FileId, size: u64) -> Result<(), Error> {
        let opened = self.current(file)?;
        if !(opened.options.write || opened.options.append) {
            return Err(Error::INVALID);
        }
        opened.is_dirty = true;
        opened.file.truncate(u32::try_from(size).map_err(|_| Error::FILE_TOO_LARGE)?)
    }

    fn sync(&mut self, file: FileId) -> Result<(), Error> {
        self.write_out(file.0 as usize)
    }

    fn sync_all(&mut self) {
        for number in 0..self.open.len() {
            // Nobody is told of errors here; who closes the file is.
            let _ = self.write_out(number);
        }
    }

    fn stat_open(&mut self, file: FileId) -> Result<Stat, Error> {
        self.write_out(file.0 as usize)?;
        let path = self.current(file)?.path.copy()?;
        let entry = self.volume.entry(&path)?;
        Ok(self.stat_of(&path, &entry))
    }

    fn stat(&mut self, path: &[u8]) -> Result<Stat, Error> {
        let path = self.path(path)?;
        if !path.of_directory {
            self.settle(&path)?;
        }
        let entry = self.volume.entry(&path)?;
        Ok(self.stat_of(&path, &entry))
    }

    fn list(&mut self, path: &[u8]) -> Result<Vec<DirectoryEntry>, Error> {
        let path = self.path(path)?;
        let mut entries = self.volume.list(&path)?;
        for entry in &mut entries {
            entry.inode = Path::new(path.bytes(), &entry.name)?.number();
        }
        Ok(entries)
    }

    fn make_directory(&mut self, path: &[u8]) -> Result<(), Error> {
        let path = self.named(path)?;
        self.volume.make_directory(&path)
    }

    fn remove_directory(&mut self, path: &[u8]) -> Result<(), Error> {
        let path = self.named(path)?;
        match self.volume.entry(&path)?.kind {
            FileKind::Directory if path.is_root() => Err(Error::BUSY),
            FileKind::Directory => self.volume.remove(&path),
            _ => Err(Error::NOT_A_DIRECTORY),
        }
    }

    fn remove(&mut self, path: &[u8]) -> Result<(), Error> {
        let path = self.named(path)?;
        if self.volume.entry(&path)?.kind == FileKind::Directory {
            return Err(Error::IS_A_DIRECTORY);
        }
        self.volume.remove(&path)?;
        self.forget(&path);
        Ok(())
    }

    fn rename(&mut self, from: &[u8], to: &[u8]) -> Result<(), Error> {
        let (from, to) = (self.named(from)?, self.named(to)?);
        self.settle(&from)?;
        self.check_rename(&from, &to)?;
        if from == to {
            return Ok(());
        }
        self.volume.rename(&from, &to)?;
        self.forget(&to);
        self.make_stale(&from, None);
        for opened in self.open.iter_mut().flatten() {
            if let Some(rest) = opened.path.below(&from) {
                opened.path = Path::new(to.bytes(), rest.strip_prefix(b"/").unwrap_or(rest))?;
            }
        }
        Ok(())
    }

    fn current_directory(&mut self) -> Result<Vec<u8>, Error> {
        Ok(if self.directory.is_empty() { b"/".to_vec() } else { self.directory.clone() })
    }

    fn change_directory(&mut self, path: &[u8]) -> Result<(), Error> {
        let path = self.path(path)?;
        if self.volume.entry(&path)?.kind != FileKind::Directory {
            return Err(Error::NOT_A_DIRECTORY);
        }
        self.directory = path.bytes().to_vec();
        Ok(())
    }

    fn set_times(&mut self, path: &[u8], _: i128, modified_ns: i128, _: bool) -> Result<(), Error> {
        let path = self.path(path)?;
        self.settle(&path)?;
        self.volume.entry(&path)?;
        let time = i64::try_from(modified_ns).map_err(|_| Error::INVALID)?;
        self.volume.set_modified(&path, time)
    }

    fn file_system(&mut self, path: &[u8]) -> Result<FileSystem, Error> {
        let path = self.path(path)?;
        self.volume.entry(&path)?;
        let blocks = u64::from(self.volume.blocks());
        let free = blocks.saturating_sub(self.volume.used_blocks()?.into());
        Ok(FileSystem {
            block_size: self.volume.block_bytes().into(),
            fragment_size: self.volume.block_bytes().into(),
            blocks,
            free_blocks: free,
            available_blocks: free,
            longest_name: LONGEST_NAME as u64,
            ..FileSystem::default()
        })
    }
}
