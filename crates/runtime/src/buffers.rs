//! Vectors for native code that can't hold on to the heap while it works, and copies of bytes in them.
//!
//! A copy may be as large as what a program makes: where memory is counted in kilobytes there may be no room for it, and that
//! is an error like any other.

use crate::heap::OutOfMemory;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// A copy of bytes or other items.
///
/// # Errors
/// [`OutOfMemory`].
pub fn copied<T: Copy>(items: &[T]) -> Result<Vec<T>, OutOfMemory> {
    let mut copy = with_room(items.len())?;
    copy.extend_from_slice(items);
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

/// Gives back the memory of all but the first items. They are copied, if there is room: a block that shrinks where it lies
/// keeps its place, and on boards the region can't grow beyond the lowest one.
pub(crate) fn shrink<T: Copy>(items: &mut Vec<T>, length: usize) {
    items.truncate(length);
    match copied(items) {
        Ok(copy) => *items = copy,
        Err(OutOfMemory) => items.shrink_to_fit(),
    }
}
