# Bytes: checksums, packets packed and taken apart, hex, views, changes in place.
import struct


def crc(data):
    value = 0xFFFF
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value


def pack(number, text):
    body = text.encode("utf-8")
    head = struct.pack(">BHI", 0x7E, len(body), number)
    packet = bytearray(head + body)
    packet += crc(packet).to_bytes(2, "big")
    return bytes(packet)


def unpack(stream):
    at, found = 0, []
    while (at := stream.find(b"\x7e", at)) >= 0:
        _, length, number = struct.unpack_from(">BHI", stream, at)
        end = at + 7 + length
        if int.from_bytes(stream[end : end + 2], "big") == crc(stream[at:end]):
            found.append((number, stream[at + 7 : end].decode("utf-8")))
            at = end + 2
        else:
            at += 1
    return found


def masked(data, key):
    out = bytearray(len(data))
    view = memoryview(out)
    for i, byte in enumerate(data):
        view[i] = byte ^ key[i % len(key)]
    return bytes(out)


stream = b"".join(pack(i, f"message {i} ü" * (i % 3 + 1)) for i in range(60))
found = unpack(stream)
print(len(found), found[-1], crc(masked(stream, b"key")), masked(masked(b"again", b"k"), b"k"))
print(stream.hex()[:40], bytes.fromhex("00ff10"), stream.count(b"\x00"), stream[:8].replace(b"\x00", b"-"))
total = 0
for i in range(200):
    part = bytearray(stream[i : i + 300])
    part.reverse()
    part[10:20] = b"xyz"
    part.append(i & 0xFF)
    total += sum(part) + len(part.split(b"e")) + part.find(b"g") + len(bytes(part).strip()) + part.startswith(b"a")
print(total)
