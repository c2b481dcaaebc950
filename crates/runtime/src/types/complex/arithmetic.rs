//! Arithmetic of complex numbers, with infinities and signed zeros as Annex G of the C standard wants them.

use crate::exceptions::raise;
use crate::object::BinaryOp;
use crate::types::numbers::Number;
use crate::{Completion, Isolate, Value};
use ferropy_numeric::float;

/// A complex number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Complex {
    /// The real part.
    pub(crate) real: f64,
    /// The imaginary part.
    pub(crate) imag: f64,
}

/// An operand: real numbers stay real.
#[derive(Clone, Copy)]
enum Operand {
    Real(f64),
    Complex(Complex),
}

impl Operand {
    fn as_complex(self) -> Complex {
        match self {
            Operand::Real(real) => Complex { real, imag: 0.0 },
            Operand::Complex(complex) => complex,
        }
    }
}

impl Complex {
    const ONE: Complex = Complex { real: 1.0, imag: 0.0 };

    pub(crate) const fn from_parts((real, imag): (f64, f64)) -> Complex {
        Complex { real, imag }
    }

    /// A sum, difference, product or quotient; nothing for other operators, and for a zero divisor.
    pub(crate) fn plain_operation(self, op: BinaryOp, other: Complex) -> Option<Complex> {
        match op {
            BinaryOp::Add => Some(Complex { real: self.real + other.real, imag: self.imag + other.imag }),
            BinaryOp::Sub => Some(Complex { real: self.real - other.real, imag: self.imag - other.imag }),
            BinaryOp::Mul => Some(self.multiply(other)),
            BinaryOp::TrueDiv => self.divide(other),
            _ => None,
        }
    }

    fn is_zero(self) -> bool {
        self.real == 0.0 && self.imag == 0.0
    }

    fn is_nan(self) -> bool {
        self.real.is_nan() && self.imag.is_nan()
    }

    fn is_infinite(self) -> bool {
        self.real.is_infinite() || self.imag.is_infinite()
    }

    fn is_finite(self) -> bool {
        self.real.is_finite() && self.imag.is_finite()
    }

    /// An infinite number as a corner of the unit square: its direction.
    fn direction(self) -> Complex {
        let unit = |part: f64| if part.is_infinite() { 1.0f64 } else { 0.0 }.copysign(part);
        Complex { real: unit(self.real), imag: unit(self.imag) }
    }

    /// The number with nan parts replaced by zeros of the same sign.
    fn without_nan(self) -> Complex {
        let part = |part: f64| if part.is_nan() { 0.0f64.copysign(part) } else { part };
        Complex { real: part(self.real), imag: part(self.imag) }
    }

    fn multiply(self, other: Complex) -> Complex {
        let (ac, bd) = (self.real * other.real, self.imag * other.imag);
        let (ad, bc) = (self.real * other.imag, self.imag * other.real);
        let product = Complex { real: ac - bd, imag: ad + bc };
        if !product.is_nan() {
            return product;
        }
        let (mut a, mut b, mut recover) = (self, other, false);
        if a.is_infinite() {
            (a, b, recover) = (a.direction(), b.without_nan(), true);
        }
        if b.is_infinite() {
            (a, b, recover) = (a.without_nan(), b.direction(), true);
        }
        if !recover && [ac, bd, ad, bc].iter().any(|part| part.is_infinite()) {
            (a, b, recover) = (a.without_nan(), b.without_nan(), true);
        }
        if !recover {
            return product;
        }
        Complex {
            real: f64::INFINITY * (a.real * b.real - a.imag * b.imag),
            imag: f64::INFINITY * (a.real * b.imag + a.imag * b.real),
        }
    }

    /// The quotient by Smith's method; nothing for a zero divisor.
    fn divide(self, other: Complex) -> Option<Complex> {
        if other.is_zero() {
            return None;
        }
        let quotient = if other.real.abs() >= other.imag.abs() {
            let ratio = other.imag / other.real;
            let divisor = other.real + other.imag * ratio;
            Complex { real: (self.real + self.imag * ratio) / divisor, imag: (self.imag - self.real * ratio) / divisor }
        } else if other.imag.abs() >= other.real.abs() {
            let ratio = other.real / other.imag;
            let divisor = other.real * ratio + other.imag;
            Complex { real: (self.real * ratio + self.imag) / divisor, imag: (self.imag * ratio - self.real) / divisor }
        } else {
            Complex { real: f64::NAN, imag: f64::NAN }
        };
        if quotient.is_nan() {
            if self.is_infinite() && other.is_finite() {
                let unit = self.direction();
                return Some(Complex {
                    real: f64::INFINITY * (unit.real * other.real + unit.imag * other.imag),
                    imag: f64::INFINITY * (unit.imag * other.real - unit.real * other.imag),
                });
            }
            if other.is_infinite() && self.is_finite() {
                let unit = other.direction();
                return Some(Complex {
                    real: 0.0 * (self.real * unit.real + self.imag * unit.imag),
                    imag: 0.0 * (self.imag * unit.real - self.real * unit.imag),
                });
            }
        }
        Some(quotient)
    }

    /// A real number divided by a complex one; nothing for a zero divisor.
    fn divide_real(real: f64, other: Complex) -> Option<Complex> {
        if other.is_zero() {
            return None;
        }
        let quotient = if other.real.abs() >= other.imag.abs() {
            let ratio = other.imag / other.real;
            let divisor = other.real + other.imag * ratio;
            Complex { real: real / divisor, imag: (-real * ratio) / divisor }
        } else if other.imag.abs() >= other.real.abs() {
            let ratio = other.real / other.imag;
            let divisor = other.real * ratio + other.imag;
            Complex { real: (real * ratio) / divisor, imag: -real / divisor }
        } else {
            Complex { real: f64::NAN, imag: f64::NAN }
        };
        if quotient.is_nan() && other.is_infinite() && real.is_finite() {
            let unit = other.direction();
            return Some(Complex { real: 0.0 * (real * unit.real), imag: 0.0 * (-real * unit.imag) });
        }
        Some(quotient)
    }

    /// A power with a small whole exponent, by squaring.
    fn whole_power(self, exponent: i32) -> Option<Complex> {
        if exponent < 0 {
            return Complex::ONE.divide(self.whole_power(exponent.saturating_neg())?);
        }
        let (mut result, mut square, mut rest) = (Complex::ONE, self, exponent);
        while rest > 0 {
            if rest & 1 == 1 {
                result = result.multiply(square);
            }
            rest >>= 1;
            if rest > 0 {
                square = square.multiply(square);
            }
        }
        Some(result)
    }

    /// The power by logarithm and angle; the base is not zero.
    fn power(self, exponent: Complex) -> Complex {
        let radius = libm::hypot(self.real, self.imag);
        let angle = libm::atan2(self.imag, self.real);
        let mut length = float::power(radius, exponent.real).unwrap_or(f64::INFINITY);
        let mut phase = angle * exponent.real;
        if exponent.imag != 0.0 {
            length *= libm::exp(-angle * exponent.imag);
            phase += exponent.imag * libm::log(radius);
        }
        Complex { real: length * libm::cos(phase), imag: length * libm::sin(phase) }
    }
}

impl Isolate {
    fn complex_operand(&mut self, number: Number) -> Completion<Operand> {
        Ok(match number {
            Number::Complex(complex) => Operand::Complex(complex),
            real => Operand::Real(self.real_number(real)?),
        })
    }

    /// `left op right`, at least one of them complex; nothing if complex numbers don't have the operator.
    pub(crate) fn complex_binary(&mut self, op: BinaryOp, left: Number, right: Number) -> Completion<Option<Value>> {
        if !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::TrueDiv | BinaryOp::Pow) {
            return Ok(None);
        }
        let (left, right) = (self.complex_operand(left)?, self.complex_operand(right)?);
        let (a, b) = (left.as_complex(), right.as_complex());
        let result = match (op, left, right) {
            (BinaryOp::Add, Operand::Real(real), _) => Complex { real: real + b.real, imag: b.imag },
            (BinaryOp::Add, _, Operand::Real(real)) => Complex { real: a.real + real, imag: a.imag },
            (BinaryOp::Add, ..) => Complex { real: a.real + b.real, imag: a.imag + b.imag },
            (BinaryOp::Sub, Operand::Real(real), _) => Complex { real: real - b.real, imag: -b.imag },
            (BinaryOp::Sub, _, Operand::Real(real)) => Complex { real: a.real - real, imag: a.imag },
            (BinaryOp::Sub, ..) => Complex { real: a.real - b.real, imag: a.imag - b.imag },
            (BinaryOp::Mul, Operand::Real(real), _) => Complex { real: real * b.real, imag: real * b.imag },
            (BinaryOp::Mul, _, Operand::Real(real)) => Complex { real: a.real * real, imag: a.imag * real },
            (BinaryOp::Mul, ..) => a.multiply(b),
            (BinaryOp::Pow, ..) => return self.complex_power(a, b).map(Some),
            _ => {
                let quotient = match (left, right) {
                    (Operand::Real(real), _) => Complex::divide_real(real, b),
                    (_, Operand::Real(0.0)) => None,
                    (_, Operand::Real(real)) => Some(Complex { real: a.real / real, imag: a.imag / real }),
                    _ => a.divide(b),
                };
                match quotient {
                    Some(quotient) => quotient,
                    None => return Err(raise::zero_division_error(self, "division by zero")),
                }
            }
        };
        self.new_complex(result.real, result.imag).map(Some)
    }

    /// `base ** exponent` for complex numbers.
    pub(crate) fn complex_power(&mut self, base: Complex, exponent: Complex) -> Completion {
        let zero_to_negative = "zero to a negative or complex power";
        let whole = exponent.imag == 0.0 && libm::floor(exponent.real) == exponent.real;
        let result = if whole && exponent.real.abs() <= 100.0 {
            match base.whole_power(exponent.real as i32) {
                Some(power) => power,
                None => return Err(raise::zero_division_error(self, zero_to_negative)),
            }
        } else if exponent.is_zero() {
            Complex::ONE
        } else if base.is_zero() {
            if exponent.imag != 0.0 || exponent.real < 0.0 {
                return Err(raise::zero_division_error(self, zero_to_negative));
            }
            Complex { real: 0.0, imag: 0.0 }
        } else {
            base.power(exponent)
        };
        if result.is_infinite() {
            return Err(raise::overflow_error(self, "complex exponentiation"));
        }
        self.new_complex(result.real, result.imag)
    }

    /// The absolute value; `OverflowError` if it is beyond the range of floats.
    pub(crate) fn complex_abs(&mut self, number: Complex) -> Completion {
        let length = libm::hypot(number.real, number.imag);
        if length.is_infinite() && number.is_finite() {
            return Err(raise::overflow_error(self, "absolute value too large"));
        }
        self.new_float(length)
    }
}
