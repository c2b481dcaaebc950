"""The class Context: what numbers do, with the context as the object."""

import _decimal_contexts
import _decimal_core as core
from _decimal_arithmetic import divided, product, quotient, signed, total
from _decimal_contexts import (
    ROUND_HALF_EVEN, ROUND_HALF_UP, SYNTAX, Clamped, DivisionByZero, InvalidOperation, Overflow, Underflow,
)  # fmt: skip
from _decimal_core import make, needed

IEEE_CONTEXT_MAX_BITS = 512


def _operation(name, count):
    """The method of contexts for a method of numbers that takes a context."""
    if count == 1:

        def method(self, x, /):
            return getattr(needed(x), name)(context=self)

    else:

        def method(self, x, y, /):
            return getattr(needed(x), name)(needed(y), context=self)

    return method


def _question(name, count):
    """The same for methods without a context."""
    if count == 1:

        def method(self, x, /):
            return getattr(needed(x), name)()

    else:

        def method(self, x, y, /):
            return getattr(needed(x), name)(needed(y))

    return method


class Context(_decimal_contexts.ContextBase):
    """The context affects almost all operations and controls rounding, Over/Underflow, raising of exceptions and much more.
    A new context can be initialized as follows:

        >>> c = Context(prec=28, Emin=-425000000, Emax=425000000,
        ...             rounding=ROUND_HALF_EVEN, capitals=1, clamp=1,
        ...             traps=[InvalidOperation, DivisionByZero, Overflow],
        ...             flags=[])"""

    __module__ = "decimal"
    __slots__ = ()

    def create_decimal(self, num="0", /):
        """Create a new Decimal instance from num, using self as the context: rounded, unlike what Decimal() does."""
        if isinstance(num, str):
            number = core.parse(num, self, is_strict=True)
        else:
            number = core.Decimal(num, self)
        if number._kind >= core.QUIET:
            fits = not number._int or core.count(number._int) <= self._prec - self._clamp
            return number if fits else core.invalid(self, SYNTAX)
        return core.rounded(number, self)

    def create_decimal_from_float(self, f, /):
        """Create a new Decimal instance from float f, rounded. The function operates independently of FloatOperation."""
        return core.rounded(core.Decimal.from_float(f), self)

    def abs(self, x, /):
        """Return the absolute value of x."""
        return signed(needed(x), 0, self)

    def plus(self, x, /):
        """Return +x: x, rounded."""
        x = needed(x)
        return signed(x, x._sign, self)

    def minus(self, x, /):
        """Return -x."""
        x = needed(x)
        return signed(x, 1 - x._sign, self)

    def add(self, x, y, /):
        """Return the sum of x and y."""
        x, y = needed(x), needed(y)
        return total(x, y, y._sign, self)

    def subtract(self, x, y, /):
        """Return the difference between x and y."""
        x, y = needed(x), needed(y)
        return total(x, y, 1 - y._sign, self)

    def multiply(self, x, y, /):
        """Return the product of x and y."""
        return product(needed(x), needed(y), self)

    def divide(self, x, y, /):
        """Return x divided by y."""
        return quotient(needed(x), needed(y), self)

    def divide_int(self, x, y, /):
        """Return x divided by y, truncated to an integer."""
        return divided(needed(x), needed(y), self, True, False)[0]

    def remainder(self, x, y, /):
        """Return the remainder from integer division; its sign, if it is not 0, is that of x."""
        return divided(needed(x), needed(y), self, False, True)[1]

    def divmod(self, x, y, /):
        """Return quotient and remainder of the division x / y."""
        return divided(needed(x), needed(y), self, True, True)

    def power(self, a, b, modulo=None):
        """Compute a**b. If 'a' is negative, then 'b' must be integral. With modulo all three must be integers, and the
        result is exact."""
        a, b = needed(a), needed(b)
        if modulo is None:
            return __import__("_decimal_functions").power(a, b, self)
        return __import__("_decimal_functions").power_modulo(a, b, needed(modulo), self)

    def fma(self, x, y, z, /):
        """Return x multiplied by y, plus z."""
        return needed(x).fma(y, z, context=self)

    def quantize(self, x, y, /):
        """Return a value equal to x (rounded), having the exponent of y."""
        return needed(x).quantize(y, context=self)

    def to_integral_exact(self, x, /):
        """Round to an integer. Signal if the result is rounded or inexact."""
        return needed(x).to_integral_exact(context=self)

    def to_integral_value(self, x, /):
        """Round to an integer."""
        return needed(x).to_integral_value(context=self)

    to_integral = to_integral_value

    def to_sci_string(self, x, /):
        """Convert a number to a string using scientific notation."""
        return core.show(needed(x), self._capitals)

    def to_eng_string(self, x, /):
        """Convert a number to a string, using engineering notation."""
        return core.show(needed(x), self._capitals, True)

    def canonical(self, x, /):
        """Return a new instance of x."""
        if not isinstance(x, core.Decimal):
            raise TypeError("argument must be a Decimal")
        return x

    def copy_decimal(self, x, /):
        """Return a copy of Decimal x."""
        return needed(x)

    def is_canonical(self, x, /):
        """Return True if x is canonical, False otherwise."""
        return self.canonical(x) is x

    def radix(self):
        """Return 10."""
        return make(0, 10, 0)


def _add_operations():
    """What contexts have by the names of the methods of numbers."""
    made = {}
    for name in "exp ln log10 sqrt logb normalize next_minus next_plus logical_invert number_class is_normal is_subnormal".split():
        made[name] = _operation(name, 1)
    for name in "is_finite is_infinite is_nan is_qnan is_snan is_signed is_zero copy_abs copy_negate".split():
        made[name] = _question(name, 1)
    for name in """next_toward remainder_near scaleb same_quantum compare compare_signal compare_total compare_total_mag max
            max_mag min min_mag logical_and logical_or logical_xor rotate shift copy_sign""".split():
        made[name] = _operation(name, 2)
    for name, method in made.items():
        method.__name__, method.__qualname__ = name, f"Context.{name}"
        method.__doc__ = getattr(core.Decimal, name).__doc__
        setattr(Context, name, method)


_add_operations()
DefaultContext = Context(28, ROUND_HALF_EVEN, -999_999, 999_999, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow])
_decimal_contexts.DefaultContext = DefaultContext
BasicContext = Context(9, ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_decimal_contexts.TEMPLATES += (DefaultContext, BasicContext, ExtendedContext)


def IEEEContext(bits, /):
    """Return a context object initialized to the proper values for one of the IEEE interchange formats. The argument must be
    a multiple of 32 and less than IEEE_CONTEXT_MAX_BITS."""
    if not 0 < bits <= IEEE_CONTEXT_MAX_BITS or bits % 32:
        raise ValueError(f"argument must be a multiple of 32, with a maximum of {IEEE_CONTEXT_MAX_BITS}")
    greatest = 3 * 2 ** (bits // 16 + 3)
    return Context(9 * (bits // 32) - 2, ROUND_HALF_EVEN, 1 - greatest, greatest, clamp=1, traps=[])
