# What all streams of io share: the abstract classes, and how arguments are checked.
from sys import maxsize as _maxsize

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class UnsupportedOperation(OSError, ValueError):
    """The stream can't do that."""


UnsupportedOperation.__module__ = "io"


class IOBase:
    """What all streams have."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, pos, whence=0, /):
        """Change the position: the new one from the start."""
        self._unsupported("seek")

    def tell(self):
        """The current position."""
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        """Cut or extend the stream: its new size."""
        self._unsupported("truncate")

    def flush(self):
        """Hand on what is in buffers."""
        self._check_closed()

    def close(self):
        """Flush and close; a second time nothing happens."""
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True
                # A stream written for MicroPython is told by a control operation.
                control = getattr(self, "ioctl", None)
                if control is not None:
                    control(4, 0)

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    def seekable(self):
        """Whether there are positions to change."""
        self._check_closed()
        return False

    def readable(self):
        """Whether there is something to read."""
        self._check_closed()
        return False

    def writable(self):
        """Whether it may be written to."""
        self._check_closed()
        return False

    @property
    def closed(self):
        """Whether the stream is closed."""
        return self._closed

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    _checkClosed = _check_closed

    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable.")

    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable.")

    def _checkSeekable(self):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, *args):
        self.close()

    def fileno(self):
        """The number of the open file below."""
        self._unsupported("fileno")

    def isatty(self):
        """Whether it is a terminal."""
        self._check_closed()
        return False

    def readline(self, size=-1, /):
        """A line, with its end; b'' at the end of the stream."""
        size = _size(size)
        line = bytearray()
        peek = getattr(self, "peek", None)
        while size < 0 or len(line) < size:
            count = 1
            if peek is not None:
                ahead = peek(1)
                if ahead:
                    count = (ahead.find(b"\n") + 1) or len(ahead)
                    if size >= 0:
                        count = min(count, size - len(line))
            part = self.read(count)
            if not part:
                break
            line += part
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        """The lines that are left, or as many as go beyond hint."""
        hint = _size(hint)
        if hint <= 0:
            return list(self)
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if total > hint:
                break
        return lines

    def writelines(self, lines, /):
        """Write all of the lines; no line ends are added."""
        self._check_closed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Streams of bytes without buffers."""

    def read(self, size=-1, /):
        """Read at most so many bytes in one operation of the system; all with -1."""
        if size is None:
            size = -1
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        del buffer[count:]
        return bytes(buffer)

    def readall(self):
        """Read until the end."""
        parts = []
        while part := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(part)
        return b"".join(parts) if parts else part

    def readinto(self, buffer, /):
        self._unsupported("readinto")

    def write(self, data, /):
        self._unsupported("write")


def _content(file):
    """All of a stream, which is closed. A program's own may have no more than MicroPython asks for: readinto()."""
    if hasattr(file, "read"):
        content = file.read()
    elif hasattr(file, "readinto"):
        content = b""
        # Such a stream may say how much it wants to be asked for.
        size = file.ioctl(11, 0) if hasattr(file, "ioctl") else -1
        buffer = bytearray(size if 0 < size <= 512 else 512)
        while count := file.readinto(buffer):
            content += buffer[:count]
    else:
        raise OSError("stream operation not supported")
    file.close()
    return content


class BufferedIOBase(IOBase):
    """Streams of bytes with a buffer."""

    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def readinto(self, buffer, size=None, /):
        """Read into a buffer: how many bytes. At most so many as a second argument says, as in MicroPython."""
        return self._readinto(buffer if size is None else _part(buffer, size, None), self.read)

    def readinto1(self, buffer, /):
        """Read into a buffer with at most one operation of the system."""
        return self._readinto(buffer, self.read1)

    def _readinto(self, buffer, read):
        view = memoryview(buffer).cast("B")
        data = read(len(view))
        view[: len(data)] = data
        return len(data)

    def write(self, data, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


class TextIOBase(IOBase):
    """Streams of text."""

    encoding = None
    newlines = None
    errors = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def write(self, text, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


def _part(data, size, rest):
    """What is meant of the data in MicroPython's write(data, size) and write(data, start, size)."""
    start = 0
    if rest is not None:
        start, size = size, rest
    return memoryview(data).cast("B")[start : start + size]


def _check_index(number):
    if not isinstance(number, int):
        raise TypeError(f"__index__ returned non-int (type {type(number).__name__})")
    return int.__index__(number)


def _size(size):
    """The argument of read(): None means all."""
    if size is None:
        return -1
    if type(size) is int and ~_maxsize <= size <= _maxsize:
        return size
    given = size
    try:
        size = type(size).__index__(size)
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None
    number = _check_index(size)
    if not ~_maxsize <= number <= _maxsize:
        raise OverflowError(f"cannot fit '{type(given).__name__}' into an index-sized integer")
    return number


def _integer(value, most=_maxsize, kind="ssize_t"):
    """An argument of seek()."""
    if type(value) is int and ~most <= value <= most:
        return value
    try:
        value = type(value).__index__(value)
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None
    value = _check_index(value)
    if not ~most <= value <= most:
        raise OverflowError(f"Python int too large to convert to C {kind}")
    return value


def _offset(pos):
    """A position within a file."""
    try:
        return _integer(pos)
    except OverflowError:
        raise ValueError("cannot fit 'int' into an offset-sized integer") from None


def _whence(whence):
    """What a position is counted from."""
    whence = _integer(whence, 2**31 - 1, "int")
    if whence not in (0, 1, 2):
        raise ValueError(f"whence value {whence} unsupported")
    return whence


def _writable(buffer):
    """A view of the argument of readinto()."""
    try:
        view = memoryview(buffer).cast("B")
    except TypeError:
        view = None
    if view is None or view.readonly:
        kind = "None" if buffer is None else type(buffer).__name__
        raise TypeError(f"readinto() argument must be read-write bytes-like object, not {kind}")
    return view


def _bytes(data):
    """The bytes of an argument of write()."""
    try:
        view = memoryview(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
    if not view.c_contiguous:
        raise BufferError("memoryview: underlying buffer is not C-contiguous")
    return view.tobytes()


for _class in (IOBase, RawIOBase, BufferedIOBase, TextIOBase):
    _class.__module__ = "io"
del _class
