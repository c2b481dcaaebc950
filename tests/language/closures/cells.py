def make(a, b):
    c = 3

    def inner():
        return a + b + c

    return inner


f = make(1, 2)
print(f(), len(f.__closure__), [c.cell_contents for c in f.__closure__], f.__code__.co_freevars)
f.__closure__[0].cell_contents = 100
print(f())
print(make.__code__.co_cellvars, type(f.__closure__[0]).__name__)


def empty():
    def g():
        return x

    cell = g.__closure__[0]
    try:
        cell.cell_contents
    except ValueError as e:
        print(e)
    x = 5
    return cell.cell_contents


print(empty())


def params(x):
    def set_it(v):
        nonlocal x
        x = v

    set_it(x + 1)
    return x


print(params(1))


def args(*a, **k):
    return lambda: (a, k)


print(args(1, z=2)())


class C:
    def m(self):
        return lambda: self

    def cls(self):
        return __class__


c = C()
print(c.m()() is c, c.cls() is C)
