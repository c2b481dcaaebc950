# requires: files
# The classes of streams by their names, and what only they do.
import io

with io.FileIO("data.bin", "w") as raw:
    print(raw.mode, raw.closefd, raw.write(b"0123456789"), raw.readable(), raw.writable(), raw.seekable())
    print(isinstance(raw, io.RawIOBase), isinstance(raw, io.BufferedIOBase))
with io.FileIO("data.bin") as raw:
    room = bytearray(4)
    print(raw.readinto(room), room, raw.tell(), raw.read(2), raw.readall(), raw.isatty())
try:
    raw.read()
except ValueError as error:
    print(error)

with io.BufferedRandom(io.FileIO("data.bin", "r+")) as both:
    print(both.read(3), both.write(b"XY"), both.peek(1)[:1], both.seek(0), both.read1(4), both.readinto1(room), room)
    print(isinstance(both, (io.BufferedReader, io.BufferedWriter)), isinstance(both, io.BufferedIOBase))
with open("data.bin", "rb") as file:
    print(file.read())

source, sink = io.BytesIO(b"from here"), io.BytesIO()
pair = io.BufferedRWPair(source, sink, 8)
print(pair.read(4), pair.write(b"to there"), pair.readable(), pair.writable(), pair.seekable())
pair.flush()
print(sink.getvalue(), pair.read1(2), pair.peek()[:1], pair.closed)
pair.close()
print(source.closed, sink.closed, pair.closed)
for call in (pair.detach, lambda: io.BufferedRWPair(1, 2), lambda: io.BufferedRandom(io.StringIO())):
    try:
        call()
    except (io.UnsupportedOperation, AttributeError) as error:
        print(type(error).__name__)

with io.open_code("data.bin") as file:
    print(file.read(2), file.mode)
try:
    io.open_code(5)
except TypeError as error:
    print(error)
print(io.text_encoding("latin-1"), io.text_encoding(None) in ("locale", "utf-8"))
print(io.BlockingIOError is BlockingIOError, io.BlockingIOError(11, "later", 7).characters_written)


class Half(io.RawIOBase):
    """A stream that takes a part only, and then nothing."""

    def __init__(self):
        self.taken = []

    def writable(self):
        return True

    def write(self, data):
        if self.taken:
            return None
        self.taken.append(bytes(data[:2]))
        return 2


stream = io.BufferedWriter(half := Half(), 4)
try:
    stream.write(b"123456789")
except BlockingIOError as error:
    print(error.characters_written, half.taken)


class Least(io.BufferedIOBase):
    def read(self, size=-1):
        return b"abc"[: size if size >= 0 else 3]


print(Least().readinto(room), room)
for name in ("detach", "read1", "write"):
    try:
        getattr(Least(), name)(*[b""] if name == "write" else [])
    except io.UnsupportedOperation as error:
        print(name, error)
