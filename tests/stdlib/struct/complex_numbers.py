# python: 3.14
# requires: 64-bit
import struct

for code in "<F", ">F", "=F", "F", "<D", ">D", "D", "!2F", "<xF", "@bD":
    size = struct.calcsize(code)
    values = [1.5 - 2.25j] * code.count("F") * (2 if "2" in code else 1) or [1.5 - 2.25j]
    packed = struct.pack(code, *([7] if "b" in code else []), *values)
    print(code, size, packed.hex() if code[0] in "<>!" else len(packed), struct.unpack(code, packed))
print(struct.unpack("<F", struct.pack("<F", 3)), struct.unpack("<D", struct.pack("<D", True)), struct.pack("<D", 0.1 + 0.2j).hex())
print([struct.calcsize(code) for code in ("bF", "bD", "Fb", "Db", "=bF", "=bD", "3F", "2D")])


class Number:
    def __float__(self):
        return 2.5


print(struct.unpack(">F", struct.pack(">F", Number())))
for action in (
    lambda: struct.pack("F", "x"), lambda: struct.pack("<F", 1e300), lambda: struct.pack("<F", 1e300j),
    lambda: struct.pack("D"), lambda: struct.unpack("F", b"123"), lambda: struct.pack("<F", None),
):  # fmt: skip
    try:
        print(action())
    except (struct.error, OverflowError) as error:
        print(type(error).__name__, error)
print(list(struct.iter_unpack("<D", struct.pack("<2D", 1j, 2))), struct.Struct("FD").size)
