//! What `os.stat` tells of a file or directory, where there are no users, devices and links.

use ferropy_platform::{FileKind, Stat};

/// The facts that volumes know, and what POSIX has beside them.
pub(crate) fn stat(kind: FileKind, size: u32, modified_ns: i64, inode: u64, block_bytes: u32) -> Stat {
    let time = i128::from(modified_ns);
    Stat {
        kind,
        mode: if kind == FileKind::Directory { 0o040_755 } else { 0o100_644 },
        size: size.into(),
        inode,
        device: 0,
        links: 1,
        user: 0,
        group: 0,
        accessed_ns: time,
        modified_ns: time,
        changed_ns: time,
        block_size: block_bytes.into(),
        blocks: u64::from(size).div_ceil(512),
        special_device: 0,
    }
}
