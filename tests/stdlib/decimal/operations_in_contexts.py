# python: 3.13
# All operations of contexts on random numbers, the same each time, with the flags; formats and comparisons.
import math
import random
from decimal import *

R = random.Random(1)
N = 500
rounds = [
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_UP,
    ROUND_DOWN,
    ROUND_HALF_UP,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_05UP,
]


def num():
    k = R.randrange(20)
    if k == 0:
        return Decimal(
            R.choice(["inf", "-inf", "nan", "snan", "-nan12", "snan3", "0", "-0", "0e5", "-0e-10"])
        )
    if k == 1:
        return Decimal(R.choice([0, 1, -1, 10, 100, 2, 3, 5, -2]))
    d = R.choice([1, 2, 3, 5, 9, 10, 15, 30])
    n = R.randrange(10**d)
    if R.random() < 0.2:
        n = n - n % 10 ** (d // 2)
    if R.random() < 0.2:
        n = int("".join(R.choice("01") for _ in range(d)))
    e = R.choice([0, 0, -1, -2, -5, 3, R.randrange(-15, 15), R.randrange(-120, 120)])
    return Decimal((R.randrange(2), tuple(map(int, str(n))), e))


u = "abs plus minus exp ln log10 sqrt logb normalize next_minus next_plus logical_invert number_class to_integral_exact to_integral_value to_sci_string to_eng_string create_decimal is_normal is_subnormal".split()
b = "add subtract multiply divide divide_int remainder divmod power next_toward remainder_near scaleb same_quantum compare compare_signal compare_total compare_total_mag max max_mag min min_mag logical_and logical_or logical_xor rotate shift quantize copy_sign".split()
for i in range(N):
    prec = R.choice([1, 2, 3, 5, 9, 16, 28])
    c = Context(
        prec=prec,
        rounding=R.choice(rounds),
        Emin=-R.choice([0, 5, 20, 99, 999999]),
        Emax=R.choice([0, 5, 20, 99, 999999]),
        clamp=R.randrange(2),
        capitals=R.randrange(2),
        traps=[],
    )
    x, y, z = num(), num(), num()
    k = R.random()
    if k < 0.35:
        op = R.choice(u)
        args = [x]
    elif k < 0.93:
        op = R.choice(b)
        args = [x, y]
        if op in ("rotate", "shift", "scaleb") and R.random() < 0.8:
            args = [x, Decimal(R.randrange(-6, 6))]
        if op == "quantize" and R.random() < 0.7:
            args = [x, Decimal((0, (1,), R.randrange(-8, 4)))]
        if op == "power" and R.random() < 0.6:
            args = [x, Decimal(R.choice([2, 3, -1, -2, 5, 17, "0.5", "-0.5", "1.5", 100]))]
    else:
        op = R.choice(["fma", "power"])
        args = (
            [x, y, z]
            if op == "fma"
            else [Decimal(R.randrange(-50, 50)), Decimal(R.randrange(60)), Decimal(R.randrange(-40, 40))]
        )
    if (
        op in ("exp", "power")
        and len(args) < 3
        and any(a.is_finite() and a and a.adjusted() > 15 for a in args)
    ):
        continue
    try:
        r = getattr(c, op)(*args)
    except Exception as e:
        r = type(e).__name__ + str(e)
    print(
        op,
        c.prec,
        c.rounding[6:],
        c.Emin,
        c.Emax,
        c.clamp,
        *map(str, args),
        "->",
        str(r),
        [s.__name__ for s in c.flags if c.flags[s]],
    )
    if i % 3 == 0:
        spec = (
            R.choice(["", "", "*<", "x^", "=", ">"])
            + R.choice(["", "+", " ", "-"])
            + R.choice(["", "", "z"])
            + R.choice(["", "0"])
            + R.choice(["", "5", "15"])
            + R.choice(["", ","])
            + R.choice(["", "", ".0", ".1", ".3", ".12"])
            + R.choice(["", "e", "E", "f", "F", "g", "G", "%", "n"])
        )
        try:
            r = format(x, spec)
        except Exception as e:
            r = repr(e)
        print("F", x, spec, r)
        for o in "== != < > <= >=".split():
            try:
                print(x, o, y, eval("x%sy" % o, {"x": x, "y": R.choice([y, 1, 2.5, x]) if 0 else y}))
            except Exception as e:
                print(x, o, y, repr(e))
        try:
            print(
                hash(x),
                x.as_tuple(),
                x.adjusted(),
                x == float(x),
                repr(x.as_integer_ratio())[:50],
                int(x) % 1000003,
                round(x),
                float(x),
                math.floor(x) % 10007,
            )
        except Exception as e:
            print(repr(e))
