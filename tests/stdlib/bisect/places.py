# python: 3.10
# Places in sorted sequences, with bounds and keys, and in objects that only look like sequences.
import bisect


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


l = [1, 3, 3, 5, 7]
for f in (bisect.bisect, bisect.bisect_left, bisect.bisect_right):
    print([f(l, x) for x in range(9)], f(l, 3, 2), f(l, 3, 0, 2), f(l, 9, 1, 3), f((1, 2, 3), 2), f("abd", "c"), f(range(100), 50), f([], 1), f(l, 3, lo=1, hi=4), f([5, 3, 1], -3, key=lambda v: -v), f(l, 3, hi=None))
for f in (bisect.insort, bisect.insort_left, bisect.insort_right):
    m = l[:]; f(m, 3); f(m, 0); f(m, 10); f(m, 2.5); f(m, 4, 0, 2); print(m, f(m, 1))
m = [(1, "a"), (2, "b")]; bisect.insort(m, (1, "z"), key=lambda t: t[0]); print(m); bisect.insort_left(m, (1, "y"), key=lambda t: t[0]); print(m)
for a, k in [((l, "a"), {}), ((l, 1, -1), {}), ((5, 1), {}), ((l,), {}), ((l, 1, "a"), {}), ((l, 1, 0, 100), {}), ((l, 1), {"key": 5}), ((l, 1, 0, 5, None), {}), (({1: 2}, 1), {}), ((l, 1, 10, 2), {})]: show(bisect.bisect, *a, **k)
class Sq:
    def __len__(s): return 10
    def __getitem__(s, i): return i * i
    def insert(s, i, x): print("insert", i, x)
print(bisect.bisect(Sq(), 30)); bisect.insort(Sq(), 30); show(bisect.insort, (1, 2), 1)
