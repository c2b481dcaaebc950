"""Files that end too early: what was read is given first. gzip as a filter is in commands."""

import gzip
import io
import zlib

whole = gzip.compress(b"some text that is packed")
for cut in 1, 4, 8, 9, 12:
    file = gzip.GzipFile(fileobj=io.BytesIO(whole[:-cut]))
    for size in 5, 100, 1:
        try:
            print(cut, file.read(size))
        except EOFError as error:
            print(cut, error)
broken = whole[:-8] + b"\0" * 8
file = gzip.GzipFile(fileobj=io.BytesIO(broken))
print(file.read(24))
try:
    file.read(1)
except gzip.BadGzipFile as error:
    print(error)
file = gzip.GzipFile(fileobj=io.BytesIO(whole + b"\0\0" + whole))
print(file.read(30), file.read(), file.read())


class Size:
    def __index__(self):
        return 4


data = zlib.compress(b"packed text")
print(zlib.decompress(data, 15, Size()))
unpacker = zlib.decompressobj()
print(unpacker.decompress(data, Size()), unpacker.flush(Size()))
for use in lambda: zlib.decompress(data, 15, "4"), lambda: zlib.decompressobj().decompress(data, 4.0):
    try:
        use()
    except TypeError as error:
        print(error)
