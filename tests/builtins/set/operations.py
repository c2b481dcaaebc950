a, b = {1, 2, 3, 4}, {3, 4, 5}
s = lambda x: (type(x).__name__, sorted(x))
print(s(a | b), s(a & b), s(a - b), s(a ^ b), s(a.union(b, [9])), s(a.intersection(b, {3})), s(a.difference([1], [2])), s(a.symmetric_difference([1, 9])))
print(a < {1, 2, 3, 4, 5}, a <= a, a > {1}, a >= b, a == {4, 3, 2, 1}, a != b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([7]), {1} < {1}, set() <= a)
c = a.copy()
c.update([7], "x") if False else c.update([7], [8])
c.intersection_update(range(3, 9))
c.difference_update([8])
c.symmetric_difference_update({3, 10})
print(s(c))
c.add(4)
c.add(4)
c.discard(4)
c.discard(99)
c.remove(7)
print(s(c), c.pop() == 10, c, bool(c), len(a), 3 in a, "3" in a)
a |= {9}
a &= {1, 2, 9}
a -= {1}
a ^= {2, 3}
print(s(a), s(set("hello") & set("world")), s({x % 3 for x in range(9)}), set(), frozenset(), {1}, frozenset({1}))
f = frozenset([1, 2])
print(s(f | {3}), s({3} | f), f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset([2, 1])], f in [{1, 2}], {1, 2} in [f], s(f.union([5])), f.copy() is f, frozenset(f) is f)
print({frozenset([1])} == {frozenset([1])}, {1, 2} in {frozenset([1, 2])}, sorted(map(sorted, {frozenset([2, 1]), frozenset([1, 2])})))
for g in (lambda: a.remove(99), lambda: set().pop(), lambda: a | [1], lambda: a & "x", lambda: a.union(5), lambda: a < [1], lambda: set(5), lambda: f.add(1), lambda: a + a, lambda: hash(a), lambda: a[0], lambda: a.update(5), lambda: a - None, lambda: frozenset(1, 2), lambda: a.remove("it's")):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
