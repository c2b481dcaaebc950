# python: 3.14
# Fractions out of texts and numbers, and operators with numbers of all kinds.
import copy
import fractions
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


lits = "1/3| 1/3 |1 / 3|-1/-3|+5|-7.25|.5|5.|.|1e5|1.5E-3|1e|1_0/1_1|1__0|_1|1_|1_000.0_1|1.0_|1._0|1e1_0|inf|nan|1/0|0/5|-0||  |1/|/2|1.5/2|١٢/٣|1e400|- 1|+-1|1 /3|1/ 3|1\n/3|3a|1/3a|1.2.3|1e5.|1/3 e5".split(
    "|"
)
for l in lits:
    print(repr(l), t(F, l))
vals = [
    0,
    1,
    -1,
    2,
    7,
    F(1, 3),
    F(-7, 2),
    F(10**30, 7),
    0.5,
    -0.1,
    float("inf"),
    float("nan"),
    True,
    "1",
    None,
    10**40,
    F(0),
]
for a in vals:
    print(a, t(F, a), t(F, a, 2), t(F, 2, a), t(F.from_float, a))
    for b in vals:
        if isinstance(a, F) or isinstance(b, F):
            for o in (
                operator.add,
                operator.sub,
                operator.mul,
                operator.truediv,
                operator.floordiv,
                operator.mod,
                divmod,
                pow,
                operator.lt,
                operator.le,
                operator.gt,
                operator.ge,
                operator.eq,
                operator.ne,
            ):
                if o is pow and (
                    isinstance(a, int)
                    and abs(a) > 10**20
                    or isinstance(b, int)
                    and abs(b) > 100
                    or isinstance(b, F)
                    and abs(b) > 100
                ):
                    continue
                print(a, o.__name__, b, t(o, a, b))
print(
    t(F(3).limit_denominator, 0),
    t(F, 1, 2, 3),
    t(F),
    copy.copy(F(1, 2)),
    copy.deepcopy(F(1, 2)),
    F(1, 2).__reduce__(),
    F(1, 2).numerator,
    F(1, 2).denominator,
    F(1, 2).real,
    F(1, 2).imag,
    F(1, 2).conjugate(),
    complex(F(1, 2)),
)


class S(F):
    pass


print(repr(S(1, 2)), repr(S(1, 2) + 1), repr(+S(1, 2)), repr(S.from_float(0.5)), repr(copy.copy(S(1, 2))))
print({F(1, 2): 1}[0.5], hash(F(3)) == hash(3), hash(F(1, 2**61 - 1)))
print(sorted(x for x in dir(F) if not x.startswith("_")), fractions.__all__)
