"""Random numbers of many distributions.

The same seed gives the same numbers as in CPython. They are not fit for secrets: SystemRandom's are.
"""

from math import (
    acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs, floor as _floor,
    isfinite as _isfinite, lgamma as _lgamma, log as _log, log2 as _log2, pi as _pi, sin as _sin, sqrt as _sqrt,
)  # fmt: skip
from posix import urandom as _urandom

import _random

__all__ = [
    "Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate",
    "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint",
    "random", "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate",
    "weibullvariate",
]  # fmt: skip

TWOPI = 2.0 * _pi
# Constants of the methods of Kinderman and Monahan (1977) and of Cheng (1977).
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
# The bits of a float's fraction.
BPF = 53
RECIP_BPF = 2.0**-BPF
_ONE = 1


def _index(value):
    """The value as an int, if it is one or stands for one."""
    return range(value).stop


def _sums(numbers):
    """The sums of the first one, two, three ... numbers."""
    sums = []
    for number in numbers:
        sums.append(sums[-1] + number if sums else number)
    return sums


def _place(sums, number, low, high):
    """The first place in a sorted list whose content is larger."""
    while low < high:
        middle = (low + high) // 2
        if number < sums[middle]:
            high = middle
        else:
            low = middle + 1
    return low


class Random(_random.Random):
    """A generator of random numbers with a state of its own.

    A subclass may have a source of its own: a method random(), and with it seed(), getstate() and setstate(). If it has
    a method getrandbits() as well, ranges may be of any size.
    """

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        # Whole numbers come from the method that stands nearest to the class.
        for base in cls.__mro__:
            if "_randbelow" in base.__dict__:
                break
            if "getrandbits" in base.__dict__:
                cls._randbelow = cls._randbelow_with_getrandbits
                break
            if "random" in base.__dict__:
                cls._randbelow = cls._randbelow_without_getrandbits
                break

    def seed(self, a=None, version=2):
        """Start the sequence that belongs to a: None for one that nobody can foresee, an int, float, str, bytes or
        bytearray. Version 1 is what Python 3.1 made of texts."""
        if version == 1 and isinstance(a, (str, bytes)):
            a = a.decode("latin-1") if isinstance(a, bytes) else a
            number = ord(a[0]) << 7 if a else 0
            for character in map(ord, a):
                number = ((1000003 * number) ^ character) & 0xFFFFFFFFFFFFFFFF
            number ^= len(a)
            a = -2 if number == -1 else number
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            if isinstance(a, str):
                a = a.encode()
            a = int.from_bytes(a + _random.sha512(a))
        elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """An object that setstate() takes, to go on from here once more."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Go on from where getstate() was called."""
        version = state[0]
        if version == 3:
            version, internal, self.gauss_next = state
        elif version == 2:
            version, internal, self.gauss_next = state
            # Numbers above 2**31 were negative then.
            try:
                internal = tuple(word % (2**32) for word in internal)
            except ValueError as error:
                raise TypeError from error
        else:
            raise ValueError(
                f"state with version {version} passed to Random.setstate() of version {self.VERSION}"
            )
        super().setstate(internal)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # Whole numbers.

    _randbelow = _random.Random._below

    def _randbelow_with_getrandbits(self, n):
        """A whole number below n, out of as many bits as n has."""
        getrandbits = self.getrandbits
        bits = n.bit_length()
        number = getrandbits(bits)
        while number >= n:
            number = getrandbits(bits)
        return number

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        """A whole number below n, out of a fraction."""
        random = self.random
        if n >= maxsize:
            from warnings import warn

            warn(
                "Underlying random() generator does not supply \n"
                "enough bits to choose from a population range this large.\n"
                "To remove the range limitation, add a getrandbits() method."
            )
            return _floor(random() * n)
        # Numbers beyond the last multiple of n would prefer the lower ones.
        limit = (maxsize - maxsize % n) / maxsize
        number = random()
        while number >= limit:
            number = random()
        return _floor(number * maxsize) % n

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=_ONE):
        """An item of range(start, stop, step)."""
        first = _index(start)
        if stop is None:
            if step is not _ONE:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        last = _index(stop)
        width = last - first
        by = _index(step)
        if by == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f"empty range in randrange({start}, {stop})")
        if by == 0:
            raise ValueError("zero step for randrange()")
        count = (width + by - (1 if by > 0 else -1)) // by
        if count <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return first + by * self._randbelow(count)

    def randint(self, a, b):
        """A whole number from a to b, both of them included."""
        return self.randrange(a, b + 1)

    # Sequences.

    def choice(self, seq):
        """An item of a sequence."""
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Put the items of a list in another order."""
        randbelow = self._randbelow
        for last in reversed(range(1, len(x))):
            other = randbelow(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        """A list of k items of a sequence, each taken once; counts says how often each is there."""
        kind = type(population)
        if not hasattr(kind, "__getitem__") or not hasattr(kind, "__len__") or hasattr(kind, "keys"):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        size = len(population)
        if counts is not None:
            sums = _sums(counts)
            if len(sums) != size:
                raise ValueError("The number of counts does not match the population")
            total = sums.pop() if sums else 0
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total < 0:
                raise ValueError("Counts must be non-negative")
            chosen = self.sample(range(total), k=k)
            return [population[_place(sums, number, 0, len(sums))] for number in chosen]
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        randbelow = self._randbelow
        result = [None] * k
        # Whether a list of the whole population takes less room than a set of the chosen numbers.
        room = 21
        if k > 5:
            room += 4 ** _ceil(_log(k * 3, 4))
        if size <= room:
            pool = list(population)
            for number in range(k):
                place = randbelow(size - number)
                result[number] = pool[place]
                pool[place] = pool[size - number - 1]
        else:
            chosen = set()
            for number in range(k):
                place = randbelow(size)
                while place in chosen:
                    place = randbelow(size)
                chosen.add(place)
                result[number] = population[place]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """A list of k items of a sequence, any of them several times; the weights say how likely each is."""
        random = self.random
        size = len(population)
        if cum_weights is None:
            if weights is None:
                # A float once rather than in each step.
                size += 0.0
                return [population[_floor(random() * size)] for _ in range(k)]
            try:
                cum_weights = _sums(weights)
            except TypeError:
                if not isinstance(weights, int):
                    raise
                k = weights
                raise TypeError(f"The number of choices must be a keyword argument: {k=}") from None
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != size:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _isfinite(total):
            raise ValueError("Total of weights must be finite")
        last = size - 1
        return [population[_place(cum_weights, random() * total, 0, last)] for _ in range(k)]

    # Distributions of real numbers.

    def uniform(self, a, b):
        """A number between a and b."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A number between low and high that is likeliest near mode, the middle unless given."""
        number = self.random()
        try:
            peak = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if number > peak:
            number = 1.0 - number
            peak = 1.0 - peak
            low, high = high, low
        return low + (high - low) * _sqrt(number * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """A number of the normal distribution with that mean and standard deviation."""
        # Kinderman and Monahan, "Computer generation of random variables using the ratio of uniform deviates", 1977.
        random = self.random
        while True:
            first = random()
            second = 1.0 - random()
            z = NV_MAGICCONST * (first - 0.5) / second
            if z * z / 4.0 <= -_log(second):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """As normalvariate(), somewhat faster. Numbers are made in pairs, and the second one is kept."""
        random = self.random
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """A number whose logarithm is of the normal distribution."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """A number of the exponential distribution; lambd is 1 divided by the mean."""
        # 1 - random() is never 0.
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """An angle of the circular distribution around mu; the larger kappa is, the nearer."""
        # Fisher, "Statistical Analysis of Circular Data", 1993, with the correction to the method of Best and Fisher.
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if random() > 0.5:
            return (mu + _acos(f)) % TWOPI
        return (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        """A number of the gamma distribution: alpha is its shape, beta its scale."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        random = self.random
        if alpha > 1.0:
            # Cheng, "The generation of gamma variables with non-integral shape parameter", 1977.
            a = _sqrt(2.0 * alpha - 1.0)
            b = alpha - LOG4
            c = alpha + a
            while True:
                u = random()
                if not 1e-7 < u < 0.9999999:
                    continue
                second = 1.0 - random()
                v = _log(u / (1.0 - u)) / a
                x = alpha * _exp(v)
                z = u * u * second
                r = b + c * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - random()) * beta
        # Ahrens and Dieter, "Computer methods for sampling from gamma, beta, Poisson and binomial distributions", 1974.
        while True:
            u = random()
            b = (_e + alpha) / _e
            p = b * u
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            second = random()
            if p > 1.0:
                if second <= x ** (alpha - 1.0):
                    return x * beta
            elif second <= _exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        """A number between 0 and 1 of the beta distribution."""
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def paretovariate(self, alpha):
        """A number of the Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """A number of the Weibull distribution: alpha is its scale, beta its shape."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    # Distributions of whole numbers.

    def binomialvariate(self, n=1, p=0.5):
        """How many of n attempts succeed if each does with probability p."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        random = self.random
        if n == 1:
            return int(random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            # Devroye, "Computer generation of Poisson variables and their kin", 1986: the distances between successes.
            successes = attempts = 0
            c = _log2(1.0 - p)
            if not c:
                return successes
            while True:
                attempts += _floor(_log2(random()) / c) + 1
                if attempts > n:
                    return successes
                successes += 1
        # Hörmann, "The generation of binomial random variates", 1993: BTRS.
        spread = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        vr = 0.92 - 4.2 / b
        constants = None
        while True:
            u = random() - 0.5
            us = 0.5 - _fabs(u)
            k = _floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = random()
            if us >= 0.07 and v <= vr:
                return k
            if constants is None:
                mode = _floor((n + 1) * p)
                constants = (
                    (2.83 + 5.1 / b) * spread, _log(p / (1.0 - p)), mode, _lgamma(mode + 1) + _lgamma(n - mode + 1),
                )  # fmt: skip
            alpha, odds, mode, h = constants
            v *= alpha / (a / (us * us) + b)
            if _log(v) <= h - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * odds:
                return k


class SystemRandom(Random):
    """Random numbers of the operating system, fit for secrets. There is no state to keep, and no seed."""

    def random(self):
        """A number from 0 up to, not including, 1."""
        return (int.from_bytes(_urandom(7)) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        """An int with k random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        length = (k + 7) // 8
        return int.from_bytes(_urandom(length)) >> (length * 8 - k)

    def randbytes(self, n):
        """n random bytes."""
        return _urandom(n)

    def seed(self, *args, **kwds):
        """Do nothing: the system needs no seed."""
        return None

    def _notimplemented(self, *args, **kwds):
        """There is no state."""
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _notimplemented


# The functions of the module are methods of one hidden generator.
_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
binomialvariate = _inst.binomialvariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes

if __name__ == "__main__":
    print(__import__("_random_main").main())
