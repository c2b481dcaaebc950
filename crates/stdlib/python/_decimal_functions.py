"""Roots, powers, exponentials and logarithms of decimal numbers.

Exponentials and logarithms are reckoned with ints that stand for multiples of a power of ten, with some more digits than are
wanted. If those digits don't decide how to round, it is done again with more (Abraham Ziv's strategy).
"""

from math import isqrt, log10 as _float_log10

import _decimal_core as core
from _decimal_arithmetic import order, product, quotient
from _decimal_contexts import INEXACT, MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, ROUNDED
from _decimal_core import QUIET, count, finish, infinity, invalid, make, nan_of, ten_to


def _rounded_even(sign, n, exponent, context, status=0):
    """finish(), rounding half to even whatever the context says."""
    if context._rounding == ROUND_HALF_EVEN:
        return finish(sign, n, exponent, context, status)
    work = context._with(rounding=ROUND_HALF_EVEN)
    result = finish(sign, n, exponent, work, status)
    if work._flags:
        context._raise(work._flags)
    return result


def sqrt(a, context):
    """The square root."""
    if a._kind >= QUIET:
        return nan_of(context, a)
    if not a._kind and not a._int:
        return finish(a._sign, 0, a._exp // 2, context)
    if a._sign:
        return invalid(context)
    if a._kind:
        return infinity(0)
    n, exponent = a._int, a._exp // 2
    if a._exp & 1:
        n *= 10
    # Half as many digits, and one more than wanted.
    shift = context._prec + 1 - (count(n) + 1) // 2
    if shift >= 0:
        n *= ten_to(2 * shift)
        is_exact = True
    else:
        n, rest = divmod(n, ten_to(-2 * shift))
        is_exact = not rest
    root = isqrt(n)
    if is_exact and root * root == n:
        root = root // ten_to(shift) if shift >= 0 else root * ten_to(-shift)
        return _rounded_even(0, root, exponent, context)
    return _rounded_even(0, root + (root % 5 == 0), exponent - shift, context)


# Fixed-point numbers.

_LN10 = {}


def _atanh_of_inverse(n, scale):
    """atanh(1/n) times the scale."""
    term = scale // n
    square, total, divisor = n * n, term, 3
    while term:
        term //= square
        total += term // divisor
        divisor += 2
    return total


def _ln10(places):
    """The logarithm of ten, times 10**places."""
    if places not in _LN10:
        scale = ten_to(places + 10)
        parts = (46, 31), (34, 49), (20, 161)
        _LN10.clear()
        _LN10[places] = sum([factor * _atanh_of_inverse(n, scale) for factor, n in parts]) // 10**10
    return _LN10[places]


def _fixed_exp(x, places):
    """e**x for x from 0 to 2.4, both times 10**places."""
    halvings = isqrt(places) + 1
    guard = halvings // 3 + 8
    one = ten_to(places + guard)
    x = x * 10**guard >> halvings
    total, term, divisor = one + x, x, 2
    while term:
        term = term * x // (one * divisor)
        total += term
        divisor += 1
    for _ in range(halvings):
        total = total * total // one
    return total // 10**guard


def _fixed_ln(x, places):
    """The logarithm of a number near 1, both times 10**places."""
    roots = isqrt(places) // 2 + 3
    guard = roots // 3 + 8
    one = ten_to(places + guard)
    x *= 10**guard
    for _ in range(roots):
        x = isqrt(x * one)
    ratio = (x - one) * one // (x + one)
    square, total, term, divisor = ratio * ratio // one, ratio, ratio, 3
    while term not in (0, -1):
        term = term * square // one
        total += term // divisor
        divisor += 2
    return (total << roots + 1) // 10**guard


def _exp_digits(a, figures):
    """An int of so many digits or a few more, and its exponent: e**a."""
    places = figures + 6
    extra = max(a._exp + count(a._int), 0)
    scale = places + extra
    x = a._int * ten_to(scale + a._exp) if scale + a._exp >= 0 else a._int // ten_to(-scale - a._exp)
    power, rest = divmod(-x if a._sign else x, _ln10(scale))
    n = _fixed_exp(rest // ten_to(extra), places)
    return n // 10**4, power - places + 4


def _ln_digits(a, figures):
    """An int of so many digits or a few more, and its exponent: the logarithm of a, which is not 1."""
    power = a._exp + count(a._int)
    if a._int * 3 < ten_to(count(a._int)):
        power -= 1
    # A number near 1 has a small logarithm, whose first digits stand far behind the point.
    small = 0
    if power == 0:
        distance = abs(a._int - ten_to(-a._exp)) if a._exp <= 0 else 1
        small = max(-a._exp - count(distance) + 1, 0)
    places = figures + small + 6 + count(abs(power))
    shift = places + a._exp - power
    x = a._int * ten_to(shift) if shift >= 0 else a._int // ten_to(-shift)
    n = _fixed_ln(x, places) + power * _ln10(places)
    return n // 10**3, 3 - places


def _decided(digits, context):
    """The first result of digits(figures) whose last digits say how to round it."""
    figures = context._prec + 4
    while True:
        n, exponent = digits(figures)
        size = count(abs(n))
        drop = size - context._prec
        if drop > 1:
            unit = ten_to(drop)
            rest = abs(n) % unit
            if min(rest, unit - rest, abs(rest - unit // 2)) > 50 and drop > 2:
                return n, exponent
        figures += max(figures // 4, 6)


def exp(a, context):
    """e**a."""
    if a._kind >= QUIET:
        return nan_of(context, a)
    if a._kind:
        return make(0, 0, 0) if a._sign else infinity(0)
    if not a._int:
        return make(0, 1, 0)
    prec, place = context._prec, a._exp + count(a._int) - 1
    if not a._sign and place > count((context._Emax + 1) * 3):
        return _rounded_even(0, 1, context._Emax + 1, context)
    if a._sign and place > count((1 - context.Etiny()) * 3):
        return _rounded_even(0, 1, context.Etiny() - 1, context)
    if place < -prec - 1:
        # 1, and a little more or less.
        n = ten_to(prec + 2)
        return _rounded_even(0, n - 1 if a._sign else n + 1, -prec - 2, context)
    n, exponent = _decided(lambda figures: _exp_digits(a, figures), context)
    return _rounded_even(0, n, exponent, context, INEXACT | ROUNDED)


def _logarithm(a, context, digits):
    """What ln() and log10() share; digits(a, figures) reckons."""
    if a._kind >= QUIET:
        return nan_of(context, a)
    if not a._kind and not a._int:
        return infinity(1)
    if a._sign:
        return invalid(context)
    if a._kind:
        return infinity(0)
    if order(a, make(0, 1, 0)) == 0:
        return make(0, 0, 0)
    n, exponent = _decided(lambda figures: digits(a, figures), context)
    return _rounded_even(int(n < 0), abs(n), exponent, context, INEXACT | ROUNDED)


def ln(a, context):
    """The natural logarithm."""
    return _logarithm(a, context, _ln_digits)


def _log10_digits(a, figures):
    n, exponent = _ln_digits(a, figures + 3)
    size = count(abs(n))
    return n * ten_to(size) // _ln10(size), exponent


def log10(a, context):
    """The logarithm to base ten."""
    if not a._kind and not a._sign and a._int and a._int == ten_to(count(a._int) - 1):
        place = a._exp + count(a._int) - 1
        return _rounded_even(int(place < 0), abs(place), 0, context)
    return _logarithm(a, context, _log10_digits)


# Powers.


def _as_int(number):
    """The int of a number that is one; None for all others."""
    if number._kind:
        return None
    if number._exp >= 0:
        n = number._int * ten_to(number._exp) if number._exp < 1000 else None
    else:
        n, rest = divmod(number._int, ten_to(-number._exp)) if number._exp > -10_000 else (0, number._int)
        if rest:
            return None
    return n if n is None or not number._sign else -n


def _is_whole(number):
    return not number._kind and (number._exp >= 0 or _as_int(number) is not None)


def power(a, b, context):
    """a**b."""
    if a._kind >= QUIET or b._kind >= QUIET:
        return nan_of(context, a, b)
    is_whole = _is_whole(b)
    is_odd = is_whole and b._exp <= 0 and bool(_as_int(b) & 1)
    sign = int(a._sign and is_odd)
    is_zero_power = not b._kind and not b._int
    if not a._kind and not a._int:
        if is_zero_power:
            return invalid(context)
        return infinity(sign) if b._sign else make(sign, 0, 0)
    if a._sign and not is_whole:
        return invalid(context)
    size = 1 if a._kind else order(make(0, a._int, a._exp), make(0, 1, 0))
    if b._kind:
        if size == 0:
            return _one(0, context._prec - 1, context, INEXACT | ROUNDED)
        return infinity(0) if (size > 0) != b._sign else make(0, 0, 0)
    if a._kind:
        return make(0, 1, 0) if is_zero_power else make(sign, 0, 0) if b._sign else infinity(sign)
    if is_zero_power:
        return make(0, 1, 0)
    if size == 0:
        return _power_of_one(a, b, sign, is_whole, context)
    return _finite_power(a, b, sign, is_whole, context)


def _one(sign, places, context, status):
    if status:
        context._raise(status)
    return make(sign, ten_to(places), -places)


def _power_of_one(a, b, sign, is_whole, context):
    """Only the number of zeros is to be found."""
    most = context._prec - 1
    if not is_whole:
        return _one(sign, most, context, INEXACT | ROUNDED)
    if b._sign:
        return make(sign, 1, 0)
    places = (_as_int(b) if b._exp < 20 else 10**20) * -a._exp
    return _one(sign, most, context, ROUNDED) if places > most else _one(sign, max(places, 0), context, 0)


def _finite_power(a, b, sign, is_whole, context):
    # How large the result is, about.
    lead = count(a._int)
    first = a._int if lead <= 300 else a._int // ten_to(lead - 300)
    place = _float_log10(first) + max(lead - 300, 0) + a._exp
    try:
        place *= float(b)
    except OverflowError:
        place *= float("-inf" if b._sign else "inf")
    if place > context._Emax + 10:
        return finish(sign, 1, context._Emax + 1, context)
    if place < context.Etiny() - 10:
        return finish(sign, 1, context.Etiny() - 1, context)
    if is_whole and count(b._int) + b._exp <= 19:
        result, status = _int_power(a, _as_int(b), context)
    else:
        result, status = _real_power(make(0, a._int, a._exp), b, context), INEXACT | ROUNDED
    if result._kind:
        return finish(sign, 1, context._Emax + 1, context)
    return finish(sign, result._int, result._exp, context, status)


def _int_power(a, n, context):
    """By squaring, with as many digits as keep the errors small."""
    work = context._with(rounding=ROUND_HALF_EVEN, clamp=0, Emax=MAX_EMAX, Emin=MIN_EMIN)
    work._flags = work._traps = 0
    size = context._prec + len(str(abs(n))) + 2 + (n < 0)
    work = work._with(prec=size)
    base = quotient(make(0, 1, 0), a, work) if n < 0 else a
    result = base
    for bit in bin(abs(n))[3:]:
        result = product(result, result, work)
        if bit == "1":
            result = product(result, base, work)
    return result, work._flags & (INEXACT | ROUNDED)


def _real_power(a, b, context):
    """e to the power of b times the logarithm."""
    prec = max(context._prec, count(a._int)) + 24
    work = context._with(prec=prec, rounding=ROUND_HALF_EVEN, clamp=0, Emax=MAX_EMAX, Emin=MIN_EMIN)
    exponent = product(ln(a, work), b, work._with(prec=prec + count(b._int)))
    # What is hardly more than 1 must not become 1, in case it is rounded up.
    return exp(exponent, work._with(prec=prec - 1))


def power_modulo(a, b, modulus, context):
    """a**b % modulus, of integers."""
    if a._kind >= QUIET or b._kind >= QUIET or modulus._kind >= QUIET:
        worst = sorted((a, b, modulus), key=lambda number: -number._kind)
        return nan_of(context, worst[0])
    if not (_is_whole(a) and _is_whole(b) and _is_whole(modulus)) or b._sign or not modulus._int:
        return invalid(context)
    if not a._int and not b._int or modulus._exp + count(modulus._int) > context._prec:
        return invalid(context)
    divisor = abs(_as_int(modulus))
    base = a._int % divisor * pow(10, a._exp, divisor) if a._exp >= 0 else abs(_as_int(a))
    n = pow(base, b._int, divisor)
    is_odd = b._exp <= 0 and bool(_as_int(b) & 1)
    if b._exp > 0:
        n = pow(n, ten_to(b._exp), divisor)
    elif b._exp < 0:
        n = pow(base, _as_int(b), divisor)
    return make(int(a._sign and is_odd), n, 0)
