"""Decimal numbers, of any precision and exact where the result has few enough digits: General Decimal Arithmetic.

    >>> from decimal import Decimal
    >>> Decimal("0.1") + Decimal("0.2")
    Decimal('0.3')
"""

import numbers
import sys

import _decimal_core as core
import _decimal_steps as _steps
from _decimal_arithmetic import (
    comparand, divided, of_float, order, ordered, product, quotient, signed, total,
)  # fmt: skip
from _decimal_contexts import (
    FLOAT, INEXACT, INVALID, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING, ROUND_DOWN,
    ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUNDED, ROUNDINGS, Clamped, ContextBase,
    ConversionSyntax, DecimalException, DivisionByZero, DivisionImpossible, DivisionUndefined,
    FloatOperation, Inexact, InvalidContext, InvalidOperation, Overflow, Rounded, Subnormal, Underflow, _NO_ROUNDING,
)  # fmt: skip
from _decimal_core import make, needed, operand, ten_to
from _decimal_current import getcontext, localcontext, setcontext
from _later import later as _later

__all__ = [
    "Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException",
    "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow",
    "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN",
    "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP",
    "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS",
    "HAVE_CONTEXTVAR", "IEEEContext", "IEEE_CONTEXT_MAX_BITS",
]  # fmt: skip

__version__, __libmpdec_version__ = "1.70", "2.5.1"
HAVE_THREADS = HAVE_CONTEXTVAR = True

__getattr__, __dir__ = _later(globals(), {"_decimal_tuple": ("DecimalTuple",)})

_PRIME = sys.hash_info.modulus
_TENTH = pow(10, _PRIME - 2, _PRIME)


def _more():
    """The functions that are seldom needed."""
    return __import__("_decimal_more")


def _functions():
    """The transcendental functions."""
    return __import__("_decimal_functions")


def _chosen(context):
    """The context of an operation: the one that was given, or the current one."""
    if context is None:
        return getcontext()
    if not isinstance(context, ContextBase):
        raise TypeError("optional argument must be a context")
    return context


def _rounding(rounding, context):
    if rounding is None:
        return context._rounding
    if rounding not in ROUNDINGS:
        raise TypeError(_NO_ROUNDING)
    return rounding


def _binary(function, quick=None):
    """An operator and its reflection, made of a function of two numbers and a context. Another function may do it for short
    numbers, and gives None for others."""

    def forward(self, other, /):
        if quick is not None and type(other) is Decimal:
            context = getcontext()
            found = quick(self, other, context)
            return function(self, other, context) if found is None else found
        if type(other) is not Decimal:
            other = operand(other)
            if other is None:
                return NotImplemented
        return function(self, other, getcontext())

    def reverse(self, other, /):
        other = operand(other)
        return NotImplemented if other is None else function(other, self, getcontext())

    return forward, reverse


class Decimal:
    """Construct a new Decimal object. 'value' can be an integer, string, tuple, or another Decimal object. If no value is
    given, return Decimal('0'). The context does not affect the conversion and is only passed to determine if the
    InvalidOperation trap is active."""

    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        context = _chosen(context)
        if isinstance(value, str):
            found = core.parse(value, context)
        elif isinstance(value, Decimal):
            found = value
        elif isinstance(value, int):
            found = operand(value)
        elif isinstance(value, float):
            context._raise(FLOAT)
            found = of_float(value)
        elif isinstance(value, (tuple, list)):
            found = __import__("_decimal_tuple").from_tuple(value, context)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        return cls._of(found)

    @classmethod
    def _of(cls, found):
        if cls is type(found) is Decimal:
            return found
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = found._sign, found._int, found._exp, found._kind
        return self

    @classmethod
    def from_float(cls, f, /):
        """Class method that converts a float to a decimal number, exactly."""
        if not isinstance(f, (int, float)):
            raise TypeError("argument must be int or float")
        found = operand(f) if isinstance(f, int) else of_float(f)
        return found if cls is Decimal else cls(found)

    @classmethod
    def from_number(cls, number, /):
        """Class method that converts a real number to a decimal number, exactly."""
        if isinstance(number, (int, Decimal)):
            return cls(operand(number))
        if isinstance(number, float):
            return cls(of_float(number))
        raise TypeError(f"Cannot convert {number!r} to Decimal")

    # Text and other types.

    def __repr__(self):
        return f"Decimal('{core.show(self, getcontext()._capitals)}')"

    def __str__(self):
        return core.show(self, getcontext()._capitals)

    def to_eng_string(self, context=None):
        """Convert to an engineering-type string: exponents are multiples of three."""
        return core.show(self, _chosen(context)._capitals, True)

    def __format__(self, specifier, /):
        return __import__("_decimal_format").formatted(self, specifier, getcontext())

    def __bool__(self):
        return self._kind != 0 or self._int != 0

    def _as_int(self, rounding=ROUND_DOWN):
        if self._kind:
            if self._kind == core.INFINITE:
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        n, _ = core.shifted(self, 0, rounding)
        return -n if self._sign else n

    def __int__(self):
        return self._as_int()

    __trunc__ = __int__

    def __floor__(self):
        return self._as_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._as_int(ROUND_CEILING)

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return self._as_int(ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        if not -(2**63) <= ndigits < 2**63:
            raise OverflowError("Python int too large to convert to C ssize_t")
        return self.quantize(make(0, 1, -ndigits))

    def __float__(self):
        if self._kind == core.SIGNALING:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == core.QUIET:
            return -float("nan") if self._sign else float("nan")
        return float(core.show(self))

    def __complex__(self):
        return complex(float(self))

    def as_integer_ratio(self):
        """Decimal.as_integer_ratio() -> (int, int)

        Return a pair of integers, whose ratio is exactly equal to the original Decimal and with a positive denominator. The
        ratio is in lowest terms. Raise OverflowError on infinities and a ValueError on NaNs."""
        if self._kind:
            if self._kind == core.INFINITE:
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0 or not n:
            return n * ten_to(max(self._exp, 0)), 1
        below = ten_to(-self._exp)
        common = __import__("math").gcd(n, below)
        return n // common, below // common

    def as_tuple(self):
        """Return a tuple representation of the number."""
        return __import__("_decimal_tuple").as_tuple(self)

    def __hash__(self):
        if self._kind:
            if self._kind == core.SIGNALING:
                raise TypeError("Cannot hash a signaling NaN value")
            return object.__hash__(self) if self._kind == core.QUIET else -314159 if self._sign else 314159
        power = pow(10, self._exp, _PRIME) if self._exp >= 0 else pow(_TENTH, -self._exp, _PRIME)
        value = self._int * power % _PRIME
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    # Comparison.

    def __eq__(self, other):
        pair = comparand(self, other, False)
        if pair is None:
            return NotImplemented
        if pair[0]._kind >= core.QUIET or pair[1]._kind >= core.QUIET:
            if core.SIGNALING in (pair[0]._kind, pair[1]._kind):
                getcontext()._raise(INVALID)
            return False
        return order(*pair) == 0

    def __lt__(self, other):
        order = ordered(self, other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = ordered(self, other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = ordered(self, other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = ordered(self, other)
        return order if order is NotImplemented else order is not None and order >= 0

    # Arithmetic.

    __add__, __radd__ = _binary(lambda a, b, context: total(a, b, b._sign, context), _steps.add)
    __sub__, __rsub__ = _binary(lambda a, b, context: total(a, b, 1 - b._sign, context), _steps.subtract)
    __mul__, __rmul__ = _binary(product, _steps.multiply)
    __truediv__, __rtruediv__ = _binary(quotient)
    __floordiv__, __rfloordiv__ = _binary(lambda a, b, context: divided(a, b, context, True, False)[0])
    __mod__, __rmod__ = _binary(lambda a, b, context: divided(a, b, context, False, True)[1])
    __divmod__, __rdivmod__ = _binary(lambda a, b, context: divided(a, b, context, True, True))

    def __pow__(self, other, modulo=None, /):
        other = operand(other)
        if other is None:
            return NotImplemented
        if modulo is None:
            return _functions().power(self, other, getcontext())
        modulo = operand(modulo)
        return NotImplemented if modulo is None else _functions().power_modulo(self, other, modulo, getcontext())

    def __rpow__(self, other, modulo=None, /):
        other = operand(other)
        return NotImplemented if other is None else _functions().power(other, self, getcontext())

    def __neg__(self):
        return signed(self, 1 - self._sign, getcontext())

    def __pos__(self):
        return signed(self, self._sign, getcontext())

    def __abs__(self):
        return signed(self, 0, getcontext())

    def fma(self, other, third, context=None):
        """Fused multiply-add. Return self*other+third with no rounding of the intermediate product."""
        return _more().fma(self, needed(other), needed(third), _chosen(context))

    def quantize(self, exp, rounding=None, context=None):
        """Return a value equal to the first operand after rounding and having the exponent of the second operand.

        >>> Decimal('1.41421356').quantize(Decimal('1.000'))
        Decimal('1.414')
        """
        context = _chosen(context)
        return _more().quantize(self, needed(exp), _rounding(rounding, context), context)

    def to_integral_value(self, rounding=None, context=None):
        """Round to the nearest integer without signaling Inexact or Rounded.

        The rounding mode is that of the rounding parameter, else of the given context, else of the current one."""
        context = _chosen(context)
        return _more().to_integral(self, _rounding(rounding, context), context)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """Round to the nearest integer, signaling Inexact or Rounded as appropriate if rounding occurs."""
        context = _chosen(context)
        return _more().to_integral(self, _rounding(rounding, context), context, INEXACT, ROUNDED)

    # Parts.

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return make(0, 0, 0)

    def conjugate(self):
        """Return self."""
        return self

    def canonical(self):
        """Return the canonical encoding of the argument, which is the argument itself."""
        return self

    def radix(self):
        """Return Decimal(10), the radix (base) in which the Decimal class does all its arithmetic."""
        return make(0, 10, 0)

    def adjusted(self):
        """Return the adjusted exponent of the number: that of its first digit. 0 if it is a NaN or infinity."""
        return 0 if self._kind else self._exp + core.count(self._int) - 1

    def copy_abs(self):
        """Return the absolute value of the argument, unaffected by context."""
        return make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        """Return the negation of the argument, unaffected by context."""
        return make(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        """Return a copy of the first operand with the sign set to be the same as the sign of the second operand."""
        return make(needed(other)._sign, self._int, self._exp, self._kind)

    def is_canonical(self):
        """Return True, as all are."""
        return True

    def is_finite(self):
        """Return True if the argument is a finite number, and False if it is infinite or a NaN."""
        return self._kind == core.FINITE

    def is_infinite(self):
        """Return True if the argument is either positive or negative infinity and False otherwise."""
        return self._kind == core.INFINITE

    def is_nan(self):
        """Return True if the argument is a (quiet or signaling) NaN and False otherwise."""
        return self._kind >= core.QUIET

    def is_qnan(self):
        """Return True if the argument is a quiet NaN, and False otherwise."""
        return self._kind == core.QUIET

    def is_snan(self):
        """Return True if the argument is a signaling NaN and False otherwise."""
        return self._kind == core.SIGNALING

    def is_signed(self):
        """Return True if the argument has a negative sign. Note that both zeros and NaNs can carry signs."""
        return self._sign == 1

    def is_zero(self):
        """Return True if the argument is a (positive or negative) zero and False otherwise."""
        return not self._kind and not self._int

    def is_normal(self, context=None):
        """Return True if the argument is a finite number that is neither zero nor subnormal."""
        return not self._kind and self._int != 0 and self.adjusted() >= _chosen(context)._Emin

    def is_subnormal(self, context=None):
        """Return True if the argument is subnormal: not zero, with an adjusted exponent less than Emin."""
        return not self._kind and self._int != 0 and self.adjusted() < _chosen(context)._Emin

    # Functions.

    def exp(self, context=None):
        """Return the value of the (natural) exponential function e**x, rounded once."""
        return _functions().exp(self, _chosen(context))

    def ln(self, context=None):
        """Return the natural (base e) logarithm of the operand, rounded once."""
        return _functions().ln(self, _chosen(context))

    def log10(self, context=None):
        """Return the base ten logarithm of the operand, rounded once."""
        return _functions().log10(self, _chosen(context))

    def sqrt(self, context=None):
        """Return the square root of the argument to full precision, rounded once."""
        return _functions().sqrt(self, _chosen(context))

    def logb(self, context=None):
        """Return the adjusted exponent of the operand as a Decimal instance: the place of its first digit."""
        return _more().logb(self, _chosen(context))

    def normalize(self, context=None):
        """Normalize the number by stripping trailing 0s and converting any result equal to 0 to Decimal('0e0')."""
        return _more().normalize(self, _chosen(context))

    def next_minus(self, context=None):
        """Return the largest number representable in the given context that is smaller than the given operand."""
        return _more().next_minus(self, _chosen(context))

    def next_plus(self, context=None):
        """Return the smallest number representable in the given context that is larger than the given operand."""
        return _more().next_plus(self, _chosen(context))

    def next_toward(self, other, context=None):
        """Return the number closest to the first operand in the direction of the second operand."""
        return _more().next_toward(self, needed(other), _chosen(context))

    def number_class(self, context=None):
        """Return a string describing the class of the operand, such as '+Normal' or 'sNaN'."""
        return _more().number_class(self, _chosen(context))

    def remainder_near(self, other, context=None):
        """Return the remainder from dividing self by other, for the nearest integer quotient."""
        return _more().remainder_near(self, needed(other), _chosen(context))

    def scaleb(self, other, context=None):
        """Return the first operand with the exponent adjusted by the second: multiplied by 10**other."""
        return _more().scaleb(self, needed(other), _chosen(context))

    def same_quantum(self, other, context=None):
        """Test whether self and other have the same exponent or whether both are NaN or infinite."""
        return _more().same_quantum(self, needed(other), _chosen(context))

    # Comparison by other orders.

    def compare(self, other, context=None):
        """Compare self to other: Decimal('-1'), '0' or '1', or a NaN if either is one."""
        return _more().compare(self, needed(other), _chosen(context))

    def compare_signal(self, other, context=None):
        """Identical to compare, except that all NaNs signal."""
        return _more().compare_signal(self, needed(other), _chosen(context))

    def compare_total(self, other, context=None):
        """Compare two operands using their abstract representation: also numbers that are equal have an order."""
        return _more().compare_total(self, needed(other), _chosen(context))

    def compare_total_mag(self, other, context=None):
        """The same, ignoring the signs."""
        return _more().compare_total_mag(self, needed(other), _chosen(context))

    def max(self, other, context=None):
        """Maximum of self and other. If one operand is a quiet NaN and the other is numeric, the numeric operand is returned."""
        return _more().max(self, needed(other), _chosen(context))

    def max_mag(self, other, context=None):
        """As max(), but the comparison is done using the absolute values of the operands."""
        return _more().max_mag(self, needed(other), _chosen(context))

    def min(self, other, context=None):
        """Minimum of self and other. If one operand is a quiet NaN and the other is numeric, the numeric operand is returned."""
        return _more().min(self, needed(other), _chosen(context))

    def min_mag(self, other, context=None):
        """As min(), but the comparison is done using the absolute values of the operands."""
        return _more().min_mag(self, needed(other), _chosen(context))

    # Operations on digits.

    def logical_and(self, other, context=None):
        """Return the digit-wise 'and' of two logical operands: numbers of zeros and ones."""
        return _more().logical_and(self, needed(other), _chosen(context))

    def logical_or(self, other, context=None):
        """Return the digit-wise 'or' of two logical operands: numbers of zeros and ones."""
        return _more().logical_or(self, needed(other), _chosen(context))

    def logical_xor(self, other, context=None):
        """Return the digit-wise 'xor' of two logical operands: numbers of zeros and ones."""
        return _more().logical_xor(self, needed(other), _chosen(context))

    def logical_invert(self, context=None):
        """Return the digit-wise inversion of the logical operand."""
        return _more().logical_invert(self, _chosen(context))

    def rotate(self, other, context=None):
        """Return the digits of the first operand rotated by as many places as the second says: to the left if it is positive."""
        return _more().rotate(self, needed(other), _chosen(context))

    def shift(self, other, context=None):
        """Return the digits of the first operand shifted by as many places as the second says: to the left if it is positive."""
        return _more().shift(self, needed(other), _chosen(context))


core.Decimal = Decimal
numbers.Number.register(Decimal)

# Contexts take their operations from the class.
from _decimal_operations import (  # noqa: E402
    IEEE_CONTEXT_MAX_BITS, BasicContext, Context, DefaultContext, ExtendedContext, IEEEContext,
)  # fmt: skip
