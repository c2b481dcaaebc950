# python: 3.13
# Averages, measures of spread, and relations, for data of all kinds.
import math
import random
import statistics as s
from fractions import Fraction as F

R = random.Random(11)


def t(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


inf = float("inf")
nan = float("nan")
sets = [
    [],
    [1],
    [2.5],
    [1, 2],
    [1, 2, 3, 4],
    [1.5, 2.5, 2.5, 2.75, 3.25, 4.75],
    [F(1, 3), F(1, 2)],
    [F(1, 3), 2],
    [F(1, 3), 0.5],
    [True, False, True],
    [1e-320, 2e-320],
    [0.1] * 10,
    [10**50, 3],
    ["a"],
    ["a", "b", "a"],
    [None],
    [-1, 4],
    [0, 4],
    range(10),
    (3, 1, 2),
]
sets += [[R.uniform(-100, 100) for _ in range(R.randrange(2, 9))] for _ in range(3)] + [
    [R.randrange(1000) for _ in range(R.randrange(2, 9))] for _ in range(3)
]
funcs = [
    s.mean,
    s.fmean,
    s.geometric_mean,
    s.harmonic_mean,
    s.median,
    s.median_low,
    s.median_high,
    s.median_grouped,
    s.mode,
    s.multimode,
    s.variance,
    s.pvariance,
    s.stdev,
    s.pstdev,
    s.quantiles,
]
for d in sets:
    for f in funcs:
        print(f.__name__, str(d)[:60], t(f, d), t(f, iter(d)))
    print(
        t(s.quantiles, d, n=3, method="inclusive"),
        t(s.quantiles, d, n=10),
        t(s.quantiles, d, n=0),
        t(s.quantiles, d, method="x"),
        t(s.variance, d, 2),
        t(s.pvariance, d, 0.5),
        t(s.stdev, d, 2),
        t(s.pstdev, d, F(1, 2)),
        t(s.median_grouped, d, 2),
    )
    print(
        t(s.fmean, d, [1] * len(d)),
        t(s.fmean, d, [1]),
        t(s.fmean, d, [0] * len(d)),
        t(s.harmonic_mean, d, [2] * len(d)),
        t(s.harmonic_mean, d, [1]),
        t(s.harmonic_mean, d, [-1] * len(d)),
    )
    for e in sets[2:6:3] + sets[-2:]:
        print(
            t(s.covariance, d, e),
            t(s.correlation, d, e),
            t(s.correlation, d, e, method="ranked"),
            t(s.linear_regression, d, e),
            t(s.linear_regression, d, e, proportional=True),
        )
