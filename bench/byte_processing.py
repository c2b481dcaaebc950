# Bytes and bytearrays: a checksum, a run-length code, XOR, hex, slices, searching.
def crc_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = (n >> 1) ^ 0xEDB88320 if n & 1 else n >> 1
        table.append(n)
    return table


TABLE = crc_table()


def crc32(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = (crc >> 8) ^ TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def pack(data):
    result = bytearray()
    at = 0
    while at < len(data):
        byte = data[at]
        run = 1
        while run < 255 and at + run < len(data) and data[at + run] == byte:
            run += 1
        result.append(run)
        result.append(byte)
        at += run
    return bytes(result)


def unpack(data):
    result = bytearray()
    for at in range(0, len(data), 2):
        result.extend(data[at + 1 : at + 2] * data[at])
    return result


data = bytearray()
for i in range(240_000):
    data.append((i // 3 * 7 + i // 50) & 255)
print(crc32(data))
packed = pack(data)
print(len(packed), unpack(packed) == data)
for i in range(len(data)):
    data[i] ^= i & 0x5A
print(crc32(data), data.find(b"\x10\x11"), data.count(b"\x00"))
digits = "0123456789abcdef"
text = "".join([digits[b >> 4] + digits[b & 15] for b in data])
print(text[:16], len(text))
