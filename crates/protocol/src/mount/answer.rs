//! What the computer answers.

use alloc::vec::Vec;

/// What is known of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Kind and permissions: 0x4000 for a folder, 0x8000 for a file.
    pub mode: u32,
    /// In bytes.
    pub size: u32,
    /// Seconds since 1970: the last access, the last change, the last change of the metadata.
    pub times: [u32; 3],
}

/// The answer to a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// A number, or a negative `errno`, in one byte.
    Short(i8),
    /// The same in four bytes.
    Status(i32),
    /// Metadata, behind a short 0.
    Stat(Metadata),
    /// The next entry of a folder: its name and mode.
    Entry(&'a str, u32),
    /// There is no further entry.
    End,
    /// What was read.
    Bytes(&'a [u8]),
}

impl Answer<'_> {
    /// The bytes to send.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self {
            Answer::Short(number) => bytes.push(number.cast_unsigned()),
            Answer::Status(number) => bytes.extend_from_slice(&number.to_le_bytes()),
            Answer::Stat(metadata) => {
                bytes.push(0);
                let [accessed, changed, created] = metadata.times;
                for word in [metadata.mode, metadata.size, accessed, changed, created] {
                    bytes.extend_from_slice(&word.to_le_bytes());
                }
            }
            Answer::Entry(name, mode) => {
                with_count(&mut bytes, name.as_bytes());
                bytes.extend_from_slice(&mode.to_le_bytes());
            }
            Answer::End => with_count(&mut bytes, &[]),
            Answer::Bytes(read) => with_count(&mut bytes, read),
        }
        bytes
    }
}

fn with_count(bytes: &mut Vec<u8>, content: &[u8]) {
    bytes.extend_from_slice(&u32::try_from(content.len()).unwrap_or(0).to_le_bytes());
    bytes.extend_from_slice(content);
}
