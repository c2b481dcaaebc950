//! The section headers of a 32-bit little-endian ELF file (System V ABI, "Sections").
//!
//! ```text
//! file header                     section header (40 bytes)
//!   0x20  section header offset     0  name (offset in the names section)   12  address
//!   0x2e  bytes per header          4  type (8 = takes no room in the file) 16  offset
//!   0x30  number of headers         8  flags (1 writable, 2 loaded)         20  size
//!   0x32  index of the names
//! ```

/// A section of an image.
pub(super) struct Section {
    pub(super) name: String,
    pub(super) address: u32,
    pub(super) size: u32,
    pub(super) loaded: bool,
    pub(super) writable: bool,
    pub(super) in_file: bool,
}

const WRITABLE: u32 = 1;
const LOADED: u32 = 2;
const NO_BITS: u32 = 8;

/// All sections; `None` if the bytes are no such file.
pub(super) fn sections(file: &[u8]) -> Option<Vec<Section>> {
    if !file.starts_with(b"\x7fELF\x01\x01") {
        return None;
    }
    let start = word(file, 0x20)? as usize;
    let (size, count, names) = (half(file, 0x2e)?, half(file, 0x30)?, half(file, 0x32)?);
    let header = |index: usize| file.get(start + index * size..)?.get(..size);
    let names_offset = word(header(names)?, 16)? as usize;
    (0..count)
        .map(|index| {
            let header = header(index)?;
            let name = file.get(names_offset + word(header, 0)? as usize..)?;
            let end = name.iter().position(|byte| *byte == 0)?;
            let flags = word(header, 8)?;
            Some(Section {
                name: String::from_utf8_lossy(&name[..end]).into_owned(),
                address: word(header, 12)?,
                size: word(header, 20)?,
                loaded: flags & LOADED != 0,
                writable: flags & WRITABLE != 0,
                in_file: word(header, 4)? != NO_BITS,
            })
        })
        .collect()
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn half(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}
