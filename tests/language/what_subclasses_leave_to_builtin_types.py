# Methods and operators that classes written in Python leave to the builtin types that they derive from.
# python: 3.14
import collections


class L(list):
    pass


class D(dict):
    def __missing__(s, k):
        return k * 2


class S(str):
    pass


class T(tuple):
    pass


class I(int):
    pass


class St(set):
    pass


l = L([1, 2, 3])
d = D(a=1)
print(l[0], l[-1], l[True] if 0 else "", d["a"], d["zz"], d[3])
l.append(4)
l.extend([5])
print(l, type(l), l.pop(), l.index(2), l.count(1), l.copy(), type(l.copy()), len(l), 2 in l)
l += [9]
print(type(l), l)
l *= 2
print(type(l), l)
x = l.__iadd__([1])
print(x is l)
d.update(b=2)
print(d.get("b"), d.get("q", 7), d.setdefault("c", []), d.pop("a"), len(d), "b" in d, d.keys(), type(d | {"z": 1}))
d2 = d.__ior__({"k": 1})
print(d2 is d)
s = S("abc")
print(s.upper(), type(s.upper()), s.strip(), type(s.strip()), type(s.replace("x", "y")), s[1], s.split("b"), s.encode())
t = T((1, 2))
print(t[0], t.index(2), t + (3,), type(t + (3,)), hash(t) == hash((1, 2)), t == (1, 2))
i = I(5)
print(
    i.bit_length(), type(i.conjugate()), i + 1, i.__add__(2), divmod(i, 2), i.to_bytes(2, "big"), i.real, type(i.real)
)
q = St([1])
q.add(2)
q |= {3}
print(type(q), sorted(q), q.__ior__({4}) is q, type(q.union([1])), type(q.copy()))
ba = type("B", (bytearray,), {})(b"abc")
ba.append(100)
ba += b"e"
print(ba, type(ba), ba.__iadd__(b"f") is ba, ba.find(b"c"))
dq = type("Q", (collections.deque,), {})([1, 2])
dq.append(3)
dq += [4]
print(dq, dq.popleft(), dq.__iadd__([5]) is dq, dq[0])
f = type("F", (float,), {})(1.5)
print(f.is_integer(), f.hex(), type(f.real), f.as_integer_ratio(), f.__round__())
g = collections.defaultdict(list)
g["a"].append(1)
print(g, g["a"], g.default_factory)
g = collections.defaultdict(None)
try:
    g["q"]
except KeyError as e:
    print("KeyError", e)
g = collections.defaultdict(lambda: 1 / 0)
try:
    g["q"]
except ZeroDivisionError as e:
    print(e, len(g))


class E(collections.defaultdict):
    def __missing__(s, k):
        v = super().__missing__(k)
        print("missing", k)
        return v


e = E(int)
e[1] += 1
e[1] += 1
print(e)


class Bad(dict):
    __missing__ = None


try:
    Bad()[1]
except Exception as x:
    print(type(x), x)


class M(dict):
    def __missing__(self, k, extra=5):
        return extra


class N(dict):
    @staticmethod
    def __missing__(k):
        return ("static", k)


class C(dict):
    @classmethod
    def __missing__(c, k):
        return (c.__name__, k)


print(M()[1], N()[1], C()[1])
c = collections.Counter("abca")
c["z"] += 1
print(c, c["no"], c.most_common(1))
o = collections.OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, list(o), o["b"], o.popitem())


class K:
    def __hash__(s):
        return 1

    def __eq__(s, o):
        raise ValueError("eq")


h = D()
h[K()] = 1
for op in (lambda: h[K()], lambda: h.get(K()), lambda: K() in h, lambda: h.setdefault(K(), 1)):
    try:
        op()
    except ValueError as x:
        print(x)
for op in (
    lambda: l[100],
    lambda: l["a"],
    lambda: d[[]],
    lambda: l.append(),
    lambda: l.append(1, 2),
    lambda: l.pop(99),
    lambda: s.index("q"),
    lambda: l.remove("q"),
    lambda: l[2:3],
    lambda: t[5],
    lambda: l.sort(key=5),
    lambda: d.get(),
    lambda: s.join(5),
):
    try:
        print(op())
    except Exception as x:
        print(type(x).__name__, x)


class It(list):
    def __iter__(s):
        return iter("xy")

    def __len__(s):
        return 7

    def __getitem__(s, i):
        return "item%r" % i

    def __contains__(s, x):
        return x == "q"


it = It([1])
print(
    list(it),
    len(it),
    it[0],
    it[5],
    "q" in it,
    1 in it,
    list.__len__(it),
    list.__getitem__(it, 0),
    list(reversed(it)),
    it[1:2],
)
print(
    sum(L([1, 2])),
    max(L([3, 1])),
    sorted(L([2, 1])),
    ",".join(L("ab")),
    [*L([1])],
    {**D(a=1)},
    dict(D(a=1)),
    list(D(a=1)),
)


class R(list):
    def append(self, x):
        super().append(x)
        super(R, self).append(x)


r = R()
r.append(1)
print(r, len(r))
list.append(r, 5)
print(r)
