class C:
    n = 1

    @classmethod
    def make(cls, *args):
        return (cls.__name__, args)

    @staticmethod
    def add(a, b=1):
        return a + b

    @classmethod
    def bump(cls):
        cls.n += 1
        return cls.n


class D(C):
    pass


c = C()
print(c.make(1), C.make(), D.make(2), D().make(), C.add(1), c.add(1, 2))
print(D.bump(), D.n, C.n, C.bump(), D.n)
print(C.make.__self__ is C, C.make.__func__.__name__, C.__dict__["add"].__func__(5), C.add.__name__)
print(type(C.__dict__["make"]).__name__, type(C.__dict__["add"]).__name__, type(C.make).__name__, type(C.add).__name__)
s = staticmethod(lambda: "called")
print(s())


class E:
    f = staticmethod(len)
    g = classmethod(lambda cls: cls.__name__)
    h = len


print(E.f([1]), E().f([1, 2]), E.g(), E().h([1, 2, 3]))
try:
    classmethod(5).__get__(None, C)()
except TypeError as e:
    print(e)
