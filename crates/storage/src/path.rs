//! Paths: relative ones, `.`, `..` and slashes, made absolute and plain.

use alloc::vec::Vec;
use ferropy_platform::Error;

/// The longest name of a file, in bytes; littlefs's default.
pub(crate) const LONGEST_NAME: usize = 255;

/// An empty vector with room for so many elements.
pub(crate) fn room<T>(count: usize) -> Result<Vec<T>, Error> {
    let mut empty = Vec::new();
    empty.try_reserve_exact(count).map_err(|_| Error::NO_MEMORY)?;
    Ok(empty)
}

/// An absolute path without `.`, `..` and needless slashes.
#[derive(PartialEq, Eq)]
pub(crate) struct Path {
    /// Ends with a zero, as the library wants it.
    text: Vec<u8>,
    /// Whether it was written with a slash at its end, so that it can only name a directory.
    pub(crate) of_directory: bool,
}

impl Path {
    /// What a path means in a directory, which is absolute and plain.
    pub(crate) fn new(directory: &[u8], path: &[u8]) -> Result<Path, Error> {
        let mut text = room(directory.len() + path.len() + 3)?;
        let start: &[u8] = if path.starts_with(b"/") { b"" } else { directory };
        for name in start.split(|&byte| byte == b'/').chain(path.split(|&byte| byte == b'/')) {
            match name {
                b"" | b"." => {}
                b".." => text.truncate(text.iter().rposition(|&byte| byte == b'/').unwrap_or(0)),
                _ if name.contains(&0) => return Err(Error::INVALID),
                _ if name.len() > LONGEST_NAME => return Err(Error::NAME_TOO_LONG),
                _ => {
                    text.push(b'/');
                    text.extend_from_slice(name);
                }
            }
        }
        if text.is_empty() {
            text.push(b'/');
        }
        text.push(0);
        let of_directory = path.ends_with(b"/") || path.ends_with(b"/.") || path.ends_with(b"..");
        Ok(Path { text, of_directory })
    }

    /// The same path.
    pub(crate) fn copy(&self) -> Result<Path, Error> {
        let mut text = room(self.text.len())?;
        text.extend_from_slice(&self.text);
        Ok(Path { text, of_directory: self.of_directory })
    }

    /// The path, with a zero behind it.
    pub(crate) fn with_zero(&self) -> &[u8] {
        &self.text
    }

    /// The path.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.text.strip_suffix(b"\0").unwrap_or(&self.text)
    }

    /// Whether it is `/`.
    pub(crate) fn is_root(&self) -> bool {
        self.bytes() == b"/"
    }

    /// What follows another path in this one: nothing if it is the same, something that starts with a slash if it lies
    /// below it.
    pub(crate) fn below(&self, other: &Path) -> Option<&[u8]> {
        let rest = self.bytes().strip_prefix(other.bytes())?;
        (rest.is_empty() || rest.starts_with(b"/")).then_some(rest)
    }

    /// A number for the path, the same each time: FNV-1a, by Fowler, Noll and Vo.
    pub(crate) fn number(&self) -> u64 {
        self.bytes()
            .iter()
            .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }
}
