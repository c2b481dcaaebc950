# A raw stream whose readinto() gives None has nothing yet: what the readers on top of it give then.
import io


class Raw(io.RawIOBase):
    def __init__(self, parts):
        self.parts = list(parts)

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.parts:
            return 0
        part = self.parts.pop(0)
        if part is None:
            return None
        buffer[: len(part)] = part
        return len(part)


def readinto(stream, size, once):
    buffer = bytearray(size)
    return (stream.readinto1 if once else stream.readinto)(buffer), bytes(buffer)


operations = {
    "read(3)": lambda stream: stream.read(3),
    "read(9)": lambda stream: stream.read(9),
    "read()": lambda stream: stream.read(),
    "read1(3)": lambda stream: stream.read1(3),
    "peek()": lambda stream: stream.peek(),
    "readline()": lambda stream: stream.readline(),
    "readline(2)": lambda stream: stream.readline(2),
    "readinto(3)": lambda stream: readinto(stream, 3, False),
    "readinto(9)": lambda stream: readinto(stream, 9, False),
    "readinto1(3)": lambda stream: readinto(stream, 3, True),
    "readinto1(9)": lambda stream: readinto(stream, 9, True),
    "list": list,
}
cases = (None,), (b"ab", None), (b"ab", None, b"cd"), (b"a\nb", None, b"c"), (None, None, b"x"), (b"",)
for parts in cases:
    for size in 4, 8:
        for name, operation in operations.items():
            stream = io.BufferedReader(Raw(parts), size)
            print(parts, size, name, [operation(stream) for _ in range(3)])
print(Raw([None]).read(3), Raw([b"a", None, b"b"]).read(), Raw([None]).readall())
