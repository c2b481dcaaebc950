"""Exact fractions of integers.

    >>> from fractions import Fraction
    >>> Fraction(1, 3) + Fraction("0.25")
    Fraction(7, 12)
"""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]


def _digits(text, at):
    """The end of the digits from a place on; single underscores may stand between them."""
    end = at
    while end < len(text) and (text[end].isdecimal() or text[end] == "_" and end > at and text[end - 1] != "_"):
        end += 1
    return end - 1 if end > at and text[end - 1] == "_" else end


def _read(text):
    """Numerator and denominator of a text; None if it is not that of a number."""
    text = text.strip()
    sign = text[:1] in ("+", "-")
    end = _digits(text, sign)
    whole = text[sign:end]
    numerator, denominator = int(whole or "0"), 1
    rest = text[end:].lstrip()
    if rest.startswith("/"):
        below = rest[1:].lstrip()
        if not whole or not below or _digits(below, 0) != len(below):
            return None
        denominator = int(below)
    else:
        if text[end : end + 1] == ".":
            start, end = end + 1, _digits(text, end + 1)
            decimals = text[start:end].replace("_", "")
            if not whole and not decimals:
                return None
            denominator = 10 ** len(decimals)
            numerator = numerator * denominator + int(decimals or "0")
        elif not whole:
            return None
        if text[end : end + 1] in ("e", "E"):
            start = end + 1 + (text[end + 1 : end + 2] in ("+", "-"))
            end, first = _digits(text, start), end + 1
            if end == start:
                return None
            exponent = int(text[first:end])
            if exponent >= 0:
                numerator *= 10**exponent
            else:
                denominator *= 10**-exponent
        if end != len(text):
            return None
    return -numerator if text[0] == "-" else numerator, denominator


class Fraction(numbers.Rational):
    """A rational number: a numerator and a denominator in lowest terms.

    Fraction(3, 4), Fraction(0.75), Fraction("3/4") and Fraction("0.75") are the same; so are Decimals and all objects that
    have as_integer_ratio()."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._made(numerator, 1)
            if isinstance(numerator, numbers.Rational):
                return cls._made(numerator.numerator, numerator.denominator)
            if isinstance(numerator, str):
                pair = _read(numerator)
                if pair is None:
                    raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
                numerator, denominator = pair
            elif _has_ratio(numerator):
                return cls._made(*numerator.as_integer_ratio())
            else:
                raise TypeError(
                    "argument should be a string or a Rational instance or have the as_integer_ratio() method"
                )
        elif not type(numerator) is type(denominator) is int:
            if not (isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational)):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        return cls._made(numerator // divisor, denominator // divisor)

    @classmethod
    def _made(cls, numerator, denominator):
        """The fraction of two ints in lowest terms."""
        self = object.__new__(cls)
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_number(cls, number):
        """Converts a finite real number to a rational number, exactly."""
        if type(number) is int:
            return cls._made(number, 1)
        if isinstance(number, numbers.Rational):
            return cls._made(number.numerator, number.denominator)
        if _has_ratio(number):
            return cls._made(*number.as_integer_ratio())
        raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")

    @classmethod
    def from_float(cls, f):
        """Converts a finite float to a rational number, exactly: beware that from_float(0.3) != Fraction(3, 10)."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._made(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """Converts a finite Decimal instance to a rational number, exactly."""
        from decimal import Decimal

        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._made(*dec.as_integer_ratio())

    def is_integer(self):
        """Return True if the Fraction is an integer."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Return a pair of integers, whose ratio is equal to the original Fraction.

        The ratio is in lowest terms and has a positive denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """Closest Fraction to self with denominator at most max_denominator.

        >>> Fraction('3.141592653589793').limit_denominator(10)
        Fraction(22, 7)
        """
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The convergents of the continued fraction, to the last one whose denominator is not too large.
        before, last = (0, 1), (1, 0)
        above, below = self._numerator, self._denominator
        while True:
            quotient = above // below
            denominator = before[1] + quotient * last[1]
            if denominator > max_denominator:
                break
            before, last = last, (before[0] + quotient * last[0], denominator)
            above, below = below, above - quotient * below
        # What lies between it and the next one may be nearer.
        steps = (max_denominator - before[1]) // last[1]
        if 2 * below * (before[1] + steps * last[1]) <= self._denominator:
            return Fraction._made(*last)
        return Fraction._made(before[0] + steps * last[0], before[1] + steps * last[1])

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        """repr(self)"""
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        """str(self)"""
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        """Format this fraction according to the given format specification."""
        return __import__("_fraction_format").formatted(self, format_spec)

    def _operator(exact, inexact, has_complex=True):
        """An operator and its reflection: exact between rational numbers, else that of floats and complex numbers."""

        def forward(a, b):
            if isinstance(b, Fraction):
                return exact(a, b)
            if isinstance(b, int):
                return exact(a, Fraction(b))
            if isinstance(b, float):
                return inexact(float(a), b)
            if has_complex and isinstance(b, complex):
                return inexact(float(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return inexact(float(a), float(b))
            if has_complex and isinstance(a, numbers.Complex):
                return inexact(complex(a), float(b))
            return NotImplemented

        name = inexact.__name__
        forward.__name__, reverse.__name__ = f"__{name}__", f"__r{name}__"
        forward.__doc__ = reverse.__doc__ = exact.__doc__
        return forward, reverse

    # Sums and products as in Knuth's "The Art of Computer Programming", volume 2, 4.5.1: what the denominators have in
    # common is taken out before numbers grow.
    def _add(a, b):
        """a + b"""
        return _sum(a._numerator, a._denominator, b._numerator, b._denominator)

    def _sub(a, b):
        """a - b"""
        return _sum(a._numerator, a._denominator, -b._numerator, b._denominator)

    def _mul(a, b):
        """a * b"""
        return _product(a._numerator, a._denominator, b._numerator, b._denominator)

    def _div(a, b):
        """a / b"""
        if b._numerator == 0:
            raise ZeroDivisionError(f"Fraction({b._denominator}, 0)")
        above, below = b._denominator, b._numerator
        if below < 0:
            above, below = -above, -below
        return _product(a._numerator, a._denominator, above, below)

    def _floordiv(a, b):
        """a // b"""
        return a._numerator * b._denominator // (a._denominator * b._numerator)

    def _divmod(a, b):
        """(a // b, a % b)"""
        quotient, rest = divmod(a._numerator * b._denominator, b._numerator * a._denominator)
        return quotient, Fraction(rest, a._denominator * b._denominator)

    def _mod(a, b):
        """a % b"""
        rest = a._numerator * b._denominator % (b._numerator * a._denominator)
        return Fraction(rest, a._denominator * b._denominator)

    __add__, __radd__ = _operator(_add, operator.add)
    __sub__, __rsub__ = _operator(_sub, operator.sub)
    __mul__, __rmul__ = _operator(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operator(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _operator(_floordiv, operator.floordiv, False)
    __divmod__, __rdivmod__ = _operator(_divmod, divmod, False)
    __mod__, __rmod__ = _operator(_mod, operator.mod, False)
    del _operator

    def __pow__(a, b, modulo=None):
        """a ** b

        If b is not an integer, the result will be a float or complex, since roots are generally irrational."""
        if modulo is not None:
            return NotImplemented
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return Fraction._made(a._numerator**power, a._denominator**power)
            if a._numerator > 0:
                return Fraction._made(a._denominator**-power, a._numerator**-power)
            if a._numerator == 0:
                raise ZeroDivisionError(f"Fraction({a._denominator**-power}, 0)")
            return Fraction._made((-a._denominator) ** -power, (-a._numerator) ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a, modulo=None):
        """a ** b"""
        if modulo is not None:
            return NotImplemented
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a**b._numerator
        return a ** float(b)

    def __pos__(a):
        """+a: Coerces a subclass instance to Fraction"""
        return Fraction._made(a._numerator, a._denominator)

    def __neg__(a):
        """-a"""
        return Fraction._made(-a._numerator, a._denominator)

    def __abs__(a):
        """abs(a)"""
        return Fraction._made(abs(a._numerator), a._denominator)

    def __int__(a):
        """int(a)"""
        return a._numerator // a._denominator if a._numerator >= 0 else -(-a._numerator // a._denominator)

    __trunc__ = __int__

    def __floor__(a):
        """math.floor(a)"""
        return a._numerator // a._denominator

    def __ceil__(a):
        """math.ceil(a)"""
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """round(self, ndigits)

        Rounds half toward even."""
        if ndigits is not None:
            shift = 10 ** abs(ndigits)
            return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)
        quotient, rest = divmod(self._numerator, self._denominator)
        twice = rest * 2
        return quotient + (twice > self._denominator or twice == self._denominator and quotient & 1)

    def __hash__(self):
        """hash(self)"""
        # As of all numbers: modulo a prime, so that equal numbers of any type agree.
        info = sys.hash_info
        try:
            inverse = pow(self._denominator, -1, info.modulus)
        except ValueError:
            value = info.inf
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __eq__(a, b):
        """a == b"""
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return a == Fraction.from_float(b) if math.isfinite(b) else False
        return NotImplemented

    def _compare(self, other, compare):
        if isinstance(other, numbers.Rational):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return compare(self, self.from_float(other)) if math.isfinite(other) else compare(0.0, other)
        return NotImplemented

    def __lt__(a, b):
        """a < b"""
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        """a > b"""
        return a._compare(b, operator.gt)

    def __le__(a, b):
        """a <= b"""
        return a._compare(b, operator.le)

    def __ge__(a, b):
        """a >= b"""
        return a._compare(b, operator.ge)

    def __bool__(a):
        """a != 0"""
        return bool(a._numerator)

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _has_ratio(number):
    return hasattr(number, "as_integer_ratio") and not isinstance(number, type)


def _sum(na, da, nb, db):
    common = math.gcd(da, db)
    if common == 1:
        return Fraction._made(na * db + da * nb, da * db)
    part = da // common
    total = na * (db // common) + nb * part
    rest = math.gcd(total, common)
    return Fraction._made(total // rest, part * (db // rest))


def _product(na, da, nb, db):
    first, second = math.gcd(na, db), math.gcd(nb, da)
    return Fraction._made((na // first) * (nb // second), (da // second) * (db // first))
