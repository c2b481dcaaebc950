//! The memory of the region: how slots and payload area share it.

#[cfg(target_pointer_width = "32")]
mod narrow;
#[cfg(target_pointer_width = "64")]
mod wide;
mod words;

#[cfg(target_pointer_width = "32")]
pub(super) use narrow::{Payload, SlotTable, Slots};
#[cfg(target_pointer_width = "64")]
pub(super) use wide::{Payload, SlotTable, Slots};

/// The memory that the region shares with what Rust code allocates, on boards: the region grows as it needs, up to what is
/// kept for Rust code, and gives back at each collection, and when the compiler asks.
#[derive(Clone, Copy, Debug)]
pub struct SharedMemory {
    /// How many bytes nobody has; nothing where memory is not shared.
    pub left: Option<fn() -> usize>,
    /// How many of them lie between the region and Rust code's blocks, where both may take them.
    pub gap: fn() -> usize,
    /// How many bytes the largest block may have that Rust code can get.
    pub largest: fn() -> usize,
    /// How many bytes the region leaves to Rust code.
    pub kept: usize,
}

impl SharedMemory {
    /// The region has memory of its own.
    pub const NONE: SharedMemory = SharedMemory { left: None, gap: || usize::MAX, largest: || usize::MAX, kept: 0 };

    /// Whether the region has memory of its own.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.left.is_none()
    }

    /// How many bytes nobody has.
    #[must_use]
    pub fn left(self) -> usize {
        self.left.map_or(usize::MAX, |left| left())
    }

    /// How many bytes the region may take.
    #[cfg(target_pointer_width = "32")]
    fn for_region(self) -> usize {
        // Holes may all be small: some of what is kept has to be in one piece.
        let gap = (self.gap)().saturating_sub(self.kept / 2);
        gap.min(self.left().saturating_sub(self.kept))
    }
}
