# Counter.update asks the get and __setitem__ of a class that has its own.
from collections import Counter


class Loud(Counter):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


class Ahead(Counter):
    def get(self, key, default=None):
        return super().get(key, default) + 10


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return len(self.name)

    def __eq__(self, other):
        return self.name == other.name

    def __repr__(self):
        return self.name


print(Loud("aba"), Ahead("aba"))
print(Counter("abracadabra"), Counter([1, 1.0, True, (1, 2), (1, 2), None]))
print(Counter(map(Key, ["x", "y", "x", "zz"])))
counts = Counter(a=0.5, b=2**200, c="x")
counts.update("ab")
print(counts)
for wrong in "c", 5:
    try:
        counts.update(wrong)
    except TypeError as error:
        print(error)


class Once(Counter):
    def __missing__(self, key):
        return 100


print(Once("aa"))
