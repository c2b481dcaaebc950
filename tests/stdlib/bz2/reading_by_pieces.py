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
