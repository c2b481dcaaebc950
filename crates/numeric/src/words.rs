//! Products of machine words.

/// Whether the processor has no product of two words that is longer than a word: a Cortex-M0+, which is also the one without
/// compare-and-swap.
pub(crate) const NO_LONG_PRODUCT: bool = cfg!(all(target_arch = "arm", not(target_has_atomic = "32")));

/// The low and the high word of a product.
#[inline(always)]
pub(crate) fn product(x: u32, y: u32) -> (u32, u32) {
    if NO_LONG_PRODUCT { from_halves(x, y) } else { whole(x, y) }
}

#[inline(always)]
fn whole(x: u32, y: u32) -> (u32, u32) {
    let product = u64::from(x) * u64::from(y);
    (product as u32, (product >> 32) as u32)
}

/// From four products of half words: a third of what the compiler's routine takes, which knows only factors of 64 bits.
#[inline(always)]
fn from_halves(x: u32, y: u32) -> (u32, u32) {
    let ([xl, xh], [yl, yh]) = ([x & 0xFFFF, x >> 16], [y & 0xFFFF, y >> 16]);
    let (low, high) = (xl * yl, xh * yh);
    let (left, right) = (xh * yl, xl * yh);
    let (low, first) = low.overflowing_add(left << 16);
    let (low, second) = low.overflowing_add(right << 16);
    (low, high + (left >> 16) + (right >> 16) + u32::from(first) + u32::from(second))
}

#[cfg(test)]
mod tests {
    use super::{from_halves, whole};

    #[test]
    fn halves_give_the_whole() {
        let factors =
            [0, 1, 2, 0xFFFF, 0x1_0000, 0x1_0001, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_0000, 0xFFFF_FFFF, 0x1234_5678];
        for x in factors {
            for y in factors {
                assert_eq!(from_halves(x, y), whole(x, y), "{x:#x} * {y:#x}");
            }
        }
    }
}
