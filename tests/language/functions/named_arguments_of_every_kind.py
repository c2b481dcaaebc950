"""Arguments with names, for parameters of every kind, with defaults or without, in any order."""


def plain(a, b, c):
    return a, b, c


def some(a, b=2, c=3, d=4):
    local = a
    return local, b, c, d


def only(a, /, b, *, c=3, d):
    return a, b, c, d


def first(a, b=2, /, c=3):
    return a, b, c


def rest(a, *args, **kwargs):
    return a, args, kwargs


def generator(a, b=2):
    yield a
    yield b


def cell(a, b=2):
    return (lambda: (a, b))()


def many(a, b, c, d, e=5, f=6, g=7, h=8, i=9, j=10, k=11, l=12, m=13, n=14, o=15, p=16, q=17, r=18):
    return a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r


class Thing:
    def __init__(self, a, b=2, *, c=3):
        self.parts = a, b, c

    def method(self, a, b=2, c=3):
        return a, b, c

    @classmethod
    def make(cls, a, b=5):
        return cls(a, b=b).parts


CALLS = """
plain(1, 2, c=3)        plain(1, c=3, b=2)      plain(c=1, b=2, a=3)    plain(1, 2)             plain(1, a=2, b=3, c=4)
plain(1, b=2)           plain(1, b=2, x=3)      plain(a=1, b=2)         plain(1, 2, 3, c=4)     plain(1, 2, 3, 4, a=5)
some(1, d=9)            some(1, c=8, b=7)       some(a=1)               some(b=1)               some(1, local=2)
some(1, 2, 3, d=4)      some(1, 2, b=3)         some(d=1, c=2, b=3, a=4)    some(1, 2, 3, 4, d=5)
only(1, 2, d=4)         only(1, b=2, d=4, c=5)  only(a=1, b=2, d=3)     only(1, 2, c=3)         only(1, d=2, b=3)
first(1, c=2)           first(1, b=2)           first(a=1)              first(c=1)              first(1, 2, c=4)
rest(1, b=2)            rest(1, 2, a=3)         rest(a=1, b=2)          rest(b=1)               rest(1, 2, 3, x=4)
list(generator(1, b=3))  list(generator(b=1, a=2))   list(generator(a=1))    cell(1, b=5)        cell(b=1, a=2)
many(1, 2, 3, d=4)      many(1, 2, 3, 4, r=0)   many(1, 2, 3, 4, e=5, f=6, g=7, h=8, i=9)       many(1, 2, 3, r=4)
Thing(1, b=3).parts     Thing(b=1, a=2).parts   Thing(1, c=5).parts     Thing(c=1).parts        Thing.make(1, b=2)
Thing(1).method(1, c=2)  Thing(1).method(b=1, a=2)   Thing(1).method(self=1, a=2)    Thing.make(b=2, a=1)
plain(*(1, 2), c=3)     plain(1, **{"c": 3, "b": 2})    some(1, **{"d": 2}, b=3)    some(*range(4))     some(*[1, 2, 3, 4, 5])
"""

import re

codes = []
for text in re.split(r"  +|\n", CALLS.strip()):
    try:
        codes.append(compile(text, "call", "eval"))
    except SyntaxError as error:
        print(text, error.msg)
for code in codes * 2:
    try:
        print(eval(code))
    except TypeError as error:
        print(error)


def loop(function, count):
    total = 0
    for i in range(count):
        total += sum(function(i, d=i + 1)) + sum(function(i, c=1, b=i))
    return total


print(loop(some, 1000))
some.__defaults__ = (20, 30, 40)
print(some(1, c=3), loop(some, 10))
some.__defaults__ = None
try:
    loop(some, 1)
except TypeError as error:
    print(error)


def deep(n, *, unused=None):
    return 0 if n == 0 else 1 + deep(n=n - 1)


def deeper(n, m=0):
    return m if n == 0 else deeper(m=m + 1, n=n - 1)


print(deep(100), deeper(200))
try:
    deeper(m=0, n=10**6)
except RecursionError:
    print("too deep")
