# Calls that hardly anybody makes, each found to differ from CPython once.

from collections import OrderedDict, deque


def attempt(title, call):
    try:
        print(title, "->", call())
    except Exception as error:
        print(title, "->", f"{type(error).__name__}: {error}")


class Plain:
    def method(self):
        pass


attempt("a bound method is bound to nothing", lambda: Plain().method.__get__(None))
attempt("a bound method is bound again", lambda: Plain().method.__get__(5).__func__ is Plain.method)
try:
    Plain().method.missing
except AttributeError as error:
    print(error, error.obj is Plain.method)


class Numbered:
    """A sequence that lacks most of its items."""

    def __getitem__(self, index):
        return {0: "a"}[index]


attempt("bytearray of a bad item", lambda: bytearray(Numbered()))
attempt("bytes of a bad item", lambda: bytes(Numbered()))
attempt("eval of every second byte", lambda: eval(memoryview(b"1+1+1")[::2]))
attempt("compile of every second byte", lambda: compile(memoryview(b"1+1+1")[::2], "", "eval"))

for call in (
    lambda: str(b"a", "\udc80"),
    lambda: str(b"a", "nosuch", "\udc80"),
    lambda: "a".encode("\ud800"),
    lambda: "a".encode("utf-8", "\ud800"),
    lambda: bytes("a", "\ud800"),
    lambda: "a".encode("utf\0"),
    lambda: b"a".decode("utf-8", "\0"),
):
    attempt("name", call)

Odd = type("Odd", (), {})
Odd.__module__ = 5
Odd.__qualname__ = "Outer.Odd"
print(Odd, repr(Odd())[:5])
Odd.__module__ = "place"
print(Odd)


class Always(list):
    def __eq__(self, other):
        return True


print(Always() != OrderedDict(a=1), OrderedDict(a=1) != Always(), OrderedDict(a=1) != {"a": 1}, OrderedDict() != 5)
for index in (-(2**63), 2**63 - 1, 2**63, -(2**63) - 1):
    attempt("deque", lambda: deque()[index])


def constant_free(x, y):
    return x + y


print(constant_free.__code__.co_consts)


class OwnError(Exception):
    pass


for call in (
    lambda: object.__new__(OwnError),
    lambda: object.__new__(dict),
    lambda: BaseException.__new__(OwnError, 5).args,
):
    attempt("made by object", call)


class Numbers:
    def __index__(self):
        return "text"


try:
    "%c" % Numbers()
except TypeError as error:
    print(str(error)[:11])
empty = bytearray()
view = memoryview(empty)
empty.clear()
print(list[int, str], list[[int, str], 5], type(list[int])((), ((1, 2), [3])))
try:
    first, second = int | str
except TypeError as error:
    print(str(error).replace("types.UnionType", "typing.Union"))


import time
from collections import UserList


class Odd(list):
    def __iter__(self):
        return iter("odd")


print(UserList([1]) + Odd([2]), Odd([2]) + UserList([1]), [0] + UserList([1]), UserList([1]) + "ab")
items = UserList([1])
items += Odd([2])
print(items)
walk = reversed([1])
print(walk.__reduce__()[0], list(walk), walk.__reduce__())
for fields in ({}, {"tm_zone": "X"}, {"tm_zone": "X", "tm_gmtoff": 5}, {"nosuch": 1}, {"tm_year": 1}):
    attempt("struct_time", lambda: time.struct_time(range(9), fields).tm_zone)
attempt("struct_time", lambda: time.struct_time(range(11), {"tm_zone": "X"}).tm_zone)


class Bytes(bytes):
    def __bytes__(self):
        return b"own"


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


print(int.from_bytes(Bytes(b"ab")), int.from_bytes(Bytes(b"ab"), "little", signed=True))
for path in (Path("a/b"), Path(b"c"), Bytes(b"d"), "e"):
    print(compile("1", path, "eval").co_filename)
attempt("set", lambda: setattr(bool, "a\\b'", 1))
try:
    b"%c" % Numbers()
except TypeError as error:
    print(str(error)[:50])
