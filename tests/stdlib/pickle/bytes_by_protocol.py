# slow: long lists are pickled six times
# python: 3.13
# Bytes by protocol: what CPython writes, byte for byte, for values and objects of all kinds.
import collections
import datetime
import enum
import fractions
import pickle


class Plain:
    pass


class Slots:
    __slots__ = ("a", "b")


class L(list):
    pass


class D(dict):
    pass


class S(set):
    pass


class I(int):
    pass


class St(str):
    pass


class T(tuple):
    pass


class B(bytes):
    pass


class NA:
    def __new__(cls, *a, k=0):
        o = object.__new__(cls)
        o.v = (a, k)
        return o

    def __getnewargs_ex__(self):
        return (1, 2), {"k": 3}


class NB:
    def __new__(cls, *a):
        o = object.__new__(cls)
        o.v = a
        return o

    def __getnewargs__(self):
        return (1, 2)


class GS:
    def __getstate__(self):
        return 42

    def __setstate__(self, s):
        self.s = s


class RS:
    def __reduce__(self):
        return (Plain, (), None, None, None)


class RL:
    def __init__(s):
        s.i = []

    def append(s, x):
        s.i.append(x)

    def __setitem__(s, k, v):
        s.i.append((k, v))

    def __reduce__(self):
        return (RL, (), {"z": 1}, iter([1, 2, 3]), iter({"a": 1, "b": 2}.items()))


class SS:
    def __reduce__(self):
        return (Plain, (), {"q": 5}, None, None, setst)


def setst(o, s):
    o.set = s


class Str:
    def __reduce__(self):
        return "setst"


class Outer:
    class Inner:
        pass

    def meth(self):
        pass

    @classmethod
    def cm(cls):
        pass


class E(enum.Enum):
    A = 1
    B = 2


class F(enum.Flag):
    A = 1
    B = 2


NT = collections.namedtuple("NT", "x y")


def objects():
    p = Plain()
    p.x = 1
    p.y = [1]
    yield p
    s = Slots()
    s.a = 1
    yield s
    l = L([1, 2])
    l.x = 5
    yield l
    d = D(a=1)
    d.z = 2
    yield d
    yield S([1])
    yield I(5)
    yield St("a")
    yield T((1, 2))
    yield NB()
    yield GS()
    yield RS()
    yield RL()
    yield SS()
    yield E.A
    yield F.A | F.B
    yield NT(1, 2)
    yield from [
        None,
        True,
        False,
        0,
        1,
        255,
        256,
        65535,
        65536,
        -1,
        -128,
        -129,
        2**31 - 1,
        2**31,
        -(2**31),
        -(2**31) - 1,
        2**63,
    ]
    yield from [
        -(2**63),
        10**30,
        -(10**30),
        2**2050,
        0.0,
        -0.0,
        1.5,
        1e300,
        float("inf"),
        float("nan"),
        "",
        "a",
        "é",
        "\ud800",
    ]
    yield from [
        "a\nb\\c\0\r\x1a",
        "x" * 255,
        "x" * 256,
        "\U0001f600",
        (),
        (1,),
        (1, 2),
        (1, 2, 3),
        (1, 2, 3, 4),
        [],
        [1],
    ]
    yield from [
        [1, 2],
        {},
        {1: 2},
        {1: 2, 3: 4},
        set(),
        {1},
        frozenset(),
        frozenset([2]),
        1j,
        2 - 3.5j,
        range(5),
    ]
    yield from [
        slice(1, 2, 3),
        Ellipsis,
        NotImplemented,
        type(None),
        int,
        list,
        len,
        setst,
        object(),
        ValueError("x", 1),
    ]
    yield from [
        OSError(2, "b"),
        KeyError,
        FileNotFoundError(2, "a", "f"),
        list(range(1001)),
        list(range(1000)),
    ]
    yield from [{i: str(i) for i in range(1001)}, set(range(1000)), set(range(1500))]
    a = []
    a.append(a)
    yield a
    a = []
    t = (a,)
    a.append(t)
    yield t
    a = []
    t = (a, 1, 2, 3)
    a.append(t)
    yield t
    d = {}
    d[1] = d
    yield d
    p = Plain()
    p.me = p
    yield p
    a = ["abc", ("q",)]
    yield [a, a, a[0], a[1]]
    yield ["y" * 70000, "z", b"q" * 70000, b"r" * 65536]
    yield ["k%d" % i for i in range(20000)]
    yield collections.OrderedDict(a=1, b=2)
    yield collections.Counter("aab")
    yield collections.deque([1, 2], 5)
    yield collections.defaultdict(list, a=[1])
    yield datetime.timedelta(1, 2, 3)
    yield fractions.Fraction(1, 3)


for number, value in enumerate(objects()):
    for protocol in range(6):
        if protocol < 3 and isinstance(value, list) and len(value) == 4 and value[0][:1] == "y":
            continue
        try:
            data = pickle.dumps(value, protocol)
            print(number, protocol, len(data), data[:90], data[-40:], sum(data))
        except Exception as error:
            print(number, protocol, type(error).__name__, error)
            continue
        if type(pickle.loads(data)) is not type(value):
            print("differs")
