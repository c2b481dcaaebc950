//! Copies of bytes for native code that can't hold on to the heap while it works.
//!
//! A copy may be as large as what a program makes: where memory is counted in kilobytes there may be no room for it, and that
//! is an error like any other.

use crate::heap::OutOfMemory;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// A copy of bytes.
///
/// # Errors
/// [`OutOfMemory`].
pub fn copied(bytes: &[u8]) -> Result<Vec<u8>, OutOfMemory> {
    let mut copy = with_room(bytes.len())?;
    copy.extend_from_slice(bytes);
    Ok(copy)
}

/// Bytes of one's own: a copy, where they are somebody else's.
///
/// # Errors
/// [`OutOfMemory`].
pub fn owned(bytes: Cow<'_, [u8]>) -> Result<Vec<u8>, OutOfMemory> {
    match bytes {
        Cow::Borrowed(bytes) => copied(bytes),
        Cow::Owned(bytes) => Ok(bytes),
    }
}

/// An empty buffer with room for so many bytes.
///
/// # Errors
/// [`OutOfMemory`].
pub fn with_room(bytes: usize) -> Result<Vec<u8>, OutOfMemory> {
    let mut buffer = Vec::new();
    buffer.try_reserve_exact(bytes).map_err(|_| OutOfMemory)?;
    Ok(buffer)
}
