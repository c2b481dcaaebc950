# Operations that small Pythons are known to answer wrongly without an error, or to read foreign memory in: each gives
# the right answer or raises.
# requires: 64-bit
import array
import struct
import sys
from collections import deque


def attempt(name, function):
    try:
        print(name, "=", function())
    except BaseException as error:
        print(name, "raises", type(error).__name__, error)


attempt("pow", lambda: pow(3, -1, 7))
attempt("pack too few", lambda: struct.pack("bb", 1))
attempt("pack too many", lambda: struct.pack("b", 1, 2))
attempt("pack out of range", lambda: struct.pack("<B", 256))
attempt("pack far too many", lambda: struct.pack("99999999999999999999b", 1))
attempt("pack more than memory", lambda: struct.calcsize("9223372036854775807q"))
attempt("array out of range", lambda: array.array("b", [300]))
attempt("array negative", lambda: array.array("H", [-1]))
attempt("range", lambda: (len(range(2**40)), range(2**70)[2**69], 2**65 in range(2**70)))
attempt("range too long", lambda: len(range(2**70)))
attempt("reversed text", lambda: ("abc"[::-1], b"abc"[::-2], (1, 2, 3)[::-1], bytearray(b"abc")[::2]))
attempt("to_bytes of nothing", lambda: (0).to_bytes(0, "big"))
attempt("to_bytes too short", lambda: (1).to_bytes(0, "big"))
attempt("to_bytes of big ints", lambda: (2**79).to_bytes(10, "little"))
attempt("to_bytes negative", lambda: (-1).to_bytes(2, "big"))
attempt("to_bytes negative length", lambda: (1).to_bytes(-1, "big"))
attempt("slice.indices of no int", lambda: slice(1, 2).indices([]))
attempt("slice.indices of a class", lambda: slice(object(), 2).indices(5))
attempt("slice.indices negative", lambda: slice(1, 2).indices(-1))
attempt("slice without arguments", lambda: slice.indices())


class Base:
    subclasses = []

    def __init_subclass__(cls, **keywords):
        Base.subclasses.append((cls.__name__, keywords))


class Derived(Base, option=1):
    __slots__ = ("only",)
    __private = 5


print(Base.subclasses, hasattr(Derived, "_Derived__private"), hasattr(Derived, "__private"))


class Slots:
    __slots__ = ("a",)


attempt("slots", lambda: setattr(Slots(), "b", 1))


async def generates():
    yield 1


attempt("async generator", lambda: list(generates()))


class Missing(dict):
    def __missing__(self, key):
        return key * 2


print(Missing()["a"], Missing().get("a"))
print({3: 1, 1: 1, 2: 1, 9: 0, 5: 0})


def grows_itself():
    data = bytearray(b"123")
    data[1:1] = data
    data[len(data) :] = data
    data.extend(data)
    view = memoryview(data)[2:5]
    try:
        data[0:0] = view
    except BufferError as error:
        print(error)
    view[:] = view
    view[1:] = view[:-1]
    copy = bytearray(data)
    del view
    data[0:0] = memoryview(copy)[3:]
    return data


attempt("a bytearray within itself", grows_itself)


def view_of_what_moves():
    data = bytearray(b"abc")
    view = memoryview(data)
    for change in (lambda: data.append(1), lambda: data.extend(bytes(1000)), data.clear, data.pop, lambda: data.__imul__(9)):
        try:
            change()
        except BufferError:
            print("BufferError", bytes(view))
    view.release()
    data.append(100)
    return data


attempt("a view of what moves", view_of_what_moves)


def star_import_of_no_module():
    for name, module in ("no_module", 5), ("a_function", len), ("nothing", None), ("text", "abc"):
        sys.modules[name] = module
        try:
            exec(f"from {name} import *", {})
            print(name, "imported")
        except (ImportError, AttributeError) as error:
            print(type(error).__name__, error)
        finally:
            del sys.modules[name]


star_import_of_no_module()
for place in 0, -1, 3, -4, 2**31, 2**32 + 1:
    attempt(f"deque[{place}]", lambda: deque([1, 2, 3], 3)[place])
attempt("deque of nothing", lambda: deque([], 0).append(1))
attempt("deque negative", lambda: deque([], -1))
for arguments in (), (5,), (int, 5), (int, "a"), (5, 5), (type, type), (int, bool, 1, 2):
    attempt(f"super{arguments}", lambda: super(*arguments).__class__)


class Half:
    def method(self):
        self = 5
        return super().method()


attempt("super of what is no instance", lambda: Half().method())
attempt("super of no argument", lambda: (lambda: super().x)())
attempt("repeated", lambda: [1] * (2**62))
attempt("repeated text", lambda: "ab" * (2**62))
attempt("bytes of any size", lambda: bytes(2**62))
attempt("shifted", lambda: 1 << (2**62))
attempt("int of what is no digit", lambda: int("1\ud800"))
attempt("unpack beyond", lambda: struct.unpack_from("<I", b"abcdef", 3))
attempt("unpack before", lambda: struct.unpack_from("<I", b"abcdef", -3))
attempt("pack_into beyond", lambda: struct.pack_into("<I", bytearray(4), 1, 5))
attempt("cast", lambda: memoryview(b"abc").cast("I"))
attempt("deep", lambda: eval("(" * 5000))
