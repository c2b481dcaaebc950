# What smaller Pythons answer wrongly without a word: here it is right or an error.
# requires: 64-bit
import array
import struct


def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


attempt("inverse", lambda: (pow(3, -1, 7), pow(3, -2, 7)))
attempt("no inverse", lambda: pow(2, -1, 4))
attempt("modulus zero", lambda: pow(3, 5, 0))
attempt("negative modulus", lambda: pow(3, 5, -7))
for arguments in [
    ("bb", 1),
    ("b", 1, 2),
    ("b", 300),
    ("b", -129),
    ("B", -1),
    ("b", "x"),
    ("H", 1.0),
    ("c", b"ab"),
    ("", 1),
    ("3s", b"abcdef"),
    ("5p", b"abc"),
    ("<f", 1e300),
]:
    attempt(f"pack{arguments}", struct.pack, *arguments)
attempt("unpack", struct.unpack, "bb", b"a")
attempt("unpack", struct.unpack, "I", b"abcde")
attempt("calcsize", struct.calcsize, "9223372036854775807d")
for code, items in [("b", [300]), ("B", [-1]), ("b", ["x"]), ("b", [1.5]), ("h", b"abc"), ("i", "ab")]:
    attempt(f"array {code} {items}", array.array, code, items)


class Base:
    seen = []

    def __init_subclass__(cls, **keywords):
        Base.seen.append((cls.__name__, keywords))


class Derived(Base, option=1):
    pass


print(Base.seen)


async def generator():
    yield 1


attempt("list of an async generator", lambda: list(generator()))


class Slotted:
    __slots__ = ("a",)


attempt("no such slot", lambda: setattr(Slotted(), "b", 1))
attempt("empty slot", lambda: Slotted().a)
attempt("no dict", lambda: Slotted().__dict__)


class Doubling(dict):
    def __missing__(self, key):
        return key * 2


print(Doubling()["x"], Doubling().get("x"))


class Private:
    __secret = 1

    def secret(self):
        return self.__secret


attempt("private name", lambda: Private().__secret)
print(Private().secret(), Private()._Private__secret)
print({3: 1, 1: 1, 2: 1, 9: 0, 5: 0})
print("abc"[::-1], (1, 2, 3)[::2], b"abc"[::-1], bytearray(b"abcd")[1::2])
print(range(2**64)[2**63], len(range(2**62)), 2**70 in range(2**71), range(2**70, 2**70 + 3).index(2**70 + 2))
print(list(range(2**64, 2**64 + 3)), range(10**30)[-1], range(-(10**30), 10**30, 10**29)[3:5])
attempt("too long", lambda: len(range(2**70)))
