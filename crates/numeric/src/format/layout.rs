//! Numbers put together: padding, sign, prefix, grouped digits, fraction, the rest.
//!
//! ```text
//! |<- padding ->| sign | prefix |<- padding ->| digits | . fraction | rest |<- padding ->|
//!    > and ^                       = only                                    < and ^
//! ```

use super::{Align, FormatSpec, Sign};
use crate::natural::OutOfMemory;
use alloc::string::String;

/// A number in parts, without its sign.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) negative: bool,
    pub(super) prefix: &'a str,
    /// The digits before the point.
    pub(super) digits: &'a str,
    /// The digits behind the point.
    pub(super) fraction: Option<&'a str>,
    /// Exponent and percent sign, or all of `inf` and `nan`.
    pub(super) rest: &'a str,
    /// How many digits a separator keeps together before the point.
    pub(super) group: usize,
}

impl<'a> Parts<'a> {
    /// Takes a formatted float apart.
    pub(super) fn of_float(text: &'a str) -> Self {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
        let digits_end = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at_checked(digits_end(text)).unwrap_or((text, ""));
        let (fraction, rest) = match rest.strip_prefix('.') {
            Some(after) => {
                let (fraction, rest) = after.split_at_checked(digits_end(after)).unwrap_or((after, ""));
                (Some(fraction), rest)
            }
            None => (None, rest),
        };
        Self { negative, prefix: "", digits, fraction, rest, group: 3 }
    }

    /// The sign as the specification wants it.
    const fn sign(&self, sign: Option<Sign>) -> Option<char> {
        match (self.negative, sign) {
            (true, _) => Some('-'),
            (false, Some(Sign::Plus)) => Some('+'),
            (false, Some(Sign::Space)) => Some(' '),
            (false, _) => None,
        }
    }

    /// Appends the number in a field of the specification's width.
    pub(super) fn write(&self, out: &mut String, spec: &FormatSpec) -> Result<(), OutOfMemory> {
        let sign = self.sign(spec.sign);
        let point = usize::from(self.fraction.is_some());
        let fraction = self.fraction.unwrap_or("");
        let separators = spec.fraction_grouping.map_or(0, |_| fraction.len().saturating_sub(1) / 3);
        let fixed = usize::from(sign.is_some())
            .saturating_add(self.prefix.len())
            .saturating_add(point)
            .saturating_add(fraction.len())
            .saturating_add(separators)
            .saturating_add(self.rest.len());
        let zero_filled = spec.fill == '0' && spec.align == Align::AfterSign;
        let least = if zero_filled { spec.width.saturating_sub(fixed) } else { 0 };
        let mut grouped = String::new();
        let (zeros, digits) = match spec.grouping {
            _ if self.digits.is_empty() => (0, ""),
            None => (least.saturating_sub(self.digits.len()), self.digits),
            Some(_) => {
                self.group_from_right(&mut grouped, least, spec)?;
                (0, grouped.as_str())
            }
        };
        let length = fixed.saturating_add(zeros).saturating_add(digits.len());
        let padding = spec.width.saturating_sub(length);
        let (left, inner, right) = match spec.align {
            Align::Left => (0, 0, padding),
            Align::Right => (padding, 0, 0),
            Align::Center => (padding / 2, 0, padding.div_ceil(2)),
            Align::AfterSign => (0, padding, 0),
        };
        out.try_reserve(spec.width.max(length))?;
        repeat(out, spec.fill, left)?;
        repeat(out, sign.unwrap_or(' '), usize::from(sign.is_some()))?;
        push(out, self.prefix)?;
        repeat(out, spec.fill, inner)?;
        repeat(out, '0', zeros)?;
        push(out, digits)?;
        repeat(out, '.', point)?;
        group_from_left(out, fraction, spec)?;
        push(out, self.rest)?;
        repeat(out, spec.fill, right)
    }

    /// The digits with separators counted from the right, and zeros in front up to the least width.
    ///
    /// A separator never stands first, so the result may be one wider than asked for.
    fn group_from_right(&self, out: &mut String, least: usize, spec: &FormatSpec) -> Result<(), OutOfMemory> {
        let Some(grouping) = spec.grouping else { return push(out, self.digits) };
        let separators = |count: usize| count.saturating_sub(1).checked_div(self.group).unwrap_or(0);
        let mut count = self.digits.len();
        if count.saturating_add(separators(count)) < least {
            // Each `group + 1` columns from the right hold `group` digits and a separator; if the columns end with
            // a separator, a digit goes before it.
            let period = self.group.saturating_add(1);
            let whole = least.checked_div(period).unwrap_or(0);
            let rest = least.checked_rem(period).unwrap_or(0);
            count = whole.saturating_mul(self.group).saturating_add(rest.max(1));
        }
        let zeros = count.saturating_sub(self.digits.len());
        out.try_reserve(count.saturating_add(separators(count)))?;
        let digits = core::iter::repeat_n('0', zeros).chain(self.digits.chars());
        for (index, digit) in digits.enumerate() {
            let left = count.saturating_sub(index);
            if index > 0 && left.checked_rem(self.group) == Some(0) {
                out.push(grouping.separator());
            }
            out.push(digit);
        }
        Ok(())
    }
}

/// The digits behind the point with separators counted from the left.
fn group_from_left(out: &mut String, digits: &str, spec: &FormatSpec) -> Result<(), OutOfMemory> {
    let Some(grouping) = spec.fraction_grouping else { return push(out, digits) };
    out.try_reserve(digits.len().saturating_add(digits.len() / 3))?;
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && index % 3 == 0 {
            out.push(grouping.separator());
        }
        out.push(digit);
    }
    Ok(())
}

/// Appends a text.
pub(super) fn push(out: &mut String, text: &str) -> Result<(), OutOfMemory> {
    out.try_reserve(text.len())?;
    out.push_str(text);
    Ok(())
}

/// Appends a character some times.
pub(super) fn repeat(out: &mut String, character: char, count: usize) -> Result<(), OutOfMemory> {
    if count > 0 {
        out.try_reserve(count.saturating_mul(character.len_utf8()))?;
        (0..count).for_each(|_| out.push(character));
    }
    Ok(())
}
