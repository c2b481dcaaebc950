//! The product of two floats for processors that multiply words only.
//!
//! A compiler's own routine takes a product of 64 bits by 64 apart into general products of 64 bits; here one factor is
//! moved so that the words of the product are the result's words already. On a Cortex-M0+ that takes half the time.

use crate::words::product;

/// `a * b`, correctly rounded as the operator's.
#[must_use]
pub fn multiply(a: f64, b: f64) -> f64 {
    let (x, y) = (a.to_bits(), b.to_bits());
    let [xh, yh] = [(x >> 32) as u32, (y >> 32) as u32];
    let [ex, ey] = [xh >> 20 & 0x7FF, yh >> 20 & 0x7FF];
    let exponent = (ex + ey) as i32 - 1023;
    // Zeros, subnormal numbers, infinities, and results near the ends.
    if ex == 0 || ex == 0x7FF || ey == 0 || ey == 0x7FF || !(1..=2044).contains(&exponent) {
        return a * b;
    }
    let [xl, yl] = [x as u32, y as u32];
    // 11 bits further to the left than the other: the highest word of the product then ends where a float's does.
    let x1 = (xh & 0xF_FFFF | 0x10_0000) << 11 | xl >> 21;
    let x0 = xl << 11;
    let y1 = yh & 0xF_FFFF | 0x10_0000;
    let low = product(x0, yl);
    let (middle, other) = (product(x1, yl), product(x0, y1));
    let high = product(x1, y1);
    let (p1, first) = low.1.overflowing_add(middle.0);
    let (mut p1, second) = p1.overflowing_add(other.0);
    let (p2, third) = high.0.overflowing_add(middle.1);
    let (p2, fourth) = p2.overflowing_add(other.1);
    let (mut p2, fifth) = p2.overflowing_add(u32::from(first) + u32::from(second));
    let mut p3 = high.1 + u32::from(third) + u32::from(fourth) + u32::from(fifth);
    let mut p0 = low.0;
    let mut exponent = exponent as u32;
    if p3 >= 0x10_0000 {
        exponent += 1;
    } else {
        p3 = p3 << 1 | p2 >> 31;
        p2 = p2 << 1 | p1 >> 31;
        p1 = p1 << 1 | p0 >> 31;
        p0 <<= 1;
    }
    // The leading bit adds one to the exponent, and so does a carry out of the mantissa.
    let mut upper = ((xh ^ yh) & 0x8000_0000) + ((exponent - 1) << 20) + p3;
    let is_half = p1 == 0x8000_0000 && p0 == 0;
    if p1 >= 0x8000_0000 && !(is_half && p2 & 1 == 0) {
        let (next, carry) = p2.overflowing_add(1);
        p2 = next;
        upper += u32::from(carry);
    }
    f64::from_bits(u64::from(upper) << 32 | u64::from(p2))
}

#[cfg(test)]
mod tests {
    use super::multiply;

    #[test]
    fn products_are_the_operators() {
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        for round in 0..400_000 {
            let (mut x, mut y) = (next(), next());
            if round % 4 != 0 {
                // Few bits, exponents near one: halves and carries are frequent.
                let [keep_x, keep_y] = [next() % 53, next() % 53];
                x = x & 0xBFF0_0000_0000_0000
                    | x & 0xF_FFFF_FFFF_FFFF << keep_x & 0xF_FFFF_FFFF_FFFF
                    | 0x3E00_0000_0000_0000;
                y = y & 0xBFF0_0000_0000_0000
                    | y & 0xF_FFFF_FFFF_FFFF << keep_y & 0xF_FFFF_FFFF_FFFF
                    | 0x3E00_0000_0000_0000;
            }
            let (a, b) = (f64::from_bits(x), f64::from_bits(y));
            let (got, wanted) = (multiply(a, b), a * b);
            assert!(got.to_bits() == wanted.to_bits() || got.is_nan() && wanted.is_nan(), "{a:e} * {b:e}");
        }
        for a in [0.0, -0.0, 1.0, f64::MIN_POSITIVE, f64::MAX, f64::INFINITY, f64::NAN, 5e-324, -1.5] {
            for b in [0.0, 1.0, -2.0, 0.5, f64::MAX, f64::MIN_POSITIVE, f64::NEG_INFINITY, 3.0] {
                let (got, wanted) = (multiply(a, b), a * b);
                assert!(got.to_bits() == wanted.to_bits() || got.is_nan() && wanted.is_nan(), "{a:e} * {b:e}");
            }
        }
    }
}
