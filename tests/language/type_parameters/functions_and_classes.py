# python: 3.13
# PEP 695 and 696.
def first[T](items: list[T]) -> T:
    return items[0]


class Box[T, *Ts, **P]:
    def __init__(self, v: T):
        self.v = v

    def map[U](self, f) -> "Box[U]":
        return Box(f(self.v))


print(first([5]), Box(2).map(str).v, first.__type_params__, Box.__type_params__)
T, Ts, P = Box.__type_params__
print(T.__name__, Ts.__name__, P.__name__, T, Ts, P, type(T).__name__, type(Ts).__name__, type(P).__name__)


def bound[S: str, N: (int, float), D = int](s: S, n: N, d: D): ...


S, N, D = bound.__type_params__
print(S.__bound__, N.__constraints__, D.__default__, S.__constraints__, N.__bound__, D.has_default(), S.has_default())
print(Box.__orig_bases__[0].__origin__.__name__)


class One[V]:
    def __init__(self, v):
        self.v = v


print(One[int], One[int].__origin__ is One, One[int](4).v)


class Sub[K](One[K]):
    x = 1


print(Sub(3).v, Sub.__type_params__, [c.__name__ for c in Sub.__mro__])


def lazily[X: undefined_name]():
    return X


try:
    lazily.__type_params__[0].__bound__
except NameError as e:
    print(e)
for source in ("def f[T, T](): pass", "class C[T: (yield)]: pass", "def f[T](T): return T", "type X[T, T] = int", "def f[T = int, U](): pass"):
    try:
        exec(source)
        print("fine")
    except SyntaxError as e:
        print(e.msg)
