# python: 3.14
# Abstract classes, and those of collections.abc with all that they give; UserDict, UserList and UserString.
import abc, collections, collections.abc as c
from abc import *


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)).split(" at 0x")[0])
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


class A(ABC):
    @abstractmethod
    def f(self):
        "doc"

    @property
    @abstractmethod
    def p(self):
        pass

    @classmethod
    @abstractmethod
    def cm(cls):
        pass

    @staticmethod
    @abstractmethod
    def sm():
        pass


show(A)
print(sorted(A.__abstractmethods__))


class B(A):
    def f(self):
        return 1

    p = 5


show(B)
print(sorted(B.__abstractmethods__))


class C(B):
    def cm(self):
        pass

    def sm(self):
        pass


print(C().f(), C.__abstractmethods__)


class R(metaclass=ABCMeta):
    pass


@R.register
class X:
    pass


print(isinstance(X(), R), issubclass(X, R), issubclass(int, R), isinstance(5, R))
R.register(int)
print(isinstance(5, R), issubclass(bool, R))
show(R.register, 5)


class R2(R):
    pass


show(R2.register, R)
print(issubclass(X, R2))
show(issubclass, 5, R)
R2.register(str)
print(issubclass(str, R), isinstance("", R2))


class H(ABC):
    @classmethod
    def __subclasshook__(cls, o):
        return True if hasattr(o, "quack") else NotImplemented


class Q:
    quack = 1


print(issubclass(Q, H), issubclass(int, H), isinstance(Q(), H))


class P(A):
    pass


P.f = lambda s: 1
P.p = P.cm = P.sm = 1
show(P)
update_abstractmethods(P)
print(type(P()))
show(type(abc.get_cache_token()))


class OldP(ABC):
    @abstractproperty
    def x(self):
        pass

    @abstractclassmethod
    def y(c):
        pass

    @abstractstaticmethod
    def z():
        pass


show(OldP)
import array


async def co():
    pass


async def ag():
    yield


def ge():
    yield


cc = co()
aa = ag()
objs = [
    5,
    1.5,
    "s",
    b"b",
    bytearray(),
    [],
    (),
    {},
    set(),
    frozenset(),
    range(3),
    iter([]),
    iter({}),
    ge(),
    cc,
    aa,
    len,
    int,
    lambda: 0,
    None,
    collections.deque(),
    collections.OrderedDict(),
    collections.ChainMap(),
    collections.Counter(),
    array.array("b"),
    memoryview(b""),
    {}.keys(),
    {}.values(),
    {}.items(),
    vars(int),
    zip(),
    enumerate([]),
    map(str, []),
    reversed([]),
    object(),
    collections.UserDict(),
    collections.UserList(),
    collections.UserString("a"),
    slice(1),
    type("N", (), {"__iter__": None})(),
    type("N", (), {"__hash__": None})(),
]
for n in sorted(set(c.__all__) - {"ByteString"}):
    print(
        n,
        "".join("1" if isinstance(o, getattr(c, n)) else "0" for o in objs),
        getattr(c, n),
        sorted(getattr(c, n).__abstractmethods__),
    )
cc.close()


class S(c.Sequence):
    def __init__(s, *a):
        s.a = a

    def __len__(s):
        return len(s.a)

    def __getitem__(s, i):
        return s.a[i]


s = S(1, 2, 3, 2)
print(list(s), 2 in s, 9 in s, list(reversed(s)), s.index(2), s.count(2), s.index(2, 2), s.index(3, -2))
show(s.index, 9)
show(s.index, 1, 1, 3)


class MS(c.MutableSequence):
    def __init__(s, a=()):
        s.a = list(a)

    def __len__(s):
        return len(s.a)

    def __getitem__(s, i):
        return s.a[i]

    def __setitem__(s, i, v):
        s.a[i] = v

    def __delitem__(s, i):
        del s.a[i]

    def insert(s, i, v):
        s.a.insert(i, v)


m = MS([1, 2])
m.append(3)
m.extend([4, 5])
m.extend(m)
m += [9]
m.reverse()
print(m.a, m.pop(), m.pop(0), m.remove(4), m.a)
m.clear()
print(m.a)
show(m.pop)
show(m.remove, 1)


class ST(c.MutableSet):
    def __init__(s, a=()):
        s.a = list(dict.fromkeys(a))

    def __contains__(s, x):
        return x in s.a

    def __iter__(s):
        return iter(s.a)

    def __len__(s):
        return len(s.a)

    def add(s, v):
        if v not in s.a:
            s.a.append(v)

    def discard(s, v):
        if v in s.a:
            s.a.remove(v)

    def __repr__(s):
        return f"ST({s.a})"


a, b = ST([1, 2, 3]), ST([2, 3, 4])
print(
    a & b,
    a | b,
    a - b,
    a ^ b,
    a < b,
    a <= a,
    a >= ST([1]),
    a > ST([1]),
    a == ST([3, 2, 1]),
    a != b,
    a.isdisjoint([9]),
    {1, 2} & a,
    [1, 7] | a,
    {1, 9} - a,
    a == 5,
    a._hash() == hash(frozenset([1, 2, 3])),
)
a |= [9]
a &= [1, 9, 2]
a ^= [1, 5]
a -= [9]
print(a, a.pop(), a)
show(a.remove, 99)
a.clear()
print(a)
show(a.pop)
show(lambda: a < 5)
show(hash, a)
a = ST([1, 2])
a -= a
print(a)
a = ST([1])
a ^= a
print(a)


class M(c.MutableMapping):
    def __init__(s, *a, **k):
        s.d = {}
        s.update(*a, **k)

    def __getitem__(s, k):
        return s.d[k]

    def __setitem__(s, k, v):
        s.d[k] = v

    def __delitem__(s, k):
        del s.d[k]

    def __iter__(s):
        return iter(s.d)

    def __len__(s):
        return len(s.d)

    def __repr__(s):
        return f"M({s.d})"


m = M({"a": 1}, b=2)
print(
    m,
    m.get("a"),
    m.get("z", 5),
    "a" in m,
    list(m.keys()),
    list(m.items()),
    list(m.values()),
    m == {"a": 1, "b": 2},
    m == M(b=2, a=1),
    m != {},
    m.keys(),
    m.items(),
    m.values(),
    ("a", 1) in m.items(),
    2 in m.values(),
    m.keys() & {"a"},
    sorted(m.keys() | ["q"]),
    m.items() - {("a", 1)},
    len(m.keys()),
)
print(m.pop("a"), m.pop("a", 7), m.popitem(), m.setdefault("x", 3), m.setdefault("x", 4), m)
show(m.pop, "nope")
m.update([("k", 1)], z=2)
print(m)
m.clear()
print(m)
show(m.popitem)
show(reversed, m)
show(hash, m)
print(
    c.Callable[[int, str], bool],
    c.Callable[..., int],
    c.Iterable[int],
    c.Mapping[str, int],
    c.Callable[[], None].__args__,
    c.Callable[[int], str].__origin__,
)
show(lambda: c.Callable[int])
show(lambda: c.Callable[int, str])
u = collections.UserDict({"a": 1}, b=2)
u["c"] = 3
print(
    u,
    len(u),
    u.copy(),
    u | {"d": 4},
    {"z": 0} | u,
    u.get("a"),
    u.get("q"),
    "a" in u,
    u == {"a": 1, "b": 2, "c": 3},
    collections.UserDict.fromkeys("ab", 0),
)
show(lambda: u["nope"])


class UD(collections.UserDict):
    def __missing__(s, k):
        return k * 2

    def __setitem__(s, k, v):
        super().__setitem__(k, v + 1)


u = UD(a=1)
print(u, u["zz"], u.get("zz"), u.copy(), type(u.copy()))
l = collections.UserList([3, 1])
l.append(2)
l += [5]
print(
    l,
    l + [1],
    [0] + l,
    l * 2,
    l[1:],
    type(l[1:]).__name__,
    l == [3, 1, 2, 5],
    l < [9],
    sorted(l),
    l.index(1),
    l.count(1),
    l.pop(),
    l.copy(),
    1 in l,
    len(l),
)
l.sort(reverse=True)
l.reverse()
l.extend([7])
l.insert(0, 9)
l.remove(7)
print(l)
l[0] = 4
del l[1]
print(l, collections.UserList("ab") + "c")
t = collections.UserString("Hello")
print(
    t,
    repr(t),
    t + " x",
    "y " + t,
    t * 2,
    t.upper(),
    type(t.upper()).__name__,
    t[1],
    t[1:3],
    "ell" in t,
    len(t),
    t == "Hello",
    t.find("l"),
    t.split("l"),
    t.replace("l", "L"),
    hash(t) == hash("Hello"),
    t.encode(),
    int(collections.UserString("5")),
    t % (),
    collections.UserString("%s") % 5,
    t.startswith("He"),
    t.center(9, "*"),
    t.join(["a", "b"]),
    t.index("l"),
    t < "Z",
    str(t),
)
