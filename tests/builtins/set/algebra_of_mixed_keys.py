# Sets and dicts of keys of all kinds, filled, compared and combined.

def rnd_seq():
    s = 7
    while True:
        s = (s * 1103515245 + 12345) & 0x7FFFFFFF
        yield s >> 8
R = rnd_seq()
def val():
    r = next(R) % 12
    n = next(R) % 40
    return [n, float(n), str(n), "a long string that is not inline %d" % n, (n, n + 1), (n, (str(n), 1.5)), n << 70, True, None, b"x%d" % n, complex(n, 0), -n][r]
class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return "K%d" % self.v
def key(x): return (type(x).__name__, repr(x))
def show(s): return sorted(map(repr, s))
for i in range(50):
    n, m = next(R) % 60, next(R) % 60
    a = [val() for _ in range(n)]; b = [val() for _ in range(m)]
    if i % 7 == 0: a += [K(j % 5) for j in range(8)]; b += [K(j % 7) for j in range(9)]
    A, B = set(a), set(b)
    FA = frozenset(a)
    print(i, len(A), len(B), len(A | B), len(A & B), len(A - B), len(A ^ B), len(A.intersection(b)), len(A.union(b)), len(A.difference(b)), len(A.symmetric_difference(b)), A.issubset(b), A.issuperset(b), A.issubset(a), A <= B, A <= (A | B), A == FA, FA == A, A != B, A.isdisjoint(b), A > B, set(A) == A)
    da = {x: k for k, x in enumerate(a)}; db = dict(zip(b, range(1000)))
    d3 = {**da, **db}
    d4 = da | db
    e = dict(da); e.update(db)
    f = dict(list(zip(b, b)))
    print(len(d3), d3 == d4, d3 == e, da == dict(da), da == db, list(map(repr, d4)) == list(map(repr, e)), sum(d3.values()), len(dict.fromkeys(a, 3)), len(f), list(map(repr, d3.values())), dict(reversed(list(da.items()))) == da)
    for x in b[:20]:
        A.discard(x); A.add(x)
    for x in b[:10]:
        if x in A: A.remove(x)
    for x in b: A.discard(x)
    for x in a: A.add(x)
    print(len(A), show(A - FA) == show(set(b) & set() ), len(A & set(b)))
    g = {}
    for x in a: g[x] = g.get(x, 0) + 1
    for x in b[:5]: g.pop(x, None)
    for x in b: g[x] = 1
    for x in b[:9]:
        if x in g: del g[x]
        g[x] = 2
        if len(g) > 3: g.popitem()
    print(len(g), list(map(repr, g)))
