//! Files and directories of the operating system.

use crate::error::convert;
use ferropy_platform::{DirectoryEntry, Error, FileId, FileKind, Files, OpenOptions, SeekFrom, Stat};
use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, Write};
use std::os::fd::AsRawFd;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

/// The files that the isolate has open, by number.
#[derive(Debug, Default)]
pub(crate) struct HostFiles {
    open: Vec<Option<File>>,
}

fn path(bytes: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(bytes))
}

fn done<T>(result: io::Result<T>) -> Result<T, Error> {
    result.map_err(|error| convert(&error))
}

impl HostFiles {
    fn file(&mut self, file: FileId) -> Result<&mut File, Error> {
        self.open.get_mut(file.0 as usize).and_then(Option::as_mut).ok_or(Error::BAD_FILE)
    }
}

impl Files for HostFiles {
    fn open(&mut self, name: &[u8], options: OpenOptions) -> Result<FileId, Error> {
        let file = done(
            fs::OpenOptions::new()
                .read(options.read)
                .write(options.write && !options.append)
                .append(options.append)
                .create(options.create)
                .create_new(options.create_new)
                .truncate(options.truncate)
                .open(path(name)),
        )?;
        if done(file.metadata())?.is_dir() {
            return Err(Error::IS_A_DIRECTORY);
        }
        let free = self.open.iter().position(Option::is_none);
        let number = free.unwrap_or(self.open.len());
        match self.open.get_mut(number) {
            Some(place) => *place = Some(file),
            None => self.open.push(Some(file)),
        }
        u32::try_from(number).map(FileId).map_err(|_| Error::TOO_MANY_FILES)
    }

    fn close(&mut self, file: FileId) -> Result<(), Error> {
        let place = self.open.get_mut(file.0 as usize).ok_or(Error::BAD_FILE)?;
        place.take().map(drop).ok_or(Error::BAD_FILE)
    }

    fn read(&mut self, file: FileId, buffer: &mut [u8]) -> Result<usize, Error> {
        done(self.file(file)?.read(buffer))
    }

    fn write(&mut self, file: FileId, bytes: &[u8]) -> Result<usize, Error> {
        done(self.file(file)?.write(bytes))
    }

    fn seek(&mut self, file: FileId, to: SeekFrom) -> Result<u64, Error> {
        let to = match to {
            SeekFrom::Start(offset) => io::SeekFrom::Start(offset),
            SeekFrom::Current(offset) => io::SeekFrom::Current(offset),
            SeekFrom::End(offset) => io::SeekFrom::End(offset),
        };
        done(self.file(file)?.seek(to))
    }

    fn truncate(&mut self, file: FileId, size: u64) -> Result<(), Error> {
        done(self.file(file)?.set_len(size))
    }

    fn sync(&mut self, file: FileId) -> Result<(), Error> {
        done(self.file(file)?.sync_all())
    }

    fn stat_open(&mut self, file: FileId) -> Result<Stat, Error> {
        done(self.file(file)?.metadata()).map(|data| stat_of(&data))
    }

    fn descriptor(&mut self, file: FileId) -> Option<i32> {
        self.file(file).ok().map(|file| file.as_raw_fd())
    }

    fn stat(&mut self, name: &[u8]) -> Result<Stat, Error> {
        done(fs::metadata(path(name))).map(|data| stat_of(&data))
    }

    fn stat_link(&mut self, name: &[u8]) -> Result<Stat, Error> {
        done(fs::symlink_metadata(path(name))).map(|data| stat_of(&data))
    }

    fn list(&mut self, name: &[u8]) -> Result<Vec<DirectoryEntry>, Error> {
        let mut entries = Vec::new();
        for entry in done(fs::read_dir(path(name)))? {
            let entry = done(entry)?;
            let kind = entry.file_type().map_or(FileKind::Other, kind_of);
            let inode = std::os::unix::fs::DirEntryExt::ino(&entry);
            entries.push(DirectoryEntry { name: entry.file_name().into_vec(), kind, inode });
        }
        Ok(entries)
    }

    fn make_directory(&mut self, name: &[u8]) -> Result<(), Error> {
        done(fs::create_dir(path(name)))
    }

    fn remove_directory(&mut self, name: &[u8]) -> Result<(), Error> {
        done(fs::remove_dir(path(name)))
    }

    fn remove(&mut self, name: &[u8]) -> Result<(), Error> {
        done(fs::remove_file(path(name)))
    }

    fn rename(&mut self, from: &[u8], to: &[u8]) -> Result<(), Error> {
        done(fs::rename(path(from), path(to)))
    }

    fn current_directory(&mut self) -> Result<Vec<u8>, Error> {
        done(std::env::current_dir()).map(|path| path.into_os_string().into_vec())
    }

    fn change_directory(&mut self, name: &[u8]) -> Result<(), Error> {
        done(std::env::set_current_dir(path(name)))
    }

    fn read_link(&mut self, name: &[u8]) -> Result<Vec<u8>, Error> {
        done(fs::read_link(path(name))).map(|path| path.into_os_string().into_vec())
    }

    fn make_link(&mut self, target: &[u8], name: &[u8]) -> Result<(), Error> {
        done(std::os::unix::fs::symlink(path(target), path(name)))
    }

    fn set_mode(&mut self, name: &[u8], mode: u32) -> Result<(), Error> {
        done(fs::set_permissions(path(name), fs::Permissions::from_mode(mode)))
    }
}

fn kind_of(kind: fs::FileType) -> FileKind {
    if kind.is_dir() {
        FileKind::Directory
    } else if kind.is_file() {
        FileKind::File
    } else if kind.is_symlink() {
        FileKind::Link
    } else {
        FileKind::Other
    }
}

fn stat_of(data: &Metadata) -> Stat {
    let nanoseconds = |seconds: i64, rest: i64| i128::from(seconds) * 1_000_000_000 + i128::from(rest);
    Stat {
        kind: kind_of(data.file_type()),
        mode: data.mode(),
        size: data.size(),
        inode: data.ino(),
        device: data.dev(),
        links: data.nlink(),
        user: data.uid(),
        group: data.gid(),
        accessed_ns: nanoseconds(data.atime(), data.atime_nsec()),
        modified_ns: nanoseconds(data.mtime(), data.mtime_nsec()),
        changed_ns: nanoseconds(data.ctime(), data.ctime_nsec()),
    }
}
