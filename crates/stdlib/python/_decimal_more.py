"""Operations of decimal that are seldom asked for: functions of numbers and a context."""

from builtins import max as _largest, min as _smallest

import _decimal_core as core
from _decimal_arithmetic import order, total
from _decimal_contexts import (
    CLAMPED, IMPOSSIBLE, INEXACT, INVALID, OVERFLOW, ROUND_CEILING, ROUND_FLOOR, ROUNDED, SUBNORMAL, UNDEFINED,
    UNDERFLOW, ZERO_DIVISION,
)  # fmt: skip
from _decimal_core import FINITE, INFINITE, QUIET, SIGNALING, finish, infinity, invalid, make, nan_of, ten_to


def _has_nan(a, b):
    return a._kind >= QUIET or b._kind >= QUIET


def _adjusted(a):
    return a._exp + core.count(a._int) - 1


def fma(a, b, c, context):
    """a * b + c, rounded once."""
    if a._kind or b._kind or c._kind:
        factors = {a._kind, b._kind}
        if INFINITE in factors and factors.isdisjoint((QUIET, SIGNALING)):
            # An infinity times zero is wrong whatever is added.
            if not a._kind and not a._int or not b._kind and not b._int:
                return invalid(context)
        numbers = [number for number in (a, b, c) if number._kind >= QUIET]
        if numbers:
            numbers.sort(key=lambda number: number._kind == SIGNALING, reverse=True)
            return nan_of(context, numbers[0])
    sign = a._sign ^ b._sign
    product = infinity(sign) if a._kind or b._kind else make(sign, a._int * b._int, a._exp + b._exp)
    return total(product, c, c._sign, context)


def quantize(a, like, rounding, context):
    """a with the exponent of another number."""
    if a._kind or like._kind:
        if _has_nan(a, like):
            return nan_of(context, a, like)
        return a if a._kind and like._kind else invalid(context)
    exponent = like._exp
    if not context.Etiny() <= exponent <= context._Emax:
        return invalid(context)
    if not a._int:
        return finish(a._sign, 0, exponent, context)
    if _adjusted(a) > context._Emax or _adjusted(a) - exponent + 1 > context._prec:
        return invalid(context)
    n, is_inexact = core.shifted(a, exponent, rounding)
    size = core.count(n)
    if n and (size > context._prec or exponent + size - 1 > context._Emax):
        return invalid(context)
    status = SUBNORMAL if n and exponent + size - 1 < context._Emin else 0
    if exponent > a._exp:
        status |= ROUNDED | INEXACT if is_inexact else ROUNDED
    return finish(a._sign, n, exponent, context, status)


def to_integral(a, rounding, context, inexact=0, rounded=0):
    """a without a fraction; the conditions are those to raise for one that was lost, and for zeros."""
    if a._kind:
        return nan_of(context, a) if a._kind >= QUIET else a
    if a._exp >= 0:
        return a
    n, is_inexact = core.shifted(a, 0, rounding)
    if rounded and a._int:
        context._raise(rounded | (inexact if is_inexact else 0))
    return make(a._sign, n, 0)


def normalize(a, context):
    """a without zeros at its end."""
    a = core.rounded(a, context)
    if a._kind:
        return a
    n, exponent = a._int, a._exp
    if not n:
        return make(a._sign, 0, 0)
    most = context.Etop() if context._clamp else context._Emax
    while n % 10 == 0 and exponent < most:
        n //= 10
        exponent += 1
    return make(a._sign, n, exponent)


def _next(a, context, sign, rounding):
    """The neighbour of a in the direction of a sign."""
    if a._kind:
        if a._kind >= QUIET:
            return nan_of(context, a)
        return a if a._sign == sign else make(a._sign, ten_to(context._prec) - 1, context.Etop())
    work = context._with(rounding=rounding)
    number = core.rounded(a, work)
    if order(number, a):
        return number
    return total(a, make(sign, 1, context.Etiny() - 1), sign, work)


def next_minus(a, context):
    """The largest number below a."""
    return _next(a, context, 1, ROUND_FLOOR)


def next_plus(a, context):
    """The smallest number above a."""
    return _next(a, context, 0, ROUND_CEILING)


def next_toward(a, b, context):
    """The neighbour of a in the direction of b."""
    if _has_nan(a, b):
        return nan_of(context, a, b)
    direction = order(a, b)
    if not direction:
        # It may be larger or smaller than the context's numbers are.
        return make(b._sign, a._int, a._exp, a._kind)
    result = next_plus(a, context) if direction < 0 else next_minus(a, context)
    if result._kind:
        context._raise(OVERFLOW | INEXACT | ROUNDED)
    elif not result._int or _adjusted(result) < context._Emin:
        context._raise(UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED | (0 if result._int else CLAMPED))
    return result


def number_class(a, context):
    """What kind of number it is, in a word."""
    if a._kind >= QUIET:
        return "NaN" if a._kind == QUIET else "sNaN"
    if a._kind:
        word = "Infinity"
    elif not a._int:
        word = "Zero"
    else:
        word = "Subnormal" if _adjusted(a) < context._Emin else "Normal"
    return ("-" if a._sign else "+") + word


def remainder_near(a, b, context):
    """What is left of a after the nearest multiple of b; the even one of two."""
    if _has_nan(a, b):
        return nan_of(context, a, b)
    if a._kind:
        return invalid(context)
    if b._kind:
        return core.rounded(a, context)
    if not b._int:
        return invalid(context, INVALID if a._int else UNDEFINED)
    exponent = _smallest(a._exp, b._exp)
    if not a._int:
        return finish(a._sign, 0, exponent, context)
    gap = _adjusted(a) - _adjusted(b)
    if gap > context._prec:
        return invalid(context, IMPOSSIBLE)
    if gap <= -2:
        exponent = _largest(exponent, _smallest(a._exp, _adjusted(a) - context._prec - 1)) if a._exp > exponent else a._exp
        return finish(a._sign, a._int * ten_to(a._exp - exponent), exponent, context)
    unit = b._int * ten_to(b._exp - exponent)
    quotient, rest = divmod(a._int * ten_to(a._exp - exponent), unit)
    sign = a._sign
    if 2 * rest + (quotient & 1) > unit:
        rest, sign, quotient = unit - rest, 1 - sign, quotient + 1
    if quotient >= ten_to(context._prec):
        return invalid(context, IMPOSSIBLE)
    return finish(sign, rest, exponent, context)


def logb(a, context):
    """The exponent of the first digit."""
    if a._kind:
        return nan_of(context, a) if a._kind >= QUIET else infinity(0)
    if not a._int:
        context._raise(ZERO_DIVISION)
        return infinity(1)
    place = _adjusted(a)
    return finish(int(place < 0), abs(place), 0, context)


def _places(b, most, context):
    """The int of an operand that counts digits; None if it can't."""
    if b._kind or b._exp:
        return None
    places = -b._int if b._sign else b._int
    return places if -most <= places <= most else None


def scaleb(a, b, context):
    """a times ten to the power of b."""
    if _has_nan(a, b):
        return nan_of(context, a, b)
    places = _places(b, 2 * (context._Emax + context._prec), context)
    if places is None:
        return invalid(context)
    return a if a._kind else finish(a._sign, a._int, a._exp + places, context)


def same_quantum(a, b, context=None):
    """Whether the exponents are the same."""
    if a._kind or b._kind:
        return a._kind >= QUIET and b._kind >= QUIET or a._kind == b._kind == INFINITE
    return a._exp == b._exp


# Orders.


def _number(value):
    return make(int(value < 0), abs(value), 0)


def compare(a, b, context):
    """-1, 0 or 1, as a number."""
    return nan_of(context, a, b) if _has_nan(a, b) else _number(order(a, b))


def compare_signal(a, b, context):
    """The same, but all NaNs signal."""
    if _has_nan(a, b):
        context._raise(INVALID)
        return nan_of(context._with(), a, b)
    return _number(order(a, b))


_RANKS = {FINITE: 0, INFINITE: 1, SIGNALING: 2, QUIET: 3}


def _total_order(a, b):
    if a._sign != b._sign:
        return -1 if a._sign else 1
    ranks = _RANKS[a._kind], _RANKS[b._kind]
    if ranks[0] != ranks[1]:
        result = -1 if ranks[0] < ranks[1] else 1
    elif ranks[0] >= 2:
        result = (a._int > b._int) - (a._int < b._int)
    else:
        by_value = order(a, b)
        if by_value:
            return by_value
        result = (a._exp > b._exp) - (a._exp < b._exp)
    return -result if a._sign else result


def compare_total(a, b, context=None):
    """The order of all numbers, in which 1.0 and 1.00 have different places."""
    return _number(_total_order(a, b))


def compare_total_mag(a, b, context=None):
    """The same without signs."""
    return _number(_total_order(a.copy_abs(), b.copy_abs()))


def _chosen(a, b, context, wants_larger, ignores_sign):
    if _has_nan(a, b):
        if SIGNALING in (a._kind, b._kind) or a._kind == b._kind:
            return nan_of(context, a, b)
        return core.rounded(b if a._kind == QUIET else a, context)
    place = order(a.copy_abs(), b.copy_abs()) if ignores_sign else order(a, b)
    place = place or _total_order(a, b)
    return core.rounded(b if (place < 0) == wants_larger else a, context)


def max(a, b, context):
    """The larger one; a number rather than a NaN."""
    return _chosen(a, b, context, True, False)


def min(a, b, context):
    """The smaller one; a number rather than a NaN."""
    return _chosen(a, b, context, False, False)


def max_mag(a, b, context):
    """The one with the larger absolute value."""
    return _chosen(a, b, context, True, True)


def min_mag(a, b, context):
    """The one with the smaller absolute value."""
    return _chosen(a, b, context, False, True)


# Digits.


def _bits(number, context):
    """The digits of a logical operand, as many as the context has; None if it is none."""
    if number._kind or number._sign or number._exp:
        return None
    text = core.digits(number._int)
    if text.strip("01"):
        return None
    return text[-context._prec :].zfill(context._prec)


def _logical(a, b, context, digit):
    first, second = _bits(a, context), _bits(b, context)
    if first is None or second is None:
        return invalid(context)
    return make(0, core.from_digits("".join(["01"[digit(x == "1", y == "1")] for x, y in zip(first, second)])), 0)


def logical_and(a, b, context):
    """Ones where both have ones."""
    return _logical(a, b, context, lambda x, y: x and y)


def logical_or(a, b, context):
    """Ones where one of them has a one."""
    return _logical(a, b, context, lambda x, y: x or y)


def logical_xor(a, b, context):
    """Ones where they differ."""
    return _logical(a, b, context, lambda x, y: x != y)


def logical_invert(a, context):
    """Ones for zeros, and zeros for ones."""
    ones = make(0, core.from_digits("1" * context._prec), 0)
    return _logical(a, ones, context, lambda x, y: not x)


def _moved(a, b, context, move):
    if _has_nan(a, b):
        return nan_of(context, a, b)
    places = _places(b, context._prec, context)
    if places is None:
        return invalid(context)
    if a._kind:
        return a
    prec = context._prec
    text = core.digits(a._int)[-prec:].zfill(prec)
    return make(a._sign, core.from_digits(move(text, places)[-prec:]), a._exp)


def rotate(a, b, context):
    """The digits of a, rotated by b places to the left."""
    return _moved(a, b, context, lambda text, places: text[places:] + text[:places])


def shift(a, b, context):
    """The digits of a, shifted by b places to the left."""
    return _moved(a, b, context, lambda text, n: text[: len(text) + n] or "0" if n < 0 else text + "0" * n)
