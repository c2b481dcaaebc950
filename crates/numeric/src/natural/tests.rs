//! Identities between the algorithms, for digits of both widths: the fast ones against the schoolbook.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use super::multiply::{KARATSUBA, TOOM};
use super::{Digit, Watch, divide, gcd, linear, modular, multiply, radix};
use alloc::vec::Vec;

/// Numbers with long runs of ones and zeros among random digits: they provoke carries and corrections.
struct Source(u64);

impl Source {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn number<D: Digit>(&mut self, length: usize) -> Vec<D> {
        let mut kind = 0;
        let mut digits: Vec<D> = (0..length)
            .map(|_| {
                let random = self.next();
                if random.is_multiple_of(5) {
                    kind = random / 5 % 3;
                }
                match kind {
                    0 => D::from_u64(self.next()),
                    1 => D::ZERO,
                    _ => D::MAX,
                }
            })
            .collect();
        if let Some(top) = digits.last_mut() {
            *top = *top | D::ONE;
        }
        digits
    }
}

fn schoolbook<D: Digit>(left: &[D], right: &[D]) -> Vec<D> {
    let mut out = super::zeros(left.len() + right.len()).unwrap();
    multiply::schoolbook(&mut out, left, right);
    linear::trim_vec(&mut out);
    out
}

fn check_products<D: Digit>() {
    let mut source = Source(0x9e37_79b9_7f4a_7c15);
    let lengths =
        [1, 2, 3, KARATSUBA - 1, KARATSUBA, KARATSUBA + 1, 2 * KARATSUBA + 1, 100, TOOM, TOOM + 1, 3 * TOOM + 2];
    for left_length in lengths {
        for right_length in lengths {
            let left: Vec<D> = source.number(left_length);
            let right: Vec<D> = source.number(right_length);
            assert_eq!(multiply::multiply(&left, &right, Watch::NONE).unwrap(), schoolbook(&left, &right));
        }
        let number: Vec<D> = source.number(left_length);
        assert_eq!(multiply::square(&number, Watch::NONE).unwrap(), schoolbook(&number, &number));
    }
}

#[test]
fn products_equal_the_schoolbook() {
    check_products::<u32>();
    check_products::<u64>();
}

fn check_quotients<D: Digit>() {
    let mut source = Source(42);
    let lengths = [1, 2, 3, 7, 63, 64, 65, 127, 130, 200, 513, 900];
    for dividend_length in lengths {
        for divisor_length in lengths {
            let dividend: Vec<D> = source.number(dividend_length);
            let divisor: Vec<D> = source.number(divisor_length);
            let (quotient, remainder) = divide::divide(&dividend, &divisor, Watch::NONE).unwrap();
            assert!(linear::compare(&remainder, &divisor).is_lt());
            let mut sum = multiply::multiply(&quotient, &divisor, Watch::NONE).unwrap();
            sum.resize(dividend_length.max(divisor_length) + 1, D::ZERO);
            linear::add_assign(&mut sum, &remainder);
            assert_eq!(linear::trim(&sum), linear::trim(&dividend));
        }
    }
}

#[test]
fn quotient_times_divisor_plus_remainder_is_the_dividend() {
    check_quotients::<u32>();
    check_quotients::<u64>();
}

fn check_text<D: Digit>() {
    let mut source = Source(7);
    for base in 2..=36 {
        for length in [1, 2, 23, 24, 25, 60, 300] {
            let number: Vec<D> = source.number(length);
            let text = radix::print(&number, base, Watch::NONE).unwrap();
            let values: Vec<u8> = text.iter().map(|byte| char::from(*byte).to_digit(base).unwrap() as u8).collect();
            assert_eq!(radix::parse::<D>(&values, base, Watch::NONE).unwrap(), number);
        }
    }
    assert_eq!(radix::print::<D>(&[], 10, Watch::NONE).unwrap(), b"0");
    assert_eq!(radix::print::<D>(&[], 16, Watch::NONE).unwrap(), b"0");
}

#[test]
fn text_reads_back() {
    check_text::<u32>();
    check_text::<u64>();
}

fn check_powers<D: Digit>() {
    let mut source = Source(11);
    for length in [1, 2, 5, 40] {
        for odd in [true, false] {
            let mut modulus: Vec<D> = source.number(length);
            modulus[0] = if odd { modulus[0] | D::ONE } else { modulus[0] & !D::ONE };
            let base = divide::divide(&source.number::<D>(length), &modulus, Watch::NONE).unwrap().1;
            let exponent: Vec<D> = source.number(2);
            let mut expected: Vec<D> = divide::divide(&[D::ONE], &modulus, Watch::NONE).unwrap().1;
            for bit in (0..linear::bit_length(&exponent)).rev() {
                let digit = exponent[(bit / u64::from(D::BITS)) as usize] >> (bit % u64::from(D::BITS)) as u32;
                expected = divide::divide(&multiply::square(&expected, Watch::NONE).unwrap(), &modulus, Watch::NONE)
                    .unwrap()
                    .1;
                if digit & D::ONE == D::ONE {
                    expected = divide::divide(
                        &multiply::multiply(&expected, &base, Watch::NONE).unwrap(),
                        &modulus,
                        Watch::NONE,
                    )
                    .unwrap()
                    .1;
                }
            }
            assert_eq!(modular::power(&base, &exponent, &modulus, Watch::NONE).unwrap(), expected);
        }
    }
}

#[test]
fn modular_powers_equal_repeated_squaring() {
    check_powers::<u32>();
    check_powers::<u64>();
}

fn check_divisors<D: Digit>() {
    let mut source = Source(13);
    for length in [1, 2, 3, 8, 50] {
        let (factor, left, right): (Vec<D>, Vec<D>, Vec<D>) =
            (source.number(length), source.number(length + 1), source.number(length));
        let (a, b) = (
            multiply::multiply(&left, &factor, Watch::NONE).unwrap(),
            multiply::multiply(&right, &factor, Watch::NONE).unwrap(),
        );
        let (mut high, mut low) = (a.clone(), b.clone());
        while !low.is_empty() {
            let remainder = divide::divide(&high, &low, Watch::NONE).unwrap().1;
            (high, low) = (low, remainder);
        }
        assert_eq!(gcd::gcd(&a, &b, Watch::NONE).unwrap(), high);
        assert_eq!(gcd::gcd(&b, &a, Watch::NONE).unwrap(), high);
    }
}

#[test]
fn greatest_common_divisors_equal_euclids() {
    check_divisors::<u32>();
    check_divisors::<u64>();
}

#[test]
fn packing_limbs_keeps_them() {
    for limbs in [&[][..], &[1], &[1, 2], &[1, 2, 3]] {
        let digits = u64::from_limbs(limbs).unwrap().into_owned();
        let back = u64::into_limbs(digits).unwrap();
        assert_eq!(linear::trim(&back), limbs);
    }
}

#[test]
fn a_factor_of_half_a_digit_gives_the_same_row() {
    fn check<D: Digit>(source: &mut Source) {
        for length in 0..9 {
            for factor in [D::ZERO, D::ONE, D::MAX >> (D::BITS / 2), D::from_u64(source.next()) >> (D::BITS / 2)] {
                let number = source.number::<D>(length);
                let (mut short, mut long) = (alloc::vec![D::MAX; length], alloc::vec![D::ZERO; length]);
                let carries = (
                    linear::set_short_product(&mut short, &number, factor),
                    linear::add_product(&mut long, &number, factor),
                );
                assert_eq!((short, carries.0), (long, carries.1), "{number:?} * {factor:?}");
            }
        }
    }
    let mut source = Source(0x9E37_79B9_7F4A_7C15);
    check::<u32>(&mut source);
    check::<u64>(&mut source);
}
