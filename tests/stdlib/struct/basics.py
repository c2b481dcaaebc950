# python: 3.12
import struct
print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 2 ** 64 - 1), struct.pack(">h", 258), struct.pack("!I", 1), struct.pack("<fd", 1.5, -2.25), struct.pack("5s", b"ab"), struct.pack("3p", b"abc"), struct.pack("?c2x", True, b"z"), struct.pack("<3h", 1, 2, 3))
print(struct.unpack("<hI", b"\x01\x00\x02\x00\x00\x00"), struct.unpack(">d", struct.pack(">d", 0.1)), struct.calcsize("<bhi"), struct.calcsize("@bi"), struct.unpack_from("<H", b"\x00\x01\x02\x03", 1), list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")), struct.unpack("<e", b"\x00\x3c"))
b = bytearray(6)
struct.pack_into("<HH", b, 1, 1, 2)
s = struct.Struct("<Hh")
print(b, s.size, s.pack(1, -1), s.unpack(b"\x01\x00\xff\xff"), s.format)
for f in (lambda: struct.pack("b", 200), lambda: struct.pack("h", "a"), lambda: struct.pack("hh", 1), lambda: struct.unpack("h", b"a"), lambda: struct.pack("z", 1), lambda: struct.pack("<B", -1), lambda: struct.pack("f", "x"), lambda: struct.pack("s", 5), lambda: struct.unpack_from("<I", b"ab")):
    try:
        print(f())
    except (struct.error, TypeError) as e:
        print(type(e).__name__, e)
