//! How many jumps and calls the loop makes before it looks at the world.
//!
//! On a board an interrupt that has something to tell takes the fuel away, so that the loop looks at its next jump or call:
//! the counter is one that may be written while the loop runs. Elsewhere it is a number, which machine code does more with.

use core::cmp::Ordering;
use core::ops::SubAssign;

/// The counter.
#[cfg(any(target_pointer_width = "64", target_arch = "wasm32"))]
#[derive(Debug)]
pub(crate) struct Fuel(u32);

#[cfg(any(target_pointer_width = "64", target_arch = "wasm32"))]
impl Fuel {
    #[inline(always)]
    pub(crate) const fn new(left: u32) -> Fuel {
        Fuel(left)
    }

    #[inline(always)]
    pub(crate) fn left(&self) -> u32 {
        self.0
    }

    #[inline(always)]
    pub(crate) fn set(&mut self, left: u32) {
        self.0 = left;
    }

    /// Lets interrupts take the fuel away, where they can.
    pub(crate) fn share(&self, _: &mut dyn ferropy_platform::Hardware) {}
}

/// The counter.
#[cfg(not(any(target_pointer_width = "64", target_arch = "wasm32")))]
#[derive(Debug)]
pub(crate) struct Fuel(core::sync::atomic::AtomicU32);

#[cfg(not(any(target_pointer_width = "64", target_arch = "wasm32")))]
impl Fuel {
    pub(crate) const fn new(left: u32) -> Fuel {
        Fuel(core::sync::atomic::AtomicU32::new(left))
    }

    #[inline(always)]
    pub(crate) fn left(&self) -> u32 {
        self.0.load(core::sync::atomic::Ordering::Relaxed)
    }

    /// What an interrupt stores between a look at the counter and this is lost: it stores once more a little later.
    #[inline(always)]
    pub(crate) fn set(&mut self, left: u32) {
        self.0.store(left, core::sync::atomic::Ordering::Relaxed);
    }

    /// Lets interrupts take the fuel away.
    pub(crate) fn share(&self, hardware: &mut dyn ferropy_platform::Hardware) {
        hardware.set_attention(&self.0);
    }
}

impl Fuel {
    /// Uses up one: whether nothing is left.
    #[inline(always)]
    pub(crate) fn burn(&mut self) -> bool {
        let left = self.left().wrapping_sub(1);
        self.set(left);
        left == 0
    }

    /// Uses up as many as there are, but not more.
    #[inline(always)]
    pub(crate) fn burn_many(&mut self, count: u32) {
        self.set(self.left().saturating_sub(count));
    }

    /// Leaves so many at most.
    #[inline(always)]
    pub(crate) fn limit(&mut self, most: u32) {
        self.set(self.left().min(most));
    }
}

impl SubAssign<u32> for Fuel {
    #[inline(always)]
    fn sub_assign(&mut self, count: u32) {
        self.set(self.left().wrapping_sub(count));
    }
}

impl PartialEq<u32> for Fuel {
    #[inline(always)]
    fn eq(&self, other: &u32) -> bool {
        self.left() == *other
    }
}

impl PartialOrd<u32> for Fuel {
    #[inline(always)]
    fn partial_cmp(&self, other: &u32) -> Option<Ordering> {
        Some(self.left().cmp(other))
    }

    #[inline(always)]
    fn gt(&self, other: &u32) -> bool {
        self.left() > *other
    }

    #[inline(always)]
    fn le(&self, other: &u32) -> bool {
        self.left() <= *other
    }
}
