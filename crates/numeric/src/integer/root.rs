//! The integer square root.

use super::{Integer, IntegerError, IntegerRef, IntegerResult, SmallInteger};
use crate::watch::{Bounds, Watch};

impl IntegerRef<'_> {
    /// The largest integer whose square is not above this one: Python's `math.isqrt`.
    ///
    /// Newton's iteration from the leading bits down, each step with twice the bits of the step before, so
    /// that the whole costs little more than the last division (M. Dickinson's variable-precision form).
    pub fn isqrt(self, watch: Watch) -> IntegerResult {
        if self.negative {
            return Err(IntegerError::NegativeRoot);
        }
        if let Some(value) = self.magnitude() {
            return Ok(Integer::from(value.isqrt()));
        }
        let half_bits = self.bit_length().saturating_sub(1) / 2;
        let levels = 64u32.wrapping_sub(half_bits.leading_zeros());
        let mut root = Integer::from(1u64);
        let mut precision = 0u64;
        for level in (0..levels).rev() {
            // root² approximates the number's leading 2 · precision bits.
            let previous = precision;
            precision = half_bits >> level;
            let grown = precision.saturating_sub(previous).saturating_sub(1);
            let dropped = (half_bits.saturating_mul(2)).saturating_add(1);
            let dropped = dropped.saturating_sub(previous).saturating_sub(precision);
            let leading = self.shift_right(dropped)?;
            let quotient = leading.as_ref().floor_divide(root.as_ref(), watch)?;
            root = root.as_ref().shift_left(grown, usize::MAX)?.as_ref().add(quotient.as_ref())?;
        }
        let square = root.as_ref().square(Bounds { max_limbs: usize::MAX, watch })?;
        if square.as_ref() > self {
            return root.as_ref().sub(SmallInteger::new(1).as_ref());
        }
        Ok(root)
    }
}
