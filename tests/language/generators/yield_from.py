def inner():
    x = yield 1
    print("inner got", x)
    y = yield 2
    print("inner got", y)
    return "inner result"


def outer():
    result = yield from inner()
    print("result", result)
    yield from [10, 20]
    yield from "ab"
    yield from ()
    r = yield from iter(range(2))
    print("plain iterator result", r)
    return "end"


g = outer()
print(next(g), g.send("A"), g.send("B"), next(g), list(g))


def catches():
    try:
        yield 1
    except ValueError as e:
        print("inner caught", e)
        yield "after"


def delegates():
    try:
        yield from catches()
    except KeyError as e:
        print("outer caught", e)
        yield "outer"


d = delegates()
next(d)
print(d.throw(ValueError("v")))
print(d.throw(KeyError("k")))


def closing():
    try:
        yield 1
    finally:
        print("inner closed")


def outer_close():
    try:
        yield from closing()
    finally:
        print("outer closed")


c = outer_close()
next(c)
c.close()


def over_list():
    yield from [1, 2]


o = over_list()
next(o)
try:
    o.send(5)
except AttributeError as e:
    print(e)


def bad():
    yield from 5


try:
    list(bad())
except TypeError as e:
    print(e)


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("value from iterator")


def takes():
    print((yield from It()))


list(takes())


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(list(deep(10)))
