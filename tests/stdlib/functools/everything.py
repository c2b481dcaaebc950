# python: 3.14
# All of the module: reduce, partial objects, caches, orderings, wrappers, functions chosen by type.
import copy
import functools as ft
import operator
import random
from functools import *


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)).split(" at 0x")[0])
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


show(reduce, operator.add, [1, 2, 3])
show(reduce, operator.add, [])
show(reduce, operator.add, [], 5)
show(reduce, operator.add, 5)
show(reduce, 5, [1])
show(reduce, 5, [1, 2])
show(reduce, operator.add, "abc", "x")
show(reduce, lambda a, b: 1 / 0, [1, 2])
p = partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords, p("12", base=3))
show(p)
show(p, "2")
p = partial(print, 1, 2, sep="-", end="!\n")
p(3)
p(3, sep="+")
print(p.keywords)
show(partial)
show(partial, 5)
show(partial, func=int)
q = partial(p, 9, sep="/")
print(q.args, q.keywords, q.func is print)
q()
print(repr(partial(int)), repr(partial(int, 1, 2, x=3)), repr(partial(partial(int, 1), 2)))
p = partial(int, 1)
p.__name__ = "named"
p.x = 5
print(p.__name__, p.__dict__)
c = copy.copy(p)
print(c.__dict__, c.args)
print(p.__reduce__()[1:], copy.deepcopy(partial(int, [1])).args)
for s in (
    None,
    (1, 2),
    (5, (), {}, {}),
    (int, [], {}, {}),
    (int, (), [], {}),
    (int, (2,), None, None),
    (int, (2,), {"a": 1}, {"z": 1}),
):
    p = partial(int)
    show(p.__setstate__, s)
    print(p.args, p.keywords, p.__dict__)


class PS(partial):
    def extra(self):
        return 5


ps = PS(int, 5)
print(ps, ps(), ps.extra(), isinstance(ps, partial))
r = partial(int)
r.__setstate__((r, (r,), {"a": r}, {}))
print(repr(r))
p = partial(int)


class M:
    f = lambda self, *a, **k: (a, k)
    pm = partialmethod(f, 1, x=2)
    pm2 = partialmethod(pm, 3, y=4)
    cm = partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), 7)
    sm = partialmethod(staticmethod(lambda *a: a), 8)
    bi = partialmethod(str, 5)


print(
    M().pm(9),
    M().pm2(9, z=1),
    M().cm(1),
    M.cm(2),
    M().sm(1),
    M.sm(),
    M.pm(M(), 5),
    M.__dict__["pm2"].args,
    M.__dict__["pm2"].keywords,
)
show(partialmethod, 5)
print(repr(M.__dict__["sm"]).split("<static")[0])


@lru_cache(maxsize=2)
def f(x, y=0, **k):
    print("call", x, y, k)
    return x


for a, k in [
    ((1,), {}),
    ((1.0,), {}),
    ((1,), {}),
    ((2,), {}),
    ((3,), {}),
    ((1,), {}),
    ((3,), {}),
    ((3,), {"y": 0}),
    ((3,), {"y": 0}),
    ((3,), {"a": 1, "b": 2}),
    ((3,), {"b": 2, "a": 1}),
    (("1",), {}),
    ((True,), {}),
]:
    f(*a, **k)
print(f.cache_info(), f.cache_parameters(), f.__name__, f.__wrapped__.__name__)
f.cache_clear()
print(f.cache_info())
show(f, [])
show(f)
show(lru_cache, "a")
show(lru_cache(5), 5)
show(cache, 5)


@lru_cache(typed=True)
def g(x):
    print("g", x)
    return x


g(1)
g(1.0)
g(True)
g(1)
print(g.cache_info())


@lru_cache
def h(x):
    return x * 2


print(h(3), h(3), h.cache_info(), h.cache_parameters())


@lru_cache(maxsize=0)
def z(x):
    return x


z(1)
z(1)
print(z.cache_info())


@lru_cache(maxsize=-5)
def z(x):
    return x


z(1)
print(z.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache(maxsize=3)
def lr(n):
    return n


for i in [1, 2, 3, 1, 4, 1, 2, 5, 1, 1, 3, 9, 8, 7, 1]:
    lr(i)
print(lr.cache_info())
for i in range(1000):
    lr(i % 7)
print(lr.cache_info())


@lru_cache(maxsize=50)
def big(n):
    return n


rr = random.Random(1)
for i in range(5000):
    big(rr.randrange(80))
print(big.cache_info())


@lru_cache(maxsize=2)
def boom(n):
    if n == 2:
        raise ValueError("two")
    return n


show(boom, 2)
show(boom, 2)
print(boom.cache_info())


@lru_cache(maxsize=2)
def rec(n):
    return 1 if n == 0 else rec(n - 1) + 1


print(rec(20), rec.cache_info())


class C:
    @lru_cache
    def m(self, x):
        return x + 1

    @cache
    def n(self):
        return 3

    @staticmethod
    @cache
    def s(x):
        return x


c = C()
print(c.m(1), c.m(1), C.m.cache_info(), c.n(), C.s(2), c.s(2))
print(copy.copy(f) is f, copy.deepcopy(f) is f, f.__reduce__())


def mycmp(a, b):
    return b - a


K = cmp_to_key(mycmp)
print(
    sorted([3, 1, 2], key=K),
    K(1) < K(2),
    K(1) > K(2),
    K(1) == K(1),
    K(1) != K(1),
    K(1) <= K(1),
    K(2) >= K(3),
    K(5).obj,
)
show(lambda: K(1) < 1)
show(lambda: K < K(1))
show(hash, K(1))
show(lambda: K(obj=3).obj)
show(cmp_to_key)
show(lambda: cmp_to_key(lambda a, b: "x")(1) < cmp_to_key(lambda a, b: "x")(2))
show(lambda: K.obj)
k = K(1)
k.obj = 9
print(k.obj)


def deco(fn):
    @wraps(fn)
    def w(*a, **k):
        "w doc"
        return fn(*a, **k)

    return w


@deco
def named(a: int) -> str:
    "the doc"


named.x = 1
print(
    named.__name__,
    named.__doc__,
    named.__module__,
    named.__qualname__,
    named.__wrapped__.__name__,
    named.__annotations__,
)


def ww():
    pass


def tt():
    "d"


tt.attr = 5
update_wrapper(ww, tt, assigned=("__doc__", "nope"), updated=("__dict__",))
print(ww.__doc__, ww.attr, ww.__name__)
show(update_wrapper, ww, tt, (), ("nope",))
update_wrapper(ww, len)
print(ww.__name__)
for root in ("lt", "le", "gt", "ge"):
    ns = {
        "__init__": lambda s, n: setattr(s, "n", n),
        "__eq__": lambda s, o: s.n == o.n if isinstance(o, type(s)) else NotImplemented,
    }
    ns[f"__{root}__"] = (lambda op: lambda s, o: op(s.n, o.n) if isinstance(o, type(s)) else NotImplemented)(
        getattr(operator, root)
    )
    V = total_ordering(type("V", (), ns))
    print(
        [
            op(V(a), V(b))
            for op in (operator.lt, operator.le, operator.gt, operator.ge)
            for a in (1, 2)
            for b in (1, 2)
        ],
        V.__lt__.__name__,
        V.__ge__.__name__,
    )
    for op in (operator.lt, operator.le, operator.gt, operator.ge):
        show(op, V(1), 5)
show(total_ordering, type("E", (), {}))


class CP:
    calls = 0

    @cached_property
    def x(self):
        "docx"
        self.calls += 1
        return self.calls


show(lambda: type("D", (), {"a": CP.__dict__["x"], "b": CP.__dict__["x"]}))


class CP:
    calls = 0

    @cached_property
    def x(self):
        "docx"
        CP.calls += 1
        return CP.calls


c = CP()
print(c.x, c.x, c.__dict__, CP.x.__doc__, CP.x.attrname)
del c.x
print(c.x)


class SL:
    __slots__ = ("a",)

    @cached_property
    def x(self):
        return 1


show(lambda: SL().x)
cp = cached_property(lambda s: 1)
show(lambda: cp.__get__(c, CP))


@singledispatch
def sd(v, *a):
    return "object", a


@sd.register(int)
def _(v):
    return "int"


@sd.register
def _(v: list):
    return "list"


@sd.register(float | complex)
def _(v):
    return "number"


@sd.register
def _(v: str | bytes):
    return "text"


class LL(list):
    pass


print(
    sd(1),
    sd([]),
    sd("s"),
    sd(True),
    sd(2.5),
    sd(1j),
    sd(b""),
    sd(None, 3),
    sd(LL()),
    sd.dispatch(dict) is sd.__wrapped__,
    sorted(t.__name__ for t in sd.registry),
    sd.__name__,
)
show(sd)
show(sd.register, 5, 6)
show(sd.register, lambda x: 1)
show(sd.register, "a")


def bad(x: 5):
    pass


show(sd.register, bad)


def bad2(x: "int"):
    return "ann"


sd.register(bad2)
print(sd(1))


class Meta(type):
    def __subclasscheck__(cls, sub):
        return hasattr(sub, "quack")


class Duck(metaclass=Meta):
    pass


class Mal:
    def quack(self):
        pass


class Mal2(Mal):
    pass


sd.register(Duck, lambda v: "duck")
print(sd(Mal()), sd(Mal2()), sd(3))
sd.register(Mal2, lambda v: "mal2")
print(sd(Mal2()), sd(Mal()))


class SM:
    @singledispatchmethod
    def m(self, v):
        return "object"

    @m.register
    def _(self, v: int):
        return "int"

    @m.register(str)
    def _(self, v):
        return "str"

    @singledispatchmethod
    @classmethod
    def c(cls, v):
        return cls.__name__, "o"

    @c.register(int)
    @classmethod
    def _(cls, v):
        return cls.__name__, "i"


s = SM()
print(s.m(1), s.m("a"), s.m(None), SM.c(1), SM.c("a"), s.c(1), s.m.__name__)
show(s.m)
show(singledispatchmethod, 5)
print(partial[int], cached_property[int])
print(sorted(ft.__all__))
if True:
    P = ft.Placeholder
    print(P, type(P)() is P, repr(type(P)), copy.copy(P) is P)
    p = partial(lambda *a, **k: (a, k), 1, P, 3, P, 5, x=1)
    print(p(2, 4), p(2, 4, 6, y=2), p.args)
    show(p)
    show(p, 1)
    q = partial(p, "a", "b")
    print(q.args, q())
    q = partial(p, "a")
    print(q.args, q("z"))
    q = partial(p, P, "b")
    print(q.args, q("A"))
    show(partial, int, P)
    show(partial, int, 1, P)
    show(partial, int, x=P)

    class W:
        def f(self, *a):
            return a

        pm = partialmethod(f, P, 2)

    print(W().pm(1))
    print(ft.reduce(lambda a, b: a + b, [1, 2], initial=5))
