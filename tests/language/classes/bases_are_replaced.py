# python: 3.13
# __bases__ and __class__ assigned: what follows, and what is refused.

def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class A:
    def name(self):
        return "A"


class B:
    def name(self):
        return "B"

    def more(self):
        return "more of B"

    def __getattr__(self, name):
        return f"B's {name}"


class C(A):
    pass


class D(C):
    pass


class E(D, A):
    pass


d, e = D(), E()
print(d.name(), hasattr(d, "more"))
C.__bases__ = (B,)
print(d.name(), d.more(), d.anything, e.name(), C.__base__)
print(D.__mro__, E.__mro__, [kind.__name__ for kind in A.__subclasses__() + B.__subclasses__()])
for bases in [(), (int,), 5, (5,), (C,), (D,), (B, B), [A], (A, B), (object,), None, (type,), (bool,), (A, object)]:
    attempt(f"bases {bases}", lambda: setattr(C, "__bases__", bases))
    print("   ", C.__bases__, D.__mro__)
attempt("deleted", lambda: delattr(C, "__bases__"))
attempt("builtin", lambda: setattr(int, "__bases__", (A,)))


class Slotted:
    __slots__ = ("a",)


class OtherSlots:
    __slots__ = ("b",)


class BelowSlotted(Slotted):
    pass


class List(list):
    pass


attempt("slots", lambda: setattr(BelowSlotted, "__bases__", (A,)))
attempt("slots", lambda: setattr(C, "__bases__", (Slotted,)))
attempt("two with slots", lambda: type("Z", (Slotted, OtherSlots), {}))
attempt("slots and a list", lambda: type("Z", (Slotted, list), {}))
attempt("slots twice", lambda: type("Z", (), {"__slots__": ("a", "a")}).__slots__)
attempt("list and dict", lambda: setattr(List, "__bases__", (dict,)))
List.__bases__ = (A, list)
print(List.__mro__, List([1]).name(), List.__base__)

d = D()
d.__class__ = A
print(type(d), d.name())
for kind in (int, 5, Slotted, B):
    attempt(f"class {kind}", lambda: setattr(d, "__class__", kind))
slotted = Slotted()
attempt("other slots", lambda: setattr(slotted, "__class__", OtherSlots))
for value in (5, [], List(), len, A):
    attempt(f"class of {type(value).__name__}", lambda: setattr(value, "__class__", B))
attempt("no class", lambda: delattr(d, "__class__"))


class FirstError(Exception):
    pass


class SecondError(Exception):
    pass


error = FirstError(1)
error.__class__ = SecondError
print(repr(error))
attempt("builtin exception", lambda: setattr(error, "__class__", ValueError))


class Order(type):
    def mro(cls):
        return ORDERS[cls.__name__](cls)


ORDERS = {
    "fine": lambda cls: [cls, A, object],
    "number": lambda cls: [cls, 5],
    "empty": lambda cls: (),
    "layout": lambda cls: [cls, list, object],
    "fails": lambda cls: 1 / 0,
}
for name in ORDERS:
    attempt(name, lambda: Order(name, (), {}).__mro__)
print(Order("fine", (), {})().name())


class Named:
    pass


for name, value in [
    ("__name__", 5),
    ("__name__", "x\0"),
    ("__name__", "New"),
    ("__qualname__", 5),
    ("__abstractmethods__", frozenset(["m"])),
    ("__mro__", ()),
    ("__dict__", {}),
]:
    attempt(f"{name} = {value!r}", lambda: setattr(Named, name, value))
attempt("abstract", Named)
del Named.__abstractmethods__
attempt("abstract no more", lambda: type(Named()).__name__)
for name in ("__name__", "__qualname__", "__module__", "__abstractmethods__", "missing"):
    attempt(f"del {name}", lambda: delattr(Named, name))
try:
    del Named.missing
except AttributeError as error:
    print(error.name, error.obj is Named)
