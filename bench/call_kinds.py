# Calls with defaults, keywords, star arguments, bound methods, builtins, map and filter.
def plain(a, b, c):
    return a + b - c


def defaults(a, b=2, c=3):
    return a + b - c


def keywords(a, *, scale=1, offset=0):
    return a * scale + offset


def many(*args, **named):
    return len(args) + len(named)


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        return self.n + x

    def add(self, x):
        return self.n + x


def run(rounds):
    total = 0
    adder = Adder(5)
    add = adder.add
    triple = (1, 2, 3)
    for i in range(rounds):
        total += plain(i, 1, 2) + defaults(i) + defaults(i, c=1)
        total += keywords(i, scale=2) + keywords(i, offset=3, scale=1)
        total += many(1, 2, x=3) + plain(*triple)
        total += adder(i) + add(i) + abs(-i) + min(i, 7) + len(triple)
    total += sum(map(lambda x: x + 1, range(rounds))) + len(list(filter(adder, range(rounds))))
    return total


print(run(240_000))
