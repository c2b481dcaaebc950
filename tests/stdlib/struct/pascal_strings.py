# A Pascal string has one byte for its length: what is longer is stored, but not read again.
import struct

for count in (0, 1, 2, 5, 255, 256, 257, 300):
    for length in (0, 1, 4, 255, 256, 299, 400):
        packed = struct.pack(f"{count}p", bytes(range(1, 251)) * 2 if length == 400 else b"x" * length)
        print(count, length, len(packed), packed[:3], packed[-3:], len(struct.unpack(f"{count}p", packed)[0]))
