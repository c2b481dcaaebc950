"""Decimal numbers as tuples of sign, digits and exponent."""

from collections import namedtuple

import _decimal_core as core

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_MARKS = {"F": core.INFINITE, "n": core.QUIET, "N": core.SIGNALING}


def as_tuple(number):
    """What Decimal.as_tuple() gives."""
    sign = number._sign
    match number._kind:
        case core.INFINITE:
            return DecimalTuple(sign, (0,), "F")
        case core.FINITE:
            exponent = number._exp
        case kind:
            exponent = "n" if kind == core.QUIET else "N"
            if not number._int:
                return DecimalTuple(sign, (), exponent)
    return DecimalTuple(sign, tuple(map(int, core.digits(number._int))), exponent)


def from_tuple(parts, context):
    """The number of a tuple or list."""
    if len(parts) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, figures, exponent = parts
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    kind = core.FINITE
    if isinstance(exponent, str):
        if exponent not in _MARKS:
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        kind, exponent = _MARKS[exponent], 0
    elif not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    elif not -(2**63) <= exponent < 2**63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    if not isinstance(figures, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    for figure in figures:
        if not isinstance(figure, int) or not 0 <= figure <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    if kind == core.INFINITE:
        return core.infinity(int(sign))
    n = core.from_digits("".join([str(int(figure)) for figure in figures]))
    return core.make(int(sign), n, 0, kind) if kind else core.exact(int(sign), n, exponent, context)
