# python: 3.13
# What __reduce_ex__ says of builtin objects and of instances, by protocol.
import copyreg


def shown(part):
    if callable(part) and not isinstance(part, type):
        return part.__name__
    return "iterator" if hasattr(part, "__next__") else part


class Plain:
    def __repr__(self):
        return "Plain"


class Slotted:
    __slots__ = ("a", "__dict__")

    def __repr__(self):
        return "Slotted"


class Number(int):
    pass


plain, slotted, number = Plain(), Slotted(), Number(5)
plain.x = 1
slotted.a, slotted.b = 2, 3
number.x = 4
for value in (plain, slotted, number, None, 5, True, 1.5, 1j, "x", b"x", bytearray(b"x"), [1], (1, 2), {1: 2}, {1},
              range(3), slice(1), ..., NotImplemented, len, [].append, str.join, int.__add__, (1).__add__,
              plain.__repr__, iter([1]), ValueError(1), memoryview(b"x"), Plain.__repr__,
              (item for item in ()), dict.__dict__["fromkeys"], property()):
    for protocol in (0, 2, 4):
        try:
            parts = value.__reduce_ex__(protocol)
            print(protocol, parts if isinstance(parts, str) else [shown(part) for part in parts])
        except TypeError as error:
            print(protocol, "TypeError:", error)
    print("   ", value.__getstate__())
print(copyreg.__newobj__(int, 5), copyreg.__newobj_ex__(int, ("ff",), {"base": 16}), copyreg._slotnames(Slotted))
print(copyreg._reconstructor(Number, int, 7), type(copyreg._reconstructor(Plain, object, None)).__name__)
