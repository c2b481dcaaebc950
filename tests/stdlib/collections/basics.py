# python: 3.12
from collections import namedtuple, deque, OrderedDict, defaultdict, Counter, ChainMap
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), p._replace(x=5), p._asdict(), P._fields, P._make([3, 4]), namedtuple("Q", ["a", "b"], defaults=[9])(1))
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.appendleft(0)
d.rotate(1)
print(d, d.pop(), d.popleft(), list(d), len(d), d[0], d.maxlen, 2 in d, deque("abc").index("b"), list(reversed(deque("ab"))))
o = OrderedDict([("a", 1), ("b", 2)])
o.move_to_end("a")
print(o, list(o), o.popitem(last=False), o == {"a": 1})
dd = defaultdict(list)
dd["x"].append(1)
print(dd, dd["y"], dict(dd), defaultdict(int, a=1)["zz"])
c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], c + Counter("a"), c - Counter("aaa"), sorted(c.elements())[:3], Counter(a=1) == Counter("a"), c.total())
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], dict(m), len(m))
for f in (lambda: P(1), lambda: namedtuple("R", "class"), lambda: deque().pop(), lambda: deque([1])[5], lambda: namedtuple("R", "a a"), lambda: setattr(p, "x", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
