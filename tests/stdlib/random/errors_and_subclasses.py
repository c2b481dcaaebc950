# python: 3.14
# What is refused, generators with a source of their own, and that of the system.
import copy
import random

r = random.Random(1)


def show(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except (TypeError, ValueError, IndexError, ZeroDivisionError, NotImplementedError) as error:
        print(type(error).__name__, error)


show(r.choice, [])
show(r.choice, 5)
show(r.randint, 5, 1)
show(r.randrange, 0)
show(r.randrange, 1.0)
show(r.randrange, "a")
show(r.randrange, 1, 5, 0)
show(r.randrange, 1, step=2)
show(r.randrange, 5, 5)
show(r.randrange, 5, 1, 2)
show(r.sample, [1], 2)
show(r.sample, [1], -1)
show(r.sample, {1, 2}, 1)
show(r.sample, {1: 2}, 1)
show(r.sample, [1, 2], 1, counts=[1])
show(r.sample, [1, 2], 1, counts=[1, 2.5])
show(r.sample, [1, 2], 1, counts=[1, -5])
show(r.sample, [], 0, counts=[])
show(r.choices, "abc", 3)
show(r.choices, "abc", [1, 2])
show(r.choices, "abc", [0, 0, 0])
show(r.choices, "abc", [1, 2, float("inf")])
show(r.choices, "abc", [1, 2, 3], cum_weights=[1, 2, 3])
show(r.choices, [])
show(r.seed, [])
show(r.seed, 1j)
show(r.getrandbits, -1)
show(r.getrandbits, 1.5)
show(r.getrandbits)
show(r.randbytes, -1)
show(r.random, 1)
show(r.shuffle, (1, 2))
show(r.setstate, (9, 1, 2))
show(r.setstate, (3, (1, 2), None))
show(r.setstate, (3, [1, 2], None))
show(r.setstate, (3, (1,) * 624 + (700,), None))
show(r.setstate, (3, (1,) * 624 + (-1,), None))
show(r.gammavariate, 0, 1)
show(r.expovariate, 0)
show(r.binomialvariate, -1)
show(r.binomialvariate, 3, 1.5)
show(random.Random, 1, 2)


class Fractions(random.Random):
    def random(self):
        return 0.25


class Bits(random.Random):
    def getrandbits(self, k):
        return 1


f, b = Fractions(1), Bits(1)
print(f.randrange(10), f.choice("abcd"), f.getrandbits(8) < 256, f.uniform(0, 8))
print(b.randrange(10), b.random(), b.randbytes(3), b.choice("abcd"))

one = random.Random(9)
one.gauss()
other = copy.copy(one)
print(one.random() == other.random(), one.gauss() == other.gauss(), one.__reduce__()[:2])

s = random.SystemRandom()
print(0 <= s.random() < 1, len(s.randbytes(7)), s.seed(1), 0 <= s.randrange(10) < 10, s.getrandbits(70) < 2**70, s.choice([3]))
show(s.getstate)
show(s.setstate, None)
show(s.getrandbits, -1)
print(random.Random().random() != random.Random().random())
