class Data:
    def __get__(self, o, t):
        return "data"

    def __set__(self, o, v):
        pass


class NonData:
    def __get__(self, o, t):
        return "nondata"


class Base:
    d = Data()
    n = NonData()
    p = "base plain"


class C(Base):
    p = "class plain"


c = C()
c.__dict__.update(d="inst", n="inst", p="inst")
print(c.d, c.n, c.p, C.d, C.n, C.p)
del c.__dict__["p"], c.__dict__["n"]
print(c.p, c.n)


class Meta(type):
    m = "meta plain"
    d = Data()
    n = NonData()


class K(metaclass=Meta):
    n = "class n"


print(K.m, K.d, K.n)
K.m = "own"
print(K.m, Meta.m)
try:
    K().m
    print("found own m")
except AttributeError as e:
    print(e)


class Special:
    pass


s = Special()
s.__len__ = lambda: 5
s.__str__ = lambda: "ignored"
try:
    len(s)
except TypeError as e:
    print(e)
print(str(s).startswith("<__main__.Special"))
Special.__len__ = lambda self: 6
print(len(s))
