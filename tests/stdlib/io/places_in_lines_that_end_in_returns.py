"""tell() behind each line of a text with line ends of all kinds, which seek() goes back to."""

import io

for encoding in "ascii", "utf-8", "utf-16", "utf-16-le", "utf-32-be", "utf-8-sig", "cp037":
    for newline in None, "", "\r\n":
        data = "AAA\r\nBBB\nCCC\r\n\r\nD\n".encode(encoding)
        stream = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline=newline)
        places = []
        while line := stream.readline():
            places.append(stream.tell())
        again = []
        for place in places:
            stream.seek(place)
            again.append(stream.readline())
        print(encoding, repr(newline), places, again)
stream = io.TextIOWrapper(io.BytesIO(b"AAA\r\nBBB\r\n"))
print([(stream.read(1), stream.tell()) for _ in range(9)])

pair = io.BufferedRWPair(io.BytesIO(b"foo\nbar\n"), io.BytesIO())
text = io.TextIOWrapper(pair)
print(repr(text.readline()), text.write("written"), repr(text.readline()))

for kind in io.BufferedReader, io.BufferedRandom:
    buffered = kind(io.BytesIO(b"abcdefghi"))
    print(buffered.read(2), buffered.read(), buffered.read(), buffered.tell(), buffered.seek(4), buffered.read(None))


class Device(io.RawIOBase):
    """It has no places."""

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, pos, whence=0):
        return 0

    def tell(self):
        return 0

    def readinto(self, buffer):
        buffer[:2] = b"12"
        return 2


device = io.BufferedReader(Device())
print(device.tell(), device.read(1), device.tell())
