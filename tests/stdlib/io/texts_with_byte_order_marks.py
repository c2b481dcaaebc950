# slow: texts of several chunks
"""Texts longer than a chunk whose mark tells the order of their bytes: read, told and sought; those without a mark."""

import codecs
import io

TEXT = "".join(f"line {number}\n" for number in range(1200))
for encoding, stored, mark in (
    ("utf-16", "utf-16-be", codecs.BOM_UTF16_BE), ("utf-32", "utf-32-be", codecs.BOM_UTF32_BE),
    ("utf-16", "utf-16-le", codecs.BOM_UTF16_LE), ("UTF_32", "utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-8-sig", "utf-8", codecs.BOM_UTF8), ("utf-8-sig", "utf-8", b""), ("utf-7", "utf-7", b""),
):  # fmt: skip
    data = mark + TEXT.encode(stored)
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=encoding)
    print(encoding, "".join(iter(stream.readline, "")) == TEXT, end=" ")
    stream.seek(0)
    lines = [stream.readline() for _ in range(1000)]
    place = stream.tell()
    following = stream.readline()
    stream.seek(place)
    print(stream.readline() == following == "line 1000\n", end=" ")
    stream.seek(0)
    print(stream.read(5), stream.read() == TEXT[5:], end=" ")
    decoder = codecs.getincrementaldecoder(encoding)()
    print("".join(decoder.decode(data[at : at + 101]) for at in range(0, len(data), 101)) == TEXT)
for encoding in "utf-16", "utf-32":
    for read in (
        lambda data: io.TextIOWrapper(io.BytesIO(data), encoding=encoding).read(),
        lambda data: codecs.getincrementaldecoder(encoding)().decode(data),
        lambda data: codecs.getreader(encoding)(io.BytesIO(data)).read(),
    ):
        try:
            print(read("ab".encode(f"{encoding}-le")))
        except UnicodeDecodeError as error:
            print(error)
    print("ab".encode(f"{encoding}-le").decode(encoding))
stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-16")
print(stream.write("ab"), stream.seek(0), stream.read(), stream.tell())
