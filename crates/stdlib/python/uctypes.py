# The numbers of uctypes that programs combine with offsets: types of scalars stand in the highest four of 31 bits, those of
# aggregates in the highest two.
import sys

LITTLE_ENDIAN = 0
BIG_ENDIAN = 1
NATIVE = 2

VOID = UINT8 = 0
INT8 = 1 << 27
UINT16 = USHORT = 2 << 27
INT16 = SHORT = 3 << 27
UINT32 = UINT = ULONG = 4 << 27
INT32 = INT = LONG = 5 << 27
UINT64 = ULONGLONG = 6 << 27
INT64 = LONGLONG = 7 << 27
BFUINT8 = -8 << 27
BFINT8 = -7 << 27
BFUINT16 = -6 << 27
BFINT16 = -5 << 27
BFUINT32 = -4 << 27
BFINT32 = -3 << 27
FLOAT32 = -2 << 27
FLOAT64 = -1 << 27
if sys.maxsize > 1 << 32:
    ULONG, LONG = UINT64, INT64
del sys

PTR = 1 << 29
ARRAY = -2 << 29

# Where the position and the length of a bit-field stand.
BF_POS = 17
BF_LEN = 22
