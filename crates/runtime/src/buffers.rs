//! Vectors for native code that can't hold on to the heap while it works, and copies of bytes in them.
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

/// An empty vector with room for so many items.
///
/// # Errors
/// [`OutOfMemory`].
pub fn with_room<T>(items: usize) -> Result<Vec<T>, OutOfMemory> {
    let mut vector = Vec::new();
    vector.try_reserve_exact(items).map_err(|_| OutOfMemory)?;
    Ok(vector)
}
