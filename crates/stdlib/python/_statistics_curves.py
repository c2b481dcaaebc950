"""Distributions: the normal one, and estimates made of a kernel around each value of a sample."""

from math import acos, asin, atan, cos, cosh, erfc, exp, fabs, hypot, log, pi, sin, sqrt, sumprod, tan, tau

from statistics import StatisticsError, _mean_and_stdev

_SQRT2 = sqrt(2.0)

# Wichura, M. J., "Algorithm AS 241: The Percentage Points of the Normal Distribution", 1988: quotients of polynomials for
# the middle, for what is farther out, and for the ends.
_MIDDLE = (
    (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
     1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0),
    (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
     5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0),
)  # fmt: skip
_OUTER = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
     3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0),
)  # fmt: skip
_ENDS = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0),
)  # fmt: skip


def _polynomial(coefficients, x):
    value = 0.0
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


def _quotient(pair, x):
    return _polynomial(pair[0], x), _polynomial(pair[1], x)


def _normal_inverse(p, mu=0.0, sigma=1.0):
    """Where the normal distribution has reached a probability."""
    distance = p - 0.5
    if fabs(distance) <= 0.425:
        above, below = _quotient(_MIDDLE, 0.180625 - distance * distance)
        return mu + above * distance / below * sigma
    r = sqrt(-log(p if distance <= 0.0 else 1.0 - p))
    above, below = _quotient(_OUTER, r - 1.6) if r <= 5.0 else _quotient(_ENDS, r - 5.0)
    x = above / below
    return mu + (-x if distance < 0.0 else x) * sigma


class NormalDist:
    """Normal distribution of a random variable: its mean mu and its standard deviation sigma."""

    __module__ = "statistics"
    __slots__ = {
        "_mu": "Arithmetic mean of a normal distribution",
        "_sigma": "Standard deviation of a normal distribution",
    }

    def __init__(self, mu=0.0, sigma=1.0):
        """NormalDist where mu is the mean and sigma is the standard deviation."""
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """Make a normal distribution instance from sample data."""
        return cls(*_mean_and_stdev(data))

    def samples(self, n, *, seed=None):
        """Generate *n* samples for a given mean and standard deviation."""
        import random

        draw = random.random if seed is None else random.Random(seed).random
        return [_normal_inverse(draw(), self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        """Probability density function.  P(x <= X < x+dx) / dx"""
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        distance = x - self._mu
        return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """Cumulative distribution function.  P(X <= x)"""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * erfc((self._mu - x) / (self._sigma * _SQRT2))

    def inv_cdf(self, p):
        """Inverse cumulative distribution function.  x : P(X <= x) = p

        Also called the quantile function: the value below which the variable lies with the probability p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_inverse(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """Divide into *n* continuous intervals with equal probability: a list of the n - 1 points between them."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """Compute the overlapping coefficient (OVL) between two normal distributions: the area under both curves."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        X, Y = (self, other) if (self._sigma, self._mu) <= (other._sigma, other._mu) else (other, self)
        variances = X.variance, Y.variance
        if not variances[0] or not variances[1]:
            raise StatisticsError("overlap() not defined when sigma is zero")
        spread = variances[1] - variances[0]
        distance = fabs(Y._mu - X._mu)
        if not spread:
            return erfc(distance / (2.0 * X._sigma * _SQRT2))
        # The curves meet where their logarithms, which are parabolas, do.
        middle = X._mu * variances[1] - Y._mu * variances[0]
        root = X._sigma * Y._sigma * sqrt(distance * distance + spread * log(variances[1] / variances[0]))
        first, second = (middle + root) / spread, (middle - root) / spread
        return 1.0 - (fabs(Y.cdf(first) - X.cdf(first)) + fabs(Y.cdf(second) - X.cdf(second)))

    def zscore(self, x):
        """Compute the Standard Score.  (x - mean) / stdev"""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        """Arithmetic mean of the normal distribution."""
        return self._mu

    @property
    def median(self):
        """Return the median of the normal distribution"""
        return self._mu

    @property
    def mode(self):
        """Return the mode of the normal distribution: where its curve is highest."""
        return self._mu

    @property
    def stdev(self):
        """Standard deviation of the normal distribution."""
        return self._sigma

    @property
    def variance(self):
        """Square of the standard deviation."""
        return self._sigma * self._sigma

    def __add__(x1, x2):
        """Add a constant or another NormalDist instance, of an independent variable."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        """Subtract a constant or another NormalDist instance, of an independent variable."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        """Multiply both mu and sigma by a constant: a change of the unit."""
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        """Divide both mu and sigma by a constant: a change of the unit."""
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        """Return a copy of the instance."""
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        """Negates mu while keeping sigma the same."""
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        """Subtract a NormalDist from a constant or another NormalDist."""
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        """Two NormalDist objects are equal if their mu and sigma are both equal."""
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        """NormalDist objects hash equal if their mu and sigma are both equal."""
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state


def _solve(function, slope, least, most):
    """The inverse of a rising function between two places, by Newton's method, and by halving where that leads out."""

    def inverse(y):
        low, high = least, most
        x = (low + high) / 2
        for _ in range(200):
            error = function(x) - y
            if error > 0.0:
                high = x
            else:
                low = x
            steepness = slope(x)
            after = x - error / steepness if steepness else low
            if not low < after < high:
                after = (low + high) / 2
            if fabs(after - x) <= 1e-15:
                return after
            x = after
        return x

    return inverse


class _Kernel:
    """The density, its sum from the left, the inverse of that, and how far the kernel reaches: None without an end."""

    def __init__(self, density, sum, inverse, reach=None):
        self.density, self.sum, self.inverse, self.reach = density, sum, inverse, reach


def _quartic(t):
    return sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t**5, t**3, t, 1.0))


def _triweight(t):
    return sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t**7, t**5, t**3, t, 1.0))


def _kernels():
    quartic, triweight = lambda t: 15 / 16 * (1.0 - t * t) ** 2, lambda t: 35 / 32 * (1.0 - t * t) ** 3
    return {
        "normal": _Kernel(
            lambda t: exp(-1 / 2 * t * t) / sqrt(2 * pi), lambda t: 1 / 2 * erfc(-t / _SQRT2), _normal_inverse
        ),
        "logistic": _Kernel(
            lambda t: 1 / 2 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), lambda p: log(p / (1.0 - p))
        ),
        "sigmoid": _Kernel(
            lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)), lambda p: log(tan(p * pi / 2))
        ),
        "rectangular": _Kernel(lambda t: 1 / 2, lambda t: 1 / 2 * t + 1 / 2, lambda p: 2.0 * p - 1.0, 1.0),
        "triangular": _Kernel(
            lambda t: 1.0 - abs(t),
            lambda t: t * t * (1 / 2 if t < 0.0 else -1 / 2) + t + 1 / 2,
            lambda p: sqrt(2.0 * p) - 1.0 if p < 1 / 2 else 1.0 - sqrt(2.0 - 2.0 * p),
            1.0,
        ),
        "parabolic": _Kernel(
            lambda t: 3 / 4 * (1.0 - t * t),
            lambda t: sumprod((-1 / 4, 3 / 4, 1 / 2), (t**3, t, 1.0)),
            lambda p: 2.0 * cos((acos(2.0 * p - 1.0) + pi) / 3.0),
            1.0,
        ),
        "quartic": _Kernel(quartic, _quartic, _solve(_quartic, quartic, -1.0, 1.0), 1.0),
        "triweight": _Kernel(triweight, _triweight, _solve(_triweight, triweight, -1.0, 1.0), 1.0),
        "cosine": _Kernel(
            lambda t: pi / 4 * cos(pi / 2 * t),
            lambda t: 1 / 2 * sin(pi / 2 * t) + 1 / 2,
            lambda p: 2.0 * asin(2.0 * p - 1.0) / pi,
            1.0,
        ),
    }


_OTHER_NAMES = {"gauss": "normal", "uniform": "rectangular", "epanechnikov": "parabolic", "biweight": "quartic"}


def _kernel(data, h, name):
    if not len(data):
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")
    found = _kernels().get(_OTHER_NAMES.get(name, name))
    if found is None:
        raise StatisticsError(f"Unknown kernel name: {name!r}")
    return found


def kde(data, h, kernel="normal", *, cumulative=False):
    """Kernel Density Estimation: a function that estimates the density, or the cumulative distribution, of which the data
    is a sample. Around each value there is a kernel of the bandwidth h: "normal" (or "gauss"), "logistic", "sigmoid",
    "rectangular" ("uniform"), "triangular", "parabolic" ("epanechnikov"), "quartic" ("biweight"), "triweight" or "cosine"."""
    shape = _kernel(data, h, kernel)
    density, total = shape.density, shape.sum
    if shape.reach is None:

        def pdf(x):
            return sum(density((x - value) / h) for value in data) / (len(data) * h)

        def cdf(x):
            return sum(total((x - value) / h) for value in data) / len(data)

    else:
        from bisect import bisect_left, bisect_right

        ordered, width = sorted(data), h * shape.reach

        def near(x):
            # The sample may have grown.
            nonlocal ordered
            if len(data) != len(ordered):
                ordered = sorted(data)
            start = bisect_left(ordered, x - width)
            return start, ordered[start : bisect_right(ordered, x + width)]

        def pdf(x):
            return sum(density((x - value) / h) for value in near(x)[1]) / (len(data) * h)

        def cdf(x):
            below, values = near(x)
            return sum((total((x - value) / h) for value in values), below) / len(data)

    pdf.__doc__ = f"PDF estimate with {h=!r} and {kernel=!r}"
    cdf.__doc__ = f"CDF estimate with {h=!r} and {kernel=!r}"
    return cdf if cumulative else pdf


def kde_random(data, h, kernel="normal", *, seed=None):
    """Return a function that makes a random selection from the estimated probability density function."""
    import random

    inverse = _kernel(data, h, kernel).inverse
    source = random.Random(seed)

    def rand():
        return source.choice(data) + h * inverse(source.random())

    rand.__doc__ = f"Random KDE selection with {h=!r} and {kernel=!r}"
    return rand
