# Sums and products of short and long decimals in several contexts; dates as text.
# python: 3.14
import random, datetime as dt
from decimal import *

random.seed(3)


def rnd():
    k = random.randrange(12)
    if k == 0:
        return Decimal(
            random.choice(
                [
                    "0",
                    "-0",
                    "0E+5",
                    "0E-5",
                    "Infinity",
                    "-Infinity",
                    "NaN",
                    "sNaN",
                    "1E+200",
                    "1E-300",
                    "9" * 30,
                    "-" + "9" * 18,
                    "9" * 17,
                    "1E+100",
                    "1E-100",
                ]
            )
        )
    return Decimal(
        (
            random.randrange(2),
            tuple(random.randrange(10) for _ in range(random.choice([1, 2, 3, 8, 9, 10, 18, 19]))),
            random.choice([0, -1, -2, 3, -8, 17, 18, 19, -64, 99, -100, 101]),
        )
    )


class S(Decimal):
    pass


def run(ctx):
    out = []
    for _ in range(700):
        a, b = rnd(), rnd()
        if random.randrange(20) == 0:
            a = S(a)
        if random.randrange(20) == 0:
            b = S(b)
        for op in ("__add__", "__sub__", "__mul__"):
            try:
                r = getattr(a, op)(b)
            except Exception as e:
                r = type(e).__name__
            out.append(str(r))
            if isinstance(r, Decimal):
                assert type(r) is Decimal
        out.append(str([f.__name__ for f, v in ctx.flags.items() if v])) if _ % 50 == 0 else 0
    return out


import hashlib

for prec, rounding, emin, emax, clamp in (
    (28, ROUND_HALF_EVEN, -999999, 999999, 0),
    (5, ROUND_FLOOR, -999999, 999999, 0),
    (1, ROUND_UP, -10, 10, 1),
    (17, ROUND_DOWN, -100, 100, 0),
    (18, ROUND_HALF_UP, -400, 400, 1),
    (19, ROUND_CEILING, -400, 400, 0),
):
    with localcontext() as c:
        c.prec = prec
        c.rounding = rounding
        c.Emin = emin
        c.Emax = emax
        c.clamp = clamp
        o = run(c)
        print(prec, len(o), hashlib.md5(repr(o).encode()).hexdigest(), o[:6])
print(
    Decimal("1.10") + Decimal("2.2"),
    Decimal("1.1") * Decimal("-0"),
    Decimal(1) + 2,
    2 + Decimal(1),
    Decimal(5) - Decimal("5.0"),
    sum([Decimal("0.1")] * 10),
)


class X:
    def __radd__(s, o):
        return "radd"


print(Decimal(1) + X())
try:
    Decimal(1) + 1.5
except TypeError as e:
    print(e)
D = dt.datetime
for f in (
    "%Y-%m-%d",
    "%H:%M:%S.%f",
    "%y %j %I %%",
    "%A %B",
    "%Z%z|",
    "",
    "abc",
    "%",
    "%Q",
    "%Y%",
    "é%dü",
    "%p",
    "%c",
    "%F %T",
    "%-d",
    "%:z",
):
    for x in (
        D(2020, 1, 2, 13, 4, 5, 67),
        dt.date(2020, 12, 31),
        D(999, 1, 2),
        dt.date(5, 1, 2),
        D(2000, 2, 29, 0),
        D(2020, 1, 1, 12, tzinfo=dt.timezone.utc),
        dt.time(13, 5),
    ):
        try:
            print(repr(x.strftime(f)), format(x, f) if f else "", end=" ")
        except Exception as e:
            print(type(e).__name__, e, end=" ")
    print()


class DD(D):
    def timetuple(s):
        return D(1999, 1, 1).timetuple()


print(DD(2020, 1, 1).strftime("%Y"), dt.date(2020, 1, 1).strftime(format="%d"))
for a in (5, None, b"%Y"):
    try:
        D(2020, 1, 1).strftime(a)
    except TypeError as e:
        print(e)
