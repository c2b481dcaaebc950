# slow: pickle is Python here
"""Streams in memory in pickles and copies: what they hold, where they are, and their attributes."""

import copy
import io
import pickle


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


stream = io.BytesIO(b"abcdef")
stream.read(2)
stream.x = 5
made = [pickle.loads(pickle.dumps(stream, protocol)) for protocol in range(2, 6)]
for other in *made, copy.copy(stream), copy.deepcopy(stream):
    print(other.read(), other.getvalue(), other.x, stream.tell())
print(stream.__getstate__(), io.BytesIO().__getstate__())
for newline in "\n", "", None, "\r\n":
    text = io.StringIO("a\nb\r\nc", newline)
    text.read(1)
    other = pickle.loads(pickle.dumps(text))
    print(repr(other.read()), repr(other.getvalue()), text.__getstate__())
for state in (b"", -1, None), ("text", 0, None), (b"", 0.5, None), (b"", 0, 0), (b"", 0), 0, (bytearray(b"x"), 0, {"y": 3}):
    attempt(io.BytesIO().__setstate__, state)
for state in ("", "f", 0, None), ("", "", -1, None), (b"", "", 0, None), ("", "", 0.5, None), ("", "", 0, 0), ("", 0), 0:
    attempt(io.StringIO().__setstate__, state)
stream.close()
text.close()
attempt(stream.__getstate__)
attempt(stream.__setstate__, (b"", 0, None))
attempt(text.__getstate__)
attempt(text.__setstate__, ("", "", 0, None))
