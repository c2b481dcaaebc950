"""What statistics has for two sets of numbers that belong together."""

from collections import namedtuple
from math import fsum, isfinite, sqrt, sumprod

from fractions import Fraction
from statistics import StatisticsError, _root

LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")


def _check(x, y, what):
    if len(x) != len(y):
        raise StatisticsError(f"{what} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{what} requires at least two data points")


def _centered(values):
    """The mean, and the distances from it."""
    mean = fsum(values) / len(values)
    return mean, [value - mean for value in values]


def _ranks(values):
    """The place of each value in the order of all, around 0; equal ones share the mean of their places."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(order)
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + end - 1) / 2 + (len(order) - 1) / -2
        start = end
    return ranks


def _root_of_product(one, other):
    """The square root, without overflow on the way."""
    if isfinite(one) and isfinite(other):
        return _root(Fraction(one) * Fraction(other))
    return sqrt(one * other)


def covariance(x, y, /):
    """Return the sample covariance of two inputs: how far they vary together.

    >>> covariance([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3])
    0.75
    """
    _check(x, y, "covariance")
    return sumprod(_centered(x)[1], _centered(y)[1]) / (len(x) - 1)


def correlation(x, y, /, *, method="linear"):
    """Pearson's correlation coefficient, from -1 to 1; with the method "ranked" Spearman's, that of the ranks.

    >>> correlation([1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 8, 7, 6, 5, 4, 3, 2, 1])
    -1.0
    """
    _check(x, y, "correlation")
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranks(x), _ranks(y)
    else:
        x, y = _centered(x)[1], _centered(y)[1]
    squares = sumprod(x, x), sumprod(y, y)
    try:
        return sumprod(x, y) / _root_of_product(*squares)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line y = slope * x + intercept with the least squares of errors.

    A proportional one goes through the origin."""
    _check(x, y, "linear regression")
    if not proportional:
        (x_mean, x), (y_mean, y) = _centered(x), _centered(y)
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope, 0.0 if proportional else y_mean - slope * x_mean)
