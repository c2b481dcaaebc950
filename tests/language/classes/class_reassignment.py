class A:
    def who(self):
        return "A"


class B:
    def who(self):
        return "B"


a = A()
a.x = 1
a.__class__ = B
print(a.who(), a.x, type(a).__name__)


class S:
    __slots__ = ("y",)


for target in (S, int, 5):
    try:
        a.__class__ = target
    except TypeError as e:
        print(e)


class Base1:
    def f(self):
        return 1


class Base2:
    def f(self):
        return 2


class D(Base1):
    pass


d = D()
print(d.f())
D.__bases__ = (Base2,)
print(d.f(), D.__mro__[1].__name__)
Base2.f = lambda self: "patched"
print(d.f())
del Base2.f
print(hasattr(d, "f"))
Base2.__getattr__ = lambda self, n: "late " + n
print(d.anything)
Base2.__len__ = lambda self: 9
print(len(d))
