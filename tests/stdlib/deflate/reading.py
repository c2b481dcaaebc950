# cpython: differs — it has no deflate
# Reading alone, as boards do it: all formats and kinds of blocks, how much is taken from the stream, and what is damaged.
import deflate
import io

TEXT = b"one line and another line, one more\n" * 3
BODY = b"\xcb\xcfKU\xc8\xc9\x04\x12\x89y)@\x9c_\x92\x91Z\x04\x16\xd0Q\xc8\x07\x8a\xe6\xe6\x17\xa5r\xe5SI\r\x00"
WITH_ZLIB = b"\x18\xd3" + BODY + b"#n%\xe4"
WITH_GZIP = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03" + BODY + b"V;\x1b\x14l\x00\x00\x00"
# The same with a head that has more data, a name, a comment and a checksum of its own.
LONG_HEAD = b"\x1f\x8b\x08\x1e\x00\x00\x00\x00\x02\x03\x02\x00xyname\0comment\0\x12\x34" + WITH_GZIP[10:]


def attempt(data, *args, size=-1):
    try:
        return deflate.DeflateIO(io.BytesIO(data), *args).read(size)
    except Exception as error:
        return type(error).__name__, *error.args[:1]


for data, format in (BODY, deflate.RAW), (WITH_ZLIB, deflate.ZLIB), (WITH_GZIP, deflate.GZIP), (LONG_HEAD, deflate.GZIP):
    print([attempt(data, *args) == TEXT for args in ((format, 9), (format,), (), (deflate.ZLIB,), (deflate.GZIP,))])

# Codes of the block's own; a block that is stored, and one behind it.
OWN_CODES = (
    b'\x05\xc1\x01\x01\x00\x00\x08\xc3\xa0\xac\xec\xf6\xcf (.%7"-\x1a\xd9%\x8d\xc5l\xd4\x9dv\xb4\x9c\x03d\x8d&%\xa7;Si\xbaRZ`a'
    b"\x1c\xcc\xa8Q\xba\x13P\x10\x19\xdc\xb0\xb4J\x8b\xca!1\xa1\xa2\xd0)\x91\x10\x05f16\x15i\x90\"\x1a\x1b\xca\xe5\x01"
)
letters = attempt(OWN_CODES, deflate.RAW, 15)
print(len(letters), letters[:20], {letter: letters.count(letter) for letter in sorted(set(letters))})
STORED = b"\x00\x05\x00\xfa\xfffirst\x01\x06\x00\xf9\xffsecond"
print(attempt(STORED, deflate.RAW), attempt(STORED[:-1], deflate.RAW), attempt(STORED[:-1], deflate.RAW, size=10))
print(attempt(b"\x00\x05\x00\xfb\xfffirst", deflate.RAW), attempt(b"\x07", deflate.RAW), attempt(b"", deflate.RAW))

# No more is taken than what is read needs.
stream = io.BytesIO(WITH_ZLIB + b"rest")
reader = deflate.DeflateIO(stream)
print(stream.tell(), end=" ")
for size in (0, 1, 1, 2, 30, 3, 200, 5):
    print(reader.read(size), stream.tell(), end=" ")
print(reader.read(), stream.read())
reader = deflate.DeflateIO(io.BytesIO(WITH_GZIP))
buffer = bytearray(4)
print(reader.readline(), reader.readline(3), reader.readinto(buffer), buffer, len(reader.read()), reader.readline())

# A window that is too small, and data that are damaged or end too early.
FAR = bytes.fromhex("3330343236313533b7b06418055881013c8400")
print([len(attempt(FAR, deflate.RAW, wbits)) for wbits in (0, 5, 8, 9, 15)])
for data in WITH_ZLIB, WITH_GZIP:
    print(attempt(data[:-1]), attempt(data[:-1] + b"\xff"), attempt(data[:1] + b"x" + data[2:]), attempt(data[:-4] + b"1234"))
    print(attempt(data, deflate.RAW)[0], attempt(data, 3 - (data is WITH_GZIP)))
print(attempt(b"\x78\xbb" + BODY), attempt(WITH_GZIP[:2] + b"\x07" + WITH_GZIP[3:]), attempt(b"abcef", deflate.RAW)[0])


class Single:
    """A stream without read(), which may fail."""

    def __init__(self, data):
        self.data = data

    def readinto(self, buffer):
        if not self.data:
            return -5
        buffer[0], self.data = self.data[0], self.data[1:]
        return 1


print(deflate.DeflateIO(Single(BODY), deflate.RAW, 9).read() == TEXT)
try:
    deflate.DeflateIO(Single(BODY[:9]), deflate.RAW, 9).read()
except OSError as error:
    print(error.errno)


class Itself:
    """A stream that asks who reads it."""

    def read(self, size):
        return reader.read(1)


reader = deflate.DeflateIO(Itself(), deflate.RAW)
try:
    print(reader.read())
except (OSError, RecursionError) as error:
    print(type(error).__name__)
with deflate.DeflateIO(io.BytesIO(BODY), deflate.RAW, 9) as reader:
    print(reader.read(8))
try:
    reader.read(1)
except OSError as error:
    print(error.errno)
