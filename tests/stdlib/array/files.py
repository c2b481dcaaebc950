# Arrays to files and back.
import array
import io


class Short:
    def read(self, size):
        print("read", size)
        return b"abc"


class Text:
    def read(self, size):
        return "text"


class Sink:
    def __init__(self):
        self.sizes = []

    def write(self, block):
        self.sizes.append((type(block).__name__, len(block)))


numbers = array.array("i", range(5))
stream = io.BytesIO()
numbers.tofile(stream)
print(len(stream.getvalue()) == 5 * numbers.itemsize)
stream.seek(0)
again = array.ArrayType("i")
again.fromfile(stream, 3)
print(again)
try:
    again.fromfile(stream, 3)
except EOFError as error:
    print(error, again)
again.fromfile(stream, 0)
for file, count in ((stream, -1), (Short(), 2), (Text(), 1), (stream, 1 << 62), (stream, "1"), (None, 1)):
    try:
        array.array("b" if file is not stream else "i", [1]).fromfile(file, count)
    except (ValueError, EOFError, TypeError, MemoryError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    array.array("i").fromfile(Short(), 1)
except ValueError as error:
    print(error)

sink = Sink()
array.array("b", bytes(70000)).tofile(sink)
print(sink.sizes)
array.array("d").tofile(sink)
try:
    numbers.tofile(1)
except AttributeError as error:
    print(error)

again.clear()
print(again, len(again))
again.append(7)
print(again)
view = memoryview(again)
try:
    again.clear()
except BufferError as error:
    print(error)
print(array.typecodes)
