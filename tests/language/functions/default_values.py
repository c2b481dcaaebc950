# Defaults are evaluated once, when the def statement runs.
def f(x, seen=[]):
    seen.append(x)
    return seen


print(f(1), f(2), f(3, []), f(4))
n = 1


def g(v=n):
    return v


n = 2
print(g())


def make(i):
    def inner(x=i * 2, *, y=i * 3):
        return x, y

    return inner


print(make(1)(), make(5)(), make(2).__defaults__, make(2).__kwdefaults__)
log = []


def d(x):
    log.append(x)
    return x


def h(a=d(1), b=d(2), *, c=d(3)) -> d(4):
    pass


print(log[:3])
f.__defaults__ = ("replaced",)
try:
    f(1)
except AttributeError as e:
    print(e)
g.__defaults__ = None
try:
    g()
except TypeError as e:
    print(e)
make(1).__kwdefaults__


def order(a, b=1, *args, c, d=2, **k):
    return a, b, args, c, d, k


print(order(1, c=3), order(1, 2, 3, c=4, d=5, e=6))
