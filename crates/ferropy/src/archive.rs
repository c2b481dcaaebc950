//! Programs that are ZIP archives: how a file is known for one without reading its directory (APPNOTE.TXT 4.3.16).

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// What the record at an archive's end starts with, and its length without the comment behind it.
const MARK: &[u8] = b"PK\x05\x06";
const RECORD: usize = 22;
/// The longest comment.
const COMMENT: usize = 0xffff;

/// Whether a file looks like an archive.
pub(crate) fn is_archive(path: &str) -> bool {
    read_end(path).is_ok_and(|end| ends_as_one(&end))
}

/// Whether the bytes of a file, or its last ones, are those of an archive.
pub(crate) fn ends_as_one(bytes: &[u8]) -> bool {
    let end = bytes.get(bytes.len().saturating_sub(RECORD + COMMENT)..).unwrap_or_default();
    let starts = end.len().saturating_sub(RECORD - MARK.len());
    end.get(..starts).is_some_and(|starts| starts.windows(MARK.len()).any(|window| window == MARK))
}

fn read_end(path: &str) -> std::io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub((RECORD + COMMENT) as u64)))?;
    let mut end = Vec::new();
    file.take((RECORD + COMMENT) as u64).read_to_end(&mut end)?;
    Ok(end)
}
