//! FAT volumes: what others write is read here and the other way round, and whatever lies on a card, nothing panics.
//!
//! mtools and dosfstools are the others; what needs them is skipped where they are not.

mod chip;

use chip::{APPEND, READ, Random, WRITE, get, put};
use ferropy_platform::{BlockDevice, Error, FileKind, Files, SeekFrom};
use ferropy_storage::{FatFiles, LentVolume};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A memory card in RAM.
#[derive(Clone)]
struct Card(Vec<u8>);

impl Card {
    fn new(sectors: usize) -> Card {
        Card(vec![0; sectors * 512])
    }

    fn formatted(sectors: usize) -> Card {
        let mut card = Card::new(sectors);
        FatFiles::format(&mut card).expect("it is large enough");
        card
    }

    fn place(&self, block: u32, count: usize) -> std::ops::Range<usize> {
        let start = block as usize * 512;
        assert!(start + count <= self.0.len(), "nobody asks for what lies beyond the end");
        start..start + count
    }
}

impl BlockDevice for Card {
    fn block_bytes(&self) -> u32 {
        512
    }

    fn blocks(&self) -> u32 {
        (self.0.len() / 512) as u32
    }

    fn read(&mut self, _: u32, _: u32, _: &mut [u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    fn program(&mut self, _: u32, _: u32, _: &[u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    fn erase(&mut self, _: u32) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    fn read_blocks(&mut self, block: u32, buffer: &mut [u8]) -> Result<(), Error> {
        let place = self.place(block, buffer.len());
        buffer.copy_from_slice(&self.0[place]);
        Ok(())
    }

    fn write_blocks(&mut self, block: u32, bytes: &[u8]) -> Result<(), Error> {
        let place = self.place(block, bytes.len());
        self.0[place].copy_from_slice(bytes);
        Ok(())
    }
}

/// 2023-11-14 22:13:20, as time and date of FAT have it.
const NOW: i64 = 1_700_000_000_000_000_000;

/// Does something with the files of a card.
fn with<R>(card: &mut Card, work: impl FnOnce(&mut dyn Files) -> R) -> R {
    let mut files = FatFiles::mount(card).expect("it mounts");
    let mut work = Some(work);
    let mut result = None;
    files.with(card, NOW, &mut |files| result = work.take().map(|work| work(files)));
    result.expect("the work was done")
}

fn has_tools() -> bool {
    let found = ["mcopy", "mdir", "mkfs.fat", "fsck.fat"].iter().all(|tool| {
        ["/usr/bin", "/usr/sbin", "/sbin", "/bin", "/opt/homebrew/bin"]
            .iter()
            .any(|folder| Path::new(folder).join(tool).exists())
    });
    if !found {
        eprintln!("skipped: mtools or dosfstools are missing");
    }
    found
}

fn image(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Runs a tool: its output.
fn tool(name: &str, arguments: &[&str]) -> String {
    let path = format!("{}:/usr/sbin:/sbin", std::env::var("PATH").unwrap_or_default());
    let output = Command::new(name)
        .args(arguments)
        .env("PATH", path)
        .env("MTOOLS_SKIP_CHECK", "0")
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", "UTC")
        .output()
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{name} {arguments:?}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// Lets fsck look at a card.
fn check(card: &Card, name: &str) {
    let file = image(name);
    std::fs::write(&file, &card.0).expect("the folder can be written");
    tool("fsck.fat", &["-n", &file.to_string_lossy()]);
}

/// Sizes for each kind of table.
const SIZES: [(usize, &str, &str); 5] = [
    (80, "12", "tiny"),
    (2_880, "12", "floppy"),
    (20_000, "16", "small"),
    (70_000, "16", "medium"),
    (600_000, "32", "large"),
];

/// What the tests write: names of all kinds.
fn contents() -> BTreeMap<String, Vec<u8>> {
    let mut random = Random(7);
    let names = [
        "BOOT.PY",
        "main.py",
        "Mixed.Txt",
        "a long name with spaces.and.dots",
        "no_ending",
        ".hidden",
        "übung.txt",
        "日本.py",
    ];
    let mut all = BTreeMap::new();
    for (number, name) in names.into_iter().enumerate() {
        all.insert(name.to_owned(), random.bytes([0, 5, 511, 512, 513, 3_000, 9_000, 70][number]));
        all.insert(format!("lib/{name}"), random.bytes(40));
        all.insert(format!("lib/deep folder/{name}"), random.bytes(4));
    }
    all
}

#[test]
fn what_is_written_here_others_read() {
    for (sectors, _, name) in SIZES {
        let mut card = Card::formatted(sectors);
        let contents = contents();
        let written: Vec<_> = contents.iter().filter(|_| sectors > 100).collect();
        with(&mut card, |files| {
            assert_eq!(files.make_directory(b"lib"), Ok(()));
            assert_eq!(files.make_directory(b"lib/deep folder"), Ok(()));
            for (path, bytes) in &written {
                put(files, path, WRITE, bytes).expect("there is room");
            }
        });
        with(&mut card, |files| {
            for (path, bytes) in &written {
                assert_eq!(get(files, path).as_ref(), Ok(*bytes), "{path}");
                assert_eq!(files.stat(path.as_bytes()).map(|stat| stat.modified_ns), Ok(NOW.into()), "{path}");
            }
        });
        if !has_tools() {
            continue;
        }
        let file = image(&format!("{name}-ours.img"));
        check(&card, &format!("{name}-ours.img"));
        let copy = image("copied");
        for (path, bytes) in written {
            tool("mcopy", &["-o", "-i", &file.to_string_lossy(), &format!("::{path}"), &copy.to_string_lossy()]);
            assert_eq!(&std::fs::read(&copy).expect("it was copied"), bytes, "{path}");
        }
    }
}

#[test]
fn what_others_write_is_read_here() {
    if !has_tools() {
        return;
    }
    // mkfs.fat makes no volume on so few sectors as the first of the sizes has.
    for (sectors, bits, name) in SIZES.into_iter().skip(1) {
        let path = image(&format!("{name}-theirs.img"));
        let file = path.to_string_lossy();
        std::fs::write(&path, &Card::new(sectors).0).expect("the folder can be written");
        tool("mkfs.fat", &["-F", bits, &file]);
        let source = image("source");
        let contents = contents();
        tool("mmd", &["-i", &file, "::lib", "::lib/deep folder"]);
        for (path, bytes) in &contents {
            std::fs::write(&source, bytes).expect("the folder can be written");
            tool("mcopy", &["-i", &file, &source.to_string_lossy(), &format!("::{path}")]);
        }
        let mut card = Card(std::fs::read(&path).expect("it was made"));
        with(&mut card, |files| {
            for (path, bytes) in &contents {
                assert_eq!(get(files, path).as_ref(), Ok(bytes), "{name}: {path}");
                put(files, path, APPEND, b"more").expect("there is room");
            }
            put(files, "new file", WRITE, b"new").expect("there is room");
        });
        check(&card, &format!("{name}-both.img"));
    }
}

#[test]
fn a_partition_is_found() {
    let inner = Card::formatted(4_000);
    let mut card = Card::new(64);
    card.0.extend_from_slice(&inner.0);
    card.0[446 + 4] = 0x06;
    card.0[446 + 8..446 + 12].copy_from_slice(&64_u32.to_le_bytes());
    card.0[510..512].copy_from_slice(&[0x55, 0xaa]);
    with(&mut card, |files| put(files, "a", WRITE, b"in it")).expect("there is room");
    assert_eq!(with(&mut card, |files| get(files, "A")), Ok(b"in it".to_vec()));
}

#[test]
fn errors_and_positions_are_those_of_posix() {
    let mut card = Card::formatted(2_880);
    with(&mut card, |files| {
        put(files, "file", WRITE, b"0123456789").expect("there is room");
        files.make_directory(b"full").expect("there is room");
        files.make_directory(b"full/empty").expect("there is room");
        assert_eq!(files.open(b"none", READ), Err(Error::NOT_FOUND));
        assert_eq!(files.open(b"full", READ), Err(Error::IS_A_DIRECTORY));
        assert_eq!(files.open(b"file/x", READ), Err(Error::NOT_A_DIRECTORY));
        assert_eq!(files.make_directory(b"FULL"), Err(Error::EXISTS));
        assert_eq!(files.remove_directory(b"full"), Err(Error::NOT_EMPTY));
        assert_eq!(files.remove_directory(b"file"), Err(Error::NOT_A_DIRECTORY));
        assert_eq!(files.remove(b"full"), Err(Error::IS_A_DIRECTORY));
        assert_eq!(files.rename(b"full", b"full/empty/x"), Err(Error::INVALID));
        assert_eq!(files.open(b"a:b", WRITE), Err(Error::INVALID));
        let update = ferropy_platform::OpenOptions { write: true, ..READ };
        let file = files.open(b"file", update).expect("it is there");
        assert_eq!(files.remove(b"file"), Err(Error::BUSY));
        assert_eq!(files.seek(file, SeekFrom::End(-4)), Ok(6));
        assert_eq!(files.write(file, b"xy"), Ok(2));
        assert_eq!(files.seek(file, SeekFrom::Start(1_000)), Ok(1_000));
        assert_eq!(files.write(file, b"z"), Ok(1));
        assert_eq!(files.truncate(file, 1_002), Ok(()));
        assert_eq!(files.rename(b"file", b"full/moved"), Ok(()));
        assert_eq!(files.close(file), Ok(()));
        let mut expected = b"012345xy89".to_vec();
        expected.resize(1_002, 0);
        expected[1_000] = b'z';
        assert_eq!(get(files, "full/moved"), Ok(expected));
        assert_eq!(files.rename(b"full/empty", b"empty"), Ok(()));
        assert_eq!(files.rename(b"full/moved", b"full/Moved"), Ok(()));
        assert_eq!(files.list(b"full").map(|list| list[0].name.clone()), Ok(b"Moved".to_vec()));
        files.change_directory(b"full").expect("it is there");
        assert!(files.stat(b"moved").is_ok());
    });
    if has_tools() {
        check(&card, "posix.img");
    }
}

/// Random work, compared with a model; at the end fsck has nothing to say.
#[test]
fn random_work_keeps_the_volume_whole() {
    for (sectors, _, name) in [SIZES[0], SIZES[1], SIZES[2]] {
        let mut random = Random(0xfa7 + sectors as u64);
        let mut card = Card::formatted(sectors);
        let mut model = BTreeMap::new();
        with(&mut card, |files| files.make_directory(b"a")).expect("there is room");
        for _ in 0..10 {
            with(&mut card, |files| {
                for _ in 0..60 {
                    let mut path =
                        || format!("{}file number {}", ["", "a/"][random.below(2) as usize], random.below(12));
                    let (one, other) = (path(), path());
                    let bytes = {
                        let size = random.below(3_000);
                        random.bytes(size)
                    };
                    match random.below(6) {
                        0..2 => match put(files, &one, WRITE, &bytes) {
                            Ok(()) => drop(model.insert(one, bytes)),
                            Err(error) => {
                                assert_eq!(error, Error::NO_SPACE);
                                if files.remove(one.as_bytes()).is_ok() {
                                    model.remove(&one);
                                }
                            }
                        },
                        2 if model.get(&one).is_some_and(|old: &Vec<u8>| old.len() < 20_000) => {
                            if put(files, &one, APPEND, &bytes).is_ok() {
                                model.entry(one).or_default().extend(bytes);
                            } else {
                                files.remove(one.as_bytes()).expect("it is there");
                                model.remove(&one);
                            }
                        }
                        3 => assert_eq!(files.remove(one.as_bytes()).is_ok(), model.remove(&one).is_some()),
                        4 if one != other => match model.remove(&one) {
                            Some(bytes) => {
                                files.rename(one.as_bytes(), other.as_bytes()).expect("it is there");
                                model.insert(other, bytes);
                            }
                            None => assert_eq!(files.rename(one.as_bytes(), other.as_bytes()), Err(Error::NOT_FOUND)),
                        },
                        _ => {
                            if let Some(content) = model.get(&one) {
                                assert_eq!(get(files, &one).as_ref(), Ok(content));
                            }
                        }
                    }
                }
            });
        }
        with(&mut card, |files| {
            for (path, content) in &model {
                assert_eq!(get(files, path).as_ref(), Ok(content), "{path}");
            }
        });
        if has_tools() {
            check(&card, &format!("{name}-random.img"));
        }
    }
}

/// Looks at everything and changes something.
fn use_all(files: &mut dyn Files, directory: &str, depth: u32) {
    for entry in files.list(directory.as_bytes()).unwrap_or_default().into_iter().take(40) {
        let path = format!("{directory}/{}", String::from_utf8_lossy(&entry.name));
        let _ = files.stat(path.as_bytes());
        if entry.kind == FileKind::Directory {
            if depth < 3 {
                use_all(files, &path, depth + 1);
            }
        } else if files.stat(path.as_bytes()).is_ok_and(|stat| stat.size < 1 << 20) {
            let _ = get(files, &path);
            let _ = put(files, &path, APPEND, b"more");
        }
    }
    let _ = files.rename(b"BOOT.PY", b"lib/x");
    let _ = files.remove(b"main.py");
    let _ = put(files, "new name", WRITE, &[1; 5_000]);
    let _ = files.make_directory(b"made");
    let _ = files.file_system(b"/");
}

#[test]
fn damaged_volumes_are_survived() {
    let count = std::env::var("FERROPY_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(300);
    let mut random = Random(0xbad_ca4d);
    for (sectors, _, _) in [SIZES[0], SIZES[1], SIZES[2]] {
        let mut whole = Card::formatted(sectors);
        with(&mut whole, |files| {
            let _ = files.make_directory(b"lib");
            for (path, bytes) in contents() {
                let _ = put(files, &path, WRITE, &bytes);
            }
        });
        let used: Vec<usize> = (0..whole.0.len()).filter(|&at| whole.0[at] != 0).collect();
        for _ in 0..count {
            let mut card = whole.clone();
            for _ in 0..=random.below(6) {
                let at = if random.below(3) == 0 {
                    random.below(64) as usize
                } else {
                    used[random.below(used.len() as u32) as usize]
                };
                card.0[at] =
                    if random.below(2) == 0 { random.below(256) as u8 } else { card.0[at] ^ 1 << random.below(8) };
            }
            if let Ok(mut files) = FatFiles::mount(&mut card) {
                files.with(&mut card, NOW, &mut |files| use_all(files, "", 0));
            }
        }
    }
    for _ in 0..20 {
        let mut card = Card(random.bytes(100 * 512));
        card.0[510..512].copy_from_slice(&[0x55, 0xaa]);
        assert!(FatFiles::mount(&mut card).is_err());
    }
}
