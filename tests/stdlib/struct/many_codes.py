# Formats with many codes and values, values at the ends of their ranges, and buffers of all kinds.
import struct

long = "<" + "bBhHiIqQ?" * 3
values = (-128, 255, -32768, 65535, -(2**31), 2**32 - 1, -(2**63), 2**64 - 1, True) * 3
packed = struct.pack(long, *values)
print(len(packed), struct.calcsize(long), struct.unpack(long, packed) == values)
print(struct.unpack("100H", bytes(range(200)))[::33], struct.calcsize(" 3x 2h i "), struct.pack("<70s", b"ab")[:4])
for code, low, high in ("b", -128, 127), ("B", 0, 255), ("h", -32768, 32767), ("H", 0, 65535), ("i", -(2**31), 2**31 - 1), (
    "I", 0, 2**32 - 1), ("q", -(2**63), 2**63 - 1), ("Q", 0, 2**64 - 1):
    for order in "<>":
        for value in low, high, 0, 1, high // 3:
            assert struct.unpack(order + code, struct.pack(order + code, value)) == (value,), (order, code, value)
        for value in low - 1, high + 1, 2**70:
            try:
                struct.pack(order + code, value)
                print("packed", code, value)
            except struct.error:
                pass


class Index:
    def __index__(self):
        return 7


print(struct.pack("<hB", Index(), True))
for bad in "2", "<3", "k", "<n", "99999999999999999999i", "i\0":
    try:
        print(struct.calcsize(bad))
    except struct.error as error:
        print(bad.encode(), error)
data = bytearray(range(1, 13))
pair = struct.Struct(">HB")
print(list(pair.iter_unpack(data)), pair.unpack_from(memoryview(data)[2:], 1), pair.unpack_from(data, -3))
print(list(struct.iter_unpack("<I", memoryview(data)[::-1].tobytes())), pair.unpack(b"\1\2\3"))
for call in lambda: pair.unpack(b"12"), lambda: pair.unpack_from(data, 10), lambda: pair.pack(1), lambda: struct.pack("i", 1.5):
    try:
        call()
    except struct.error as error:
        print(error)
walk = pair.iter_unpack(data)
print(next(walk), walk.__length_hint__())
pair.pack_into(data, 3, 513, 9)
print(next(walk), list(walk))
