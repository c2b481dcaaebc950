# Numbers and bit-fields in structures, in all byte orders.
# cpython: differs — it has no uctypes
import uctypes

TYPES = "UINT8 INT8 UINT16 INT16 UINT32 INT32 UINT64 INT64 FLOAT32 FLOAT64".split()
data = bytearray(range(0x78, 0x88))
address = uctypes.addressof(data)
for layout in (uctypes.LITTLE_ENDIAN, uctypes.BIG_ENDIAN, uctypes.NATIVE):
    for name in TYPES:
        data[:] = bytes(range(0x78, 0x88))
        structure = uctypes.struct(address, {"first": getattr(uctypes, name) | 0, "second": getattr(uctypes, name) | 8}, layout)
        print(layout, name, structure.first, structure.second, uctypes.sizeof(structure))
        structure.first = -2 if name[0] != "F" else 0.5
        structure.second = 1
        print(structure.first, structure.second, bytes(data).hex())

# Of numbers that are too large the lowest bits are written.
structure = uctypes.struct(address, {"a": uctypes.UINT8, "b": uctypes.INT16 | 2, "c": uctypes.UINT64 | 8})
structure.a, structure.b, structure.c = 0x1FF, 0x18000, (1 << 64) - 5
print(structure.a, structure.b, structure.c)

FIELDS = {
    "low": uctypes.BFUINT16 | 0 | 0 << uctypes.BF_POS | 4 << uctypes.BF_LEN,
    "middle": uctypes.BFUINT16 | 0 | 4 << uctypes.BF_POS | 9 << uctypes.BF_LEN,
    "high": uctypes.BFUINT16 | 0 | 13 << uctypes.BF_POS | 3 << uctypes.BF_LEN,
    "byte": uctypes.BFUINT8 | 1 | 2 << uctypes.BF_POS | 3 << uctypes.BF_LEN,
    "word": uctypes.BFUINT32 | 4 | 11 << uctypes.BF_POS | 17 << uctypes.BF_LEN,
}
for layout in (uctypes.LITTLE_ENDIAN, uctypes.BIG_ENDIAN, uctypes.NATIVE):
    data[:] = bytes(range(0xA0, 0xB0))
    structure = uctypes.struct(address, FIELDS, layout)
    print(structure.low, structure.middle, structure.high, structure.byte, structure.word)
    structure.middle = 0x1AA
    structure.byte = 1
    structure.word = 0x3FFFF
    print(bytes(data[:8]).hex(), uctypes.sizeof(FIELDS, layout))

for name in ("ARRAY", "PTR", "BFINT8", "BFUINT32", "FLOAT64", "VOID", "SHORT", "LONGLONG", "UINT", "BF_POS", "BF_LEN"):
    print(name, getattr(uctypes, name))
