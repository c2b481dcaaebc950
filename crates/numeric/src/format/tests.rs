//! What the installed CPython can't be asked, because it came with 3.14, and one case of everything else.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use super::{
    FormatError, FormatSpec, PercentSpec, Target, format_complex, format_float, format_integer, format_text,
    percent_float, percent_integer,
};
use crate::Watch;
use crate::integer::SmallInteger;
use alloc::string::String;

fn float(value: f64, spec: &str) -> Result<String, FormatError> {
    format_float(value, &FormatSpec::parse(spec, Target::Float)?)
}

fn integer(value: i64, spec: &str) -> Result<String, FormatError> {
    format_integer(SmallInteger::new(value).as_ref(), &FormatSpec::parse(spec, Target::Integer)?, Watch::NONE)
}

fn check(result: Result<String, FormatError>, expected: &str) {
    assert_eq!(result.as_deref(), Ok(expected));
}

#[test]
fn fractions_are_grouped_from_the_point() {
    check(float(123_456.123_456_7, ",._f"), "123,456.123_457");
    check(float(1.234_567_89, ".8,f"), "1.234,567,89");
    check(float(1.234_567_89, ".8_e"), "1.234_567_89e+00");
    check(float(0.123_456, "014._f"), "000000.123_456");
    check(float(1.5, "._"), "1.5");
    assert_eq!(float(1.5, "._n"), Err(FormatError::SeparatorWith('_', 'n')));
    assert_eq!(float(1.5, ".,_f"), Err(FormatError::BothSeparators));
    assert_eq!(float(1.5, ".f"), Err(FormatError::MissingPrecision));
}

#[test]
fn zeros_and_separators_fill_a_field() {
    check(integer(1234, "08,"), "0,001,234");
    check(integer(1234, "09,"), "0,001,234");
    check(integer(-1234, "010,"), "-0,001,234");
    check(integer(255, "#012_b"), "0b0_1111_1111");
    check(float(1234.5, "012,.2f"), "0,001,234.50");
    check(float(f64::INFINITY, "08,"), "00000inf");
}

#[test]
fn fields() {
    check(integer(42, "*^7"), "**42***");
    check(integer(42, "=+6"), "+   42");
    check(integer(97, "é>3c"), "ééa");
    check(integer(233, "4c"), "   é");
    check(float(-0.001, "z.1f"), "0.0");
    check(float(0.256, ".1%"), "25.6%");
    let text = FormatSpec::parse("é^9.3", Target::Text).unwrap();
    check(format_text("héllo", &text), "éééhélééé");
    let complex = FormatSpec::parse("12", Target::Complex).unwrap();
    check(format_complex(1.0, -2.0, &complex), "      (1-2j)");
    check(format_complex(0.0, 2.5, &complex), "        2.5j");
}

#[test]
fn messages() {
    let message = |error: FormatError, spec: &str| error.message(spec, "int");
    assert_eq!(message(integer(1, "x5").unwrap_err(), "x5"), "Invalid format specifier 'x5' for object of type 'int'");
    assert_eq!(message(integer(1, ",x").unwrap_err(), ",x"), "Cannot specify ',' with 'x'.");
    assert_eq!(message(integer(1, "é").unwrap_err(), "é"), "Unknown format code '\\xe9' for object of type 'int'");
    assert_eq!(integer(-1, "c"), Err(FormatError::CharacterRange));
    assert_eq!(integer(0xd800, "c"), Err(FormatError::Surrogate(0xd800)));
    assert_eq!(integer(1, "99999999999999999999"), Err(FormatError::TooManyDigits));
}

#[test]
fn percent_formats() {
    let spec = PercentSpec { alternate: true, zero: true, width: 10, ..PercentSpec::default() };
    check(percent_integer(SmallInteger::new(-255).as_ref(), 'x', &spec, Watch::NONE), "-0x00000ff");
    let spec = PercentSpec { precision: Some(5), width: 8, plus: true, ..PercentSpec::default() };
    check(percent_integer(SmallInteger::new(42).as_ref(), 'd', &spec, Watch::NONE), "  +00042");
    check(percent_float(1.5, 'e', &spec), "+1.50000e+00");
}
