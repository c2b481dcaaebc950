//! How a long computation learns that nobody waits for its result any more.
//!
//! Products and quotients of huge numbers take minutes. They ask a [`Watch`] every few thousand digit products
//! whether to go on; what it asks is a plain function, so that it can be passed along while everything else
//! of the caller is borrowed.

use crate::natural::OutOfMemory;
use alloc::collections::TryReserveError;

/// Asks the platform whether the user wants to interrupt, without taking the request.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch {
    interrupted: Option<fn() -> bool>,
}

impl Watch {
    /// Never interrupts.
    pub const NONE: Self = Self { interrupted: None };

    /// Interrupts as soon as the function says so; it is called every few microseconds and should be cheap.
    #[must_use]
    pub const fn new(interrupted: fn() -> bool) -> Self {
        Self { interrupted: Some(interrupted) }
    }

    /// Whether the user wants to interrupt.
    #[inline]
    #[must_use]
    pub fn is_interrupted(self) -> bool {
        self.interrupted.is_some_and(|interrupted| interrupted())
    }

    /// Whether to go on.
    #[inline]
    pub(crate) fn look(self) -> Result<(), Unfinished> {
        if self.is_interrupted() { Err(Unfinished::Interrupted) } else { Ok(()) }
    }
}

/// What bounds an operation whose result may be far larger than its operands.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The most limbs that the result may have.
    pub max_limbs: usize,
    /// Who may interrupt it.
    pub watch: Watch,
}

impl Bounds {
    /// As much as memory holds, and nobody interrupts.
    pub const NONE: Self = Self::limbs(usize::MAX);

    /// A limit of the result's size, and nobody interrupts.
    #[must_use]
    pub const fn limbs(max_limbs: usize) -> Self {
        Self { max_limbs, watch: Watch::NONE }
    }
}

/// Why a computation on natural numbers has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfinished {
    /// The allocator refused.
    OutOfMemory,
    /// The [`Watch`] said to stop.
    Interrupted,
}

impl From<OutOfMemory> for Unfinished {
    fn from(_: OutOfMemory) -> Self {
        Self::OutOfMemory
    }
}

impl From<TryReserveError> for Unfinished {
    fn from(_: TryReserveError) -> Self {
        Self::OutOfMemory
    }
}
