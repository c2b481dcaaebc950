# cpython: differs — it has no deflate
# The window that a head asks for, and the one that is allowed; streams that are told when they are closed.
import deflate
import io

far = b"zyxwvutsrq" + bytes(range(256)) * 3 + b"zyxwvutsrq"
for format in (deflate.RAW, deflate.ZLIB, deflate.GZIP):
    stream = io.BytesIO()
    with deflate.DeflateIO(stream, format, 10) as writer:
        writer.write(far)
    for wbits in (0, 8, 9, 10, 15):
        stream.seek(0)
        try:
            print(format, wbits, deflate.DeflateIO(stream, format, wbits).read() == far)
        except OSError as error:
            print(format, wbits, error.errno)

for wbits in (0, 5, 8, 9, 10, 15):
    stream = io.BytesIO()
    with deflate.DeflateIO(stream, deflate.ZLIB, wbits) as writer:
        writer.write(b"a")
    print(wbits, stream.getvalue()[:2].hex())


class Stream(io.IOBase):
    def write(self, data):
        return len(data)

    def ioctl(self, op, arg):
        print("ioctl", op, arg)
        return 0


deflate.DeflateIO(Stream(), deflate.RAW, 0, True).close()
stream = Stream()
stream.close()
stream.close()
print(stream.closed)
