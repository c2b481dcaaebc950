# A generator keeps its own variables and handled exception.
import sys


def g():
    try:
        raise ValueError("inside")
    except ValueError:
        yield repr(sys.exception())
        yield repr(sys.exception())


try:
    raise KeyError("outside")
except KeyError:
    it = g()
    print(next(it), repr(sys.exception()))
print(sys.exception())
print(next(it))


def h():
    yield repr(sys.exception())
    yield repr(sys.exception())


it = h()
try:
    raise KeyError("k")
except KeyError:
    print(next(it))
print(next(it))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


x, y = fib(), fib()
print([next(x) for _ in range(5)], [next(y) for _ in range(3)], [next(x) for _ in range(3)])


def tree(n):
    if n:
        for t in tree(n - 1):
            yield t
        yield n


print(list(tree(6)))
