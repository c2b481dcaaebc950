# python: 3.13
# Arguments that made other interpreters read or write where they should not.
import array
import struct
import sys
from collections import deque


def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


for length in (None, "x", 1.5, [], 2**80, -1, True, b"1", object):
    attempt(f"indices({length})", slice(0, 10, 2).indices, length)
attempt("indices of nonsense", slice("a", None, {}).indices, 5)
attempt("step zero", slice(0, 5, 0).indices, 5)
attempt("far away", slice(2**70, -(2**70), -(2**70)).indices, 5)
attempt("slice of texts", lambda: [1, 2, 3]["a":"b"])

data = bytearray(b"abc")
data[1:1] = data
data[0:0] = data
print(data)
attempt("a view of itself", lambda: data.__setitem__(slice(1, 1), memoryview(data)))
attempt("added to itself", lambda: data.__iadd__(data))
print(data)
numbers = array.array("i", [1, 2, 3])
numbers[1:1] = numbers
numbers.extend(numbers)
print(numbers)
view = memoryview(numbers)
for action in (lambda: numbers.append(1), lambda: numbers.pop(), lambda: numbers.__delitem__(0)):
    try:
        action()
    except BufferError as error:
        print("BufferError")
view.release()
attempt("released", numbers.append, 1)

for number, length, signed in [
    (1, 0, False),
    (0, 0, False),
    (2**64, 8, False),
    (2**64, 9, False),
    (-1, 0, False),
    (-1, 0, True),
    (-1, 1, True),
    (-129, 1, True),
    (128, 1, True),
    (1, -1, False),
    (10**30, 5, False),
    (-(2**70), 8, True),
]:
    attempt(f"to_bytes {number} {length}", lambda: number.to_bytes(length, "big", signed=signed))
attempt("to_bytes order", lambda: (1).to_bytes(2, "x"))
attempt("to_bytes length", lambda: (5).to_bytes(2**70, "big"))


class Exports:
    __all__ = ["a"]
    a = 1


class Names:
    def __init__(self):
        self.shown = 1
        self._hidden = 2


class Missing:
    __all__ = "ab"


for module in (Exports(), 5, None, Names(), Missing()):
    sys.modules["odd"] = module
    attempt(f"import * from {type(module).__name__}", lambda: exec("from odd import *\nprint(sorted(locals()))"))
attempt("import odd", lambda: exec("import odd"))

items = deque([1, 2, 3], 3)
for index in (-4, 3, "x"):
    attempt(f"deque[{index}]", lambda: items[index])
attempt("maxlen", lambda: deque([], -1))
attempt("unpack_from", lambda: struct.unpack_from("i", b"12345", 2))
attempt("unpack_from", lambda: struct.unpack_from("b", b"12345", -9))
attempt("pack_into", lambda: struct.pack_into("i", bytearray(3), 0, 1))
attempt("pack_into", lambda: struct.pack_into("i", bytearray(8), 6, 1))

# Methods asked of objects of other types.
attempt("super()", super)
attempt("super(1, 2)", super, 1, 2)
attempt("super(int, 'x')", super, int, "x")
attempt("super(int).foo", lambda: super(int).foo)
for method, arguments in [
    (list.append, ({}, 1)),
    (dict.get, ([], 1)),
    (str.join, (b"", [])),
    (int.__add__, ("x", 1)),
    (type(iter([])).__next__, (iter(()),)),
    (object.__new__, (int,)),
    (object.__new__, (list,)),
    (int.__new__, (str,)),
    (int.__new__, (5,)),
    (tuple.__new__, (list,)),
    (BaseException.__new__, (int,)),
    (type.mro, (5,)),
    (type, ("x", (1,), {})),
    (type, ("x\0", (), {})),
    (type, ("x", (bool,), {})),
    (type, (5, (), {})),
    (str.join.__get__, (5, int)),
    (int.real.__get__, ("x", str)),
    (type.__dict__["__mro__"].__get__, (5,)),
]:
    attempt(f"{method.__name__}{len(arguments)}", method, *arguments)


class Slotted:
    __slots__ = ("a",)


class Other:
    __slots__ = ("b",)


slotted = Slotted()
Slotted.a.__set__(slotted, 5)
print(Slotted.a.__get__(slotted))
for action in (
    lambda: Slotted.a.__get__(Other()),
    lambda: Slotted.a.__set__(Other(), 1),
    lambda: Slotted.a.__delete__(5),
    lambda: Slotted.a.__get__(None),
):
    attempt("another's slot", action)

# Sizes beyond all memory.
for what, action in {
    "str": lambda: "x" * 2**62,
    "list": lambda: [1] * 2**62,
    "bytearray": lambda: bytearray(2**62),
    "bytes": lambda: bytes(2**62),
    "ljust": lambda: "a".ljust(2**62),
    "zfill": lambda: "a".zfill(2**62),
    "percent": lambda: "%*d" % (2**62, 1),
    "shift": lambda: 1 << 2**62,
}.items():
    try:
        action()
    except (MemoryError, OverflowError, ValueError) as error:
        print(what, "too much")
attempt("width", lambda: "{:99999999999999999999}".format(1))
attempt("shift of nothing", lambda: (0 << 2**70, 5 >> 2**70))
attempt("negative shift", lambda: 1 << -1)
attempt("negative count", lambda: [0] * -5)
for arguments in [("B", [2**62, 4]), ("z",), ("B", [0])]:
    attempt(f"cast{arguments}", memoryview(b"abcd").cast, *arguments)
attempt("cast of a part", lambda: memoryview(b"abcd")[::2].cast("B"))
attempt("square", lambda: (memoryview(b"abcd").cast("B", [2, 2])[1, 1], memoryview(b"abcd").cast("B", [2, 2]).tolist()))
