# What a buffered reader asks its raw stream for: blocks where much is wanted, else a buffer, and nothing where the
# buffer has it.
import io


class Raw(io.RawIOBase):
    def __init__(self, data, most):
        self.data = data
        self.most = most
        self.position = 0
        self.calls = []

    def readable(self):
        return True

    seekable = readable

    def readinto(self, buffer):
        count = max(0, min(len(buffer), self.most, len(self.data) - self.position))
        self.calls.append((len(buffer), count))
        buffer[:count] = self.data[self.position : self.position + count]
        self.position += count
        return count

    def seek(self, position, whence=0):
        self.calls.append(("seek", position, whence))
        start = (0, self.position, len(self.data))[whence]
        self.position = max(0, start + position)
        return self.position

    def tell(self):
        return self.position


def readinto(stream, size, once=False):
    buffer = bytearray(size)
    count = (stream.readinto1 if once else stream.readinto)(buffer)
    return count, bytes(buffer[:count])


def show(most, *operations):
    raw = Raw(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ\nabcdefg\nhijklmnopqrstuvwxyz", most)
    stream = io.BufferedReader(raw, 8)
    print("at most", most)
    for name, *args in operations:
        if name == "readinto":
            result = readinto(stream, *args)
        else:
            result = getattr(stream, name)(*args)
        print(f"  {name}{tuple(args)}: {result} {raw.calls}")
        raw.calls.clear()


for most in 100, 3:
    show(most, ("read", 3), ("read", 5), ("read", 1), ("read", 20), ("peek",), ("read", 0), ("read",), ("read", 5))
    show(most, ("read1", 3), ("read1", 30), ("peek",), ("read1", 3), ("read1", 30), ("read1",), ("read1", 0))
    show(most, ("readinto", 3), ("readinto", 6), ("readinto", 30), ("peek",), ("readinto", 30), ("readinto", 0))
    show(most, ("readinto", 3, True), ("readinto", 6, True), ("readinto", 9, True), ("readinto", 30, True))
    show(most, ("readline", 5), ("readline",), ("readline", 3), ("readline", 0), ("readline", 30), ("readlines",))
    show(most, ("read", 2), ("seek", 1), ("seek", 2, 1), ("seek", -3, 1), ("seek", 20), ("read", 2), ("seek", -2, 2))
    show(most, ("readinto", 20), ("seek", -2, 1), ("read", 4), ("tell",), ("seek", 0), ("tell",), ("read", 1))
