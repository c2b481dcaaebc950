# Builtins that go through a generator to its end, with items that need Python and with generators that fail.
# python: 3.14
import gc
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
def f(x): return x + 1
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
# sinks with what is not plain
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(self.n + (o.n if isinstance(o, V) else o))
    __radd__ = __add__
    def __bool__(self): print("bool", self.n); return self.n > 1
    def __lt__(self, o): return self.n < o.n
    def __gt__(self, o): return self.n > o.n
    def __eq__(self, o): return self.n == o.n
    def __hash__(self): return hash(self.n % 2)
    def __repr__(self): return f"V{self.n}"
vs = [V(i) for i in range(4)]
print(sum(v for v in vs), max(v for v in vs), min(v for v in vs))
print(any(v for v in vs), all(v for v in vs), len({v for v in vs}), len(set(v for v in vs)))
print(sum(x for x in [1, 2.5, 3, 1e100, -1e100, True, 2]), sum(0.1 for _ in range(10)), sum((x for x in [1, 2]), 10.5))
print(sum((2**60 for _ in range(5))), sum(x for x in [2**46] * 10), sum([2**46] * 10), sum([2**62] * 4), sum([1, 0.5, 2**70]))
print(sum([0.1] * 10), sum([1e16, 1, 1e-3] * 3), sum([float("inf"), 1.0]), sum([float("inf"), float("-inf")]), sum([-0.0]), sum([], -0.0), sum([1.0, True]), sum([2**53, 1.5]), sum([2**53 + 1, 1.5]))
print(max(x for x in "hello"), min((x for x in [3.5, 2, 9]), default=1), max((x for x in []), default="d"))
try: max(x for x in [])
except ValueError as e: print(e)
try: max(x for x in [1, "a"])
except TypeError as e: print(e)
try: sum(x for x in [1, "a"])
except TypeError as e: print(e)
try: sum(x for x in "ab")
except TypeError as e: print(e)
print(max(x for x in [float("nan"), 1.0]), max(x for x in [1.0, float("nan")]), max((x for x in [1, 2]), key=lambda x: -x))
g = (x for x in [0, 0, 3, 0, 4])
print(any(g), list(g)); g = (x for x in [1, 2, 0, 5]); print(all(g), list(g))
print(dict((k, k * k) for k in range(5)), dict([k, 1] for k in "ab"), dict(p for p in ("xy", (1, 2))))
try: dict(x for x in [(1, 2), (3, 4), 5])
except TypeError as e: print(e)
try: dict(x for x in [(1, 2), (3,)])
except ValueError as e: print(e)
try: dict((x, 1) for x in [[]])
except TypeError as e: print("TypeError")
try: set([] for _ in range(2))
except TypeError as e: print("TypeError")
print(tuple(i for i in range(5)), sorted(-i for i in range(5)), ",".join(str(i) for i in range(5)), frozenset(i % 2 for i in range(5)), [*(i for i in range(3))], bytes(i for i in range(5)))
def boom(n):
    yield from range(n)
    raise LookupError("boom")
for fn in (list, sum, set, max, all, tuple, sorted):
    g = boom(3)
    try: print(fn(g))
    except LookupError as e: print(fn.__name__, e, g.gi_frame)
l = []
try: l.extend(boom(3))
except LookupError: print(l)
d = {}
try: d.update((i, i) for i in boom(3))
except LookupError: print(d)
# the list is changed by the generator itself
l = [1]
def meddle():
    for i in range(3):
        l.append("m%d" % i); yield i
l.extend(meddle()); print(l)
# nested sinks
print(sum(sum(j for j in range(i)) for i in range(10)), [sum(x for x in range(k)) for k in (i for i in range(5))])
print(list(zip(count(3), count(4))), list(map(f, count(3))), list(filter(None, count(3))), list(enumerate(count(3))))
# collect in the middle
def churn():
    for i in range(2000):
        if i % 500 == 0: gc.collect()
        yield [i] * 3
print(sum(len(x) for x in churn()), len(list(churn())), max(churn())[0])
k = 0
for x in churn():
    if k % 300 == 0: gc.collect()
    k += x[0]
print(k)
