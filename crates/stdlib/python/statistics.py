"""Averages, measures of spread, and relations between two sets of numbers.

    >>> from statistics import mean, stdev
    >>> mean([1, 2, 3, 4]), stdev([1, 2, 3, 4])
    (2.5, 1.2909944487358056)

Means and variances are exact until the result is rounded, and are of the type of the data: int, float, Fraction or Decimal.
"""

import math
from fractions import Fraction

from _later import later as _later

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "kde",
    "kde_random", "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode",
    "multimode", "pstdev", "pvariance", "quantiles", "stdev", "variance",
]  # fmt: skip

__getattr__, __dir__ = _later(
    globals(),
    {
        "_statistics_curves": ("NormalDist", "kde", "kde_random"),
        "_statistics_pairs": ("LinearRegression", "correlation", "covariance", "linear_regression"),
    },
)


class StatisticsError(ValueError):
    """What is asked can't be told of such data."""


# Exact sums.


def _common_type(one, other):
    """The type of results of data that has both."""
    if one is other or other is int or other is bool:
        return one
    if one is int or issubclass(other, one):
        return other
    if issubclass(one, other) or issubclass(other, int):
        return one
    if issubclass(one, int):
        return other
    for fraction, number in ((one, other), (other, one)):
        if issubclass(fraction, Fraction) and issubclass(number, float):
            return number
    raise TypeError(f"don't know how to coerce {one.__name__} and {other.__name__}")


def _ratio(x):
    """Numerator and denominator; what is not finite has no denominator."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _total(partial):
    """The sum of numerators by their denominators."""
    if None in partial:
        # The sum of all that is not finite: infinite, or not a number.
        return partial[None]
    return sum([Fraction(numerator, denominator) for denominator, numerator in partial.items()], Fraction(0))


def _sum(data):
    """The type of the data, the exact sum, and the number of values."""
    kind, count, partial = int, 0, {}
    for value in data:
        count += 1
        if type(value) is not kind:
            kind = _common_type(kind, type(value))
        numerator, denominator = _ratio(value)
        partial[denominator] = partial.get(denominator, 0) + numerator
    return kind, _total(partial), count


def _squares(data, center=None):
    """The type, the exact sum of squared distances from the center, which is the mean if not given, the center, and the
    number of values."""
    if center is not None:
        kind, total, count = _sum((distance := value - center) * distance for value in data)
        return kind, total, center, count
    kind, count, sums, squares = int, 0, {}, {}
    for value in data:
        count += 1
        if type(value) is not kind:
            kind = _common_type(kind, type(value))
        numerator, denominator = _ratio(value)
        sums[denominator] = sums.get(denominator, 0) + numerator
        squares[denominator] = squares.get(denominator, 0) + numerator * numerator
    if not count:
        return kind, Fraction(0), Fraction(0), 0
    if None in sums:
        return kind, sums[None], sums[None], count
    total = _total(sums)
    square = _total({denominator * denominator: value for denominator, value in squares.items()})
    return kind, square - total * total / count, total / count, count


def _converted(value, kind):
    """An exact result as a value of the data's type."""
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if _is_decimal(kind):
            return kind(value.numerator) / kind(value.denominator)
        raise


def _is_decimal(kind):
    return any(base.__name__ == "Decimal" and base.__module__ == "decimal" for base in kind.__mro__)


def _root(square, kind=float):
    """The square root of an exact number, rounded once."""
    if type(square) is not Fraction:
        # Not finite.
        return kind(square)
    above, below = square.numerator, square.denominator
    if _is_decimal(kind):
        import decimal

        digits = decimal.getcontext().prec + 4
        shift = max(digits + (len(str(below)) - len(str(above))) // 2, 0)
        root = _odd_root(above * 100**shift, below)
        # In the last place a 5 stands for what is left over, which decides between neighbours.
        root = root * 10 + 5 if root * root * below != above * 100**shift else root * 10
        with decimal.localcontext() as context:
            context.prec = len(str(root))
            exact = decimal.Decimal(root).scaleb(-shift - 1)
        return +exact
    shift = max((112 + below.bit_length() - above.bit_length()) // 2, 0)
    return kind(_odd_root(above << 2 * shift, below, True) / (1 << shift))


def _odd_root(above, below, odd=False):
    """The integer part of a root; an inexact one is made odd if wanted, so that rounding to fewer bits is right."""
    root = math.isqrt(above // below)
    return root | (root * root * below != above) if odd else root


# Averages.


def mean(data):
    """Return the sample arithmetic mean of data: its sum divided by the number of values.

    >>> mean([1, 2, 3, 4, 4])
    2.8
    """
    kind, total, count = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _converted(total / count, kind)


def fmean(data, weights=None):
    """Convert data to floats and compute the arithmetic mean, weighted if there are weights. Faster than mean().

    >>> fmean([3.5, 4.0, 5.25])
    4.25
    """
    if not hasattr(data, "__len__"):
        data = list(data)
    if weights is None:
        if not len(data):
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        total = math.sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length") from None
    weight = math.fsum(weights)
    if not weight:
        raise StatisticsError("sum of weights must be non-zero")
    return total / weight


def geometric_mean(data):
    """Convert data to floats and compute the geometric mean: the root of the product.

    >>> round(geometric_mean([54, 24, 36]), 9)
    36.0
    """
    values = list(data)
    logarithms, has_zero = [], False
    for value in values:
        if value > 0.0 or math.isnan(value):
            logarithms.append(math.log(value))
        elif value == 0.0:
            has_zero = True
        else:
            raise StatisticsError("No negative inputs allowed", value)
    if not values:
        raise StatisticsError("Must have a non-empty dataset")
    total = math.fsum(logarithms)
    if math.isnan(total):
        return math.nan
    if has_zero:
        return math.nan if total == math.inf else 0.0
    return math.exp(total / len(values))


def _not_negative(values):
    for value in values:
        if value < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        yield value


def harmonic_mean(data, weights=None):
    """Return the harmonic mean of data: the reciprocal of the mean of the reciprocals, the mean of speeds over equal ways.

    >>> harmonic_mean([40, 60])
    48.0
    """
    data = list(data)
    count = len(data)
    if count < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if count == 1 and weights is None:
        value = data[0]
        if not hasattr(value, "as_integer_ratio") and not hasattr(value, "numerator"):
            raise TypeError("unsupported type")
        return next(_not_negative(data))
    if weights is None:
        weights, weight = [1] * count, count
    else:
        weights = list(weights)
        if len(weights) != count:
            raise StatisticsError("Number of weights does not match data size")
        _, weight, _ = _sum(_not_negative(weights))
    try:
        pairs = zip(weights, _not_negative(data))
        kind, total, _ = _sum(weight / value if weight else 0 for weight, value in pairs)
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _converted(weight / total, kind)


def _ordered(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    """Return the median (middle value) of numeric data; of two middle ones their mean.

    >>> median([1, 3, 5]), median([1, 3, 5, 7])
    (3, 4.0)
    """
    data = _ordered(data)
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """Return the low median of numeric data: of two middle ones the smaller."""
    data = _ordered(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """Return the high median of data: of two middle ones the larger."""
    data = _ordered(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """Estimates the median for numeric data binned around the midpoints of consecutive, fixed-width intervals.

    >>> median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5])
    3.7
    """
    from bisect import bisect_left, bisect_right

    data = _ordered(data)
    count = len(data)
    middle = data[count // 2]
    start = bisect_left(data, middle)
    inside = bisect_right(data, middle, lo=start) - start
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return middle - interval / 2.0 + interval * (count / 2 - start) / inside


def _counts(data):
    counts = {}
    for value in iter(data):
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    """Return the most common data point from discrete or nominal data; of several the first.

    >>> mode([1, 1, 2, 3, 3, 3, 3, 4])
    3
    """
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """Return a list of the most frequently occurring values, in the order in which they come first.

    >>> multimode('aabbbbbbbbcc')
    ['b']
    """
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


# Measures of spread.


def variance(data, xbar=None):
    """Return the sample variance of data: what it says of a population of which it is a part.

    >>> variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5])
    1.3720238095238095
    """
    kind, total, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _converted(total / (count - 1), kind)


def pvariance(data, mu=None):
    """Return the population variance of data.

    >>> pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25])
    1.25
    """
    kind, total, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _converted(total / count, kind)


def _root_of(kind, square):
    return _root(square, kind if _is_decimal(kind) else float)


def stdev(data, xbar=None):
    """Return the square root of the sample variance.

    >>> stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75])
    1.0810874155219827
    """
    kind, total, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root_of(kind, total / (count - 1))


def pstdev(data, mu=None):
    """Return the square root of the population variance.

    >>> pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75])
    0.986893273527251
    """
    kind, total, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root_of(kind, total / count)


def _mean_and_stdev(data):
    """Both as floats."""
    _, total, center, count = _squares(data)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return float(center), _root(total / (count - 1))


def quantiles(data, *, n=4, method="exclusive"):
    """Divide data into n continuous intervals with equal probability: a list of the n - 1 points between them.

    The method "inclusive" takes the smallest and largest value for those of the population."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        if count == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    result = []
    for step in range(1, n):
        if method == "inclusive":
            place, part = divmod(step * (count - 1), n)
        elif method == "exclusive":
            place = min(max(step * (count + 1) // n, 1), count - 1)
            part = step * (count + 1) - place * n
            place -= 1
        else:
            break
        result.append((data[place] * (n - part) + data[place + 1] * part) / n)
    if method not in ("inclusive", "exclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    return result
