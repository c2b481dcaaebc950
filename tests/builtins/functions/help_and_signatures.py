# Signatures as CPython shows them.
# python: 3.13
import inspect


def f(a, b=1, /, c: int = 2, *args, d, e="x", **kw) -> str:
    pass


print(inspect.signature(f))
for g in (len, sorted, isinstance, list.append, list.insert, str.split, str.replace, dict.get, dict.pop, abs, sum, print, list.sort, int.to_bytes, str.encode, bytes.hex, enumerate, round, ord):
    try:
        print(g.__name__, inspect.signature(g))
    except ValueError:
        print(g.__name__, "has no signature")


class C:
    def __init__(self, x, y=None):
        pass

    def m(self, a):
        pass


print(inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m))
