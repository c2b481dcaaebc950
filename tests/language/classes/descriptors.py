class D:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        return ("get", obj is None, owner.__name__)

    def __set__(self, obj, value):
        print("set", value)

    def __delete__(self, obj):
        print("delete")


class NonData:
    def __get__(self, obj, owner):
        return "nondata"


class C:
    d = D()
    n = NonData()


c = C()
print(c.d, C.d, c.n)
c.d = 5
del c.d
c.__dict__["d"] = "instance"
print(c.d)
c.n = "instance"
print(c.n, C.n)
C.n = "class"
print(C.n)


class OnlySet:
    def __set__(self, obj, value):
        obj.__dict__["s"] = value * 2


class E:
    s = OnlySet()


e = E()
print(type(e.s).__name__)
e.s = 4
print(e.s)
try:
    del e.s
except AttributeError as err:
    print(err)


class Validated:
    def __init__(self, check):
        self.check = check

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner):
        return self if obj is None else getattr(obj, self.name)

    def __set__(self, obj, value):
        if not self.check(value):
            raise ValueError(self.name)
        setattr(obj, self.name, value)


class P:
    age = Validated(lambda v: v >= 0)


p = P()
p.age = 3
print(p.age, vars(p))
try:
    p.age = -1
except ValueError as err:
    print(err)
print(C.__dict__["d"].__get__(None, C), len.__get__(5) if False else "skip")
f = lambda self: self
print(f.__get__(1)(), f.__get__(None, int) is f)
