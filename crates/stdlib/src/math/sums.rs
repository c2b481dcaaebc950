//! Functions of many numbers that round once: exact sums by Shewchuk's expansions (J. R. Shewchuk, "Adaptive
//! Precision Floating-Point Arithmetic", 1997).

use super::argument;
use super::integers::multiply;
use alloc::vec::Vec;
use core::ops::ControlFlow;
use ferropy_runtime::{BinaryOp, Completion, Isolate, Value, raise};

/// A sum of floats without any rounding: numbers that do not overlap, smallest first.
#[derive(Debug, Default)]
struct Expansion {
    parts: Vec<f64>,
}

impl Expansion {
    /// Adds a finite number. Whether nothing overflowed.
    fn add(&mut self, number: f64) -> bool {
        let mut carried = number;
        let mut kept = 0;
        for index in 0..self.parts.len() {
            let Some(&part) = self.parts.get(index) else { break };
            let (high, low) = two_sum(carried, part);
            if low != 0.0 {
                if let Some(place) = self.parts.get_mut(kept) {
                    *place = low;
                }
                kept += 1;
            }
            carried = high;
        }
        self.parts.truncate(kept);
        if carried != 0.0 {
            if !carried.is_finite() {
                return false;
            }
            self.parts.push(carried);
        }
        true
    }

    /// The nearest float; ties go to the even one.
    fn round(&self) -> f64 {
        let mut rest = self.parts.iter().rev().copied();
        let Some(mut high) = rest.next() else { return 0.0 };
        let mut low = 0.0;
        while let Some(part) = rest.next() {
            let sum = high + part;
            low = part - (sum - high);
            high = sum;
            if low != 0.0 {
                // The next part decides where exactly half was left over.
                if let Some(next) = rest.next()
                    && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
                {
                    let twice = low * 2.0;
                    let sum = high + twice;
                    if twice == sum - high {
                        high = sum;
                    }
                }
                break;
            }
        }
        let _ = low;
        high
    }
}

/// Knuth's two-sum: the rounded sum and what was lost.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let virtual_b = sum - a;
    (sum, (a - (sum - virtual_b)) + (b - virtual_b))
}

/// Dekker's product: the rounded product and what was lost. The factors must be far from the range's ends.
fn two_product(a: f64, b: f64) -> (f64, f64) {
    const SPLITTER: f64 = 134_217_729.0;
    let split = |x: f64| {
        let scaled = SPLITTER * x;
        let high = scaled - (scaled - x);
        (high, x - high)
    };
    let product = a * b;
    let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
    (product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low)
}

pub(super) fn fsum(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut sum = Expansion::default();
    let (mut special, mut infinities) = (0.0, 0.0);
    iso.for_each(argument(args, 0), |iso, item| {
        let number = iso.to_f64(item)?;
        if !number.is_finite() {
            special += number;
            if number.is_infinite() {
                infinities += number;
            }
        } else if !sum.add(number) {
            return Err(raise::overflow_error(iso, "intermediate overflow in fsum"));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if special != 0.0 {
        if f64::is_nan(infinities) {
            return Err(raise::value_error(iso, "-inf + inf in fsum"));
        }
        return iso.new_float(special);
    }
    iso.new_float(sum.round())
}

/// The Euclidean length of a vector: scaled so that no square overflows, squared exactly, rounded once. What is longer
/// than the largest float is infinite.
fn length(coordinates: &[f64]) -> f64 {
    let largest =
        coordinates.iter().fold(0.0, |largest, &x| if libm::fabs(x) > largest { libm::fabs(x) } else { largest });
    if coordinates.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if coordinates.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || coordinates.len() <= 1 {
        return largest;
    }
    let (_, exponent) = libm::frexp(largest);
    let scaled = |x: f64| libm::ldexp(x, -exponent);
    let mut sum = Expansion::default();
    for &x in coordinates {
        let (high, low) = two_product(scaled(x), scaled(x));
        sum.add(high);
        sum.add(low);
    }
    let root = libm::sqrt(sum.round());
    // One step of Newton's method with the exact remainder.
    let (high, low) = two_product(root, root);
    sum.add(-high);
    sum.add(-low);
    let corrected = root + sum.round() / (2.0 * root);
    libm::ldexp(corrected, exponent)
}

pub(super) fn hypot(iso: &mut Isolate, args: &[Value]) -> Completion {
    let items: Vec<Value> = iso.heap.items(argument(args, 0)).collect();
    let mut coordinates = Vec::with_capacity(items.len());
    for item in items {
        coordinates.push(iso.to_f64(item)?);
    }
    iso.new_float(length(&coordinates))
}

pub(super) fn dist(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (p, q) = (iso.collect_items(argument(args, 0))?, iso.collect_items(argument(args, 1))?);
    let pairs: Vec<(Value, Value)> = iso.heap.items(p).zip(iso.heap.items(q)).collect();
    if iso.heap.sequence_len(p) != iso.heap.sequence_len(q) {
        return Err(raise::value_error(iso, "both points must have the same number of dimensions"));
    }
    let mut differences = Vec::with_capacity(pairs.len());
    for (a, b) in pairs {
        differences.push(iso.to_f64(a)? - iso.to_f64(b)?);
    }
    iso.new_float(length(&differences))
}

pub(super) fn prod(iso: &mut Isolate, args: &[Value]) -> Completion {
    // In a list, where the collector sees it while items are made.
    let result = iso.new_list(&[argument(args, 1).or(Value::small_int(1))])?;
    iso.for_each(argument(args, 0), |iso, item| {
        let product = iso.heap.list_item(result, 0).unwrap_or(Value::NONE);
        let product = multiply(iso, product, item)?;
        iso.heap.set_list_item(result, 0, product);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(iso.heap.list_item(result, 0).unwrap_or(Value::NONE))
}

pub(super) fn sumprod(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (p, q) = (iso.collect_items(argument(args, 0))?, iso.collect_items(argument(args, 1))?);
    let are_alike = iso.heap.sequence_len(p) == iso.heap.sequence_len(q);
    let pairs: Vec<(Value, Value)> = iso.heap.items(p).zip(iso.heap.items(q)).collect();
    if let Some(exact) = float_products(iso, &pairs).filter(|_| are_alike) {
        return iso.new_float(exact);
    }
    let mut total = Value::small_int(0);
    for (a, b) in pairs {
        let product = multiply(iso, a, b)?;
        total = iso.binary(BinaryOp::Add, total, product)?;
    }
    // What can't be multiplied is found first.
    if !are_alike {
        return Err(raise::value_error(iso, "Inputs are not the same length"));
    }
    Ok(total)
}

/// The sum of products of floats and ints that fit one, at least one of them a float, rounded once.
fn float_products(iso: &Isolate, pairs: &[(Value, Value)]) -> Option<f64> {
    const EXACT: i64 = 1 << 53;
    let number = |value: Value| match iso.heap.float(value) {
        Some(float) => Some((float, true)),
        None => value.as_small_int().filter(|int| int.abs() <= EXACT).map(|int| (int as f64, false)),
    };
    let mut sum = Expansion::default();
    let mut any_float = false;
    for &(a, b) in pairs {
        let ((x, x_is_float), (y, y_is_float)) = (number(a)?, number(b)?);
        any_float |= x_is_float || y_is_float;
        let (high, low) = two_product(x, y);
        if !high.is_finite() || !low.is_finite() || !sum.add(high) || !sum.add(low) {
            return None;
        }
    }
    any_float.then(|| sum.round())
}
