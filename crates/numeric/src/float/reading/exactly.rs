//! Reading in little code: with machine arithmetic where that is exact, as W. D. Clinger found, else with integers of any size.

use crate::float::scaled::power_of_ten;
use crate::integer::{IntegerError, IntegerResult, SmallInteger, parse_integer};
use crate::{Bounds, Watch};
use alloc::string::String;

/// Digits that may decide how a number is rounded; of what is behind them only matters whether it is zero.
const MOST: usize = 770;

/// A decimal number: digits without zeros in front of them, and the power of ten that the last one counts.
struct Decimal {
    digits: String,
    exponent: i64,
}

impl Decimal {
    fn of(text: &str) -> Decimal {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (negative, exponent) = match exponent.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, exponent.trim_start_matches('+')),
        };
        let exponent = exponent
            .bytes()
            .fold(0i64, |value, digit| value.saturating_mul(10).saturating_add(i64::from(digit.wrapping_sub(b'0'))));
        let mut decimal =
            Decimal { digits: String::new(), exponent: if negative { exponent.saturating_neg() } else { exponent } };
        let (mut before_point, mut more) = (true, false);
        for digit in mantissa.chars() {
            if digit == '.' {
                before_point = false;
                continue;
            }
            let kept = decimal.digits.len() < MOST;
            if kept && (digit != '0' || !decimal.digits.is_empty()) {
                decimal.digits.push(digit);
            }
            more |= !kept && digit != '0';
            decimal.exponent = decimal.exponent.saturating_add(match (before_point, kept) {
                (true, false) => 1,
                (false, true) => -1,
                _ => 0,
            });
        }
        if more {
            decimal.digits.push('1');
            decimal.exponent = decimal.exponent.saturating_sub(1);
        }
        decimal
    }

    /// The value where machine arithmetic rounds once only.
    fn short(&self) -> Option<f64> {
        let digits: u64 = self.digits.parse().ok().filter(|&digits| digits <= 1 << 53)?;
        let power = match self.exponent.unsigned_abs() as u32 {
            power @ ..=19 => 10u64.pow(power) as f64,
            power @ ..=22 => 1e19 * 10u64.pow(power.wrapping_sub(19)) as f64,
            _ => return None,
        };
        Some(if self.exponent < 0 { digits as f64 / power } else { digits as f64 * power })
    }

    fn long(&self) -> IntegerResult<f64> {
        // The digits are digits: what may be missing is memory.
        let digits = parse_integer(&self.digits, 10, Watch::NONE).map_err(|_| IntegerError::OutOfMemory)?;
        let power = power_of_ten(self.exponent.unsigned_abs() as u32)?;
        if self.exponent < 0 {
            return digits.as_ref().true_divide(power.as_ref());
        }
        let number = digits.as_ref().mul(power.as_ref(), Bounds::NONE)?;
        number.as_ref().true_divide(SmallInteger::new(1).as_ref())
    }
}

/// The float nearest to a decimal number; infinite where that is too large.
pub(in crate::float) fn read(text: &str) -> f64 {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.trim_start_matches('+')),
    };
    let decimal = Decimal::of(text);
    let top = decimal.exponent.saturating_add(decimal.digits.len() as i64);
    let magnitude = if decimal.digits.is_empty() || top < -330 {
        0.0
    } else if top > 310 {
        f64::INFINITY
    } else {
        decimal.short().unwrap_or_else(|| decimal.long().unwrap_or(f64::INFINITY))
    };
    if negative { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::read;
    use alloc::format;
    use alloc::string::String;

    fn check(text: &str) {
        assert_eq!(read(text).to_bits(), text.parse::<f64>().map(f64::to_bits).unwrap_or(1), "{text}");
    }

    #[test]
    fn reads_as_the_core_library_does() {
        for text in ["0", "-0.0", "1e400", "1e-400", "00012.500", "5e-324", "2.5e-324", "2.4703282292062327e-324"] {
            check(text);
        }
        for text in
            [".5", "5.", "1.7976931348623157e308", "1.7976931348623159e308", "9007199254740993", "1E22", "1e+23"]
        {
            check(text);
        }
        check(&format!("0.{}1e1010", "0".repeat(1000)));
        check(&format!("9007199254740993.{}1", "0".repeat(900)));
        check(&format!("9007199254740993.{}", "0".repeat(900)));
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        for _ in 0..3000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let text: String = format!("{}.{}e{}", state >> 40, state >> 11, (state % 650) as i64 - 330);
            check(&text);
            check(&format!("{:e}", f64::from_bits(state & !(1 << 62))));
        }
    }
}
