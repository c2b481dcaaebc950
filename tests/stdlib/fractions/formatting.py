# python: 3.13
# Rounding and formatting of random fractions, the same each time.
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


for i in range(25):
    f = F(
        R.randrange(-(10 ** R.randrange(1, 12)), 10 ** R.randrange(1, 12)),
        R.randrange(1, 10 ** R.randrange(1, 12)),
    )
    print(
        f,
        round(f),
        [round(f, k) for k in (-2, -1, 0, 1, 2)],
        math.floor(f),
        math.ceil(f),
        math.trunc(f),
        int(f),
        hash(f),
        float(f),
        f.limit_denominator(R.randrange(1, 1000)),
        abs(f),
        -f,
        +f,
        bool(f),
        f.is_integer(),
        f.as_integer_ratio(),
        str(f),
    )
    for _ in range(8):
        spec = (
            R.choice(["", "", ">", "<", "*^", "=", "x="])
            + R.choice(["", "", "+", " ", "-"])
            + R.choice(["", "", "", "z"])
            + R.choice(["", "", "#"])
            + R.choice(["", "", "0"])
            + R.choice(["", "5", "12", "20"])
            + R.choice(["", "", ",", "_"])
            + R.choice(["", "", ".0", ".1", ".3", ".10"])
            + R.choice(list("eEfFgG%") + ["", "d"])
        )
        print(
            spec,
            t(
                format,
                R.choice(
                    [
                        f,
                        f / 10 ** R.randrange(10),
                        f * 10 ** R.randrange(10),
                        F(0),
                        F(-1, 10**6),
                        F(f.numerator),
                    ]
                ),
                spec,
            ),
        )
