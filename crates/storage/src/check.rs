//! A look at a littlefs before the library sees it: the library (as the C one) trusts what has a right checksum, and would
//! follow numbers out of the volume, or take what lies on it for pointers of its own.
//!
//! Volumes that come from elsewhere are looked at; a board's own flash holds what the library itself wrote.
//!
//! ```text
//! block:  revision (4) │ tag (4) data … │ … │ checksum's tag (4) checksum (4) padding │ next commit
//! tag:    invalid (1) type (11) id (10) size (10), big-endian, xored with the tag before
//! ```

use crate::device::Device;
use crate::path::room;
use alloc::vec::Vec;
use ferropy_platform::Error;

/// The id of what belongs to a directory as a whole.
const NO_ID: u32 = 0x3ff;
/// The size of what is deleted.
const DELETED: u32 = 0x3ff;
const NOWHERE: u32 = u32::MAX;

/// What a block's commits lead to.
struct Directory {
    revision: u32,
    tail: [u32; 2],
}

/// Checks a volume.
///
/// # Errors
/// [`Error::IO`] if it contradicts itself; what the device reports.
pub(crate) fn check(device: &mut Device, block_bytes: u32, blocks: u32) -> Result<(), Error> {
    let mut bytes: Vec<u8> = room(block_bytes as usize)?;
    bytes.resize(block_bytes as usize, 0);
    let mut pair = [0, 1];
    // More directories than blocks go in a circle.
    for _ in 0..blocks {
        let mut newest: Option<Directory> = None;
        for block in pair {
            device.begin();
            device.read(block, 0, &mut bytes)?;
            if let Some(found) = check_block(&bytes, blocks)?
                && newest.as_ref().is_none_or(|newest| (found.revision.wrapping_sub(newest.revision) as i32) > 0)
            {
                newest = Some(found);
            }
        }
        match newest {
            // Where nothing is, the library finds that out itself.
            None => return Ok(()),
            Some(Directory { tail: [NOWHERE, _] | [_, NOWHERE], .. }) => return Ok(()),
            Some(found) => pair = found.tail,
        }
    }
    Err(Error::IO)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// Checks the commits of a block that are whole; nothing if there is none.
fn check_block(bytes: &[u8], blocks: u32) -> Result<Option<Directory>, Error> {
    let mut directory = Directory { revision: word(bytes, 0).unwrap_or(0), tail: [NOWHERE; 2] };
    let (mut at, mut from, mut previous) = (4, 0, u32::MAX);
    // What the commit that is read leads to, if its checksum is right, and whether it holds what can't be.
    let (mut tail, mut is_wrong, mut found) = (directory.tail, false, false);
    while let Some(raw) = bytes.get(at..at + 4) {
        let tag = raw.iter().fold(0, |tag, &byte| tag << 8 | u32::from(byte)) ^ previous;
        let (kind, id, size) = (tag >> 20 & 0x7ff, tag >> 10 & 0x3ff, tag & 0x3ff);
        previous = tag;
        at += 4;
        let length = if size == DELETED { 0 } else { size as usize };
        let Some(data) = bytes.get(at..at + length) else { break };
        if tag >> 31 == 1 {
            break;
        }
        if kind >> 8 == 5 && kind != 0x5ff {
            if word(data, 0) != bytes.get(from..at).map(crc) {
                break;
            }
            if is_wrong {
                return Err(Error::IO);
            }
            (directory.tail, found) = (tail, true);
            previous ^= (kind & 1) << 31;
            from = at + length;
        } else {
            is_wrong |= !is_possible(kind, id, size, data, blocks);
            if kind >> 8 == 6 {
                tail = [word(data, 0).unwrap_or(NOWHERE), word(data, 4).unwrap_or(NOWHERE)];
            }
        }
        at += length;
    }
    Ok(found.then_some(directory))
}

/// Whether a tag and its data can be in a volume.
fn is_possible(kind: u32, id: u32, size: u32, data: &[u8], blocks: u32) -> bool {
    let is_pair = || {
        let pair = [word(data, 0).unwrap_or(0), word(data, 4).unwrap_or(0)];
        pair == [NOWHERE; 2] || pair.iter().all(|&block| block < blocks)
    };
    let is_entry = id != NO_ID;
    match kind {
        0x001 | 0x002 => is_entry && size <= 255,
        0x0ff => id == 0 && size == 8,
        0x200 => is_entry && size == 8 && is_pair(),
        0x201 => is_entry && size < DELETED,
        0x202 => {
            is_entry
                && size == 8
                && word(data, 0).is_some_and(|head| head < blocks)
                && word(data, 4) <= Some(i32::MAX as u32)
        }
        0x300..=0x3ff => true,
        0x401 | 0x4ff => is_entry && matches!(size, 0 | DELETED),
        0x5ff => true,
        0x600 | 0x601 => size == 8 && is_pair(),
        0x7ff => size == 12,
        _ => false,
    }
}

/// The CRC of littlefs: that of zlib without its last step.
fn crc(bytes: &[u8]) -> u32 {
    bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
