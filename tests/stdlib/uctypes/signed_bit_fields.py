# Bit-fields with a sign.
# cpython: differs — it has no uctypes
import uctypes

data = bytearray(4)
structure = uctypes.struct(
    uctypes.addressof(data),
    {
        "low": uctypes.BFINT8 | 0 << uctypes.BF_POS | 3 << uctypes.BF_LEN,
        "wide": uctypes.BFINT32 | 5 << uctypes.BF_POS | 20 << uctypes.BF_LEN,
    },
    uctypes.LITTLE_ENDIAN,
)
for value in (3, -4, -1, 4, 0):
    structure.low = structure.wide = value
    print(structure.low, structure.wide, bytes(data).hex())
