import functools as ft
print(ft.reduce(lambda a, b: a + b, [1, 2, 3]), ft.reduce(lambda a, b: a * b, [], 7))
p = ft.partial(int, base=2)
q = ft.partial(print, "a", sep="-")
q("b")
print(p("101"), p.func is int, p.args, p.keywords)
calls = []


@ft.lru_cache(maxsize=2)
def f(x):
    calls.append(x)
    return x * 2


print(f(1), f(2), f(1), f(3), f(2), calls, f.cache_info())
f.cache_clear()
print(f.cache_info())


@ft.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50))


def deco(g):
    @ft.wraps(g)
    def w(*a):
        "wrapper doc"
        return g(*a)

    return w


@deco
def named():
    "the doc"


print(named.__name__, named.__doc__, named.__wrapped__.__name__)


@ft.total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([3, 1, 2], key=ft.cmp_to_key(lambda a, b: b - a)))


class C:
    @ft.cached_property
    def x(self):
        calls.append("x")
        return 5


c = C()
print(c.x, c.x, calls[-2:], c.__dict__)


@ft.singledispatch
def show(v):
    return "object"


@show.register(int)
def _(v):
    return "int"


@show.register
def _(v: list):
    return "list"


print(show(1), show([]), show("s"), show(True))
try:
    ft.reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
