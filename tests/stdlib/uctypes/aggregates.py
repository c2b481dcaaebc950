# Structures in structures, arrays, and what they are as buffers.
# cpython: differs — it has no uctypes
import uctypes
from collections import OrderedDict

POINT = {"x": uctypes.INT16 | 0, "y": uctypes.INT16 | 2}
LAYOUT = OrderedDict(
    [
        ("mark", (uctypes.ARRAY | 0, uctypes.UINT8 | 4)),
        ("point", (4, POINT)),
        ("points", (uctypes.ARRAY | 8, 2, POINT)),
        ("shorts", (uctypes.ARRAY | 16, uctypes.INT16 | 3)),
        ("flag", uctypes.UINT8 | 22),
    ]
)
data = bytearray(b"ABCD" + bytes(range(28)))
structure = uctypes.struct(uctypes.addressof(data), LAYOUT, uctypes.LITTLE_ENDIAN)
print(uctypes.sizeof(LAYOUT), uctypes.sizeof(LAYOUT, uctypes.LITTLE_ENDIAN), uctypes.sizeof(structure))
print(structure.point.x, structure.point.y, structure.points[1].x, structure.points[0].y)
print([structure.shorts[place] for place in range(3)])
structure.points[1].y = -3
structure.shorts[2] = 0x1234
structure.point.x = 7
print(bytes(data).hex())

# An array of bytes is like a bytearray that others see.
mark = structure.mark
print(mark, len(mark), mark[0], mark == b"ABCD", mark == b"ABCE", bytes(mark), mark[1:3], list(mark))
mark[0] = ord("Z")
mark[2:] = b"yx"
print(data[:4], bytes(mark).decode(), b"Z" in bytes(mark))
print(uctypes.sizeof(mark), uctypes.sizeof(structure.points), uctypes.sizeof(structure.point))

# Structures are buffers, and the place of each is known.
print(bytes(structure.point), bytes(structure.shorts).hex(), len(memoryview(structure.points)))
print(uctypes.addressof(structure.points) - uctypes.addressof(data))
memoryview(structure.point)[0] = 99
print(structure.point.x)
print(uctypes.bytes_at(uctypes.addressof(data) + 1, 2), uctypes.bytearray_at(uctypes.addressof(data), 3))
uctypes.bytearray_at(uctypes.addressof(data), 3)[1] = 33
print(data[:4])

# In the native layout the size is a multiple of the largest number's.
for layout in ({"a": uctypes.UINT32 | 0, "b": uctypes.UINT8 | 4}, {"a": uctypes.UINT64 | 0, "b": uctypes.UINT8 | 8}, {}):
    print(uctypes.sizeof(layout), uctypes.sizeof(layout, uctypes.BIG_ENDIAN))

# Bytes can be read.
print(uctypes.struct(uctypes.addressof(b"\1\2\3\4"), {"all": uctypes.UINT32}, uctypes.BIG_ENDIAN).all)
