# Counter: counts of any kind, mappings and iterables, and operators that change it.
from collections import Counter, OrderedDict, deque

counts = Counter("abca")
counts += Counter(a=-5, d=1)
print(counts)
counts -= {"d": 4}
print(counts)
counts |= {"e": 2, "b": 0}
print(counts)
counts &= Counter("ee")
print(counts)
print(Counter({"x": "y"}), Counter(x=[1]))
counts = Counter(x="y")
counts.update(x="z")
print(counts)
for change in lambda: Counter("a") & (1,), lambda: Counter("a") | {"b": 1}, lambda: Counter("a") + 5, lambda: Counter("a").subtract(a="b"):
    try:
        print(change())
    except TypeError as error:
        print(error)
try:
    counts += 5
except AttributeError as error:
    print(error)


class Sequence:
    """Has `index` and `count`, but no `keys`."""

    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


print(Counter(Sequence([1, 2, 1]), k=2))
ordered = OrderedDict([(1, 2), (3, 4)])
ordered.move_to_end(True)
print(ordered)
ordered.move_to_end(3.0, last=False)
print(ordered)
print(deque([1], True), deque("abc", maxlen=2).maxlen, hasattr(deque, "__bool__"))
