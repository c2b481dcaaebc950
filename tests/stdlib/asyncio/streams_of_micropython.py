# cpython: differs — its streams are made of transports only
# Streams as MicroPython's programs make them: of rings, of objects with an ioctl, of files.
import asyncio
import io
import micropython


class Line:
    """A serial line: it takes three bytes at a time, and has some to read from time to time."""

    def __init__(self, text):
        self.text, self.sent, self.asked = text, b"", 0

    def ioctl(self, op, arg):
        self.asked += 1
        return arg if self.asked % 2 else 0

    def read(self, n=-1):
        part, self.text = self.text[: max(n, 0) or 4], self.text[max(n, 0) or 4 :]
        return part

    def readline(self):
        return self.read(4)

    def readinto(self, buffer):
        part = self.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)

    def write(self, data):
        self.sent += bytes(data[:3])
        return min(len(data), 3)

    def close(self):
        print("closed")


async def through_a_ring():
    ring = micropython.RingIO(16)
    writer, reader = asyncio.StreamWriter(ring), asyncio.StreamReader(ring)
    data = b"ABC123" * 20
    writer.write(data)
    sending = asyncio.create_task(writer.drain())
    print(await reader.readexactly(len(data)) == data, await sending)
    writer.write(b"a line\nand")
    print(await reader.readline(), await reader.read(2), ring.any())


async def along_a_line():
    line = Line(b"one\ntwo\nthree")
    async with asyncio.StreamReader(line) as stream:
        print(await stream.readline(), await stream.read(2), await stream.readexactly(3))
        buffer = bytearray(3)
        print(await stream.readinto(buffer), buffer, await stream.read())
        try:
            await stream.readexactly(1)
        except EOFError:
            print("EOFError")
    writer = asyncio.StreamWriter(line, None)
    writer.write(b"four five")
    writer.write(b" six")
    print(line.sent)
    await writer.drain()
    print(line.sent, line.asked > 10)


async def of_memory():
    stream = asyncio.StreamReader(io.BytesIO(b"text\nrest"), {"peer": 5})
    print(await stream.readline(), await stream.read(), stream.get_extra_info("peer"), stream.get_extra_info("none"))


for work in (through_a_ring, along_a_line, of_memory):
    asyncio.run(work())
try:
    asyncio.StreamReader(limit=0)
except ValueError as error:
    print(error)
try:
    asyncio.StreamWriter(1, 2, 3)
except TypeError as error:
    print(type(error).__name__)
asyncio.run_until_complete(of_memory())
