# python: 3.14
# Normal distributions, and estimates by kernels.
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


N = s.NormalDist
print(
    t(N),
    t(N, 1, -1),
    t(N, 3),
    t(N.from_samples, [1, 2, 3.5]),
    t(N.from_samples, [1]),
    N(3, 2).samples(3, seed=5),
)
a, b = N(1, 2), N(-3, 0.5)
for x in (-5, 0, 0.25, 3, 17):
    print(
        t(a.pdf, x), t(a.cdf, x), t(a.zscore, x), t(N(1, 0).pdf, x), t(N(1, 0).cdf, x), t(N(1, 0).zscore, x)
    )
for p in (0, 1e-300, 1e-20, 1e-5, 0.01, 0.07, 0.1, 0.5, 0.6, 0.93, 0.9999, 1 - 1e-16, 1):
    print(t(a.inv_cdf, p))
print(
    a.quantiles(),
    a.quantiles(10),
    a.overlap(b),
    a.overlap(N(2, 2)),
    t(a.overlap, 3),
    t(a.overlap, N(1, 0)),
    a.mean,
    a.median,
    a.mode,
    a.stdev,
    a.variance,
)
print(
    a + b,
    a - b,
    a + 3,
    3 + a,
    3 - a,
    a - 3,
    a * 2,
    -2 * a,
    a / 2,
    +a,
    -a,
    a == N(1, 2),
    a == 3,
    hash(a) == hash(N(1, 2)),
    t(lambda: a + "x"),
    t(lambda: 2 / a),
)
for k in [
    "normal",
    "gauss",
    "logistic",
    "sigmoid",
    "rectangular",
    "uniform",
    "triangular",
    "parabolic",
    "epanechnikov",
    "quartic",
    "biweight",
    "triweight",
    "cosine",
    "x",
]:
    d = [1.0, 2.5, 3, 7, 7.25]
    for x in (-1, 1, 2.6, 7, 30.0):
        print(
            k,
            t(lambda: round(s.kde(d, 1.5, k)(x), 12)),
            t(lambda: round(s.kde(d, 1.5, k, cumulative=True)(x), 12)),
        )
    print(
        t(lambda: s.kde(d, 1.5, k).__doc__),
        t(lambda: [round(s.kde_random(d, 1.5, k, seed=8675309)(), 9) for _ in range(3)]),
    )
print(t(s.kde, [], 1), t(s.kde, ["a"], 1), t(s.kde, [1], 0), t(s.kde_random, [], 1))
print(s.__all__, s.LinearRegression(1, 2), t(s.correlation, [1, 2], [1, 2], method="x"))
