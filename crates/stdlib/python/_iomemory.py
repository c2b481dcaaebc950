# Streams of bytes and of text in memory.
from _io import ahead as _ahead, overwrite as _overwrite, translate_newlines as _translate
from _iobase import BufferedIOBase, TextIOBase, _bytes, _integer, _part, _size, _writable
from _iobuffered import _NOTHING
from _iotext import _add_line_ends, _check_newline, _end_of_line, _shown_line_ends


class BytesIO(BufferedIOBase):
    """A stream of bytes in memory."""

    # The bytes and the position. What __next__() may give away at once: a subclass may have a readline() of its own.
    _place = _quick = _NOTHING

    def __init__(self, initial_bytes=b""):
        if isinstance(initial_bytes, int):
            # Room for so many bytes, as in MicroPython.
            buffer = bytearray(initial_bytes)
            buffer.clear()
        else:
            buffer = bytearray(b"" if initial_bytes is None else _bytes(initial_bytes))
        self._place = _ahead(buffer, 1)
        if type(self) is BytesIO:
            self._quick = self._place

    @property
    def _buffer(self):
        return self._place.data

    @property
    def _pos(self):
        return self._place.at

    @_pos.setter
    def _pos(self, pos):
        self._place.at = pos

    def getvalue(self):
        """All of the bytes."""
        self._check_closed()
        return bytes(self._buffer)

    def getbuffer(self):
        """A view of the bytes, which can be changed through it."""
        self._check_closed()
        return memoryview(self._buffer)

    def __getstate__(self):  # feature: pickle
        return __import__("_io_states").of_bytes(self)  # feature: pickle

    def __setstate__(self, state, /):  # feature: pickle
        __import__("_io_states").set_bytes(self, state)  # feature: pickle

    def close(self):
        if not self._closed:
            # Refused while somebody holds a view of the bytes.
            self._buffer.clear()
            self._place.put(b"")
            super().close()

    def read(self, size=-1, /):
        """Read at most so many bytes; all with -1."""
        if data := self._place.take(size):
            return data
        self._check_closed()
        size = _size(size)
        start = self._pos
        end = len(self._buffer) if size < 0 else min(len(self._buffer), start + size)
        if end <= start:
            return b""
        self._pos = end
        return bytes(self._buffer[start:end])

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, size=None, /):
        self._check_closed()
        view = _writable(buffer) if size is None else _part(buffer, size, None)
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        if size == -1 and (line := self._place.line()):
            return line
        self._check_closed()
        size = _size(size)
        start = self._pos
        end = self._buffer.find(b"\n", start) + 1 or len(self._buffer)
        if size >= 0:
            end = min(end, start + size)
        if end <= start:
            return b""
        self._pos = end
        return bytes(self._buffer[start:end])

    def __next__(self):
        line = self._quick.line() or self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, size=None, /):
        """The lines that are left, or as many as reach a size."""
        self._check_closed()
        if size is not None and not isinstance(size, int):
            raise TypeError(f"integer argument expected, got '{type(size).__name__}'")
        most = 0 if size is None else _integer(size)
        lines = []
        total = 0
        while line := self.readline():
            lines.append(line)
            total += len(line)
            if 0 < most <= total:
                break
        return lines

    def write(self, data, size=None, rest=None, /):
        """Write bytes: how many. Further arguments, as in MicroPython: the size, or the start and the size."""
        if size is None and (count := _overwrite(self._place, data)):
            return count
        self._check_closed()
        if size is not None or type(data) is not bytes:
            data = _bytes(data if size is None else _part(data, size, rest))
        if not data:
            return 0
        start = self._pos
        if start > len(self._buffer):
            self._buffer.extend(bytes(start - len(self._buffer)))
        end = start + len(data)
        self._buffer[start:end] = data
        self._pos = end
        return len(data)

    def seek(self, pos, whence=0, /):
        pos = _integer(pos)
        whence = _integer(whence, 2**31 - 1, "int")
        self._check_closed()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._pos = pos
        elif whence == 1:
            self._pos = max(0, self._pos + pos)
        elif whence == 2:
            self._pos = max(0, len(self._buffer) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos

    def tell(self):
        self._check_closed()
        return self._pos

    def truncate(self, pos=None, /):
        self._check_closed()
        pos = self._pos if pos is None else _size(pos)
        if pos < 0:
            raise ValueError(f"negative size value {pos}")
        del self._buffer[pos:]
        return pos

    def readable(self):
        self._check_closed()
        return True

    writable = seekable = readable


class StringIO(TextIOBase):
    """A stream of text in memory."""

    # The text and the position. What __next__() may give away at once: a subclass may have a readline() of its own.
    _place = _quick = _NOTHING
    # Whether the position is the end, where what is written is collected, and whether it is written as it is.
    _at_end = _as_is = False

    def __init__(self, initial_value="", newline="\n"):
        if isinstance(newline, str) and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        _check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._as_is = newline == "\n"
        # As lines end in ahead(): a '\r' alone or with a '\n' is looked for here where it is the only end.
        self._place = _ahead("", 1 if newline is None or self._as_is else 0 if newline else 2)
        if type(self) is StringIO:
            self._quick = self._place
        self._parts = []
        self._at_end = self._closed = False
        self._line_ends = set()
        if initial_value:
            StringIO.write(self, initial_value)
            self._joined()
            self._pos = 0

    @property
    def _pos(self):
        return self._place.at

    @_pos.setter
    def _pos(self, pos):
        self._place.at = pos
        self._at_end = False

    def _joined(self):
        """The text."""
        value = self._place.data
        if self._parts:
            value += "".join(self._parts)
            self._parts.clear()
            self._place.put(value, self._place.at)
        return value

    def _settled(self):
        """The text, when the position is known."""
        value = self._joined()
        if self._at_end:
            self._pos = len(value)
        return value

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        if self._place is _NOTHING:
            raise ValueError("I/O operation on uninitialized object")

    def __getstate__(self):  # feature: pickle
        return __import__("_io_states").of_text(self)  # feature: pickle

    def __setstate__(self, state, /):  # feature: pickle
        __import__("_io_states").set_text(self, state)  # feature: pickle

    def getvalue(self):
        """All of the text."""
        self._check()
        return self._joined()

    @property
    def line_buffering(self):
        return False

    def write(self, text, /):
        """Write text: how many characters."""
        if self._at_end and self._as_is and type(text) is str:
            self._parts.append(text)
            return len(text)
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        self._check()
        # Whatever methods a subclass has, the characters are meant.
        text = str.__str__(text)
        size = len(text)
        if not self._newline:
            _add_line_ends(self._line_ends, text)
        if self._newline is None:
            text, _ = _translate(text, False, True)
        elif self._newline not in ("", "\n"):
            text = text.replace("\n", self._newline)
        if not text:
            return size
        if not self._at_end:
            value = self._joined()
            start = self._pos
            if start != len(value):
                if start > len(value):
                    value += "\0" * (start - len(value))
                end = start + len(text)
                self._place.put(value[:start] + text + value[end:], end)
                return size
            # Where most writing happens. Nothing can be read here.
            self._pos = -1
            self._at_end = True
        self._parts.append(text)
        return size

    @property
    def newlines(self):
        """The line ends that were seen, in text whose line ends may be any."""
        self._check()
        return _shown_line_ends(self._line_ends)

    def read(self, size=-1, /):
        """Read at most so many characters; all with -1."""
        if text := self._place.take(size):
            return text
        self._check()
        size = _size(size)
        value = self._settled()
        start = self._pos
        end = len(value) if size < 0 else min(len(value), start + size)
        if end <= start:
            return ""
        self._pos = end
        return value[start:end]

    def readline(self, size=-1, /):
        """A line, with its end; '' at the end of the stream."""
        if size == -1 and (line := self._place.line()):
            return line
        self._check()
        size = _size(size)
        value = self._settled()
        start = self._pos
        if start >= len(value):
            return ""
        end = _end_of_line(value, start, self._newline) or len(value)
        if size >= 0:
            end = min(end, start + size)
        self._pos = end
        return value[start:end]

    def __next__(self):
        if line := self._quick.line():
            return line
        line = self.readline()
        if not isinstance(line, str):
            raise OSError(f"readline() should have returned a str object, not '{type(line).__name__}'")
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        self._settled()
        return self._pos

    def seek(self, pos, whence=0, /):
        pos = _integer(pos)
        whence = _integer(whence, 2**31 - 1, "int")
        self._check()
        value = self._settled()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence != 0 and pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 0:
            self._pos = pos
        elif whence == 2:
            self._pos = len(value)
        return self._pos

    def truncate(self, pos=None, /):
        self._check()
        value = self._settled()
        pos = self._pos if pos is None else _size(pos)
        if pos < 0:
            raise ValueError(f"Negative size value {pos}")
        self._place.put(value[:pos], self._pos)
        return pos

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def close(self):
        self._closed = True
        # The text goes.
        self._place = self._quick = _NOTHING
        self._at_end = False


for _class in (BytesIO, StringIO):
    _class.__module__ = "_io"
del _class
