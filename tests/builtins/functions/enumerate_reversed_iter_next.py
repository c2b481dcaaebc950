# python: 3.13
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate([], 3)), next(enumerate("x", 10 ** 20)))
print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})))


class R:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


class N:
    __reversed__ = None


print(list(reversed(R())))
n = [0]


def count():
    n[0] += 1
    return n[0]


print(list(iter(count, 4)), next(iter([]), "default"), next(iter("a")))
for f in (lambda: reversed({1}), lambda: reversed(5), lambda: reversed(iter([])), lambda: reversed(N()), lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: next([]), lambda: next(iter([])), lambda: iter(5), lambda: iter(5, 1), lambda: iter(1, 2, 3)):
    try:
        print(f())
    except (TypeError, StopIteration) as e:
        print(type(e).__name__, e)
e = enumerate("abc")
next(e)
print(list(e), iter(e) is e, type(e).__name__, type(reversed([])).__name__)
a = [1, 2, 3]
r = reversed(a)
next(r)
a.append(4)
print(list(r))
