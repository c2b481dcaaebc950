# Products that are rounded once only.
# python: 3.13
import math

inf, nan = math.inf, math.nan
print(math.fma(0.1, 10, -1), 0.1 * 10 - 1, math.fma(2, 3, 4), math.fma(1e308, 10, -inf), math.fma(True, 2.5, 1))
print(math.fma(1 + 2**-52, 1 - 2**-52, -1), math.fma(5e-324, 0.5, 0), math.fma(5e-324, 0.5, 5e-324), math.fma(-0.0, 1, -0.0))
for arguments in ((inf, 0, 1), (inf, 0, nan), (1e308, 10, 1), (inf, 1, -inf), (nan, 1, 1), ("a", 1, 1)):
    try:
        print(math.fma(*arguments))
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)

print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([], []), math.sumprod([0.1] * 10, [1] * 10), math.sumprod((True,), [2]))
print(math.sumprod([10**20, 1, -(10**20)], [1, 1, 1]), math.sumprod([1e20, 1.0, -1e20], [1.0, 1.0, 1.0]))
print(math.sumprod([1e308, -1e308], [10, 10]), math.sumprod([0.1, 0.2], (3, 10**30)), math.sumprod(range(5), range(5)))
from fractions import Fraction

print(math.sumprod([Fraction(1, 3), 0.5], [3, Fraction(1, 2)]), math.sumprod(["a", "b"][:0], []))
for p, q in (([1], [1, 2]), ([1, 2], []), (["a"], ["b"]), (1, [1]), ([1], None)):
    try:
        print(math.sumprod(p, q))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
