# Records as bytes, packed and unpacked.
import struct

record = struct.Struct("<IhBd8s")
data = b"".join(record.pack(number, number % 1000, number & 255, number / 3, b"abcdefgh") for number in range(60_000))
print(len(data))
total = 0
for number, small, byte, real, text in record.iter_unpack(data):
    total += number + small + byte + len(text)
print(total)
total = 0
for offset in range(0, len(data), record.size):
    total += struct.unpack_from(">HH", data, offset)[1]
print(total, len(struct.pack("10000i", *range(10_000))), sum(struct.unpack("<5000q", bytes(40_000))))
