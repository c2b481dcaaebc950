# Short structs of plain values, and what is not so plain.
import struct


def attempt(function, *args):
    try:
        return function(*args)
    except (struct.error, TypeError, OverflowError, AttributeError) as problem:
        return type(problem).__name__, str(problem)


numbers = [0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, -32769, 65535, 65536, 2**31 - 1, 2**31, -(2**31) - 1]
numbers += [2**32 - 1, 2**32, 2**46, -(2**47), 2**63 - 1, 2**63, -(2**63), 2**64 - 1, 2**64]
for letter in "bBhHiIqQ":
    for order in "<>":
        kept = []
        for number in numbers:
            packed = attempt(struct.pack, order + letter, number)
            if isinstance(packed, bytes):
                assert struct.unpack(order + letter, packed) == (number,), (letter, number)
                kept.append(packed.hex())
        print(letter, order, len(kept), kept[-1])
for letter in "fd":
    for number in 0.0, -0.0, 1.5, 1e-320, float("inf"), 3.4e38, 3.5e38, 7, True:
        print(letter, number, attempt(struct.pack, "<" + letter, number), end=" ")
    print()
for value in True, False, 2, "", [], None:
    print(struct.pack("?", value), struct.pack("<3?", value, 0, 1), end=" ")
print()
print(struct.pack("<bxh2s0s?", 1, 2, b"abc", b"xyz", True), struct.pack("@bih", 1, 2, 3)[:6])
print(struct.unpack("<bxh2s0s?", b"\x01\x00\x02\x00ab\x01"), struct.unpack("<3?", b"\x00\x01\x02"))
print(struct.pack("<4s", bytearray(b"ab")), attempt(struct.pack, "<4s", "ab"), attempt(struct.pack, "<4s", 3))
print(attempt(struct.pack, "<2b", 1), attempt(struct.pack, "<b", 1, 2), attempt(struct.pack, "<b", 1.0))
print(
    attempt(struct.unpack, "<h", b"a"),
    attempt(struct.unpack, "<h", memoryview(b"ab")),
    attempt(struct.unpack, "<h", "ab"),
)
print(attempt(struct.unpack_from, "<h", b"abc"), attempt(struct.unpack_from, "<h", b"abc", 1))
print(attempt(struct.unpack_from, "<h", b"abc", -2), attempt(struct.unpack_from, "<h", b"abc", 2))
print(attempt(struct.unpack_from, "<h", b"abc", 2**70))
print(struct.unpack_from("<h", offset=1, buffer=bytearray(b"abc")), struct.unpack(b"<h", b"ab"), struct.pack(b"<h", 1))
print(
    struct.pack("<12h", *range(12)).hex(), len(struct.pack("<40h", *range(40))), sum(struct.unpack("<40h", bytes(80)))
)


class Index:
    def __index__(self):
        return 5


class Record(struct.Struct):
    pass


print(struct.pack("<b", Index()), Record("<h").pack(3), Record("<h").unpack(b"ab"), Record("<h").unpack_from(b"abc", 1))


class Other:
    pack = struct.Struct.pack
    unpack = struct.Struct.unpack

    def __init__(self):
        self.format = "<h"


print(attempt(lambda: Other().pack(1))[0], attempt(lambda: Other().unpack(b"ab"))[0])
print(list(struct.Struct("<h2s").iter_unpack(b"abcdefgh")), list(struct.iter_unpack("<d", bytes(16))))
