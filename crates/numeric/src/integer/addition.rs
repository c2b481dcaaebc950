//! Sums and differences.

use super::{Integer, IntegerRef, IntegerResult};
use crate::natural::{copy, linear};
use core::cmp::Ordering;

impl IntegerRef<'_> {
    /// The sum.
    #[expect(clippy::should_implement_trait, reason = "the operator could not report a refusing allocator")]
    pub fn add(self, other: IntegerRef<'_>) -> IntegerResult {
        let (long, short) = if self.limbs.len() >= other.limbs.len() { (self, other) } else { (other, self) };
        let mut limbs = copy(long.limbs, 1)?;
        if self.negative == other.negative {
            if linear::add_assign(&mut limbs, short.limbs) {
                limbs.push(1);
            }
            return Ok(Integer { negative: self.negative, limbs });
        }
        let mut negative = long.negative;
        if linear::sub_assign(&mut limbs, short.limbs) {
            // Only numbers of one length can come out wrong way round; the complement turns them.
            negative = short.negative;
            debug_assert_eq!(linear::compare(long.limbs, short.limbs), Ordering::Less, "the longer is the larger");
            let mut carry = true;
            for limb in &mut limbs {
                (*limb, carry) = (!*limb).overflowing_add(u32::from(carry));
            }
        }
        Ok(Integer::new(negative, limbs))
    }

    /// The difference.
    #[expect(clippy::should_implement_trait, reason = "the operator could not report a refusing allocator")]
    pub fn sub(self, other: IntegerRef<'_>) -> IntegerResult {
        self.add(other.negated())
    }
}
