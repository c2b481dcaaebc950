//! The memory of the region: how slots and payload area share it.

#[cfg(target_pointer_width = "32")]
mod narrow;
#[cfg(target_pointer_width = "64")]
mod wide;
mod words;

#[cfg(target_pointer_width = "32")]
pub(super) use narrow::{Payload, Slots};
#[cfg(target_pointer_width = "64")]
pub(super) use wide::{Payload, Slots};
