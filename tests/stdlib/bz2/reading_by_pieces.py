# slow: many small pieces
"""A file read by lines and pieces of all sizes, and how far it is."""

import bz2
import io

text = b"".join(b"line %d\n" % number for number in range(300))
packed = bz2.compress(text[:1000]) + bz2.compress(text[1000:])
file = bz2.BZ2File(io.BytesIO(packed))
print(file.read(3), file.readline(), file.readline(4), file.tell(), file.peek(2)[:2], file.readlines(20), file.read1(5), file.tell())
file.seek(2)
print(file.read(2), b"".join(file) == text[4:], file.readline(), file.read(), file.tell())
file.seek(0)
pieces = []
while piece := file.read(7):
    pieces.append(piece)
print(b"".join(pieces) == text, len(pieces))
for method in file.read, file.readline, file.readlines:
    for size in 0.5, "x":
        try:
            method(size)
        except TypeError as error:
            print(method.__name__, error)
file = bz2.BZ2File(io.BytesIO(), "w")
print(file.write(b"abc"), file.tell(), file.write(memoryview(b"defg").cast("I")), file.tell())

# What a decompressor got is unpacked as soon as a block is whole, however small the pieces are.
data = bytes(number * number % 251 for number in range(70000))
packed = bz2.compress(data[:50000], 1) + b"more"
for size in 1, 7, 100, len(packed):
    unpacker = bz2.BZ2Decompressor()
    out = b""
    for at in range(0, len(packed), size):
        if not unpacker.eof:
            out += unpacker.decompress(packed[at : at + size])
    print(min(size, 101), out == data[:50000], unpacker.eof, unpacker.needs_input)
packer = bz2.BZ2Compressor(1)
parts = [packer.compress(data[at : at + 999]) for at in range(0, len(data), 999)]
print(bz2.decompress(b"".join(parts) + packer.flush()) == data)
for wrong in b"BZh9" + b"1AY&SY" + bytes(40), b"BZh9" + bytes(20), packed[:-200], b"BZh0":
    try:
        bz2.decompress(wrong)
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
