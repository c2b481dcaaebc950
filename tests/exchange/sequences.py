"""What every function of the module random gives, one after the other.

Floats are told to 12 digits: the last ones hang on the system's logarithm, with CPython too.
"""

import random


def sequences(seed):
    chance = random.Random(seed)
    calls = (
        chance.random, lambda: chance.getrandbits(1), lambda: chance.getrandbits(100), lambda: chance.randbytes(5),
        lambda: chance.randrange(10), lambda: chance.randrange(-5, 1 << 80, 7), lambda: chance.randint(1, 6),
        lambda: chance.choice("abcdef"), lambda: chance.choices("abc", [5, 2, 1], k=4), lambda: chance.choices(range(9), k=2),
        lambda: chance.sample(range(1000), 5), lambda: chance.sample("abc", 4, counts=[2, 3, 1]),
        lambda: chance.sample(range(30), 25), lambda: chance.uniform(1, 2.5), lambda: chance.triangular(0, 10, 3),
        lambda: chance.betavariate(2, 3), lambda: chance.binomialvariate(5, 0.3), lambda: chance.binomialvariate(500, 0.3),
        lambda: chance.expovariate(1.5), lambda: chance.gammavariate(0.5, 2), lambda: chance.gammavariate(1, 2),
        lambda: chance.gammavariate(4, 2), lambda: chance.gauss(1, 2), lambda: chance.gauss(1, 2), chance.normalvariate,
        lambda: chance.lognormvariate(0, 1), lambda: chance.vonmisesvariate(1, 4), lambda: chance.vonmisesvariate(0, 0),
        lambda: chance.paretovariate(3), lambda: chance.weibullvariate(1, 1.5), lambda: shuffled(chance),
        lambda: sum(chance.getstate()[1]),
    )  # fmt: skip
    results = [call() for call in calls for _ in range(3)]
    return [f"{result:.12g}" if isinstance(result, float) else repr(result) for result in results]


def shuffled(chance):
    items = list(range(20))
    chance.shuffle(items)
    return items
