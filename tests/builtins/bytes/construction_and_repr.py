print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes(bytearray(b"y")), bytes(memoryview(b"z")), bytes((65, 66)), b"a" b"b")
print(bytes.fromhex("0a FF 10"), bytes.fromhex(""), b"\x00\t\n\r'\"\\\x7f\xe9", b'"', b"'", b"a\x00b".hex(), b"abc".hex(":"), b"abcdef".hex("-", 2), b"abcde".hex("_", -2))
for f in (lambda: bytes(-1), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes("a"), lambda: bytes(1.5), lambda: bytes(["a"]), lambda: bytes(b"a", "utf-8"), lambda: bytes("a", 5), lambda: bytes(None), lambda: bytes([None]), lambda: bytes(5, "ascii"), lambda: bytes(1 << 100)):
    try:
        print(f())
    except (ValueError, TypeError, OverflowError, MemoryError) as e:
        print(type(e).__name__, e)


class B:
    def __bytes__(self):
        return b"B!"


class I:
    def __index__(self):
        return 2


print(bytes(B()), bytes(I()), bytes(source="x", encoding="ascii"))
