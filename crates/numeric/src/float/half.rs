//! Floats of 16 bits: IEEE 754's binary16, `e` in the formats of the `struct` module.

/// A float of 16 bits as one of 64.
#[must_use]
pub fn from_half(bits: u16) -> f64 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1F), f64::from(bits & 0x3FF));
    sign * match exponent {
        0 => libm::ldexp(fraction, -24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => return f64::NAN,
        _ => libm::ldexp(1024.0 + fraction, exponent - 25),
    }
}

/// The float of 16 bits nearest to one of 64; nothing if it is too large.
#[must_use]
pub fn to_half(float: f64) -> Option<u16> {
    let sign = if float.is_sign_negative() { 0x8000 } else { 0 };
    let magnitude = libm::fabs(float);
    if float.is_nan() {
        return Some(sign | 0x7E00);
    }
    if magnitude.is_infinite() {
        return Some(sign | 0x7C00);
    }
    if magnitude >= 65520.0 {
        return None;
    }
    let (_, exponent) = libm::frexp(magnitude);
    let exponent = if magnitude == 0.0 { -14 } else { (exponent - 1).max(-14) };
    let scaled = libm::rint(libm::ldexp(magnitude, 10 - exponent)) as u16;
    // The hidden bit, where there is one, counts the exponent up.
    Some(sign | (((exponent + 14) as u16) << 10).wrapping_add(scaled))
}
