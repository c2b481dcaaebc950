//! The segments, section headers and symbols of a 32-bit little-endian ELF file (System V ABI, "Sections").
//!
//! ```text
//! file header                     section header (40 bytes)
//!   0x20  section header offset     0  name (offset in the names section)   12  address
//!   0x2e  bytes per header          4  type (8 = takes no room in the file) 16  offset
//!   0x30  number of headers         8  flags (1 writable, 2 loaded)         20  size
//!   0x32  index of the names                24  index of the names (symbols)
//!
//! program header (32 bytes)       at 0x1c in the file header: offset, 0x2a bytes per header, 0x2c number of headers
//!   0  type (1 = loaded)   4  offset   12  physical address   16  bytes in the file
//!
//! symbol (16 bytes)
//!   0  name (offset)    4  address    8  size    14  section (0 = elsewhere)
//! ```

/// A section of an image.
pub(crate) struct Section {
    pub(crate) name: String,
    pub(crate) address: u32,
    pub(crate) size: u32,
    pub(crate) loaded: bool,
    pub(crate) writable: bool,
    pub(crate) in_file: bool,
}

const WRITABLE: u32 = 1;
const LOADED: u32 = 2;
const NO_BITS: u32 = 8;

/// All sections; `None` if the bytes are no such file.
pub(crate) fn sections(file: &[u8]) -> Option<Vec<Section>> {
    if !file.starts_with(b"\x7fELF\x01\x01") {
        return None;
    }
    let names = contents(file, header(file, half(file, 0x32)?)?)?;
    (0..half(file, 0x30)?)
        .map(|index| {
            let header = header(file, index)?;
            let flags = word(header, 8)?;
            Some(Section {
                name: text(names, word(header, 0)? as usize)?,
                address: word(header, 12)?,
                size: word(header, 20)?,
                loaded: flags & LOADED != 0,
                writable: flags & WRITABLE != 0,
                in_file: word(header, 4)? != NO_BITS,
            })
        })
        .collect()
}

const LOAD: u32 = 1;

/// What is loaded: physical addresses and bytes. `None` if the bytes are no such file.
pub(crate) fn loaded(file: &[u8]) -> Option<Vec<(u32, &[u8])>> {
    if !file.starts_with(b"\x7fELF\x01\x01") {
        return None;
    }
    let (start, size) = (word(file, 0x1c)? as usize, half(file, 0x2a)?);
    let mut pieces = Vec::new();
    for index in 0..half(file, 0x2c)? {
        let header = file.get(start + index * size..)?.get(..size)?;
        let bytes = file.get(word(header, 4)? as usize..)?.get(..word(header, 16)? as usize)?;
        if word(header, 0)? == LOAD && !bytes.is_empty() {
            pieces.push((word(header, 12)?, bytes));
        }
    }
    Some(pieces)
}

/// A named piece of code or data.
pub(crate) struct Symbol {
    /// As the compiler mangled it.
    pub(crate) name: String,
    pub(crate) size: u32,
    /// The index of its section.
    pub(crate) section: usize,
}

const SYMBOL_TABLE: u32 = 2;
const SYMBOL_BYTES: usize = 16;

/// All symbols that lie in a section.
pub(crate) fn symbols(file: &[u8]) -> Option<Vec<Symbol>> {
    let mut symbols = Vec::new();
    for index in 0..half(file, 0x30)? {
        let header = header(file, index)?;
        if word(header, 4)? != SYMBOL_TABLE {
            continue;
        }
        let entries = contents(file, header)?;
        let names = contents(file, self::header(file, word(header, 24)? as usize)?)?;
        for entry in entries.chunks_exact(SYMBOL_BYTES) {
            let section = half(entry, 14)?;
            let size = word(entry, 8)?;
            if section != 0 && size > 0 {
                symbols.push(Symbol { name: text(names, word(entry, 0)? as usize)?, size, section });
            }
        }
    }
    Some(symbols)
}

/// The header of a section.
fn header(file: &[u8], index: usize) -> Option<&[u8]> {
    let start = word(file, 0x20)? as usize;
    let size = half(file, 0x2e)?;
    file.get(start + index * size..)?.get(..size)
}

/// The bytes of a section.
fn contents<'f>(file: &'f [u8], header: &[u8]) -> Option<&'f [u8]> {
    file.get(word(header, 16)? as usize..)?.get(..word(header, 20)? as usize)
}

/// A text that ends with a zero byte.
fn text(bytes: &[u8], at: usize) -> Option<String> {
    let rest = bytes.get(at..)?;
    let end = rest.iter().position(|byte| *byte == 0)?;
    Some(String::from_utf8_lossy(&rest[..end]).into_owned())
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn half(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}
