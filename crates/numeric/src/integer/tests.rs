//! What the differential runs against CPython can't state: limits, errors, and the corners of sizes.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use super::{Integer, IntegerError, ParseIntegerError, SmallInteger, parse_integer, parse_small, true_divide};
use crate::{Bounds, Watch};
use alloc::string::ToString;

fn integer(text: &str) -> Integer {
    parse_integer(text, 10, Watch::NONE).unwrap()
}

fn check(result: Result<Integer, IntegerError>, expected: &str) {
    assert_eq!(result.unwrap().as_ref().to_decimal(Watch::NONE).unwrap(), expected);
}

#[test]
fn division_rounds_down() {
    for (dividend, divisor, quotient, remainder) in [
        ("7", "2", "3", "1"),
        ("-7", "2", "-4", "1"),
        ("7", "-2", "-4", "-1"),
        ("-7", "-2", "3", "-1"),
        ("-18446744073709551616", "4294967296", "-4294967296", "0"),
        ("-18446744073709551617", "18446744073709551616", "-2", "18446744073709551615"),
    ] {
        let (q, r) = integer(dividend).as_ref().divmod(integer(divisor).as_ref(), Watch::NONE).unwrap();
        assert_eq!(q.as_ref().to_decimal(Watch::NONE).unwrap(), quotient);
        assert_eq!(r.as_ref().to_decimal(Watch::NONE).unwrap(), remainder);
    }
    let zero = Integer::ZERO;
    assert_eq!(integer("1").as_ref().divmod(zero.as_ref(), Watch::NONE), Err(IntegerError::DivisionByZero));
    assert_eq!(integer("1").as_ref().modulo(zero.as_ref(), Watch::NONE), Err(IntegerError::DivisionByZero));
}

#[test]
fn results_beyond_the_limit_are_errors() {
    let one = SmallInteger::new(1);
    let three = SmallInteger::new(3);
    let huge = SmallInteger::new(1 << 60);
    assert_eq!(one.as_ref().shift_left(1 << 60, 1000), Err(IntegerError::MemoryLimit));
    assert_eq!(one.as_ref().shift_left(u64::MAX, usize::MAX), Err(IntegerError::MemoryLimit));
    assert_eq!(three.as_ref().pow(huge.as_ref(), Bounds::limbs(1 << 20)), Err(IntegerError::MemoryLimit));
    let large = one.as_ref().shift_left(1000, 100).unwrap();
    assert_eq!(large.as_ref().mul(large.as_ref(), Bounds::limbs(10)), Err(IntegerError::MemoryLimit));
    assert_eq!(large.as_ref().pow(large.as_ref(), Bounds::NONE), Err(IntegerError::MemoryLimit));
    check(one.as_ref().pow(large.as_ref(), Bounds::limbs(1)), "1");
    check(SmallInteger::new(-1).as_ref().pow(large.as_ref(), Bounds::limbs(1)), "1");
}

#[test]
fn machine_integers_at_the_ends_of_their_range() {
    for value in [0, 1, -1, i64::MAX, i64::MIN, 1 << 32, -(1 << 32)] {
        let number = Integer::from(value);
        assert_eq!(number.to_i64(), Some(value));
        assert_eq!(number.as_ref(), SmallInteger::new(value).as_ref());
        assert_eq!(number.as_ref().to_decimal(Watch::NONE).unwrap(), value.to_string());
    }
    let beyond = Integer::from(i128::from(i64::MAX) + 1);
    assert_eq!(beyond.to_i64(), None);
    assert_eq!(beyond.as_ref().to_i64_clamped(), i64::MAX);
    assert_eq!(beyond.as_ref().negated().to_i64(), Some(i64::MIN));
    assert_eq!(Integer::from(i128::MIN).as_ref().to_decimal(Watch::NONE).unwrap(), i128::MIN.to_string());
}

#[test]
fn inverses() {
    check(integer("3").as_ref().pow_mod(integer("-1").as_ref(), integer("11").as_ref(), Watch::NONE), "4");
    check(integer("3").as_ref().pow_mod(integer("-2").as_ref(), integer("-11").as_ref(), Watch::NONE), "-6");
    check(integer("3").as_ref().pow_mod(integer("-5").as_ref(), integer("1").as_ref(), Watch::NONE), "0");
    let result = integer("4").as_ref().pow_mod(integer("-1").as_ref(), integer("8").as_ref(), Watch::NONE);
    assert_eq!(result, Err(IntegerError::NotInvertible));
}

#[test]
fn literals() {
    assert_eq!(parse_integer("0x_ff", 0, Watch::NONE).unwrap(), Integer::from(255i64));
    assert_eq!(parse_integer("-0b101", 2, Watch::NONE).unwrap(), Integer::from(-5i64));
    assert_eq!(parse_integer("1_000", 10, Watch::NONE).unwrap(), Integer::from(1000i64));
    assert_eq!(parse_integer("0_0", 0, Watch::NONE).unwrap(), Integer::ZERO);
    for (text, base) in [("", 10), ("-", 10), ("1__0", 10), ("_1", 10), ("1_", 10), ("012", 0), ("0x", 0), ("2", 2)] {
        assert_eq!(parse_integer(text, base, Watch::NONE), Err(ParseIntegerError::Literal), "{text}");
    }
    assert_eq!(parse_integer("1", 37, Watch::NONE), Err(ParseIntegerError::Base));
    assert_eq!(parse_small(b"-123"), Some(-123));
    assert_eq!(parse_small(b"1_0"), None);
    assert_eq!(parse_small(b"1234567890123456789"), None);
}

#[test]
fn quotients_as_floats() {
    assert_eq!(true_divide(1, 3), Ok(1.0 / 3.0));
    assert_eq!(true_divide(i64::MAX, 2), Ok(4_611_686_018_427_387_903.5));
    assert_eq!(true_divide(1, 0), Err(IntegerError::DivisionByZero));
    let large = integer("10").as_ref().pow(integer("400").as_ref(), Bounds::limbs(100)).unwrap();
    assert_eq!(large.as_ref().to_f64(), Err(IntegerError::TooLargeForFloat));
    assert_eq!(large.as_ref().true_divide(integer("7").as_ref()), Err(IntegerError::QuotientTooLarge));
    assert_eq!(large.as_ref().true_divide(large.as_ref()), Ok(1.0));
}

#[test]
fn a_watch_stops_what_takes_long() {
    use core::sync::atomic::{AtomicUsize, Ordering};
    static QUESTIONS: AtomicUsize = AtomicUsize::new(0);
    let watch = Watch::new(|| QUESTIONS.fetch_add(1, Ordering::Relaxed) >= 3);
    let bounds = Bounds { max_limbs: usize::MAX, watch };
    let large = integer("7").as_ref().pow(integer("200000").as_ref(), Bounds::NONE).unwrap();
    let modulus = large.as_ref().sub(SmallInteger::new(4).as_ref()).unwrap();
    let (large, modulus) = (large.as_ref(), modulus.as_ref());
    let digits = "7".repeat(200_000);
    let interrupted: [(&str, Option<IntegerError>); 8] = [
        ("product", large.mul(modulus, bounds).err()),
        ("square", large.square(bounds).err()),
        ("power", SmallInteger::new(7).as_ref().pow(SmallInteger::new(1 << 20).as_ref(), bounds).err()),
        ("power with a modulus", large.pow_mod(large, modulus, watch).err()),
        ("text", large.to_decimal(watch).err()),
        ("divisor", large.gcd(modulus, watch).err()),
        ("inverse", large.inverse(modulus, watch).err()),
        ("root", large.isqrt(watch).err()),
    ];
    for (what, error) in interrupted {
        assert_eq!(error, Some(IntegerError::Interrupted), "{what}");
    }
    assert_eq!(parse_integer(&digits, 10, watch), Err(ParseIntegerError::Interrupted));
    assert_eq!(
        large.mul(modulus, Bounds::NONE).unwrap().as_ref().divmod(modulus, watch),
        Err(IntegerError::Interrupted)
    );
}
