# python: 3.12
a = [3, 1, 2]
print(a.sort(), a, sorted("banana"), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}), sorted([], key=None), sorted([(1, "b"), (1, "a"), (0, "z")]))
words = ["banana", "Apple", "cherry", "apple", "Banana"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)), sorted(words, key=len, reverse=True))
# Stability, also in reverse.
pairs = [(k, i) for i, k in enumerate([2, 1, 2, 1, 2])]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted([1.5, 1, True, 0, -0.0, 2 ** 70, -(2 ** 70)]), sorted([float("inf"), 1, float("-inf")]), sorted([b"b", b"a"]), sorted([[2], [1, 5], []]))
n = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(n) == list(range(1009)), sorted(n, key=lambda v: -v)[:3], sorted(range(100), key=lambda v: v % 10)[:12])


class K:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v


print([k.v for k in sorted([K(3), K(1), K(2)])])
for f in (lambda: sorted([1, "a"]), lambda: sorted([None, None]), lambda: [1, 2].sort(len), lambda: sorted([1], key=5), lambda: sorted([1j, 2j]), lambda: sorted([1, 2], reverse="x"), lambda: sorted([2, 1], key=lambda: 0)):
    try:
        print(f())
    except TypeError as e:
        print(e)


def bad(v):
    if v == 3:
        raise ValueError("key")
    return v


c = [1, 2, 3, 4]
try:
    c.sort(key=bad)
except ValueError as e:
    print(e, c)
d = [3, 1, 2]


class Touch:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        t.append(1)
        return self.v < o.v


t = [Touch(2), Touch(1), Touch(3)]
try:
    t.sort()
except ValueError as e:
    print(e)
e = [1, 2, 3]
e.sort(key=lambda v: (len(e), -v))
print(e)
