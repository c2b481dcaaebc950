//! Functions of ints of any size.

use super::argument;
use alloc::vec::Vec;
use ferropy_numeric::{Integer, IntegerResult};
use ferropy_runtime::{BinaryOp, Completion, Isolate, Value, raise};

/// An int argument: what `__index__` gives.
fn integer(iso: &mut Isolate, value: Value) -> Completion<Integer> {
    let int = iso.index(value)?;
    let owned = match iso.as_int(int) {
        Some(view) => view.as_ref().to_owned(),
        None => return Err(raise::internal(iso)),
    };
    checked(iso, owned)
}

fn checked<T>(iso: &mut Isolate, result: IntegerResult<T>) -> Completion<T> {
    result.map_err(|error| iso.integer_failed(error))
}

/// The items of the tuple of arguments.
fn items(iso: &Isolate, args: &[Value]) -> Vec<Value> {
    iso.heap.items(argument(args, 0)).collect()
}

pub(super) fn small_gcd(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

pub(super) fn gcd(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut result = Value::small_int(0);
    for item in items(iso, args) {
        let item = iso.index(item)?;
        result = match (result.as_small_int(), item.as_small_int()) {
            (Some(a), Some(b)) => iso.new_int(small_gcd(a.unsigned_abs(), b.unsigned_abs()) as i64)?,
            _ => {
                let (a, b) = (integer(iso, result)?, integer(iso, item)?);
                let divisor = a.as_ref().gcd(b.as_ref(), iso.watch);
                let divisor = checked(iso, divisor)?;
                iso.new_integer(&divisor)?
            }
        };
    }
    Ok(result)
}

pub(super) fn lcm(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut result = Integer::from(1u64);
    for item in items(iso, args) {
        let next = integer(iso, item)?;
        if next.is_zero() || result.is_zero() {
            result = Integer::ZERO;
            continue;
        }
        let divisor = result.as_ref().gcd(next.as_ref(), iso.watch);
        let divisor = checked(iso, divisor)?;
        let quotient = result.as_ref().floor_divide(divisor.as_ref(), iso.watch);
        let quotient = checked(iso, quotient)?;
        let multiple = quotient.as_ref().mul(next.as_ref(), iso.integer_bounds());
        result = checked(iso, multiple)?;
        if result.is_negative() {
            result = result.negated();
        }
    }
    iso.new_integer(&result)
}

pub(super) fn isqrt(iso: &mut Isolate, args: &[Value]) -> Completion {
    let n = integer(iso, argument(args, 0))?;
    let root = n.as_ref().isqrt(iso.watch);
    let root = checked(iso, root)?;
    iso.new_integer(&root)
}

/// The product of the ints from `low` to `high`, by halves, so that the factors stay of like size.
fn product(iso: &mut Isolate, low: u64, high: u64) -> Completion<Integer> {
    if high - low < 8 {
        let mut result = Integer::from(low);
        for factor in low + 1..=high {
            let next = result.as_ref().mul(Integer::from(factor).as_ref(), iso.integer_bounds());
            result = checked(iso, next)?;
        }
        return Ok(result);
    }
    let middle = low + (high - low) / 2;
    let (left, right) = (product(iso, low, middle)?, product(iso, middle + 1, high)?);
    let result = left.as_ref().mul(right.as_ref(), iso.integer_bounds());
    checked(iso, result)
}

/// Raises `MemoryError` where the product of `count` factors near `size` can't fit, before any work is done.
fn check_size(iso: &mut Isolate, count: u64, size: u64) -> Completion<()> {
    let bits = u128::from(count) * u128::from(63 - (size | 1).leading_zeros()) / 2;
    if bits / 32 > iso.integer_limit() as u128 {
        return Err(raise::memory_error(iso));
    }
    Ok(())
}

/// The largest number whose factorial fits a machine integer.
pub(super) const LAST_SMALL_FACTORIAL: i64 = 20;

pub(super) fn factorial(iso: &mut Isolate, args: &[Value]) -> Completion {
    if let Some(small @ 0..=LAST_SMALL_FACTORIAL) = argument(args, 0).as_small_int() {
        return iso.new_int((1..=small).product());
    }
    let n = integer(iso, argument(args, 0))?;
    if n.is_negative() {
        return Err(raise::value_error(iso, "factorial() not defined for negative values"));
    }
    let Some(n) = n.to_i64() else {
        let message = "factorial() argument should not exceed 9223372036854775807";
        return Err(raise::overflow_error(iso, message));
    };
    let n = n.unsigned_abs();
    check_size(iso, n, n)?;
    let result = if n < 2 { Integer::from(1u64) } else { product(iso, 2, n)? };
    iso.new_integer(&result)
}

/// `n` and `k` of `comb` and `perm`: not negative, `k` small enough to count to. Nothing if `k` is above `n`.
fn choice(iso: &mut Isolate, args: &[Value]) -> Completion<Option<(Integer, Integer)>> {
    let n = integer(iso, argument(args, 0))?;
    let k = integer(iso, argument(args, 1))?;
    if n.is_negative() {
        return Err(raise::value_error(iso, "n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(raise::value_error(iso, "k must be a non-negative integer"));
    }
    let difference = n.as_ref().sub(k.as_ref());
    let difference = checked(iso, difference)?;
    Ok(if difference.is_negative() { None } else { Some((n, k)) })
}

pub(super) fn perm(iso: &mut Isolate, args: &[Value]) -> Completion {
    if matches!(argument(args, 1), Value::UNBOUND | Value::NONE) {
        return factorial(iso, args);
    }
    let Some((n, k)) = choice(iso, args)? else { return Ok(Value::small_int(0)) };
    let Some(k) = k.as_ref().to_u64() else {
        return Err(raise::overflow_error(iso, "k must not exceed 9223372036854775807"));
    };
    let result = falling(iso, &n, k)?;
    iso.new_integer(&result)
}

/// `n * (n - 1) * …`, `k` factors.
fn falling(iso: &mut Isolate, n: &Integer, k: u64) -> Completion<Integer> {
    if k == 0 {
        return Ok(Integer::from(1u64));
    }
    if let Some(n) = n.as_ref().to_u64() {
        check_size(iso, k, n)?;
        return product(iso, n - k + 1, n);
    }
    check_size(iso, k, u64::MAX)?;
    let mut result = Integer::from(1u64);
    for index in 0..k {
        let factor = n.as_ref().sub(Integer::from(index).as_ref());
        let factor = checked(iso, factor)?;
        let next = result.as_ref().mul(factor.as_ref(), iso.integer_bounds());
        result = checked(iso, next)?;
    }
    Ok(result)
}

/// The inverses of the odd parts of small numbers, modulo 2^64.
const INVERSES: [i64; 64] = {
    let mut inverses = [0; 64];
    let mut number = 1;
    while number < 64 {
        let odd = (number >> (number as i64).trailing_zeros()) as i64;
        // Newton's method: each step doubles the number of bits that are right, three at first.
        let mut inverse = odd;
        let mut step = 0;
        while step < 5 {
            inverse = inverse.wrapping_mul(2i64.wrapping_sub(odd.wrapping_mul(inverse)));
            step += 1;
        }
        inverses[number] = inverse;
        number += 1;
    }
    inverses
};

/// `comb` of machine integers, if no step leaves their range.
pub(super) fn small_comb(n: i64, k: i64) -> Option<i64> {
    if n < 0 || k < 0 {
        return None;
    }
    let fewer = k.min(n.checked_sub(k).filter(|&rest| rest >= 0)?);
    // Each product of consecutive numbers is a multiple of their count's factorial.
    (1..=fewer).try_fold(1i64, |chosen, count| {
        let product = chosen.checked_mul(n - count + 1)?;
        match INVERSES.get(count as usize) {
            // A quotient without remainder is a product with the inverse of the odd part.
            Some(inverse) => Some((product >> count.trailing_zeros()).wrapping_mul(*inverse)),
            None => product.checked_div(count),
        }
    })
}

pub(super) fn comb(iso: &mut Isolate, args: &[Value]) -> Completion {
    if let (Some(n), Some(k)) = (argument(args, 0).as_small_int(), argument(args, 1).as_small_int())
        && let Some(chosen) = small_comb(n, k)
    {
        return iso.new_int(chosen);
    }
    let Some((n, k)) = choice(iso, args)? else { return Ok(Value::small_int(0)) };
    let rest = n.as_ref().sub(k.as_ref());
    let rest = checked(iso, rest)?;
    // There are as many ways to leave k items out as to choose them.
    let fewer = match (k.as_ref().to_u64(), rest.as_ref().to_u64()) {
        (Some(k), Some(rest)) => k.min(rest),
        (Some(k), None) | (None, Some(k)) => k,
        (None, None) => {
            return Err(raise::overflow_error(iso, "min(n - k, k) must not exceed 9223372036854775807"));
        }
    };
    let numerator = falling(iso, &n, fewer)?;
    let denominator = if fewer < 2 { Integer::from(1u64) } else { product(iso, 2, fewer)? };
    let result = numerator.as_ref().floor_divide(denominator.as_ref(), iso.watch);
    let result = checked(iso, result)?;
    iso.new_integer(&result)
}

/// `left * right` of any objects.
pub(super) fn multiply(iso: &mut Isolate, left: Value, right: Value) -> Completion {
    iso.binary(BinaryOp::Mul, left, right)
}
