//! Volumes that are damaged, or never were any: whatever lies in the flash, nothing panics and everything ends.

mod chip;

use chip::{APPEND, Ram, Random, WRITE, get, put};
use ferropy_platform::{FileKind, Files};
use ferropy_storage::{FlashFiles, LentVolume, Settings};

const BLOCKS: u32 = 16;

/// A volume with files of all kinds.
fn image() -> Vec<u8> {
    let ram = Ram::new(BLOCKS);
    let mut files = ram.mount();
    for directory in ["a", "a/b", "c"] {
        files.make_directory(directory.as_bytes()).expect("there is room");
    }
    for (number, size) in [0, 3, 200, 700, 9000, 100, 50].into_iter().enumerate() {
        for folder in ["", "a/", "a/b/"] {
            put(&mut files, &format!("{folder}{number}"), WRITE, &vec![number as u8; size / (1 + folder.len())])
                .expect("there is room");
        }
    }
    files.rename(b"3", b"c/3").expect("it is there");
    drop(files);
    ram.chip().bytes.clone()
}

/// Looks at everything and changes something.
fn use_all(files: &mut dyn Files, directory: &str, depth: u32) {
    for entry in files.list(directory.as_bytes()).unwrap_or_default() {
        let name = String::from_utf8_lossy(&entry.name).into_owned();
        let path = format!("{directory}/{name}");
        let _ = files.stat(path.as_bytes());
        if entry.kind == FileKind::Directory {
            // A directory may be one of its own parents.
            if depth < 5 {
                use_all(files, &path, depth + 1);
            }
        } else if files.stat(path.as_bytes()).is_ok_and(|stat| stat.size < 1 << 20) {
            let _ = get(files, &path);
            let _ = put(files, &path, APPEND, b"more");
        }
    }
}

/// The CRC of littlefs.
fn crc(start: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(start, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

/// Makes the checksums of a block's commits right, so that the damage counts as content.
///
/// ```text
/// revision (4) │ tag (4) data … │ tag data … │ CRC tag (4) CRC (4) padding │ tag …
/// tag, big-endian, xored with the one before: invalid (1) type (11) id (10) size (10)
/// ```
fn sign(block: &mut [u8]) {
    let (mut at, mut from, mut previous) = (4, 0, u32::MAX);
    while let Some(raw) = block.get(at..at + 4) {
        let tag = u32::from_be_bytes(raw.try_into().expect("four bytes")) ^ previous;
        let (kind, size) = (tag >> 20 & 0x7ff, tag & 0x3ff);
        if tag >> 31 == 1 {
            break;
        }
        previous = tag;
        at += 4;
        if kind >> 8 == 5 && kind != 0x5ff {
            if at + 4 > block.len() {
                break;
            }
            let sum = crc(u32::MAX, &block[from..at]);
            block[at..at + 4].copy_from_slice(&sum.to_le_bytes());
            previous ^= (kind & 1) << 31;
            from = at + size as usize;
        }
        at += if size == 0x3ff { 0 } else { size as usize };
        from = from.min(block.len());
    }
}

fn work(files: &mut dyn Files) {
    use_all(files, "", 0);
    let _ = files.file_system(b"/");
    let _ = put(files, "new", WRITE, &[7; 5000]);
    let _ = files.make_directory(b"d");
    let _ = files.rename(b"a", b"d/e");
    let _ = files.remove(b"0");
    use_all(files, "", 0);
}

/// A board's own volume.
fn try_own(bytes: Vec<u8>) {
    if let Ok(mut files) = FlashFiles::mount(Ram::with(bytes), || 0) {
        work(&mut files);
    }
}

/// A volume that comes from elsewhere.
fn try_foreign(bytes: Vec<u8>) -> bool {
    let mut ram = Ram::with(bytes);
    let Ok(mut files) = FlashFiles::mount_lent(&mut ram, &Settings::BOARD) else { return false };
    files.with(&mut ram, 0, &mut work);
    true
}

#[test]
fn random_bytes_are_no_volume() {
    let mut random = Random(0x5eed_0001);
    for _ in 0..20 {
        try_own(random.bytes(BLOCKS * 4096));
        assert!(!try_foreign(random.bytes(BLOCKS * 4096)));
    }
}

#[test]
fn damaged_volumes_are_survived() {
    let whole = image();
    let count = std::env::var("FERROPY_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(400);
    let mut random = Random(0x5eed_0002);
    let mut signed = whole.clone();
    signed[..8192].chunks_mut(4096).for_each(sign);
    assert!(signed == whole, "what is whole is signed already");
    assert!(try_foreign(whole.clone()), "what is whole is mounted");
    let used: Vec<usize> = (0..whole.len()).filter(|&at| whole[at] != 0xff).collect();
    for _ in 0..count {
        let mut bytes = whole.clone();
        for _ in 0..=random.below(4) {
            let at = used[random.below(used.len() as u32) as usize];
            match random.below(4) {
                0 => bytes[at] ^= 1 << random.below(8),
                1 => bytes[at] = random.below(256) as u8,
                2 => bytes[at..(at + 8).min(whole.len())].fill(0),
                _ => {
                    let block = at / 4096 * 4096;
                    let other = random.below(BLOCKS) as usize * 4096;
                    bytes.copy_within(other..other + 4096, block);
                }
            }
        }
        try_own(bytes.clone());
        // Somebody may have made it so that checksums are right.
        if random.below(2) == 0 {
            bytes.chunks_mut(4096).filter(|block| block[8..].starts_with(b"littlefs") || block[3] == 0).for_each(sign);
        }
        try_foreign(bytes);
    }
}

#[test]
fn damaged_files_are_not_formatted_away() {
    let mut bytes = image();
    for block in 0..2 {
        bytes[block * 4096 + 24..block * 4096 + 60].fill(0);
    }
    let ram = Ram::with(bytes.clone());
    assert!(FlashFiles::mount(ram.clone(), || 0).is_err());
    assert_eq!(ram.chip().bytes, bytes);
}
