# Plain data of all kinds and sizes in pickles, with what refers to itself, and objects among it.
# python: 3.14
# slow: data of many sizes
import pickle, io, random, collections, datetime, hashlib, sys


def show(d):
    return len(d), hashlib.md5(d).hexdigest()[:12] if len(d) > 60 else d


class P:
    pass


class Q(list):
    pass


shared = [1, 2]
rec = [1]
rec.append(rec)
rt = ([],)
rt[0].append(rt)
rt4 = ([], 1, 2, 3)
rt4[0].append(rt4)
rd = {}
rd["d"] = rd
rfs = []
fs = frozenset([(1, 2)])
cases = [
    None,
    True,
    False,
    0,
    255,
    256,
    65535,
    65536,
    -1,
    2**31 - 1,
    2**31,
    -(2**31),
    -(2**31) - 1,
    2**40,
    -(2**40),
    2**47,
    2**63 - 1,
    -(2**63),
    2**63,
    -(2**63) - 1,
    2**100,
    -(2**100),
    127,
    128,
    -128,
    -129,
    32767,
    32768,
    1.5,
    float("inf"),
    -0.0,
    "",
    "a",
    "é\u20ac\U0001f600",
    "\udc80",
    "x" * 255,
    "x" * 256,
    "y" * 65535,
    "y" * 65536,
    "z" * 70000,
    b"",
    b"ab",
    b"q" * 256,
    b"q" * 65536,
    b"r" * 100000,
    bytearray(b"ab"),
    bytearray(70000),
    (),
    (1,),
    (1, 2),
    (1, 2, 3),
    (1, 2, 3, 4),
    [],
    [1],
    [1, 2],
    list(range(999)),
    list(range(1000)),
    list(range(1001)),
    list(range(3000)),
    {},
    {"a": 1},
    {"a": 1, "b": 2},
    dict.fromkeys(range(1000)),
    dict.fromkeys(range(1001)),
    set(),
    {1},
    frozenset(),
    frozenset([1]),
    set(range(1000)),
    set(range(2001)),
    fs,
    [shared, shared],
    rec,
    rt,
    rt4,
    rd,
    [fs, fs],
    ["ab", "ab"],
    [("a", 1)] * 3,
    [[[[]]]],
    {"k": {"j": [1, (2, {3})]}},
    list(map(str, range(20000))),
    [b"x" * 70000, b"y" * 70000, "w" * 66000, 1],
    NotImplemented,
    ...,
    len,
    P,
    [1, P, "a" * 300, {P: 1}],
    collections.OrderedDict(a=1),
    datetime.date(2020, 1, 1),
    Q([1, 2]),
    collections.Counter("aab"),
    complex(1, 2),
    range(5),
    slice(1, 2),
    [Q(), Q()],
]
for c in cases:
    for proto in (None, 4, 5, 2, 0):
        d = (
            pickle.dumps(c, 5 if proto is None else proto)
            if proto is not None or sys.version_info < (3, 14)
            else pickle.dumps(c)
        )
        f = io.BytesIO()
        pickle.dump(c, f, 5 if proto is None else proto)
        if isinstance(c, (set, frozenset)) and len(c) > 1:
            pass
        print(show(d), f.getvalue() == d, end=" ")
        e = pickle.loads(d)
        if c is not rec and c is not rt and c is not rt4 and c is not rd:
            assert e == c and type(e) is type(c), c
        else:
            assert type(e) is type(c)
        e = pickle.loads(bytearray(d))
        e = pickle.load(io.BytesIO(d))
        e = pickle.loads(memoryview(d))
        e = pickle.Unpickler(io.BytesIO(d)).load()
    print()
r = pickle.loads(pickle.dumps(rec))
print(r[1] is r)
r = pickle.loads(pickle.dumps(rt))
print(r[0][0] is r)
r = pickle.loads(pickle.dumps(rd))
print(r["d"] is r)
a, b = pickle.loads(pickle.dumps([shared, shared]))
print(a is b)
deep = []
for _ in range(500):
    deep = [deep]
d = pickle.dumps(deep, 5)
print(show(d))
x = pickle.loads(d)
n = 0
while x:
    x = x[0]
    n += 1
print(n)


class W:
    def __init__(s, a, b):
        s.a = a
        s.b = b

    def __eq__(s, o):
        return s.__dict__ == o.__dict__


ws = [W(i, [i, str(i)]) for i in range(300)]
d = pickle.dumps(ws, 5)
print(show(d))
print(pickle.loads(d) == ws, pickle.load(io.BytesIO(d)) == ws)


class WW:
    __slots__ = ("a", "b")

    def __reduce__(s):
        return (WW, (), None, iter([1, 2]), iter([(1, 2)]))

    def append(s, x):
        print("app", x)

    def extend(s, x):
        print("ext", x)

    def __setitem__(s, k, v):
        print("set", k, v)


pickle.loads(pickle.dumps([WW(), 5]))


class H:
    def __init__(s, n):
        s.n = n

    def __hash__(s):
        return 1

    def __eq__(s, o):
        return isinstance(o, H) and s.n == o.n


print(len(pickle.loads(pickle.dumps({H(1): 1, H(2): 2, 1: 3}))), len(pickle.loads(pickle.dumps({H(1), H(2), 1}))))
