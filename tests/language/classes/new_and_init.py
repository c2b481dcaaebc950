class A:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)

    def __init__(self, *args, **kw):
        print("init", args, kw)


a = A(1, k=2)


class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = object.__new__(cls)
        return cls.instance


print(Single() is Single())


class Other:
    def __new__(cls):
        return "not an instance"

    def __init__(self):
        print("never called")


print(Other())


class Up(str):
    def __new__(cls, s):
        return super().__new__(cls, s.upper())


class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


print(Up("abc"), type(Up("x")).__name__, Pair(1, 2), Pair(3, 4).first)


class BadInit:
    def __init__(self):
        return 5


class OnlyNew:
    def __new__(cls, x):
        self = super().__new__(cls)
        self.x = x
        return self


class OnlyInit:
    def __init__(self, x):
        self.x = x


print(OnlyNew(1).x, OnlyInit(2).x)
for call in (BadInit, OnlyNew, OnlyInit, lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int),
             lambda: int.__new__(str), lambda: A.__new__()):
    try:
        call()
    except TypeError as e:
        print(e)
o = OnlyInit.__new__(OnlyInit)
print(hasattr(o, "x"))
