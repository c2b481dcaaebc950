# cpython: differs — it has no deflate
# MicroPython's compressed streams: all formats there and back, in pieces, and what is refused.
import deflate
import io
import zlib

data = b"a line that is there again and again\n" * 40
for format in (deflate.RAW, deflate.ZLIB, deflate.GZIP, deflate.AUTO):
    for wbits in (0, 9, 15):
        stream = io.BytesIO()
        with deflate.DeflateIO(stream, format, wbits) as writer:
            print(writer.write(data[:700]), writer.write(data[700:]), end=" ")
        packed = stream.getvalue()
        again = zlib.decompress(packed, {deflate.ZLIB: 15, deflate.GZIP: 31}.get(format, -15))
        stream = io.BytesIO(packed + b"rest")
        reader = deflate.DeflateIO(stream, format or deflate.RAW, wbits)
        first = reader.read(10), reader.readline(), reader.read(0)
        buffer = bytearray(5)
        count = reader.readinto(buffer)
        left = reader.read()
        print(again == data, first, count, bytes(buffer), len(left), reader.read(), stream.read())
for packed in (zlib.compress(data), zlib.compress(data, wbits=31)):
    print(deflate.DeflateIO(io.BytesIO(packed)).read() == data)


def attempt(action):
    try:
        return action()
    except Exception as error:
        return type(error).__name__, error.args


print(attempt(lambda: deflate.DeflateIO(io.BytesIO(b"xx"), deflate.ZLIB).read()))
print(attempt(lambda: deflate.DeflateIO(io.BytesIO(zlib.compress(data)[:9]), deflate.ZLIB).read()))
print(
    attempt(lambda: deflate.DeflateIO(io.BytesIO(), 5)),
    attempt(lambda: deflate.DeflateIO(io.BytesIO(), 0, 4)),
)
stream = io.BytesIO()
closing = deflate.DeflateIO(stream, deflate.RAW, 0, True)
closing.write(b"x")
print(attempt(closing.read), closing.close(), stream.closed, attempt(lambda: closing.write(b"")))
