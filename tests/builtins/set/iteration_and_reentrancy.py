s = set()
for i in range(1000):
    s.add(i * i % 997)
print(len(s), sum(s), max(s))
for i in range(0, 997, 3):
    s.discard(i)
print(len(s), sum(s))
try:
    for x in s:
        s.add(-x - 1)
except RuntimeError as e:
    print(e)
try:
    for x in s:
        s.remove(x)
except RuntimeError as e:
    print(e)


class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 5

    def __eq__(self, o):
        t.clear()
        return self.v == o.v


t = {K(1)}
t.add(K(2))
print(len(t) >= 1)
u = {3, 1, 2}
print(sorted(u), sum(u), list(iter({5})), {*u} == u, type(iter(u)).__name__, iter(u).__length_hint__())
a = {1, 2, 3}
a -= a
print(a)
b = {1, 2}
b ^= b
print(b, {1} | {1.0}, {True, 1, 1.0}, len({0, False, "", None, ()}))


class S(set):
    pass


x = S([1])
x.attr = 5
print(x | {2} == {1, 2}, type(x | {2}).__name__, type(x.copy()).__name__, x.attr, S([1]) == {1}, repr(S()), repr(S([7])))
print(repr(frozenset()), repr(set()), str({"a"}), [frozenset([1])])
