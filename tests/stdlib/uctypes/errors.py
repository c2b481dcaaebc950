# What is no descriptor, what is not in a structure, and memory that is not a program's.
# cpython: differs — it has no uctypes
import uctypes

data = bytearray(8)
address = uctypes.addressof(data)


def attempt(title, function):
    try:
        print(title, function())
    except Exception as error:
        print(title, type(error).__name__, error)


for descriptor in (5, [], "x", (), (0,), (0, 5), (uctypes.PTR,), (uctypes.ARRAY, "x"), (uctypes.ARRAY, 1, {}, 2), {"a": []}):
    attempt("sizeof", lambda: uctypes.sizeof(descriptor))
deep = {}
deep["self"] = (0, deep)
attempt("endless", lambda: uctypes.sizeof(deep))
structure = uctypes.struct(address, {"a": uctypes.UINT8, "b": (uctypes.ARRAY, uctypes.UINT16 | 2), "far": uctypes.UINT32 | 6})
attempt("no field", lambda: structure.c)
attempt("hasattr", lambda: hasattr(structure, "c"))
attempt("index", lambda: structure[0])
attempt("index", lambda: structure.b[2])
attempt("index", lambda: structure.b["0"])
attempt("length", lambda: len(structure))
attempt("far", lambda: structure.far)
attempt("set", lambda: setattr(structure, "far", 1))
attempt("set", lambda: setattr(structure, "a", "x"))
attempt("set", lambda: setattr(structure, "a", 1.5))
attempt("set", lambda: setattr(structure, "b", 1))
attempt("set", lambda: setattr(structure, "c", 1))
attempt("delete", lambda: delattr(structure, "a"))
attempt("item", lambda: structure.b.__setitem__(9, 1))
attempt("hash", lambda: hash(structure))
attempt("int", lambda: int(structure))
attempt("size", lambda: uctypes.sizeof(structure, uctypes.NATIVE))
attempt("layout", lambda: uctypes.struct(address, {}, 3))
attempt("address", lambda: uctypes.struct(data, {}))
attempt("address", lambda: uctypes.addressof("text"))
attempt("address", lambda: uctypes.bytes_at(1 << 70, 1))
attempt("bytes_at", lambda: uctypes.bytes_at(address, 9))
attempt("bytes_at", lambda: uctypes.bytes_at(address + 8, 0))

constant = uctypes.struct(uctypes.addressof(b"constant"), {"a": uctypes.UINT8})
print(constant.a)
attempt("set", lambda: setattr(constant, "a", 1))
print(uctypes.struct(0, {}), uctypes.struct(0, (uctypes.PTR, uctypes.UINT8)), uctypes.struct(0, []))
