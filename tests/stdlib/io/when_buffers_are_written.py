# When a buffered writer hands on to its raw stream, and what.
import io


class Raw(io.RawIOBase):
    def __init__(self, most=100):
        self.most = most
        self.calls = []

    def writable(self):
        return True

    def write(self, data):
        self.calls.append((type(data).__name__, bytes(data)))
        return min(len(data), self.most)


def show(raw):
    print(raw.calls)
    raw.calls.clear()


for most in 100, 3:
    for sizes in (6, 6, 6), (3, 5, 1), (8, 1), (9,), (1, 9, 1), (20, 3, 5, 1), (4, 4, 4), (7, 2, 8, 8), (0, 8, 0), ():
        raw = Raw(most)
        writer = io.BufferedWriter(raw, 8)
        for number, size in enumerate(sizes):
            print(writer.write(bytes([65 + number]) * size), end=" ")
            show(raw)
        writer.flush()
        show(raw)

for kind in bytearray, memoryview:
    raw = Raw()
    writer = io.BufferedWriter(raw, 4)
    writer.write(kind(b"abc"))
    writer.write(kind(b"defgh"))
    show(raw)
    writer.close()
    show(raw)

raw = Raw(-1)
writer = io.BufferedWriter(raw, 4)
writer.write(b"ab")
try:
    writer.flush()
except OSError as error:
    print(error)
raw.most = 100
writer.close()
show(raw)
