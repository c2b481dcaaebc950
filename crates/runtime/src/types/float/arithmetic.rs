//! The operators of floats, and conversion to and from text.

use crate::exceptions::raise;
use crate::native::TypeId;
use crate::object::BinaryOp;
use crate::types::complex::arithmetic::Complex;
use crate::types::numbers::plain_text;
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use alloc::string::String;
use ferropy_numeric::Integer;
use ferropy_numeric::float::{self, PowerError};
use ferropy_numeric::format::{FormatSpec, Target, format_float};

impl Isolate {
    /// `a op b`; nothing if floats don't have the operator.
    #[inline]
    pub(crate) fn float_binary(&mut self, op: BinaryOp, a: f64, b: f64) -> Completion<Option<Value>> {
        let divides = matches!(op, BinaryOp::TrueDiv | BinaryOp::FloorDiv | BinaryOp::Mod);
        if divides && b == 0.0 {
            return Err(raise::zero_division_error(self, "division by zero"));
        }
        let result = match op {
            BinaryOp::Add => a + b,
            BinaryOp::Sub => a - b,
            BinaryOp::Mul => a * b,
            BinaryOp::TrueDiv => a / b,
            BinaryOp::FloorDiv => float::floor_divide(a, b),
            BinaryOp::Mod => float::modulo(a, b),
            BinaryOp::Pow => return self.float_power(a, b).map(Some),
            _ => return Ok(None),
        };
        self.new_float(result).map(Some)
    }

    /// `base ** exponent`: complex for a negative base and a fractional exponent.
    pub(crate) fn float_power(&mut self, base: f64, exponent: f64) -> Completion {
        match float::power(base, exponent) {
            Ok(power) => self.new_float(power),
            Err(PowerError::ZeroToNegative) => Err(raise::zero_division_error(self, "zero to a negative power")),
            Err(PowerError::Overflow) => Err(self.float_overflow()),
            Err(PowerError::Complex) => {
                let complex = |real| Complex { real, imag: 0.0 };
                self.complex_power(complex(base), complex(exponent))
            }
        }
    }

    /// `OverflowError` with the number and text that C's mathematical functions set.
    #[cold]
    fn float_overflow(&mut self) -> Raised {
        match self.new_str("Numerical result out of range") {
            Ok(text) => raise::exception_with(self, TypeId::OVERFLOW_ERROR, &[Value::small_int(34), text]),
            Err(raised) => raised,
        }
    }

    /// The float's whole part as an int; `ValueError` or `OverflowError` if it has none.
    pub fn float_to_int(&mut self, value: f64) -> Completion {
        // Within this range the conversion is exact.
        if value.abs() < 9.0e18 {
            return self.new_int(value as i64);
        }
        let result = Integer::from_f64(value);
        self.integer_result(result)
    }

    /// The text of a string or byte string, to be read as a number. Nothing for other values.
    pub(crate) fn number_text(&mut self, value: Value) -> Completion<Option<String>> {
        let inner = self.unwrap(value);
        let bytes = if let Some(bytes) = self.heap.str_bytes(inner) {
            bytes
        } else if let Some(bytes) = self.heap.byte_string(inner) {
            // Bytes beyond ASCII are no digits in any encoding.
            if bytes.is_ascii() { bytes } else { b"?" }
        } else {
            return Ok(None);
        };
        match plain_text(bytes) {
            Some(text) => Ok(Some(text)),
            None => Err(raise::memory_error(self)),
        }
    }

    fn parse_float(&mut self, text: &str, value: Value) -> Completion<f64> {
        match float::parse_float(text) {
            Some(float) => Ok(float),
            None => {
                let shown = self.repr_text(value)?;
                Err(raise::value_error(self, &format!("could not convert string to float: {shown}")))
            }
        }
    }

    /// `float(value)`.
    pub(crate) fn convert_to_float(&mut self, value: Value) -> Completion<f64> {
        // A subclass of str may have a `__float__`.
        let is_asked = self.unwrap(value) != value && self.lookup_special(value, crate::names::__float__).is_some();
        if !is_asked && let Some(text) = self.number_text(value)? {
            return self.parse_float(&text, value);
        }
        if self.as_float(value).is_some()
            && self.unwrap(value) != value
            && let Some(answer) = self.call_special(value, crate::names::__float__, &[])?
        {
            // A subclass may have a `__float__` of its own.
            return self.given_float(value, answer);
        }
        let is_real = self.as_float(value).is_some()
            || self.lookup_special(value, crate::names::__float__).is_some()
            || self.lookup_special(value, crate::names::__index__).is_some();
        if !is_real {
            if let Some(buffer) = self.opt_any_buffer(value)?
                && self.lies_side_by_side(buffer)
            {
                let copy = self.call(TypeId::BYTES.value(), &[buffer])?;
                let text = self.number_text(copy)?.unwrap_or_default();
                return self.parse_float(&text, value);
            }
            let wording = "float() argument must be a string or a real number";
            return Err(crate::types::numbers::wrong_number(self, wording, value));
        }
        self.to_f64(value)
    }

    /// What the `__float__` of a value gave.
    pub(crate) fn given_float(&mut self, value: Value, answer: Value) -> Completion<f64> {
        let float = self.as_float(answer);
        if float.is_none() || self.type_of(answer) != TypeId::FLOAT.value() {
            let words = format!("{}.__float__() must return a float, not", self.type_name(value));
            if float.is_none() {
                let message = format!("{words} {}", self.type_name(answer));
                return Err(raise::type_error(self, &message));
            }
            self.check_exact(answer, TypeId::FLOAT, &words, "")?;
        }
        Ok(float.unwrap_or(0.0))
    }

    /// `format(float, spec)`; `shown` is the object as Python sees it.
    pub(crate) fn format_float(&mut self, shown: Value, spec: Value) -> Completion {
        let text = self.format_spec_text(shown, spec)?;
        if text.is_empty() {
            return self.str(shown);
        }
        let number = self.as_float(shown).unwrap_or(0.0);
        let spec = FormatSpec::parse(&text, Target::Float);
        match spec.and_then(|spec| self.formatted(&spec, |spec| format_float(number, spec))) {
            Ok(result) => self.new_str(&result),
            Err(error) => Err(self.format_failed(error, &text, shown)),
        }
    }
}
