# python: 3.13
# All functions, for special values and random ones.
import cmath, math, random

R = random.Random(8)


def t(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def r(z):
    if isinstance(z, str):
        return z
    if isinstance(z, tuple):
        return tuple(map(r, z))

    def p(x):
        return float("%.12g" % x)

    return complex(p(z.real), p(z.imag)) if isinstance(z, complex) else p(z)


inf = math.inf
nan = math.nan
fs = [
    getattr(cmath, n)
    for n in "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh phase polar isfinite isinf isnan".split()
]
S = [-inf, -2.5, -1.0, -0.0, 0.0, 1.0, 2.5, inf, nan]
for f in fs:
    for a in S:
        print(f.__name__, a, [r(t(f, complex(a, b))) for b in S])
    for _ in range(6):
        z = complex(
            R.uniform(-5, 5) * 10.0 ** R.choice([0, 0, -3, 2, -200, 150, 305]),
            R.uniform(-5, 5) * 10.0 ** R.choice([0, 0, -3, 2, -200, 150, 305]),
        )
        print(f.__name__, z, r(t(f, z)))
    print(
        f.__name__,
        r(t(f, 1e-320 + 1e-321j)),
        r(t(f, 710 + 1j)),
        r(t(f, -710.5 - 1j)),
        t(f, "1"),
        t(f, None),
        r(t(f, True)),
    )
for a in S:
    print(
        "rect",
        a,
        [r(t(cmath.rect, a, b)) for b in S],
        [t(cmath.log, complex(a, 1), b) for b in (0, 10, 1j)] if a == 2.5 else "",
    )
    print(
        [t(cmath.isclose, complex(a, 1), complex(b, 1)) for b in S],
        t(cmath.isclose, a, a + 1e-12),
        t(cmath.isclose, a, 2, rel_tol=-1),
        t(cmath.isclose, a, 2, abs_tol=9),
    )


class C:
    def __complex__(s):
        return 1 + 2j


class F:
    def __float__(s):
        return 4.0


for o in (C(), F(), [], 10**400):
    print(t(cmath.sqrt, o))
print(
    cmath.pi,
    cmath.e,
    cmath.tau,
    cmath.inf,
    cmath.infj,
    cmath.nan,
    cmath.nanj,
    [x for x in dir(cmath) if not x.startswith("_")],
    t(cmath.polar, complex(1e308, 1e308)),
    t(cmath.sqrt),
    t(cmath.rect, 1),
)
