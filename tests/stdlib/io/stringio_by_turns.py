"""A StringIO that is written and read by turns, in each kind of line ends, and by classes that override some of it."""

import io
import pickle

TEXT = "one\ntwo\r\nthree\rfour \u00e9\u65e5\U0001d11e\n\n last"


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except StopIteration:
        return "nothing left"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for newline in ("\n", None, "", "\r", "\r\n"):
    print(f"newline={newline!r}")
    stream = io.StringIO(TEXT, newline)
    print(" ", list(stream), stream.tell(), repr(stream.newlines))
    stream.seek(0)
    print(" ", [stream.readline() for _ in range(3)], repr(stream.read(4)), repr(next(stream)), stream.tell())
    print(" ", repr(stream.readline(2)), repr(stream.readline(-1)), repr(stream.readline(None)), repr(stream.read()))
    print(" ", repr(stream.read(1)), repr(stream.readline()), attempt(next, stream))
    # Behind the end, at the end, and in the middle.
    print(" ", stream.write("x\ny\r\n"), stream.write(""), repr(stream.getvalue()[-8:]), stream.tell())
    print(" ", attempt(next, stream), repr(stream.read(1)), stream.write("z"), stream.seek(3), stream.write("==\n"))
    print(" ", stream.tell(), repr(next(stream)), repr(stream.readline()), repr(stream.getvalue()))
    stream.seek(len(stream.getvalue()) + 2)
    print(" ", repr(stream.read(1)), attempt(next, stream), stream.write("end\n"), repr(stream.getvalue()[-8:]))
    # What is cut off can't be read, and the position stays.
    stream.seek(9)
    print(" ", stream.truncate(5), stream.tell(), repr(stream.read()), attempt(next, stream), repr(stream.getvalue()))
    print(" ", stream.truncate(), stream.seek(0, 2), stream.write("!"), repr(stream.getvalue()))

print("pickles")
for newline in ("\n", None, ""):
    stream = io.StringIO(TEXT, newline)
    next(stream)
    stream.extra = 1
    other = pickle.loads(pickle.dumps(stream))
    print(
        " ",
        other.tell(),
        repr(next(other)),
        repr(other.newlines),
        other.extra,
        other.write("new\n"),
        repr(other.getvalue()),
    )
print(" ", attempt(io.StringIO().__setstate__, (3, "\n", 0, None)))
print(" ", attempt(io.StringIO().__setstate__, ("", "\n", -1, None)))

print("classes")


class Loud(io.StringIO):
    def readline(self, *size):
        return super().readline(*size).upper()


class Counting(io.StringIO):
    written = 0

    def write(self, text):
        self.written += 1
        return super().write(text)


class Wrong(io.StringIO):
    def readline(self, *size):
        return b"bytes"


class Lazy(io.StringIO):
    def __init__(self):
        pass


print(" ", list(Loud("a\nb\nc")), Loud("a\nb\n").readlines(), repr(Loud("a\nb").read()))
counting = Counting("not counted")
print("x", "y", sep="-", end="", file=counting)
counting.writelines(["1", "2"])
print(" ", counting.written, repr(counting.getvalue()), counting.tell())
print(" ", attempt(next, Wrong("a\n")))
lazy = Lazy()
print(
    " ", [attempt(method) for method in (lazy.read, lazy.readline, lazy.getvalue, lazy.tell)], attempt(lazy.write, "a")
)

print("started again, and closed")
stream = io.StringIO("first\n")
stream.write("more")
stream.__init__("second\n")
print(" ", stream.tell(), list(stream))
stream.close()
stream.close()
print(
    " ",
    stream.closed,
    attempt(stream.read),
    attempt(stream.write, "a"),
    attempt(stream.write, 1),
    attempt(next, stream),
)
print(" ", attempt(iter, stream), attempt(stream.getvalue), attempt(stream.truncate, 0), attempt(stream.readable))
stream.__init__("third")
print(" ", stream.closed, stream.read())
