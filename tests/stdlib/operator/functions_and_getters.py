# python: 3.14
# Every function with operands of many kinds; what gets items, attributes and methods.
import copy
import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # ~True
import operator
from operator import *


def show(f, *a, **k):
    name = getattr(f, "__name__", f)
    try:
        print(name, repr(f(*a, **k)))
    except Exception as e:
        print(name, type(e).__name__, e)


class A:
    def __add__(s, o):
        return "add"

    def __radd__(s, o):
        return "radd"

    def __iadd__(s, o):
        return "iadd"

    def __index__(s):
        return 7

    def __length_hint__(s):
        return 42

    def __getitem__(s, i):
        if isinstance(i, int) and i > 3:
            raise IndexError(i)
        return i

    def __abs__(s):
        return "abs"

    def __matmul__(s, o):
        return "mm"


class B:
    def __length_hint__(s):
        return NotImplemented


class B2:
    def __length_hint__(s):
        return -1


class B3:
    def __length_hint__(s):
        return "a"


class B4:
    def __len__(s):
        raise TypeError("x")

    def __length_hint__(s):
        return 3


class B5:
    def __length_hint__(s):
        return 0


vals = [0, 5, -3, 2.5, "ab", [1, 2], (1,), {1: 2}, None, A(), True]
two = [
    lt,
    le,
    eq,
    ne,
    gt,
    ge,
    is_,
    is_not,
    add,
    and_,
    floordiv,
    lshift,
    mod,
    mul,
    matmul,
    or_,
    pow,
    rshift,
    sub,
    truediv,
    xor,
    concat,
    contains,
    countOf,
    getitem,
    indexOf,
    iadd,
    iand,
    iconcat,
    ifloordiv,
    ilshift,
    imod,
    imul,
    imatmul,
    ior,
    ipow,
    irshift,
    isub,
    itruediv,
    ixor,
]
for f in two:
    for a in vals:
        for b in vals:
            try:
                r = f(copy.copy(a), b)
            except Exception as e:
                r = f"{type(e).__name__} {e}"
            print(f.__name__, repr(r).split(" at 0x")[0], end=";")
    print()
    show(f)
    show(f, 1)
    show(f, 1, 2, 3)
    show(f, a=1, b=2)
for f in (not_, truth, abs, index, inv, invert, neg, pos, length_hint):
    for a in vals + [B(), B2(), B3(), B4(), B5(), iter([1, 2]), range(3)]:
        try:
            r = f(a)
        except Exception as e:
            r = f"{type(e).__name__} {e}"
        print(f.__name__, repr(r).split(" at 0x")[0], end=";")
    print()
    show(f)
    show(f, 1, 2, 3)
show(length_hint, B(), 9)
show(length_hint, 5, 9)
show(length_hint, 5, "a")
show(length_hint, [], 9)
show(length_hint, B5(), 9)
show(length_hint, 1, -3)
show(length_hint, 5, 10**30)
show(length_hint, B4(), 7)
l = [1, 2, 3]
show(setitem, l, 0, 9)
show(delitem, l, 1)
print(l)
show(setitem, 5, 0, 1)
show(delitem, 5, 0)
show(delitem, l, 10)
show(setitem, l, slice(0, 1), [7, 8])
print(l)
show(call, int, "5")
show(call, int, "11", base=2)
show(call, 5)


class O:
    pass


o = O()
o.a = O()
o.a.b = O()
o.a.b.c = 5
o.x = 1
o.name = "n"
for args in [
    ("x",),
    ("a.b.c",),
    ("x", "name"),
    ("x", "a.b.c"),
    (),
    (5,),
    ("x", 5),
    ("",),
    ("a..b",),
    ("nope",),
    ("a.nope",),
]:
    try:
        g = attrgetter(*args)
        print(g)
        print(g(o), copy.copy(g)(o), g.__reduce__()[1])
    except Exception as e:
        print(type(e).__name__, e)
for args in [(1,), (0, 2), ("a",), (), (slice(1, 3),), (10,)]:
    try:
        g = itemgetter(*args)
        print(g, g.__reduce__()[1])
        print(g("abcd"), copy.copy(g)([1, 2, 3, 4]), copy.deepcopy(g)(range(5)))
    except Exception as e:
        print(type(e).__name__, e)
for a, k in [
    (("upper",), {}),
    (("split", "b"), {}),
    (("split",), {"sep": "b", "maxsplit": 1}),
    ((), {}),
    ((5,), {}),
    (("nope",), {}),
    (("replace", "a", "z"), {}),
]:
    try:
        g = methodcaller(*a, **k)
        print(g)
        print(g("abcba"))
        print(copy.copy(g)("abc") if not k else "")
    except Exception as e:
        print(type(e).__name__, e)
show(itemgetter(1))
show(itemgetter(1), [1, 2], 3)
show(itemgetter(1), x=1)
show(attrgetter("x"), o, 1)
show(attrgetter("x"), o, k=1)
show(methodcaller("upper"), "a", 1)
show(itemgetter(1), 5)
print(
    sorted(operator.__all__),
    [
        n
        for n in dir(operator)
        if n.startswith("__")
        and n[2:-2].rstrip("_") + "x"
        and getattr(operator, n) in (add, and_, concat, not_, iconcat, index, call, contains, getitem)
    ],
)
print(
    operator._compare_digest("a", "a"),
    operator._compare_digest(b"a", b"ab"),
    operator._compare_digest(b"", b""),
    operator._compare_digest(bytearray(b"x"), b"x"),
)
show(operator._compare_digest, "é", "é")
show(operator._compare_digest, "a", b"a")
show(operator._compare_digest, 1, 2)
recursive = []
g = itemgetter(recursive)
recursive.append(g)
print(g)
print(
    sorted([(2, "b"), (1, "z")], key=itemgetter(1)),
    list(map(add, [1, 2], [3, 4])),
    max([o], key=attrgetter("x")) is o,
)
