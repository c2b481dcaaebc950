# Odd numbers of most common items, and what a Counter is pickled to.
from collections import Counter, OrderedDict, deque


def show(function):
    try:
        print(function())
    except (TypeError, KeyError, IndexError) as error:
        print(type(error).__name__, error)


counted = Counter("aabbbc")
for number in (None, -1, 0, 1, 2, 3, 9, True, 2**70, -(2**70), 1.0, 2.5, 9.5, "a", [], 1j):
    show(lambda: counted.most_common(number))
show(lambda: Counter().most_common(1))
print(counted.__reduce__() == (Counter, ({"a": 2, "b": 3, "c": 1},)))

show(lambda: deque("ab") * 2)
show(lambda: deque("ab") * 1.5)
full = deque("ab", 2)
show(lambda: full.insert("x", 1))
show(lambda: full.insert(0, 1))
show(lambda: OrderedDict().move_to_end([]))
show(lambda: OrderedDict().popitem())
