# What abstract classes answer is remembered: until somebody registers a class, and never where others have a say.
import abc, collections.abc as A, numbers, typing, gc


class Base(abc.ABC):
    pass


class X:
    pass


x = X()
print(isinstance(x, Base), isinstance(x, Base), issubclass(X, Base))
Base.register(X)
print(isinstance(x, Base), isinstance(x, Base), issubclass(X, Base))


class Hook(abc.ABC):
    calls = 0

    @classmethod
    def __subclasshook__(cls, c):
        Hook.calls += 1
        return hasattr(c, "foo")


class Y:
    pass


y = Y()
print(isinstance(y, Hook), isinstance(y, Hook), Hook.calls)
Y.foo = 1
print(isinstance(y, Hook), issubclass(Y, Hook))
Base.register(int)
print(isinstance(y, Hook), Hook.calls, isinstance(5, Base), isinstance(True, Base), issubclass(bool, Base))


class M(abc.ABCMeta):
    n = 0

    def __instancecheck__(cls, i):
        M.n += 1
        return super().__instancecheck__(i)


class Z(metaclass=M):
    pass


for _ in range(3):
    print(isinstance(5, Z), M.n)


class M2(abc.ABCMeta):
    def __subclasscheck__(cls, c):
        return c is str or super().__subclasscheck__(c)


class Z2(metaclass=M2):
    pass


for _ in range(2):
    print(isinstance("a", Z2), isinstance(5, Z2), issubclass(str, Z2), issubclass(int, Z2))


class Fake:
    @property
    def __class__(self):
        return int


for _ in range(3):
    print(isinstance(Fake(), numbers.Number), isinstance(Fake(), A.Mapping), isinstance(Fake(), int))


class GA:
    def __getattribute__(self, n):
        return dict if n == "__class__" else object.__getattribute__(self, n)


for _ in range(3):
    print(isinstance(GA(), A.Mapping), isinstance(GA(), dict))
import weakref


class W(dict):
    pass


w = W()
pr = weakref.proxy(w)
for _ in range(2):
    print(isinstance(pr, A.Mapping), isinstance(w, A.Mapping))


class C2(abc.ABC):
    @abc.abstractmethod
    def f(self):
        ...


print(
    isinstance([], A.Sequence),
    isinstance({}, A.Sequence),
    isinstance((), (str, A.Sequence)),
    isinstance(5, A.Hashable),
    isinstance([], A.Hashable),
    issubclass(dict, A.MutableMapping),
)
X2 = type("X2", (), {})
print(isinstance(X2(), Base))
del X2
gc.collect()
for i in range(50):
    K = type("K%d" % i, (), {"__iter__": lambda s: iter(())} if i % 2 else {})
    assert isinstance(K(), A.Iterable) == bool(i % 2)
    assert isinstance(K(), A.Iterable) == bool(i % 2)
    if i % 7 == 0:
        del K
        gc.collect()
Base._abc_caches_clear() if hasattr(Base, "_abc_caches_clear") else None
print(isinstance(x, Base))
try:
    issubclass(5, Base)
except TypeError as e:
    print(e)


class Der(Base):
    pass


d = Der()
print(isinstance(d, Base), isinstance(d, Hook))
