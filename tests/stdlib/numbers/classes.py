# python: 3.13
# The abstract classes: what they ask for, what they give, and which builtin types belong to them.
import math
import numbers
import operator
import random
from fractions import Fraction as F

R = random.Random(3)


def t(f, *a):
    try:
        return repr(f(*a))
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


vals = [1, True, 0.5, 1j, F(1, 2), "1", None]
for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(
        c,
        sorted(getattr(c, "__abstractmethods__", ())),
        [isinstance(v, c) for v in vals],
        t(c) if c is not numbers.Number else "",
        c.__hash__,
    )


class I(numbers.Integral):
    def __init__(s, v):
        s.v = v

    def __int__(s):
        return s.v

    def __bool__(s):
        return bool(s.v)

    def op(s, *a):
        return I(s.v + 1)

    for n in numbers.Integral.__abstractmethods__ - {"__int__"}:
        locals()[n] = op
    __eq__ = lambda s, o: s.v == o.v

    def __repr__(s):
        return f"I{s.v}"


i = I(5)
print(
    float(i),
    i.numerator,
    i.denominator,
    i.real,
    i.imag,
    i.conjugate(),
    complex(i),
    operator.index(i),
    divmod(i, i),
    i - i,
    1 - i,
    t(hash, i),
)
