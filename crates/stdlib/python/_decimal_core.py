"""What the operations of decimal share: numbers out of their parts, and rounding.

A finite number is a sign (0 or 1), an int and an exponent; the kind says what it is otherwise.
"""

from _decimal_contexts import (
    CLAMPED, INEXACT, INVALID, MAX_EMAX, MIN_ETINY, OVERFLOW, ROUNDED, SUBNORMAL, SYNTAX, UNDERFLOW,
)  # fmt: skip

FINITE, INFINITE, QUIET, SIGNALING = range(4)
# The class Decimal, once it is there.
Decimal = None
# str() and int() refuse longer numbers.
_LONG = 4000
_TOO_LONG = 10**_LONG
_TENS = tuple([10**n for n in range(64)])


def ten_to(n):
    """10**n."""
    return _TENS[n] if n < 64 else 10**n


def digits(n):
    """The digits of an int that is not negative."""
    if n < _TOO_LONG:
        return str(n)
    half = n.bit_length() * 30103 // 200_000
    high, low = divmod(n, 10**half)
    return digits(high) + digits(low).zfill(half)


def from_digits(text):
    """The int of a text of digits, of any length."""
    if len(text) <= _LONG:
        return int(text or "0")
    half = len(text) // 2
    return from_digits(text[:-half]) * 10**half + from_digits(text[-half:])


def count(n):
    """How many digits an int has; 0 has one."""
    if n < _TOO_LONG:
        return len(str(n))
    guess = n.bit_length() * 30103 // 100_000
    return guess + (n >= 10**guess)


def make(sign, n, exponent, kind=FINITE):
    """The number of these parts."""
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._kind = sign, n, exponent, kind
    return self


def infinity(sign):
    """Infinity of a sign."""
    return make(sign, 0, 0, INFINITE)


def invalid(context, condition=INVALID):
    """What an operation gives that has no result."""
    context._raise(condition)
    return make(0, 0, 0, QUIET)


def operand(value):
    """A Decimal or an int as a Decimal; None for all others."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        value = int(value)
        return make(int(value < 0), abs(value), 0)
    return None


def needed(value):
    """The same, for those who can't do without."""
    found = operand(value)
    if found is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return found


def quieted(number, context):
    """What is not a number, without its signal, and with as many digits as fit."""
    room = context._prec - context._clamp
    n = number._int
    if n and count(n) > room:
        n %= ten_to(room)
    return make(number._sign, n, 0, QUIET)


def nan_of(context, left, right=None):
    """What operations with NaNs give: that of the first that signals, or of the first."""
    for number in (left, right):
        if number is not None and number._kind == SIGNALING:
            context._raise(INVALID)
            return quieted(number, context)
    return quieted(left if left._kind == QUIET else right, context)


def rounds_up(rounding, sign, n, rest, unit):
    """Whether rest, a part of unit that is not 0, makes n one larger."""
    match rounding:
        case "ROUND_HALF_EVEN":
            return rest * 2 > unit or rest * 2 == unit and n & 1
        case "ROUND_HALF_UP":
            return rest * 2 >= unit
        case "ROUND_HALF_DOWN":
            return rest * 2 > unit
        case "ROUND_DOWN":
            return False
        case "ROUND_UP":
            return True
        case "ROUND_CEILING":
            return not sign
        case "ROUND_FLOOR":
            return sign
    return n % 10 in (0, 5)


def without(n, places, rounding, sign=0):
    """n without its last digits, rounded, and whether digits other than 0 were lost."""
    if places > count(n):
        # As good as a tenth of a unit.
        rest, unit, n = int(n > 0), 10, 0
    else:
        unit = ten_to(places)
        n, rest = divmod(n, unit)
    if not rest:
        return n, False
    return n + (1 if rounds_up(rounding, sign, n, rest, unit) else 0), True


def finish(sign, n, exponent, context, status=0):
    """A result, rounded as the context says. status has the conditions that were met before."""
    if n and not context._clamp:
        size = len(str(n)) if n < _TOO_LONG else count(n)
        if size <= context._prec and context._Emin <= exponent + size - 1 <= context._Emax:
            if status:
                context._raise(status)
            return make(sign, n, exponent)
    n, exponent, kind, status = _fitted(sign, n, exponent, context, status)
    if status:
        context._raise(status)
    return make(sign, n, exponent, kind)


def _fitted(sign, n, exponent, context, status):
    """The parts of a result that perhaps doesn't fit."""
    prec, least, top = context._prec, context._Emin - context._prec + 1, context._Emax - context._prec + 1
    if not n:
        fitting = min(max(exponent, least), top if context._clamp else context._Emax)
        return 0, fitting, FINITE, status if fitting == exponent else status | CLAMPED
    size = count(n)
    wanted = exponent + size - prec
    if wanted > top:
        return _overflown(sign, context, status)
    is_subnormal = wanted < least
    if is_subnormal:
        status |= SUBNORMAL
        wanted = least
    if exponent < wanted:
        n, is_inexact = without(n, wanted - exponent, context._rounding, sign)
        exponent = wanted
        status |= ROUNDED
        if n >= ten_to(prec):
            n //= 10
            exponent += 1
            if exponent > top:
                return _overflown(sign, context, status)
        if is_inexact:
            status |= INEXACT
            if is_subnormal:
                status |= UNDERFLOW
        if not n:
            status |= CLAMPED
    if context._clamp and exponent > top:
        n *= ten_to(exponent - top)
        exponent = top
        status |= CLAMPED
    return n, exponent, FINITE, status


def _overflown(sign, context, status):
    status |= OVERFLOW | INEXACT | ROUNDED
    rounding = context._rounding
    if rounding in ("ROUND_DOWN", "ROUND_05UP") or rounding == ("ROUND_CEILING" if sign else "ROUND_FLOOR"):
        return ten_to(context._prec) - 1, context._Emax - context._prec + 1, FINITE, status
    return 0, 0, INFINITE, status


def rounded(number, context):
    """A number as the context has it: what unary plus gives, but for the sign of zero."""
    if number._kind:
        return nan_of(context, number) if number._kind >= QUIET else make(number._sign, 0, 0, INFINITE)
    return finish(number._sign, number._int, number._exp, context)


def exact(sign, n, exponent, context):
    """A number that was given as it stands; one beyond the largest exponents there can be is none."""
    if exponent > MAX_EMAX or exponent < MIN_ETINY or n and exponent + count(n) - 1 > MAX_EMAX:
        return invalid(context)
    return make(sign, n, exponent)


def shifted(number, exponent, rounding):
    """The int of a finite number with another exponent, and whether digits other than 0 were lost."""
    places = exponent - number._exp
    if places <= 0:
        return number._int * ten_to(-places), False
    return without(number._int, places, rounding, number._sign)


def parse(text, context, is_strict=False):
    """The number of a text: the parts as Decimal() takes them."""
    if not is_strict:
        text = text.strip().replace("_", "")
    parts = _read(text)
    if parts is None:
        return invalid(context, SYNTAX)
    sign, n, exponent, kind = parts
    return make(sign, n, exponent, kind) if kind else exact(sign, n, exponent, context)


_WORDS = {"inf": INFINITE, "infinity": INFINITE, "nan": QUIET, "snan": SIGNALING}


def _read(text):
    """Sign, int, exponent and kind; None for what is no number."""
    sign = int(text[:1] == "-")
    body = text[1:] if text[:1] in ("+", "-") else text
    mantissa, mark, power = body.partition("e")
    if not mark:
        mantissa, mark, power = body.partition("E")
    whole, point, fraction = mantissa.partition(".")
    figures = whole + fraction
    if figures.isdecimal():
        exponent = -len(fraction)
        if mark:
            if not power[power[:1] in ("+", "-") :].isdecimal():
                return None
            exponent += from_digits(power[1:]) * (-1 if power[0] == "-" else 1) if power[0] in "+-" else from_digits(power)
        return sign, from_digits(figures), exponent, FINITE
    word = body.lower()
    if word in _WORDS:
        return sign, 0, 0, _WORDS[word]
    start, _, figures = word.partition("nan")
    if start in ("", "s") and figures.isdecimal() and word.startswith(start + "nan"):
        return sign, from_digits(figures), 0, SIGNALING if start else QUIET
    return None


def show(number, capitals=1, engineering=False):
    """The text of a number, in scientific notation, or with exponents that are multiples of three."""
    sign = "-" if number._sign else ""
    if number._kind:
        if number._kind == INFINITE:
            return sign + "Infinity"
        return f"{sign}{'s' if number._kind == SIGNALING else ''}NaN{digits(number._int) if number._int else ''}"
    text, exponent = digits(number._int), number._exp
    if exponent == 0:
        return sign + text
    left = exponent + len(text)
    if exponent <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif number._int:
        point = (left - 1) % 3 + 1
    else:
        point = (left + 1) % 3 - 1
    if point <= 0:
        text = "0." + "0" * -point + text
    elif point >= len(text):
        text += "0" * (point - len(text))
    else:
        text = f"{text[:point]}.{text[point:]}"
    return f"{sign}{text}" if left == point else f"{sign}{text}{'E' if capitals else 'e'}{left - point:+}"
