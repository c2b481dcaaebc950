//! A folder of this computer that the board sees: answers its calls. Nothing outside of the folder can be reached.

use ferropy_protocol::mount::{Answer, Call, Event, Metadata, SYNC, Server};
use std::collections::VecDeque;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Component, Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// `errno` of what is no file of ours.
const EBADF: i32 = 9;
const EPERM: i32 = 1;
const EMFILE: i32 = 24;
/// The most that is read at once, whatever the board asks for.
const MOST: usize = 1 << 16;
/// The most open files: their numbers are bytes with a sign.
const FILES: usize = 100;

/// The folder, and what the board has open in it.
pub(super) struct Served {
    root: PathBuf,
    /// Whether links may lead out of the folder.
    follows_links: bool,
    server: Server,
    files: Vec<Option<File>>,
    /// The rest of the folder that is being listed: names and modes.
    listing: VecDeque<(String, u32)>,
}

impl Served {
    /// Serves a folder.
    pub(super) fn new(root: &Path, follows_links: bool) -> io::Result<Served> {
        let root = root.canonicalize()?;
        if !root.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(Served { root, follows_links, server: Server::default(), files: Vec::new(), listing: VecDeque::new() })
    }

    /// The board has forgotten what it had open.
    pub(super) fn forget(&mut self) {
        self.server = Server::default();
        self.files.clear();
    }

    /// Whether the board is in the middle of a call.
    pub(super) fn is_busy(&self) -> bool {
        self.server.is_busy()
    }

    /// Takes a byte from the board: what of it was printed, and what to answer.
    pub(super) fn feed(&mut self, byte: u8) -> (Vec<u8>, Vec<u8>) {
        match self.server.feed(byte) {
            None => (Vec::new(), Vec::new()),
            Some(Event::Output(printed)) => (printed, Vec::new()),
            Some(Event::Call(call)) => (Vec::new(), self.answer(call)),
            Some(Event::Begin) => {
                let mut answer = vec![SYNC];
                if let Some(Event::Call(call)) = self.server.begun() {
                    answer.extend(self.answer(call));
                }
                (Vec::new(), answer)
            }
        }
    }

    fn answer(&mut self, call: Call) -> Vec<u8> {
        let status = |done: Result<i32, i32>| Answer::Status(done.unwrap_or_else(|number| -number)).encode();
        let short = |done: Result<i8, i32>| Answer::Short(done.unwrap_or_else(negative_byte)).encode();
        match call {
            Call::Stat(path) => match self.stat(&path) {
                Ok(metadata) => Answer::Stat(metadata).encode(),
                Err(number) => short(Err(number)),
            },
            Call::List(path) => short(self.list(&path).map(|()| 0)),
            Call::Next => match self.listing.pop_front() {
                Some((name, mode)) => Answer::Entry(&name, mode).encode(),
                None => Answer::End.encode(),
            },
            Call::Open(path, mode) => short(self.open(&path, &mode)),
            Call::Close(number) => {
                if let Some(place) = usize::try_from(number).ok().and_then(|number| self.files.get_mut(number)) {
                    *place = None;
                }
                Vec::new()
            }
            Call::Read(number, count) => Answer::Bytes(&self.read(number, count).unwrap_or_default()).encode(),
            Call::ReadLine(number) => Answer::Bytes(&self.read_line(number).unwrap_or_default()).encode(),
            Call::Write(number, data) => status(self.file(number).and_then(|file| {
                file.write_all(&data).map_err(|error| errno(&error))?;
                Ok(i32::try_from(data.len()).unwrap_or(i32::MAX))
            })),
            Call::Seek(number, offset, whence) => status(self.seek(number, offset, whence)),
            Call::Remove(path) => status(self.on(&path, |path| fs::remove_file(path))),
            Call::Rename(old, new) => {
                let new = self.path(&new);
                status(new.and_then(|new| self.on(&old, |old| fs::rename(old, new))))
            }
            Call::MakeFolder(path) => status(self.on(&path, |path| fs::create_dir(path))),
            Call::RemoveFolder(path) => status(self.on(&path, |path| fs::remove_dir(path))),
        }
    }

    /// The file that the board means; an error if it is outside of the folder.
    fn path(&self, path: &str) -> Result<PathBuf, i32> {
        let mut full = self.root.clone();
        for part in Path::new(path.trim_start_matches('/')).components() {
            match part {
                Component::Normal(name) => full.push(name),
                Component::CurDir => {}
                Component::ParentDir if full != self.root => {
                    full.pop();
                }
                // The root is its own parent.
                Component::ParentDir => {}
                Component::RootDir | Component::Prefix(_) => return Err(EPERM),
            }
        }
        if !self.follows_links {
            // Of what does not exist yet, the folder counts.
            let existing = full.ancestors().find_map(|path| path.canonicalize().ok());
            if !existing.is_some_and(|existing| existing.starts_with(&self.root)) {
                return Err(EPERM);
            }
            // A link to nowhere would be made somewhere.
            if full.is_symlink() && full.canonicalize().is_err() {
                return Err(EPERM);
            }
        }
        Ok(full)
    }

    fn on(&self, path: &str, act: impl FnOnce(&Path) -> io::Result<()>) -> Result<i32, i32> {
        let path = self.path(path)?;
        if path == self.root {
            return Err(EPERM);
        }
        act(&path).map(|()| 0).map_err(|error| errno(&error))
    }

    fn stat(&self, path: &str) -> Result<Metadata, i32> {
        let found = fs::metadata(self.path(path)?).map_err(|error| errno(&error))?;
        let seconds = |time: io::Result<SystemTime>| {
            let since = time.ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            since.map_or(0, |since| u32::try_from(since.as_secs()).unwrap_or(u32::MAX))
        };
        let times = [seconds(found.accessed()), seconds(found.modified()), seconds(found.modified())];
        Ok(Metadata { mode: mode(&found), size: u32::try_from(found.len()).unwrap_or(u32::MAX), times })
    }

    fn list(&mut self, path: &str) -> Result<(), i32> {
        let entries = fs::read_dir(self.path(path)?).map_err(|error| errno(&error))?;
        let entry = |entry: io::Result<fs::DirEntry>| {
            let entry = entry.ok()?;
            let kind = fs::metadata(entry.path()).ok()?;
            // What has a name that Python can't say can't be opened either.
            Some((entry.file_name().into_string().ok()?, mode(&kind) & 0xc000))
        };
        self.listing = entries.filter_map(entry).collect();
        self.listing.make_contiguous().sort();
        Ok(())
    }

    fn open(&mut self, path: &str, mode: &str) -> Result<i8, i32> {
        let path = self.path(path)?;
        let mut options = OpenOptions::new();
        let updates = mode.contains('+');
        match mode.chars().find(|letter| "rwax".contains(*letter)) {
            Some('w') => options.write(true).create(true).truncate(true).read(updates),
            Some('a') => options.append(true).create(true).read(updates),
            Some('x') => options.write(true).create_new(true).read(updates),
            _ => options.read(true).write(updates),
        };
        let file = options.open(&path).map_err(|error| errno(&error))?;
        if path.is_dir() {
            return Err(21);
        }
        let free = self.files.iter().position(Option::is_none);
        let number = free.unwrap_or(self.files.len());
        if number >= FILES {
            return Err(EMFILE);
        }
        if free.is_none() {
            self.files.push(None);
        }
        if let Some(place) = self.files.get_mut(number) {
            *place = Some(file);
        }
        i8::try_from(number).map_err(|_| EMFILE)
    }

    fn file(&mut self, number: i8) -> Result<&mut File, i32> {
        let place = usize::try_from(number).ok().and_then(|number| self.files.get_mut(number));
        place.and_then(Option::as_mut).ok_or(EBADF)
    }

    fn read(&mut self, number: i8, count: i32) -> Option<Vec<u8>> {
        let most = usize::try_from(count).map_or(MOST, |count| count.min(MOST));
        let file = self.file(number).ok()?;
        let mut data = Vec::new();
        file.take(most as u64).read_to_end(&mut data).ok()?;
        Some(data)
    }

    /// A line; a piece of it if it is very long.
    fn read_line(&mut self, number: i8) -> Option<Vec<u8>> {
        let file = self.file(number).ok()?;
        let start = file.stream_position().ok()?;
        let mut line = Vec::new();
        while line.len() < MOST {
            let mut piece = [0; 256];
            let count = file.read(&mut piece).ok()?;
            let piece = piece.get(..count).unwrap_or_default();
            let end = piece.iter().position(|&byte| byte == b'\n').map(|at| at + 1);
            line.extend_from_slice(piece.get(..end.unwrap_or(count)).unwrap_or_default());
            if end.is_some() || count == 0 {
                break;
            }
        }
        file.seek(SeekFrom::Start(start + line.len() as u64)).ok()?;
        Some(line)
    }

    fn seek(&mut self, number: i8, offset: i32, whence: i8) -> Result<i32, i32> {
        let from = match whence {
            0 => SeekFrom::Start(u64::try_from(offset).map_err(|_| 22)?),
            1 => SeekFrom::Current(offset.into()),
            _ => SeekFrom::End(offset.into()),
        };
        let position = self.file(number)?.seek(from).map_err(|error| errno(&error))?;
        Ok(i32::try_from(position).unwrap_or(i32::MAX))
    }
}

fn mode(found: &fs::Metadata) -> u32 {
    if found.is_dir() { 0x4000 } else { 0x8000 }
}

fn negative_byte(number: i32) -> i8 {
    i8::try_from(-number).unwrap_or(-5)
}

/// The number that boards have for an error, whatever this computer's system calls it.
fn errno(error: &io::Error) -> i32 {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => 2,
        ErrorKind::PermissionDenied => 13,
        ErrorKind::AlreadyExists => 17,
        ErrorKind::NotADirectory => 20,
        ErrorKind::IsADirectory => 21,
        ErrorKind::InvalidInput => 22,
        ErrorKind::StorageFull => 28,
        ErrorKind::ReadOnlyFilesystem => 30,
        ErrorKind::DirectoryNotEmpty => 39,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::Served;
    use std::fs;

    /// What the board hears for what it says.
    fn heard(served: &mut Served, said: &[u8]) -> Vec<u8> {
        said.iter().flat_map(|&byte| served.feed(byte).1).collect()
    }

    fn name(text: &str) -> Vec<u8> {
        [&(text.len() as u32).to_le_bytes(), text.as_bytes()].concat()
    }

    #[test]
    fn files_are_read_and_written() {
        let folder = std::env::temp_dir().join(format!("ferropy-served-{}", std::process::id()));
        fs::create_dir_all(folder.join("inside")).expect("a folder");
        fs::write(folder.join("a.txt"), "one\ntwo\n").expect("a file");
        let mut served = Served::new(&folder.join("inside/.."), false).expect("it is there");
        let opened = heard(&mut served, &[b"\x18\x04".to_vec(), name("/a.txt"), name("rb")].concat());
        assert_eq!(opened, b"\x18\0");
        assert_eq!(heard(&mut served, b"\x18\x07\0"), b"\x18\x04\0\0\0one\n");
        assert_eq!(heard(&mut served, b"\x18\x06\0\x02\0\0\0"), b"\x18\x02\0\0\0tw");
        assert_eq!(heard(&mut served, b"\x18\x09\0\xff\xff\xff\xff\x02"), b"\x18\x07\0\0\0");
        assert_eq!(heard(&mut served, b"\x18\x06\0\xff\xff\xff\xff"), b"\x18\x01\0\0\0\n");
        assert_eq!(heard(&mut served, b"\x18\x05\0"), b"\x18");
        assert_eq!(heard(&mut served, b"\x18\x06\0\x02\0\0\0"), b"\x18\0\0\0\0");
        assert_eq!(heard(&mut served, &[b"\x18\x02".to_vec(), name("/")].concat()), b"\x18\0");
        assert_eq!(heard(&mut served, b"\x18\x03"), [b"\x18".to_vec(), name("a.txt"), vec![0, 0x80, 0, 0]].concat());

        let opened = heard(&mut served, &[b"\x18\x04".to_vec(), name("inside/b"), name("w")].concat());
        assert_eq!(opened, b"\x18\0");
        assert_eq!(heard(&mut served, b"\x18\x08\0\x03\0\0\0abc"), b"\x18\x03\0\0\0");
        assert_eq!(fs::read(folder.join("inside/b")).expect("it was made"), b"abc");
        let missing = heard(&mut served, &[b"\x18\x01".to_vec(), name("/missing")].concat());
        assert_eq!(missing, [0x18, 0xfe]);
        fs::remove_dir_all(&folder).expect("it was ours");
    }

    #[cfg(unix)]
    #[test]
    fn nothing_outside_is_reached() {
        let folder = std::env::temp_dir().join(format!("ferropy-outside-{}", std::process::id()));
        fs::create_dir_all(folder.join("root")).expect("a folder");
        fs::write(folder.join("secret"), "secret").expect("a file");
        std::os::unix::fs::symlink(folder.join("secret"), folder.join("root/link")).expect("a link");
        std::os::unix::fs::symlink(folder.join("new"), folder.join("root/nowhere")).expect("a link");
        let mut served = Served::new(&folder.join("root"), false).expect("it is there");
        let open = |served: &mut Served, path: &str, mode: &str| {
            heard(served, &[b"\x18\x04".to_vec(), name(path), name(mode)].concat())
        };
        assert_eq!(open(&mut served, "/link", "rb"), [0x18, 0xff]);
        assert_eq!(open(&mut served, "/nowhere", "wb"), [0x18, 0xff]);
        assert_eq!(open(&mut served, "/../secret", "rb"), [0x18, 0xfe]);
        let mut trusting = Served::new(&folder.join("root"), true).expect("it is there");
        assert_eq!(open(&mut trusting, "/link", "rb"), b"\x18\0");
        fs::remove_dir_all(&folder).expect("it was ours");
    }
}
