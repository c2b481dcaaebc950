//! The platform's files on a FAT volume.
//!
//! All who have a file open share one [`Node`], so that each sees what the others do. An open file can't be removed: its
//! clusters would belong to others next.

use super::content::{Node, Opened, cluster_at, extend, run_at, write_at};
use super::directory::{Content, Found, Place};
use super::entry::{ARCHIVE, DIRECTORY, LONGEST, READ_ONLY};
use super::table::Volume;
use crate::LentVolume;
use crate::device::Device;
use crate::path::Path;
use crate::stat::stat;
use alloc::vec::Vec;
use ferropy_platform::{
    BlockDevice, DirectoryEntry, Error, FileId, FileKind, FileSystem, Files, OpenOptions, SeekFrom, Stat,
};

/// How many files may be open at once.
const MOST_OPEN: usize = 16;

/// The files of a memory card.
pub struct FatFiles {
    volume: Volume,
    nodes: Vec<Node>,
    open: Vec<Option<Opened>>,
    directory: Vec<u8>,
    now_ns: i64,
}

// SAFETY: the device that is lent to the volume is taken back before anybody else can have it.
unsafe impl Send for FatFiles {}

impl LentVolume for FatFiles {
    fn with(&mut self, device: &mut dyn BlockDevice, now_ns: i64, work: &mut dyn FnMut(&mut dyn Files)) {
        /// Takes the device back however the work ends.
        struct TakeBack<'a>(&'a mut FatFiles);
        impl Drop for TakeBack<'_> {
            fn drop(&mut self) {
                self.0.volume.device.take_back();
            }
        }
        self.now_ns = now_ns;
        let guard = TakeBack(self);
        // SAFETY: the guard takes it back before this function, which borrows the device, ends.
        unsafe { guard.0.volume.device.lend(device) };
        guard.0.volume.device.begin();
        work(guard.0);
    }
}

impl FatFiles {
    /// Mounts what is on a device.
    ///
    /// # Errors
    /// 19, `ENODEV`, if there is no FAT volume on it; what the device reports.
    pub fn mount(device: &mut dyn BlockDevice) -> Result<FatFiles, Error> {
        let (sector, blocks) = (device.block_bytes(), device.blocks());
        let mut place = Device::lent();
        // SAFETY: it is taken back below, before anything else is done with it; if mounting fails, the place is gone.
        unsafe { place.lend(device) };
        let mut volume = Volume::mount(place, sector, blocks)?;
        volume.device.take_back();
        Ok(FatFiles { volume, nodes: Vec::new(), open: Vec::new(), directory: Vec::new(), now_ns: 0 })
    }

    /// Makes an empty volume on a device.
    ///
    /// # Errors
    /// [`Error::INVALID`] for a device that is too small; what the device reports.
    pub fn format(device: &mut dyn BlockDevice) -> Result<(), Error> {
        super::format::format(device)
    }

    /// The directory that a path lies in, and its own name; nothing for the root.
    fn parent<'a>(&mut self, path: &'a Path) -> Result<Option<(u32, &'a str)>, Error> {
        let mut folder = 0;
        let mut names = path.bytes().split(|&byte| byte == b'/').filter(|name| !name.is_empty()).peekable();
        while let Some(name) = names.next() {
            let name = core::str::from_utf8(name).map_err(|_| Error::INVALID)?;
            if names.peek().is_none() {
                return Ok(Some((folder, name)));
            }
            match self.volume.find(folder, name)? {
                Some(found) if found.is_directory() => folder = found.first,
                Some(_) => return Err(Error::NOT_A_DIRECTORY),
                None => return Err(Error::NOT_FOUND),
            }
        }
        Ok(None)
    }

    /// What a path names, which is not the root.
    fn find(&mut self, path: &Path) -> Result<(u32, Found), Error> {
        let (folder, name) = self.parent(path)?.ok_or(Error::BUSY)?;
        let found = self.volume.find(folder, name)?.ok_or(Error::NOT_FOUND)?;
        if path.of_directory && !found.is_directory() { Err(Error::NOT_A_DIRECTORY) } else { Ok((folder, found)) }
    }

    /// The first cluster of a directory; 0 for the root.
    fn folder(&mut self, path: &Path) -> Result<u32, Error> {
        if path.is_root() {
            return Ok(0);
        }
        let (_, found) = self.find(path)?;
        if found.is_directory() { Ok(found.first) } else { Err(Error::NOT_A_DIRECTORY) }
    }

    fn path(&self, path: &[u8]) -> Result<Path, Error> {
        Path::new(&self.directory, path)
    }

    /// The path of something that is to be made, opened or removed: no name at all names nothing.
    fn named(&self, path: &[u8]) -> Result<Path, Error> {
        if path.is_empty() { Err(Error::NOT_FOUND) } else { self.path(path) }
    }

    /// What is open at a place, if anything is.
    fn node_at(&self, place: Place) -> Option<usize> {
        self.nodes.iter().position(|node| node.users > 0 && node.place == place)
    }

    fn opened(&mut self, file: FileId) -> Result<(&mut Opened, &mut Node, &mut Volume), Error> {
        let opened = self.open.get_mut(file.0 as usize).and_then(Option::as_mut).ok_or(Error::BAD_FILE)?;
        let node = self.nodes.get_mut(opened.node).ok_or(Error::BAD_FILE)?;
        Ok((opened, node, &mut self.volume))
    }

    /// Writes what the directory has to know about an open file.
    fn write_out(&mut self, node: usize) -> Result<(), Error> {
        let now_ns = self.now_ns;
        if let Some(node) = self.nodes.get_mut(node).filter(|node| node.is_dirty) {
            node.is_dirty = false;
            self.volume.flush()?;
            let attributes = node.attributes | ARCHIVE;
            let content = Content { attributes, first: node.first, size: node.size, now_ns };
            self.volume.set_content(node.place, content)?;
            self.volume.sync()?;
        }
        Ok(())
    }

    /// Opens what was found or made.
    fn insert(
        &mut self,
        place: Place,
        attributes: u8,
        first: u32,
        size: u32,
        options: OpenOptions,
    ) -> Result<FileId, Error> {
        if self.open.iter().flatten().count() >= MOST_OPEN {
            return Err(Error::TOO_MANY_FILES);
        }
        let node = match self.node_at(place) {
            Some(node) => node,
            None => {
                let fresh = Node { place, first, size, attributes, is_dirty: false, users: 0, version: 0 };
                let free = self.nodes.iter().position(|node| node.users == 0).unwrap_or(self.nodes.len());
                match self.nodes.get_mut(free) {
                    Some(node) => *node = fresh,
                    None => {
                        self.nodes.try_reserve(1).map_err(|_| Error::NO_MEMORY)?;
                        self.nodes.push(fresh);
                    }
                }
                free
            }
        };
        let number = self.open.iter().position(Option::is_none).unwrap_or(self.open.len());
        if number == self.open.len() {
            self.open.try_reserve(1).map_err(|_| Error::NO_MEMORY)?;
            self.open.push(None);
        }
        if let (Some(slot), Some(node_of)) = (self.open.get_mut(number), self.nodes.get_mut(node)) {
            *slot = Some(Opened { node, options, position: 0, known: None });
            node_of.users += 1;
        }
        Ok(FileId(number as u32))
    }

    fn stat_of(&self, kind: FileKind, size: u32, modified_ns: i64, inode: u64) -> Stat {
        stat(kind, size, modified_ns, inode, self.volume.layout.cluster_bytes())
    }

    /// Removes an entry and what it names.
    fn discard(&mut self, folder: u32, found: &Found) -> Result<(), Error> {
        if self.node_at(found.place).is_some() {
            return Err(Error::BUSY);
        }
        self.volume.erase_entry(folder, found)?;
        self.volume.flush()?;
        if found.first != 0 {
            self.volume.release(found.first)?;
        }
        self.volume.sync()
    }

    fn is_empty(&mut self, folder: u32) -> Result<bool, Error> {
        let some = self.volume.scan(folder, &mut |found, _| Ok(!matches!(found.name.as_str(), "." | "..")))?;
        Ok(some.is_none())
    }
}

impl Files for FatFiles {
    fn open(&mut self, path: &[u8], options: OpenOptions) -> Result<FileId, Error> {
        let path = self.named(path)?;
        let writes = options.write || options.append;
        if !(options.read || writes) {
            return Err(Error::INVALID);
        }
        let Some((folder, name)) = self.parent(&path)? else { return Err(Error::IS_A_DIRECTORY) };
        let found = self.volume.find(folder, name)?;
        match found {
            Some(found) if found.is_directory() => Err(Error::IS_A_DIRECTORY),
            Some(_) if path.of_directory => Err(Error::NOT_A_DIRECTORY),
            Some(_) if options.create_new => Err(Error::EXISTS),
            Some(found) if writes && found.attributes & READ_ONLY != 0 => Err(Error::PERMISSION),
            Some(found) => {
                let file = self.insert(found.place, found.attributes, found.first, found.size, options)?;
                if options.truncate {
                    self.truncate(file, 0)?;
                }
                Ok(file)
            }
            None if path.of_directory => Err(Error::IS_A_DIRECTORY),
            None if options.create || options.create_new => {
                let content = Content { attributes: ARCHIVE, first: 0, size: 0, now_ns: self.now_ns };
                let place = self.volume.add_entry(folder, name, content)?;
                self.volume.sync()?;
                self.insert(place, ARCHIVE, 0, 0, options)
            }
            None => Err(Error::NOT_FOUND),
        }
    }

    fn close(&mut self, file: FileId) -> Result<(), Error> {
        let node = self.opened(file)?.0.node;
        let written = self.write_out(node);
        if let Some(slot) = self.open.get_mut(file.0 as usize) {
            *slot = None;
        }
        if let Some(node) = self.nodes.get_mut(node) {
            node.users = node.users.saturating_sub(1);
        }
        written
    }

    fn read(&mut self, file: FileId, buffer: &mut [u8]) -> Result<usize, Error> {
        let (opened, node, volume) = self.opened(file)?;
        if !opened.options.read {
            return Err(Error::BAD_FILE);
        }
        let mut done = 0;
        while let Some(rest) = buffer.get_mut(done..) {
            let left = node.size.saturating_sub(opened.position).min(u32::try_from(rest.len()).unwrap_or(u32::MAX));
            if left == 0 {
                break;
            }
            // A chain that ends before the file does is damaged.
            let found = run_at(volume, node, opened, left, false)?;
            let (sector, offset, length) = found.ok_or(Error::IO)?;
            let sector_bytes = volume.layout.sector;
            let whole = if offset == 0 { length - length % sector_bytes } else { 0 };
            let count = if whole > 0 {
                volume.read_past(sector, rest.get_mut(..whole as usize).unwrap_or_default())?;
                whole as usize
            } else {
                let count = length.min(sector_bytes - offset) as usize;
                let bytes = volume.sector(sector)?;
                let from = bytes.get(offset as usize..offset as usize + count).ok_or(Error::IO)?;
                super::layout::put(rest, 0, from);
                count
            };
            opened.position += count as u32;
            done += count;
        }
        Ok(done)
    }

    fn write(&mut self, file: FileId, bytes: &[u8]) -> Result<usize, Error> {
        let (opened, node, volume) = self.opened(file)?;
        if !(opened.options.write || opened.options.append) {
            return Err(Error::BAD_FILE);
        }
        if opened.options.append {
            opened.position = node.size;
        }
        let end = u32::try_from(bytes.len()).ok().and_then(|count| opened.position.checked_add(count));
        if end.is_none() {
            return Err(Error::FILE_TOO_LARGE);
        }
        if opened.position > node.size {
            extend(volume, node, opened, opened.position)?;
        }
        write_at(volume, node, opened, bytes)?;
        Ok(bytes.len())
    }

    fn seek(&mut self, file: FileId, to: SeekFrom) -> Result<u64, Error> {
        let (opened, node, _) = self.opened(file)?;
        let place = match to {
            SeekFrom::Start(offset) => i64::try_from(offset).ok(),
            SeekFrom::Current(offset) => i64::from(opened.position).checked_add(offset),
            SeekFrom::End(offset) => i64::from(node.size).checked_add(offset),
        };
        opened.position = place.and_then(|place| u32::try_from(place).ok()).ok_or(Error::INVALID)?;
        Ok(opened.position.into())
    }

    fn truncate(&mut self, file: FileId, size: u64) -> Result<(), Error> {
        let size = u32::try_from(size).map_err(|_| Error::FILE_TOO_LARGE)?;
        let (opened, node, volume) = self.opened(file)?;
        if !(opened.options.write || opened.options.append) {
            return Err(Error::INVALID);
        }
        if size >= node.size {
            return extend(volume, node, opened, size);
        }
        let number = opened.node;
        let keep = size.div_ceil(volume.layout.cluster_bytes());
        let last = match keep.checked_sub(1) {
            Some(last) => cluster_at(volume, node, &mut opened.known, last, false)?,
            None => None,
        };
        let first = node.first;
        if keep == 0 {
            node.first = 0;
        }
        node.size = size;
        node.version = node.version.wrapping_add(1);
        node.is_dirty = true;
        // The directory first: a cut must not leave a file with clusters that are free.
        self.write_out(number)?;
        match last {
            Some(last) => self.volume.cut(last)?,
            None if first != 0 => self.volume.release(first)?,
            None => {}
        }
        Ok(())
    }

    fn sync(&mut self, file: FileId) -> Result<(), Error> {
        let node = self.opened(file)?.0.node;
        self.write_out(node)
    }

    fn sync_all(&mut self) {
        for node in 0..self.nodes.len() {
            // Nobody is told of errors here; who closes the file is.
            let _ = self.write_out(node);
        }
        let _ = self.volume.sync();
    }

    fn stat_open(&mut self, file: FileId) -> Result<Stat, Error> {
        let size = self.opened(file)?.1.size;
        Ok(self.stat_of(FileKind::File, size, self.now_ns, 0))
    }

    fn stat(&mut self, path: &[u8]) -> Result<Stat, Error> {
        let path = self.path(path)?;
        if path.is_root() {
            return Ok(self.stat_of(FileKind::Directory, 0, 0, path.number()));
        }
        let (_, found) = self.find(&path)?;
        let kind = if found.is_directory() { FileKind::Directory } else { FileKind::File };
        let size = self.node_at(found.place).and_then(|node| self.nodes.get(node)).map_or(found.size, |node| node.size);
        Ok(self.stat_of(kind, size, found.modified_ns, path.number()))
    }

    fn list(&mut self, path: &[u8]) -> Result<Vec<DirectoryEntry>, Error> {
        let path = self.path(path)?;
        let folder = self.folder(&path)?;
        let mut entries = Vec::new();
        self.volume.scan(folder, &mut |found, _| {
            if !matches!(found.name.as_str(), "." | "..") {
                let kind = if found.is_directory() { FileKind::Directory } else { FileKind::File };
                entries.try_reserve(1).map_err(|_| Error::NO_MEMORY)?;
                entries.push(DirectoryEntry { name: found.name.clone().into_bytes(), kind, inode: found.first.into() });
            }
            Ok(false)
        })?;
        Ok(entries)
    }

    fn make_directory(&mut self, path: &[u8]) -> Result<(), Error> {
        let path = self.named(path)?;
        let Some((folder, name)) = self.parent(&path)? else { return Err(Error::EXISTS) };
        if self.volume.find(folder, name)?.is_some() {
            return Err(Error::EXISTS);
        }
        super::entry::units(name)?;
        let first = self.volume.allocate(None)?;
        let now_ns = self.now_ns;
        let content = Content { attributes: DIRECTORY, first, size: 0, now_ns };
        let made = self
            .volume
            .fill_directory(first, folder, now_ns)
            .and_then(|()| self.volume.flush())
            .and_then(|()| self.volume.add_entry(folder, name, content));
        if made.is_err() {
            self.volume.release(first)?;
        }
        self.volume.sync()?;
        made.map(drop)
    }

    fn remove_directory(&mut self, path: &[u8]) -> Result<(), Error> {
        let path = self.named(path)?;
        let (folder, found) = self.find(&path)?;
        if !found.is_directory() {
            return Err(Error::NOT_A_DIRECTORY);
        }
        if !self.is_empty(found.first)? {
            return Err(Error::NOT_EMPTY);
        }
        self.discard(folder, &found)
    }

    fn remove(&mut self, path: &[u8]) -> Result<(), Error> {
        let path = self.named(path)?;
        let (folder, found) = self.find(&path)?;
        if found.is_directory() {
            return Err(Error::IS_A_DIRECTORY);
        }
        if found.attributes & READ_ONLY != 0 {
            return Err(Error::PERMISSION);
        }
        self.discard(folder, &found)
    }

    fn rename(&mut self, from: &[u8], to: &[u8]) -> Result<(), Error> {
        let (from, to) = (self.named(from)?, self.named(to)?);
        let (folder, found) = self.find(&from)?;
        if to.below(&from).is_some_and(|rest| !rest.is_empty()) {
            return Err(Error::INVALID);
        }
        let Some((new_folder, name)) = self.parent(&to)? else { return Err(Error::BUSY) };
        super::entry::units(name)?;
        match self.volume.find(new_folder, name)? {
            // The same file, perhaps with other letters: the old entry goes first.
            Some(other) if other.place == found.place => {}
            Some(other) if other.is_directory() != found.is_directory() => {
                return Err(if other.is_directory() { Error::IS_A_DIRECTORY } else { Error::NOT_A_DIRECTORY });
            }
            Some(other) if other.is_directory() && !self.is_empty(other.first)? => return Err(Error::NOT_EMPTY),
            Some(other) => self.discard(new_folder, &other)?,
            None => {}
        }
        let node = self.node_at(found.place);
        if let Some(node) = node {
            self.write_out(node)?;
        }
        let now = self.node_at(found.place).and_then(|node| self.nodes.get(node));
        let content = Content {
            attributes: found.attributes,
            first: now.map_or(found.first, |node| node.first),
            size: now.map_or(found.size, |node| node.size),
            now_ns: found.modified_ns,
        };
        // The old entry goes before the new one is there, or a cut could leave two that share their clusters.
        self.volume.erase_entry(folder, &found)?;
        let made = self.volume.add_entry(new_folder, name, content);
        let place = match made {
            Ok(place) => place,
            Err(error) => {
                // The place is free again, and the old name fits.
                let place = self.volume.add_entry(folder, &found.name, content)?;
                self.volume.sync()?;
                if let Some(node) = node.and_then(|node| self.nodes.get_mut(node)) {
                    node.place = place;
                }
                return Err(error);
            }
        };
        if let Some(node) = node.and_then(|node| self.nodes.get_mut(node)) {
            node.place = place;
        }
        if found.is_directory() && folder != new_folder {
            self.volume.set_parent(found.first, new_folder)?;
        }
        self.volume.sync()
    }

    fn current_directory(&mut self) -> Result<Vec<u8>, Error> {
        Ok(if self.directory.is_empty() { b"/".to_vec() } else { self.directory.clone() })
    }

    fn change_directory(&mut self, path: &[u8]) -> Result<(), Error> {
        let path = self.path(path)?;
        self.folder(&path)?;
        self.directory = path.bytes().to_vec();
        Ok(())
    }

    fn file_system(&mut self, _: &[u8]) -> Result<FileSystem, Error> {
        let free = self.volume.free_clusters()?.into();
        let size = self.volume.layout.cluster_bytes().into();
        Ok(FileSystem {
            block_size: size,
            fragment_size: size,
            blocks: (self.volume.layout.end - 2).into(),
            free_blocks: free,
            available_blocks: free,
            longest_name: LONGEST as u64,
            ..FileSystem::default()
        })
    }
}
