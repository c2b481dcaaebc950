//! Arithmetic between the builtin number types: which type a mixed operation is done in, and what is raised where
//! it has no result. What one type does with itself lies beside that type.
//!
//! Mixed pairs go int → float → complex. Ints and floats are *compared* exactly, though, and a real number that
//! meets a complex one stays real: it has no imaginary zero whose sign could matter.

use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
use crate::native::TypeId;
use crate::object::{BinaryOp, CompareOp};
use crate::types::complex::arithmetic::Complex;
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use alloc::string::String;
use core::cmp::Ordering;
use ferropy_numeric::float;
use ferropy_numeric::format::{FormatError, FormatSpec};
use ferropy_numeric::{Bounds, IntegerError, IntegerRef, SmallInteger, integer};

/// A number of a builtin type.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Number {
    /// An int or bool that a machine integer holds.
    Int(i64),
    /// Any other int: the object.
    Big(Value),
    /// A float.
    Float(f64),
    /// A complex number.
    Complex(Complex),
}

/// An int to compute with, wherever its digits lie.
#[derive(Clone, Copy, Debug)]
pub enum IntegerView<'a> {
    /// It fits a machine integer and was laid out as limbs here.
    Small(SmallInteger),
    /// Its limbs lie in the heap.
    Big(IntegerRef<'a>),
}

impl IntegerView<'_> {
    /// The operand.
    #[must_use]
    pub fn as_ref(&self) -> IntegerRef<'_> {
        match self {
            IntegerView::Small(small) => small.as_ref(),
            IntegerView::Big(big) => *big,
        }
    }
}

impl Isolate {
    /// The number, if the value is exactly of a builtin number type.
    #[inline]
    pub(crate) fn exact_number(&self, value: Value) -> Option<Number> {
        if let Some(int) = value.as_small_int() {
            return Some(Number::Int(int));
        }
        if let Some(float) = self.heap.float(value) {
            return Some(Number::Float(float));
        }
        if value.is_bool() {
            return Some(Number::Int(i64::from(value == Value::TRUE)));
        }
        match self.heap.kind(value)? {
            Kind::Int => Some(match self.heap.big_int(value)?.to_i64() {
                Some(int) => Number::Int(int),
                None => Number::Big(value),
            }),
            Kind::Complex => {
                let (real, imag) = self.heap.complex(value)?;
                Some(Number::Complex(Complex { real, imag }))
            }
            _ => None,
        }
    }

    /// The number, if the value is of a builtin number type or an instance of a subclass.
    #[inline]
    pub(crate) fn number_of(&self, value: Value) -> Option<Number> {
        self.exact_number(value).or_else(|| self.exact_number(self.unwrap(value)))
    }

    /// The int to compute with, if the value is an int, a bool, or an instance of a subclass.
    #[inline]
    #[must_use]
    pub fn as_int(&self, value: Value) -> Option<IntegerView<'_>> {
        if let Some(int) = value.as_small_int() {
            return Some(IntegerView::Small(SmallInteger::new(int)));
        }
        let inner = self.unwrap(value);
        if inner.is_bool() || inner.is_small_int() {
            return Some(IntegerView::Small(SmallInteger::new(self.as_i64(inner)?)));
        }
        self.heap.big_int(inner).map(IntegerView::Big)
    }

    /// The most limbs that an int may have: a quarter of what the heap may take, and never so many that an
    /// operation keeps the machine busy for hours.
    #[must_use]
    pub fn integer_limit(&self) -> usize {
        (self.heap.statistics().limit_bytes / 16).min(1 << 26)
    }

    /// What bounds an operation on ints: the limit above, and the user who may interrupt it.
    #[must_use]
    pub fn integer_bounds(&self) -> Bounds {
        Bounds { max_limbs: self.integer_limit(), watch: self.watch }
    }

    /// Raises `KeyboardInterrupt` for an operation that the watch stopped.
    #[cold]
    pub(crate) fn integer_interrupted(&mut self) -> Raised {
        self.platform.console().take_interrupt();
        raise::keyboard_interrupt(self)
    }

    /// Raises what an operation on ints reports.
    #[cold]
    pub fn integer_failed(&mut self, error: IntegerError) -> Raised {
        match error {
            IntegerError::OutOfMemory | IntegerError::MemoryLimit => raise::memory_error(self),
            IntegerError::Interrupted => self.integer_interrupted(),
            IntegerError::DivisionByZero => raise::zero_division_error(self, error.message()),
            IntegerError::NegativeShift
            | IntegerError::NegativeExponent
            | IntegerError::NotInvertible
            | IntegerError::NegativeRoot
            | IntegerError::NotANumber => raise::value_error(self, error.message()),
            IntegerError::TooLargeForFloat | IntegerError::QuotientTooLarge | IntegerError::Infinite => {
                raise::overflow_error(self, error.message())
            }
        }
    }

    /// Warns where a conversion gave an instance of a subclass. The words say so, with the subclass between them.
    ///
    /// # Errors
    /// The warning, where the program makes exceptions of warnings.
    pub(crate) fn check_exact(&mut self, answer: Value, class: TypeId, before: &str, after: &str) -> Completion<()> {
        if self.type_of(answer) == class.value() {
            return Ok(());
        }
        let (got, name) = (self.type_name(answer), self.class_name(class.value()));
        let message = format!(
            "{before} {got}{after}.  The ability to return an instance of a strict subclass of {name} is deprecated, \
             and may be removed in a future version of Python."
        );
        self.warn(TypeId::DEPRECATION_WARNING, &message)
    }

    /// What `format` makes by a specification, if that fits the heap.
    pub(crate) fn formatted(
        &self,
        spec: &FormatSpec,
        format: impl Fn(&FormatSpec) -> Result<String, FormatError>,
    ) -> Result<String, FormatError> {
        let most = self.most_bytes();
        if spec.width <= most && spec.precision.is_none_or(|precision| precision <= most) {
            return format(spec);
        }
        // What else is wrong with it comes first.
        let too_big = |precision: usize| precision > i32::MAX as usize;
        let precision = spec.precision.map(|precision| if too_big(precision) { precision } else { precision.min(1) });
        format(&FormatSpec { width: 0, precision, ..*spec })?;
        Err(FormatError::OutOfMemory)
    }

    /// Raises what formatting reports. `value` is what was to be formatted.
    #[cold]
    pub fn format_failed(&mut self, error: FormatError, spec: &str, value: Value) -> Raised {
        if error.is_memory() {
            return raise::memory_error(self);
        }
        if error.is_interrupt() {
            return self.integer_interrupted();
        }
        let kind = self.type_name(value);
        let message = error.message(spec, &kind);
        if error.is_overflow() { raise::overflow_error(self, &message) } else { raise::value_error(self, &message) }
    }

    /// The result of an operation on ints as an object.
    pub(crate) fn integer_result(&mut self, result: ferropy_numeric::IntegerResult) -> Completion {
        match result {
            Ok(integer) => self.new_integer(&integer),
            Err(error) => Err(self.integer_failed(error)),
        }
    }

    /// `left op right` for exact ints, floats, bools and complex numbers without looking for methods; nothing for
    /// other operands, and for operators that the operands' types don't have.
    #[inline]
    pub(crate) fn number_binary(&mut self, op: BinaryOp, left: Value, right: Value) -> Completion<Option<Value>> {
        let (Some(a), Some(b)) = (self.exact_number(left), self.exact_number(right)) else { return Ok(None) };
        match (a, b) {
            (Number::Int(_) | Number::Big(_), Number::Int(_) | Number::Big(_)) => {
                if left.is_bool() && right.is_bool() {
                    return self.bool_binary(op, left, right);
                }
                self.int_binary(op, left, right)
            }
            (Number::Complex(_), _) | (_, Number::Complex(_)) => self.complex_binary(op, a, b),
            (Number::Float(a), Number::Float(b)) => self.float_binary(op, a, b),
            _ => self.mixed_binary(op, a, b),
        }
    }

    /// The bitwise operators of two bools give a bool; the others are those of ints.
    pub(crate) fn bool_binary(&mut self, op: BinaryOp, left: Value, right: Value) -> Completion<Option<Value>> {
        let (a, b) = (left == Value::TRUE, right == Value::TRUE);
        match op {
            BinaryOp::And => Ok(Some(Value::bool(a & b))),
            BinaryOp::Or => Ok(Some(Value::bool(a | b))),
            BinaryOp::Xor => Ok(Some(Value::bool(a ^ b))),
            _ => self.int_binary(op, left, right),
        }
    }

    /// An int and a float.
    pub(crate) fn mixed_binary(&mut self, op: BinaryOp, a: Number, b: Number) -> Completion<Option<Value>> {
        let has_floats = matches!(
            op,
            BinaryOp::Add
                | BinaryOp::Sub
                | BinaryOp::Mul
                | BinaryOp::TrueDiv
                | BinaryOp::FloorDiv
                | BinaryOp::Mod
                | BinaryOp::Pow
        );
        if !has_floats {
            return Ok(None);
        }
        let (a, b) = (self.real_number(a)?, self.real_number(b)?);
        self.float_binary(op, a, b)
    }

    /// An int or float as a float; `OverflowError` beyond the range of floats. The real part of a complex number.
    pub(crate) fn real_number(&mut self, number: Number) -> Completion<f64> {
        match number {
            Number::Int(int) => Ok(int as f64),
            Number::Float(float) => Ok(float),
            Number::Complex(complex) => Ok(complex.real),
            Number::Big(big) => match self.heap.big_int(big).map(IntegerRef::to_f64) {
                Some(Ok(float)) => Ok(float),
                Some(Err(error)) => Err(self.integer_failed(error)),
                None => Err(raise::internal(self)),
            },
        }
    }

    /// The exact order of two real numbers; nothing where one is not a number or complex.
    pub(crate) fn number_order(&self, a: Number, b: Number) -> Option<Ordering> {
        match (a, b) {
            (Number::Int(a), Number::Int(b)) => Some(a.cmp(&b)),
            (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
            (Number::Int(a), Number::Float(b)) => integer::compare_i64_f64(a, b),
            (Number::Float(a), Number::Int(b)) => integer::compare_i64_f64(b, a).map(Ordering::reverse),
            (Number::Big(a), Number::Float(b)) => self.heap.big_int(a)?.compare_float(b),
            (Number::Float(a), Number::Big(b)) => self.heap.big_int(b)?.compare_float(a).map(Ordering::reverse),
            (Number::Big(a), Number::Big(b)) => Some(self.heap.big_int(a)?.cmp(&self.heap.big_int(b)?)),
            (Number::Big(a), Number::Int(_)) => Some(self.heap.big_int(a)?.sign().cmp(&0)),
            (Number::Int(_), Number::Big(b)) => Some(0.cmp(&self.heap.big_int(b)?.sign())),
            (Number::Complex(_), _) | (_, Number::Complex(_)) => None,
        }
    }

    /// `a op b` for real numbers.
    pub(crate) fn compare_numbers(&self, op: CompareOp, a: Number, b: Number) -> Value {
        Value::bool(match self.number_order(a, b) {
            Some(order) => op.holds(order),
            // Only not-a-number has no order: it differs from everything.
            None => op == CompareOp::Ne,
        })
    }

    /// The specification of a `__format__` call as text.
    pub(crate) fn format_spec_text(&mut self, value: Value, spec: Value) -> Completion<String> {
        let Some(text) = self.as_str(spec) else {
            let kind = argument_kind(self, spec);
            let message = alloc::format!("__format__() argument must be str, not {kind}");
            return Err(raise::type_error(self, &message));
        };
        match self.heap.str(text).map(plain_digits) {
            Some(text) => Ok(text),
            None => {
                let shown = self.name_text(text);
                Err(self.format_failed(FormatError::Invalid, &shown, value))
            }
        }
    }
}

/// A format specification with the digits of all scripts as ASCII digits, but for one that fills.
pub(crate) fn plain_digits(spec: &str) -> String {
    if spec.is_ascii() {
        return String::from(spec);
    }
    let fills = spec.chars().nth(1).is_some_and(|second| matches!(second, '<' | '>' | '^' | '='));
    let plain = |(index, character): (usize, char)| match ferropy_unicode::numeric::decimal_value(character as u32) {
        Some(digit) if index > 0 || !fills => char::from_digit(digit, 10).unwrap_or(character),
        _ => character,
    };
    spec.chars().enumerate().map(plain).collect()
}

/// `left op right` for floats and complex numbers, where the interpreter's loop has no case for it; nothing for other
/// values, and for what is an error.
pub(crate) fn plain_operation(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    if left.both_small_ints(right).is_some() {
        return None;
    }
    let real = |value: Value| heap.float(value).or_else(|| value.as_small_int().map(|int| int as f64));
    if let (Some(a), Some(b)) = (real(left), real(right)) {
        let result = match op {
            BinaryOp::Pow => float::power(a, b).ok()?,
            BinaryOp::FloorDiv if b != 0.0 => float::floor_divide(a, b),
            BinaryOp::Mod if b != 0.0 => float::modulo(a, b),
            _ => return None,
        };
        return heap.new_float(result).ok();
    }
    let (a, b) = (Complex::from_parts(heap.complex(left)?), Complex::from_parts(heap.complex(right)?));
    let result = a.plain_operation(op, b)?;
    heap.new_complex(result.real, result.imag).ok()
}

/// The text of a number as plain ASCII, as `int()`, `float()` and `complex()` read it: digits of all scripts become
/// ASCII digits, white space around it goes. Characters that no number has become question marks.
pub(crate) fn plain_text(text: &[u8]) -> Option<String> {
    let mut plain = String::new();
    if text.is_ascii() {
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\t'..=b'\r');
        let start = text.iter().position(|byte| !is_space(byte)).unwrap_or(text.len());
        let end = text.iter().rposition(|byte| !is_space(byte)).map_or(start, |last| last + 1);
        let text = core::str::from_utf8(text.get(start..end)?).ok()?;
        plain.try_reserve_exact(text.len()).ok()?;
        plain.push_str(text);
        return Some(plain);
    }
    plain.try_reserve(text.len()).ok()?;
    {
        for code in ferropy_unicode::wtf8::code_points(text) {
            plain.push(match u8::try_from(code) {
                Ok(byte) if byte < 127 => char::from(byte),
                _ if ferropy_unicode::predicates::is_space(code) => ' ',
                _ => ferropy_unicode::numeric::decimal_value(code)
                    .and_then(|digit| char::from_digit(digit, 10))
                    .unwrap_or('?'),
            });
        }
    }
    let stripped = plain.trim_matches(|c: char| matches!(c, ' ' | '\t' | '\n' | '\x0b' | '\x0c' | '\r'));
    Some(String::from(stripped))
}

/// Declares the native functions of an operator family: `forward` and `reflected` for each operator, which hand the
/// two operands in the order of the expression to `$apply`.
macro_rules! operator_functions {
    ($apply:path: $($forward:ident $reflected:ident = $op:ident;)*) => {
        $(
            fn $forward(iso: &mut Isolate, args: &[Value]) -> Completion {
                let (Some(&this), Some(&other)) = (args.first(), args.get(1)) else { return Err(raise::internal(iso)) };
                $apply(iso, BinaryOp::$op, this, other)
            }

            fn $reflected(iso: &mut Isolate, args: &[Value]) -> Completion {
                let (Some(&this), Some(&other)) = (args.first(), args.get(1)) else { return Err(raise::internal(iso)) };
                $apply(iso, BinaryOp::$op, other, this)
            }
        )*
    };
}

/// Declares the six comparisons of a type by one function.
macro_rules! comparison_functions {
    ($apply:path) => {
        comparison_functions!($apply: lt = Lt; le = Le; eq = Eq; ne = Ne; gt = Gt; ge = Ge;);
    };
    ($apply:path: $($name:ident = $op:ident;)*) => {
        $(
            fn $name(iso: &mut Isolate, args: &[Value]) -> Completion {
                let &[this, other] = args else { return Err(raise::internal(iso)) };
                $apply(iso, crate::object::CompareOp::$op, this, other)
            }
        )*
    };
}

pub(crate) use {comparison_functions, operator_functions};

/// What a type's `__new__` that takes a number says about an argument of another type.
#[cold]
pub(crate) fn wrong_number(iso: &mut Isolate, wording: &str, value: Value) -> Raised {
    let kind = iso.type_name(value);
    raise::type_error(iso, &alloc::format!("{wording}, not '{kind}'"))
}

/// The class's instance for a result that a class method made: the object itself for the builtin type.
pub(crate) fn as_class(iso: &mut Isolate, class: Value, id: TypeId, made: Value) -> Completion {
    if class == id.value() { Ok(made) } else { iso.call(class, &[made]) }
}
