# python: 3.14
# Heaps, the best items of iterables, merging; comparisons that change the heap.
import random
import heapq


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


r = random.Random(3)
for n in (0, 1, 2, 3, 5, 8, 20, 50):
    l = [r.randrange(30) for _ in range(n)]
    h = l[:]; heapq.heapify(h); print(h)
    for x in (5, 0, 99): heapq.heappush(h, x)
    print(h, heapq.heappushpop(h, 7), heapq.heapreplace(h, 3), h)
    out = []
    while h:
        out.append(heapq.heappop(h))
    print(out, out == sorted(out))
    for k in (None, lambda v: -v, lambda v: v % 5):
        for m in (0, 1, 2, 5, 100): print(heapq.nsmallest(m, l, key=k), heapq.nlargest(m, iter(l), key=k), heapq.nsmallest(m, iter(l), k), heapq.nlargest(m, l, k))
print(list(heapq.merge([1, 4, 9], [2, 3], [], "")), list(heapq.merge([9, 4, 1], [3, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb", "dddd"], key=len)), list(heapq.merge([(1, "a"), (2, "a")], [(1, "b")], key=lambda t: t[0])), list(heapq.merge()), list(heapq.merge([1], [1], [1])), list(heapq.merge([(2, "a"), (1, "a")], [(2, "b")], key=lambda t: t[0], reverse=True)))
for f, a in [(heapq.heappop, ([],)), (heapq.heapreplace, ([], 1)), (heapq.heappushpop, ([], 1)), (heapq.heappush, ((), 1)), (heapq.heapify, (5,)), (heapq.heapify, ([1, "a"],)), (heapq.heappush, ([1], "a")), (heapq.heappush, ([],)), (heapq.nlargest, (2, 5)), (heapq.nsmallest, ("a", [1])), (heapq.nsmallest, (-1, [1])), (heapq.heappop, (None,))]: show(f, *a)
show(list, heapq.merge([1], 5)); show(list, heapq.merge([1, "a"], [2]))
class Evil:
    def __init__(s, l): s.l = l
    def __lt__(s, o): s.l.clear(); return True
l = []; l.extend([Evil(l), Evil(l), Evil(l)]); show(heapq.heapify, l)
l = []; l.extend([Evil(l), Evil(l), Evil(l)]); show(heapq.heappush, l, Evil(l))
s = [("b", 1), ("a", 1), ("a", 0)]; heapq.heapify(s); print(s)
stable = [(1, i) for i in range(10)]
print(heapq.nsmallest(3, stable, key=lambda t: t[0]), heapq.nlargest(3, iter(stable), key=lambda t: t[0]))

# Heaps whose largest item comes first.
h = [r.randrange(50) for _ in range(20)]
for name in ("heapify_max", "heappush_max", "heappop_max", "heapreplace_max", "heappushpop_max"):
    print(name, hasattr(heapq, name))
heapq.heapify_max(h)
heapq.heappush_max(h, 60)
print(heapq.heappushpop_max(h, 3), heapq.heapreplace_max(h, 9))
print([heapq.heappop_max(h) for _ in range(len(h))])
