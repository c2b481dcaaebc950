class C:
    def __init__(self, v):
        self.v = v

    def m(self, x=0):
        return self.v + x

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


a, b = C(1), C(2)
f = a.m
print(f(), f(5), f.__self__ is a, f.__func__ is C.m, a.m == a.m, a.m is a.m, a.m == b.m, hash(a.m) == hash(a.m))
print(C.m(a, 3), list(map(a.m, [1, 2])))
a.v = 10
print(f())
a.m = lambda: "instance"
print(a.m(), C.m(a))
import types
a.n = types.MethodType(lambda self, y: (self.v, y), a)
print(a.n(3))
print(repr(b.m).startswith("<bound method C.m of <__main__.C object at 0x"), f.__name__, f.__doc__)
del a.m
print(a.m())
