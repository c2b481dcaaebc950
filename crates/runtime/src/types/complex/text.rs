//! Complex numbers from text and to text.

use super::arithmetic::Complex;
use crate::exceptions::raise;
use crate::{Completion, Isolate, Value};
use alloc::string::String;
use ferropy_numeric::float::{FloatFormat, format_float, parse_float};
use ferropy_numeric::format::{FormatSpec, Target, format_complex};

/// The text that `repr` and `str` give: `2j`, `(1+2j)`.
pub(super) fn repr(number: Complex) -> String {
    let part = |part| format_float(part, &FloatFormat::default()).unwrap_or_default();
    let imag = part(number.imag);
    if number.real == 0.0 && number.real.is_sign_positive() {
        return alloc::format!("{imag}j");
    }
    let sign = if imag.starts_with('-') { "" } else { "+" };
    alloc::format!("({}{sign}{imag}j)", part(number.real))
}

/// Reads `a`, `bj` or `a+bj`, possibly in parentheses. The text is stripped.
pub(super) fn parse(text: &str) -> Option<Complex> {
    let text = match text.strip_prefix('(') {
        Some(rest) => rest.strip_suffix(')')?.trim_matches([' ', '\t', '\n', '\x0b', '\x0c', '\r']),
        None => text,
    };
    let (first, rest) = split_float(text);
    if first.is_empty() {
        // No number at all: only j, +j, -j.
        return Some(Complex { real: 0.0, imag: unit(text)? });
    }
    let first = parse_float(first)?;
    match rest {
        "" => return Some(Complex { real: first, imag: 0.0 }),
        "j" | "J" => return Some(Complex { real: 0.0, imag: first }),
        _ => {}
    }
    if !rest.starts_with(['+', '-']) {
        return None;
    }
    let (second, end) = split_float(rest);
    let imag = match (second, end) {
        ("", _) => unit(rest)?,
        (second, "j" | "J") => parse_float(second)?,
        _ => return None,
    };
    Some(Complex { real: first, imag })
}

/// The imaginary unit with its sign.
fn unit(text: &str) -> Option<f64> {
    match text {
        "j" | "J" | "+j" | "+J" => Some(1.0),
        "-j" | "-J" => Some(-1.0),
        _ => None,
    }
}

/// The longest float that the text starts with, and the rest.
fn split_float(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let at = |index: usize| bytes.get(index).copied().unwrap_or(0);
    let mut end = usize::from(matches!(at(0), b'+' | b'-'));
    let word = text.get(end..).unwrap_or("");
    for special in ["infinity", "inf", "nan"] {
        if word.get(..special.len()).is_some_and(|start| start.eq_ignore_ascii_case(special)) {
            return text.split_at_checked(end + special.len()).unwrap_or((text, ""));
        }
    }
    let start = end;
    let digits = |mut index: usize| {
        while at(index).is_ascii_digit() || at(index) == b'_' {
            index += 1;
        }
        index
    };
    end = digits(end);
    if at(end) == b'.' {
        end = digits(end + 1);
    }
    if end == start {
        return ("", text);
    }
    if matches!(at(end), b'e' | b'E') {
        let sign = usize::from(matches!(at(end + 1), b'+' | b'-'));
        if at(end + 1 + sign).is_ascii_digit() {
            end = digits(end + 1 + sign);
        }
    }
    text.split_at_checked(end).unwrap_or((text, ""))
}

impl Isolate {
    /// `format(complex, spec)`; `shown` is the object as Python sees it.
    pub(super) fn format_complex(&mut self, shown: Value, spec: Value) -> Completion {
        let text = self.format_spec_text(shown, spec)?;
        if text.is_empty() {
            return self.str(shown);
        }
        let inner = self.unwrap(shown);
        let Some((real, imag)) = self.heap.complex(inner) else { return Err(raise::internal(self)) };
        let spec = FormatSpec::parse(&text, Target::Complex);
        match spec.and_then(|spec| self.formatted(&spec, |spec| format_complex(real, imag, spec))) {
            Ok(result) => self.new_str(&result),
            Err(error) => Err(self.format_failed(error, &text, shown)),
        }
    }
}
