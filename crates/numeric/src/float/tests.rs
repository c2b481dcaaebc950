//! The corners of float text and arithmetic; the wide sweep runs against CPython.

#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "a test may panic, and results are exact")]

use super::{
    FloatFormat, FloatStyle, PowerError, RoundError, compose, decompose, divmod, format_float, from_hex, parse_float,
    power, repr, round_digits, to_hex,
};

#[test]
fn reprs() {
    for (float, text) in [
        (0.0, "0.0"),
        (-0.0, "-0.0"),
        (1e16, "1e+16"),
        (9_999_999_999_999_998.0, "9999999999999998.0"),
        (1e-5, "1e-05"),
        (1e-4, "0.0001"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e+308"),
        (0.1, "0.1"),
        (123_456.0, "123456.0"),
        (f64::INFINITY, "inf"),
        (-f64::INFINITY, "-inf"),
        (f64::NAN, "nan"),
        (-f64::NAN, "nan"),
    ] {
        assert_eq!(repr(float), text);
    }
}

#[test]
fn precisions() {
    let check = |float: f64, style, precision, alternate, text: &str| {
        let format = FloatFormat { style, precision, alternate, ..FloatFormat::default() };
        assert_eq!(format_float(float, &format).unwrap(), text);
    };
    check(2.5, FloatStyle::Fixed, 0, false, "2");
    check(3.5, FloatStyle::Fixed, 0, true, "4.");
    check(1e22, FloatStyle::Fixed, 2, false, "10000000000000000000000.00");
    check(0.0, FloatStyle::Exponent, 3, false, "0.000e+00");
    check(99999.5, FloatStyle::General, 5, false, "1e+05");
    check(0.0001, FloatStyle::General, 6, false, "0.0001");
    check(1.0, FloatStyle::General, 6, true, "1.00000");
    check(0.00001, FloatStyle::General, 6, false, "1e-05");
}

#[test]
fn text_that_is_no_float() {
    for text in ["", ".", "+", "1__0", "_1", "1_", "1_.0", "1._0", "1e", "1e_1", "1e1_", "0x1", "infin", " 1", "1 "] {
        assert_eq!(parse_float(text), None, "{text}");
    }
    assert_eq!(parse_float("1_0.0_1e1_0"), Some(10.01e10));
    assert_eq!(parse_float("-.5"), Some(-0.5));
    assert_eq!(parse_float("1e999"), Some(f64::INFINITY));
    assert!(parse_float("-NaN").is_some_and(f64::is_nan));
}

#[test]
fn parts_and_hexadecimals_read_back() {
    for float in [0.0, 1.0, -1.5, 5e-324, 2.225_073_858_507_201e-308, f64::MIN_POSITIVE, f64::MAX, 0.1] {
        let (bits, exponent) = decompose(float);
        assert_eq!(compose(bits, exponent), Some(float.abs()));
        assert_eq!(from_hex(&to_hex(float).unwrap()), Ok(float));
    }
    assert_eq!(compose(1, -1075), Some(0.0));
    assert_eq!(compose(3, -1076), Some(5e-324));
    assert_eq!(compose(u64::MAX, 960), None);
}

#[test]
fn rounding() {
    assert_eq!(round_digits(2.675, 2), Ok(2.67));
    assert_eq!(round_digits(0.125, 2), Ok(0.12));
    assert_eq!(round_digits(-25.0, -1), Ok(-20.0));
    assert_eq!(round_digits(50.0, -2), Ok(0.0));
    assert_eq!(round_digits(50.1, -2), Ok(100.0));
    assert_eq!(round_digits(f64::MAX, -308), Err(RoundError::TooLarge));
}

#[test]
fn division_and_powers() {
    assert_eq!(divmod(-7.0, 2.0), (-4.0, 1.0));
    assert_eq!(divmod(7.0, -2.0), (-4.0, -1.0));
    assert_eq!(divmod(0.0, -2.0).1.to_bits(), (-0.0f64).to_bits());
    assert_eq!(power(0.0, -1.0), Err(PowerError::ZeroToNegative));
    assert_eq!(power(-8.0, 1.0 / 3.0), Err(PowerError::Complex));
    assert_eq!(power(10.0, 400.0), Err(PowerError::Overflow));
    assert_eq!(power(-1.0, f64::INFINITY), Ok(1.0));
    assert_eq!(power(-2.0, 3.0), Ok(-8.0));
    assert_eq!(power(2.0, 0.5), Ok(core::f64::consts::SQRT_2));
}
