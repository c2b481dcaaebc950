"""The four operations of decimal arithmetic, and comparisons."""

import numbers

import _decimal_core as core
from _decimal_contexts import CLAMPED, FLOAT, IMPOSSIBLE, INVALID, ROUND_FLOOR, UNDEFINED, ZERO_DIVISION
from _decimal_core import finish, infinity, invalid, make, nan_of, operand, ten_to
from _decimal_current import getcontext


def comparand(self, other, is_order):
    """Two numbers that compare as self and other do; None if they can't be compared."""
    number = operand(other)
    if number is not None:
        return self, number
    if isinstance(other, numbers.Rational):
        above, below = int(other.numerator), int(other.denominator)
        if self._kind:
            return self, make(0, 0, 0)
        return make(self._sign, self._int * below, self._exp), operand(above)
    if isinstance(other, complex) and not is_order and other.imag == 0:
        other = other.real
    if isinstance(other, float):
        context = getcontext()
        if is_order:
            context._raise(FLOAT)
        else:
            context._flags |= FLOAT
        return self, of_float(other)
    return None


def of_float(value):
    """The number that a float is."""
    if value - value != 0.0:
        sign = int(str(value)[0] == "-")
        return infinity(sign) if value == value else make(sign, 0, 0, core.QUIET)
    sign = int(str(value)[0] == "-")
    above, below = abs(value).as_integer_ratio()
    # The denominator is a power of two.
    power = below.bit_length() - 1
    return make(sign, above * 5**power, -power)


def order(a, b):
    """-1, 0 or 1 for two numbers."""
    if a._kind or b._kind:
        left = a._kind and (-1 if a._sign else 1)
        right = b._kind and (-1 if b._sign else 1)
        return (left > right) - (left < right)
    x, y = a._int, b._int
    if not x or not y or a._sign != b._sign:
        left = x and (-1 if a._sign else 1)
        right = y and (-1 if b._sign else 1)
        return (left > right) - (left < right)
    if a._exp != b._exp:
        gap = a._exp + core.count(x) - b._exp - core.count(y)
        if gap:
            return 1 if (gap > 0) != a._sign else -1
        if a._exp > b._exp:
            x *= ten_to(a._exp - b._exp)
        else:
            y *= ten_to(b._exp - a._exp)
    return (x > y) - (x < y) if not a._sign else (x < y) - (x > y)


def ordered(self, other):
    """What < and its like ask: two numbers, or None for a NaN, which is invalid here."""
    pair = comparand(self, other, True)
    if pair is None:
        return NotImplemented
    if pair[0]._kind >= core.QUIET or pair[1]._kind >= core.QUIET:
        getcontext()._raise(INVALID)
        return None
    return order(*pair)


def total(a, b, sign, context):
    """a plus b, with another sign for b."""
    if a._kind or b._kind:
        if a._kind >= core.QUIET or b._kind >= core.QUIET:
            return nan_of(context, a, b)
        if a._kind and b._kind and a._sign != sign:
            return invalid(context)
        return infinity(a._sign if a._kind else sign)
    x, y, exponent = a._int, b._int, a._exp
    if exponent != b._exp:
        x, y, exponent = _aligned(x, exponent, y, b._exp, context._prec)
    if a._sign == sign:
        return finish(sign, x + y, exponent, context)
    x -= y
    if x:
        return finish(a._sign if x > 0 else sign, abs(x), exponent, context)
    return finish(int(context._rounding == ROUND_FLOOR), 0, exponent, context)


def _aligned(x, x_exponent, y, y_exponent, prec):
    """Two ints with the same exponent. One that is far too small to matter becomes a trace of itself."""
    if x_exponent < y_exponent:
        y, x, exponent = _aligned(y, y_exponent, x, x_exponent, prec)
        return x, y, exponent
    if x_exponent - y_exponent > 64 and (x or y):
        if not x:
            # Only zeros are added, and no more than fit.
            return 0, y, y_exponent
        trace = x_exponent + min(-1, core.count(x) - prec - 2)
        if not y:
            exponent = max(y_exponent, x_exponent - prec - 1)
            return x * ten_to(x_exponent - exponent), 0, exponent
        if y_exponent + core.count(y) - 1 < trace:
            y, y_exponent = 1, trace
    if not x and not y:
        return 0, 0, y_exponent
    return x * ten_to(x_exponent - y_exponent), y, y_exponent


def product(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if a._kind >= core.QUIET or b._kind >= core.QUIET:
            return nan_of(context, a, b)
        if not (a._kind or a._int) or not (b._kind or b._int):
            return invalid(context)
        return infinity(sign)
    return finish(sign, a._int * b._int, a._exp + b._exp, context)


def quotient(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if a._kind >= core.QUIET or b._kind >= core.QUIET:
            return nan_of(context, a, b)
        if a._kind:
            return invalid(context) if b._kind else infinity(sign)
        return finish(sign, 0, context.Etiny(), context, CLAMPED)
    x, y = a._int, b._int
    if not y:
        if not x:
            return invalid(context, UNDEFINED)
        context._raise(ZERO_DIVISION)
        return infinity(sign)
    ideal = a._exp - b._exp
    if not x:
        return finish(sign, 0, ideal, context)
    shift = max(core.count(y) - core.count(x) + context._prec + 1, 0)
    n, rest = divmod(x * ten_to(shift), y)
    exponent = ideal - shift
    if rest:
        # A trace of what is left over, which decides between halves.
        n += n % 5 == 0
    else:
        while exponent < ideal and n % 10 == 0:
            n //= 10
            exponent += 1
    return finish(sign, n, exponent, context)


def _whole_quotient(a, b, context):
    """The int quotient of finite numbers and what is left over, with its exponent; None if it has too many digits."""
    exponent = min(a._exp, b._exp)
    gap = a._exp + core.count(a._int) - b._exp - core.count(b._int)
    if not a._int or gap <= -2:
        return 0, None, exponent
    if gap <= context._prec:
        x, y = a._int * ten_to(a._exp - exponent), b._int * ten_to(b._exp - exponent)
        quotient, rest = divmod(x, y)
        if quotient < ten_to(context._prec):
            return quotient, rest, exponent
    return None


def _rest(a, rest, exponent, context):
    """The remainder: what is left over, or the dividend where nothing was taken from it."""
    if rest is None:
        if a._exp > exponent:
            # As if it had the smaller exponent, as far as there is room.
            if a._int:
                exponent = max(exponent, min(a._exp, a._exp + core.count(a._int) - context._prec - 1))
            rest = a._int * ten_to(a._exp - exponent)
        else:
            rest, exponent = a._int, a._exp
    return finish(a._sign, rest, exponent, context)


def divided(a, b, context, wants_quotient, wants_rest):
    """The quotient of //, the remainder of %, or both."""
    sign = a._sign ^ b._sign
    if a._kind >= core.QUIET or b._kind >= core.QUIET:
        nan = nan_of(context, a, b)
        return nan, nan
    if a._kind:
        if wants_quotient and not b._kind:
            if wants_rest:
                context._raise(INVALID)
            return infinity(sign), make(0, 0, 0, core.QUIET)
        nan = invalid(context)
        return nan, nan
    if b._kind:
        return make(sign, 0, 0), core.rounded(a, context) if wants_rest else None
    if not b._int:
        if not a._int:
            nan = invalid(context, UNDEFINED)
            return nan, nan
        context._raise((ZERO_DIVISION if wants_quotient else 0) | (INVALID if wants_rest else 0))
        return infinity(sign), make(0, 0, 0, core.QUIET)
    parts = _whole_quotient(a, b, context)
    if parts is None:
        nan = invalid(context, IMPOSSIBLE)
        return nan, nan
    quotient, rest, exponent = parts
    whole = finish(sign, quotient, 0, context) if wants_quotient else None
    return whole, _rest(a, rest, exponent, context) if wants_rest else None


def signed(number, sign, context):
    """The number with another sign, rounded; zeros have none unless numbers are rounded down."""
    if number._kind >= core.QUIET:
        return nan_of(context, number)
    if number._kind:
        return infinity(sign)
    if not number._int:
        sign = int(context._rounding == ROUND_FLOOR and sign)
    return finish(sign, number._int, number._exp, context)
