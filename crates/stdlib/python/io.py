# Streams of text and bytes: files, and files in memory. The classes are those of CPython's io; what is in Rust are
# the functions on open files (posix), decoding and the translation of line ends.
import posix as _posix
from sys import maxsize as _maxsize
from _io import decode as _decode, guard as _guard, release as _release, translate_newlines as _translate

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
    "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
    "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
    "text_encoding",
]

BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    """The stream can't do that."""


UnsupportedOperation.__module__ = "io"


def text_encoding(encoding, stacklevel=2):
    """The encoding to use where None was given."""
    return "utf-8" if encoding is None else encoding


def _part(data, size, rest):
    """What is meant of the data in MicroPython's write(data, size) and write(data, start, size)."""
    start = 0
    if rest is not None:
        start, size = size, rest
    return memoryview(data).cast("B")[start : start + size]


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


def _flags_of_mode(mode):
    """The letters of a mode without 'b' and 't': readable, writable, the flags of open."""
    kinds = [letter for letter in mode if letter in "rwax"]
    if any(letter not in "rwax+b" for letter in mode):
        raise ValueError(f"invalid mode: {mode}")
    if len(kinds) != 1 or mode.count("+") > 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    kind = kinds[0]
    both = "+" in mode
    flags = {
        "r": 0,
        "w": _posix.O_CREAT | _posix.O_TRUNC,
        "a": _posix.O_CREAT | _posix.O_APPEND,
        "x": _posix.O_CREAT | _posix.O_EXCL,
    }[kind]
    flags |= _posix.O_RDWR if both else _posix.O_RDONLY if kind == "r" else _posix.O_WRONLY
    return both or kind == "r", both or kind != "r", flags


class FileIO(RawIOBase):
    """An open file, without buffers."""

    _fd = -1
    _own = None

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        if not isinstance(mode, str):
            raise TypeError(f"FileIO() argument 'mode' must be str, not {type(mode).__name__}")
        self._readable, self._writable, flags = _flags_of_mode(mode)
        self._append = "a" in mode
        self._created = "x" in mode
        self._seekable = None
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._fd = int(file)
            _posix.fstat(self._fd)
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            if opener is None:
                self._fd = _posix.open(file if isinstance(file, (str, bytes)) else _posix.fspath(file), flags, 0o666)
            else:
                fd = opener(file, flags)
                if not isinstance(fd, int):
                    raise TypeError("expected integer from opener")
                if fd < 0:
                    raise ValueError(f"opener returned {fd}")
                self._fd = fd
        if closefd:
            self._own = _guard(self._fd)
        self.closefd = closefd
        self.name = file
        if self._append:
            try:
                _posix.lseek(self._fd, 0, 2)
            except OSError:
                pass

    def __repr__(self):
        kind = f"{type(self).__module__}.{type(self).__qualname__}"
        if self._closed:
            return f"<{kind} [closed]>"
        return f"<{kind} name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"

    @property
    def mode(self):
        """The mode as open() takes it."""
        if self._created:
            return "xb+" if self._readable else "xb"
        if self._append:
            return "ab+" if self._readable else "ab"
        if self._readable:
            return "rb+" if self._writable else "rb"
        return "wb"

    def _check_readable(self):
        self._check_closed()
        if not self._readable:
            raise UnsupportedOperation("File not open for reading")

    def read(self, size=-1, /):
        size = _size(size)
        self._check_readable()
        if size < 0:
            return self.readall()
        return _posix.read(self._fd, size)

    def readall(self):
        self._check_readable()
        parts = []
        size = DEFAULT_BUFFER_SIZE
        while part := _posix.read(self._fd, size):
            parts.append(part)
            size = min(size * 2, 1 << 20)
        return b"".join(parts)

    def readinto(self, buffer, size=None, /):
        self._check_readable()
        return _posix.readinto(self._fd, buffer if size is None else _part(buffer, size, None))

    def write(self, data, size=None, rest=None, /):
        self._check_closed()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")
        return _posix.write(self._fd, data if size is None else _part(data, size, rest))

    def seek(self, pos, whence=0, /):
        whence = _integer(whence, 2**31 - 1, "int")
        self._check_closed()
        return _posix.lseek(self._fd, _integer(pos, _maxsize, "long"), whence)

    def tell(self):
        self._check_closed()
        return _posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        self._check_closed()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")
        size = self.tell() if size is None else _integer(size, _maxsize, "long")
        _posix.ftruncate(self._fd, size)
        return size

    def close(self):
        if self._closed:
            return
        try:
            super().close()
        finally:
            if self._own is not None:
                _release(self._own)
                self._own = None
                _posix.close(self._fd)

    def seekable(self):
        self._check_closed()
        if self._seekable is None:
            try:
                self.tell()
            except OSError:
                self._seekable = False
            else:
                self._seekable = True
        return self._seekable

    def readable(self):
        self._check_closed()
        return self._readable

    def writable(self):
        self._check_closed()
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._fd

    def isatty(self):
        self._check_closed()
        return _posix.isatty(self._fd)


def _size(size):
    """The argument of read(): None means all."""
    if size is None:
        return -1
    try:
        size = size.__index__()
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None
    if not -_maxsize <= size <= _maxsize:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return size


def _integer(value, most=_maxsize, kind="ssize_t"):
    """An argument of seek()."""
    try:
        value = value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None
    if not -most <= value <= most:
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


def _bytes(data):
    """The bytes of an argument of write()."""
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


class BytesIO(BufferedIOBase):
    """A stream of bytes in memory."""

    _buffer = None

    def __init__(self, initial_bytes=b""):
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._buffer = bytearray(b"" if initial_bytes is None else memoryview(initial_bytes))
        self._pos = 0

    def getvalue(self):
        """All of the bytes."""
        self._check_closed()
        return bytes(self._buffer)

    def getbuffer(self):
        """A view of the bytes, which can be changed through it."""
        self._check_closed()
        return memoryview(self._buffer)

    def __getstate__(self):
        return self.getvalue(), self._pos, None

    def close(self):
        if not self._closed:
            # Refused while somebody holds a view of the bytes.
            self._buffer.clear()
            self._buffer = bytearray()
            super().close()

    def read(self, size=-1, /):
        """Read at most so many bytes; all with -1."""
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
        view = memoryview(buffer).cast("B") if size is None else _part(buffer, size, None)
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
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

    def readlines(self, size=None, /):
        """The lines that are left, or as many as reach a size."""
        self._check_closed()
        try:
            most = 0 if size is None else _integer(size)
        except TypeError:
            raise TypeError(f"integer argument expected, got '{type(size).__name__}'") from None
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
        self._check_closed()
        data = _bytes(data if size is None else _part(data, size, rest))
        if not data:
            return 0
        start = self._pos
        if start > len(self._buffer):
            self._buffer += bytes(start - len(self._buffer))
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


class _Buffered(BufferedIOBase):
    """What streams on top of a raw stream share."""

    raw = None

    def _start(self, raw, buffer_size):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self.raw = raw
        self.buffer_size = buffer_size

    def _check_attached(self):
        if self.raw is None:
            raise ValueError("raw stream has been detached")

    def _check_closed(self):
        self._check_attached()
        if self.raw.closed:
            raise ValueError(f"{self._verb} file" if hasattr(self, "_verb") else "I/O operation on closed file.")

    def flush(self):
        self._check_closed()
        self.raw.flush()

    def close(self):
        if self.raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        """Separate the raw stream from this one and give it back."""
        self._check_attached()
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def seekable(self):
        self._check_attached()
        return self.raw.seekable()

    @property
    def closed(self):
        self._check_attached()
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def fileno(self):
        self._check_attached()
        return self.raw.fileno()

    def isatty(self):
        self._check_attached()
        return self.raw.isatty()

    def __repr__(self):
        kind = f"{type(self).__module__}.{type(self).__qualname__}"
        try:
            return f"<{kind} name={self.name!r}>"
        except AttributeError:
            return f"<{kind}>"


class _Reading(_Buffered):
    """Reading ahead from a raw stream."""

    def _start_reading(self, raw, buffer_size):
        self._start(raw, buffer_size)
        self._ahead = b""
        self._at = 0

    def readable(self):
        self._check_attached()
        return self.raw.readable()

    def _left(self):
        return len(self._ahead) - self._at

    def _fill(self):
        """Read once more where nothing is left: whether there was something."""
        self._ahead = self.raw.read(self.buffer_size) or b""
        self._at = 0
        return len(self._ahead) > 0

    def read(self, size=-1, /):
        """Read so many bytes, fewer only at the end; all with -1."""
        self._check_closed()
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._flush_before_reading()
        start = self._at
        if size >= 0 and start + size <= len(self._ahead):
            self._at = start + size
            return self._ahead[start : start + size]
        ahead = self._ahead[start:]
        self._ahead = b""
        self._at = 0
        if size < 0:
            rest = self.raw.readall()
            if rest is None:
                # There may be more later.
                return ahead or None
            return ahead + rest
        parts = [ahead]
        left = size - len(ahead)
        while left >= self.buffer_size:
            part = self.raw.read(left - left % self.buffer_size)
            if not part:
                return self._joined(parts, part)
            parts.append(part)
            left -= len(part)
        # What is left goes through the buffer, which takes what lies behind it as well.
        room = self.buffer_size
        while left > 0:
            part = self.raw.read(room)
            if not part:
                return self._joined(parts, part)
            room -= len(part)
            parts.append(part[:left])
            self._ahead = part
            self._at = min(left, len(part))
            left -= self._at
        return b"".join(parts)

    def _joined(self, parts, last):
        """What was read before nothing came: None if that was nothing and there may be more later."""
        data = b"".join(parts)
        return None if last is None and not data else data

    def read1(self, size=-1, /):
        """Read at most so many bytes with at most one operation of the system."""
        self._check_closed()
        self._flush_before_reading()
        size = self.buffer_size if size < 0 else size
        if size == 0:
            return b""
        if not self._left():
            # Past the buffer: it would be filled for nothing.
            self._ahead = b""
            self._at = 0
            return self.raw.read(size) or b""
        start = self._at
        self._at = min(len(self._ahead), start + size)
        return self._ahead[start : self._at]

    def readinto(self, buffer, size=None, /):
        """Read into a buffer: how many bytes. At most so many as a second argument says, as in MicroPython."""
        return self._read_into(buffer if size is None else _part(buffer, size, None), False)

    def readinto1(self, buffer, /):
        """Read into a buffer with at most one operation of the system."""
        return self._read_into(buffer, True)

    def _read_into(self, buffer, once):
        self._check_closed()
        view = memoryview(buffer).cast("B")
        self._flush_before_reading()
        size = len(view)
        written = min(self._left(), size)
        view[:written] = self._ahead[self._at : self._at + written]
        self._at += written
        room = self.buffer_size
        while written < size:
            left = size - written
            if left > self.buffer_size:
                # Past the buffer, which is behind then.
                self._ahead = b""
                self._at = 0
                count = self.raw.readinto(view[written:])
            elif once and written:
                break
            else:
                data = self.raw.read(room)
                count = None if data is None else min(left, len(data))
                if count:
                    room -= len(data)
                    view[written : written + count] = data[:count]
                    self._ahead = data
                    self._at = count
            if not count:
                return written if written or count == 0 else None
            written += count
            if once:
                break
        return written

    def peek(self, size=0, /):
        """Bytes that lie ahead, without going there."""
        self._check_closed()
        self._flush_before_reading()
        if not self._left():
            self._fill()
        return self._ahead[self._at :]

    def readline(self, size=-1, /):
        self._check_closed()
        size = _size(size)
        self._flush_before_reading()
        left = _maxsize if size < 0 else size
        parts = []
        while left:
            start = self._at
            stop = min(len(self._ahead), start + left)
            end = self._ahead.find(b"\n", start, stop) + 1
            if end:
                self._at = end
                parts.append(self._ahead[start:end])
                break
            parts.append(self._ahead[start:stop])
            self._at = stop
            left -= stop - start
            if left and not self._fill():
                break
        return b"".join(parts)

    def _seek_ahead(self, pos, whence):
        """The new position if the buffer holds what is there; else None."""
        left = self._left()
        if whence == 2 or not left:
            return None
        here = self.raw.tell() - left
        distance = pos if whence else pos - here
        if not -self._at <= distance <= left:
            return None
        self._at += distance
        return here + distance

    def _flush_before_reading(self):
        pass


class BufferedReader(_Reading):
    """Reading from a raw stream with a buffer."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        self._start_reading(raw, buffer_size)

    def tell(self):
        self._check_closed()
        return self.raw.tell() - self._left()

    def seek(self, pos, whence=0, /):
        whence = _whence(whence)
        self._check_closed()
        pos = _offset(pos)
        found = self._seek_ahead(pos, whence)
        if found is not None:
            return found
        if whence == 1:
            pos -= self._left()
        result = self.raw.seek(pos, whence)
        self._ahead = b""
        self._at = 0
        return result

    def truncate(self, pos=None, /):
        self._unsupported("truncate")


# Streams with something to write, so that nothing is lost when a program forgets to close them.
_unflushed = {}


def _flush_all():
    for stream in list(_unflushed.values()):
        try:
            stream.flush()
        except Exception:
            pass


class _Writing(_Buffered):
    """Collecting what is written to a raw stream."""

    def _start_writing(self, raw, buffer_size):
        self._start(raw, buffer_size)
        self._pending = bytearray()

    def writable(self):
        self._check_attached()
        return self.raw.writable()

    def write(self, data, size=None, rest=None, /):
        """Write bytes: how many. Further arguments, as in MicroPython: the size, or the start and the size."""
        self._check_closed()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if size is not None:
            data = _part(data, size, rest)
        self._drop_ahead()
        if not isinstance(data, (bytes, bytearray)):
            data = _bytes(data)
        size = len(data)
        if size >= self.buffer_size or len(self._pending) + size > self.buffer_size:
            # What is older goes out with the buffer; what fills one goes past it.
            self._flush_pending()
            start = 0
            while size - start >= self.buffer_size:
                start += self._write_raw(data[start:])
            data = data[start:]
        if data:
            if not self._pending:
                _unflushed[id(self)] = self
            self._pending += data
        return size

    def _write_raw(self, data):
        count = self.raw.write(memoryview(bytes(data)))
        if count is None:
            raise BlockingIOError(11, "write could not complete without blocking", 0)
        if not 0 <= count <= len(data):
            raise OSError(f"raw write() returned invalid length {count} (should have been between 0 and {len(data)})")
        return count

    def _flush_pending(self):
        while self._pending:
            del self._pending[: self._write_raw(self._pending)]
        _unflushed.pop(id(self), None)

    def flush(self):
        self._check_closed()
        self._flush_pending()
        self.raw.flush()

    def close(self):
        if self.raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                _unflushed.pop(id(self), None)
                self.raw.close()

    def truncate(self, pos=None, /):
        self.flush()
        self._drop_ahead()
        return self.raw.truncate(self.tell() if pos is None else pos)

    def _drop_ahead(self):
        pass


class BufferedWriter(_Writing):
    """Writing to a raw stream with a buffer."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._start_writing(raw, buffer_size)

    def tell(self):
        self._check_closed()
        return self.raw.tell() + len(self._pending)

    def seek(self, pos, whence=0, /):
        whence = _whence(whence)
        self._check_closed()
        pos = _offset(pos)
        self._flush_pending()
        return self.raw.seek(pos, whence)


class BufferedRandom(_Reading, _Writing):
    """Reading from and writing to a raw stream with positions."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        self._start_reading(raw, buffer_size)
        self._start_writing(raw, buffer_size)

    def _flush_before_reading(self):
        if self._pending:
            self._flush_pending()

    def flush(self):
        """Write what is pending, and put the raw stream where this one is."""
        super().flush()
        self._drop_ahead()

    def peek(self, size=0, /):
        """Bytes that lie ahead, without going there."""
        self.flush()
        return super().peek(size)

    def _drop_ahead(self):
        if self._left():
            self.raw.seek(-self._left(), 1)
        self._ahead = b""
        self._at = 0

    def tell(self):
        self._check_closed()
        return self.raw.tell() - self._left() + len(self._pending)

    def seek(self, pos, whence=0, /):
        whence = _whence(whence)
        self._check_closed()
        pos = _offset(pos)
        self._flush_pending()
        found = self._seek_ahead(pos, whence)
        if found is not None:
            return found
        self._drop_ahead()
        return self.raw.seek(pos, whence)


class BufferedRWPair(BufferedIOBase):
    """A reader and a writer as one stream."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def readinto(self, buffer, /):
        return self.reader.readinto(buffer)

    def write(self, data, /):
        return self.writer.write(data)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def flush(self):
        return self.writer.flush()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        return self.writer.closed


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"illegal newline type: {type(newline)!r}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline!r}")


def _end_of_line(text, start, newline):
    """Where the line that starts there ends, behind its line end; 0 if that is not in the text."""
    if newline is None or newline == "\n":
        return text.find("\n", start) + 1
    if newline:
        at = text.find(newline, start)
        return 0 if at < 0 else at + len(newline)
    feed = text.find("\n", start)
    back = text.find("\r", start)
    if back < 0 or 0 <= feed < back:
        return feed + 1
    if back + 1 == len(text):
        return 0
    return back + 2 if feed == back + 1 else back + 1


class TextIOWrapper(TextIOBase):
    """Text on top of a stream of bytes."""

    buffer = None
    _chunk_size = 8192

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        if encoding is None or encoding == "locale":
            encoding = "utf-8"
        if not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        if errors is None:
            errors = "strict"
        elif not isinstance(errors, str):
            raise TypeError(f"TextIOWrapper() argument 'errors' must be str or None, not {type(errors).__name__}")
        "".encode(encoding, errors)
        self.buffer = buffer
        self.encoding = encoding
        self.errors = errors
        self._newline = newline
        self._write_newline = "\n" if newline in (None, "") else newline
        self.line_buffering = bool(line_buffering)
        self.write_through = bool(write_through)
        self._pending = []
        self._pending_size = 0
        self._seekable = buffer.seekable()
        self._forget()

    def _forget(self):
        """Nothing is decoded."""
        self._text = ""
        self._at = 0
        self._rest = b""
        self._return_seen = False
        self._chunk = b""
        self._chunk_return = False
        self._chunk_ended = False

    def __repr__(self):
        kind = f"{type(self).__module__}.{type(self).__qualname__}"
        shown = ""
        for name in ("name", "mode"):
            try:
                shown += f" {name}={getattr(self, name)!r}"
            except AttributeError:
                pass
        return f"<{kind}{shown} encoding={self.encoding!r}>"

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        """Change how text becomes bytes."""
        if (encoding is not None or errors is not None or newline is not ...) and (self._text or self._rest):
            raise UnsupportedOperation(
                "It is not possible to set the encoding or newline of stream after the first read"
            )
        self.flush()
        if encoding is not None:
            self.encoding = encoding
            self.errors = "strict"
        if errors is not None:
            self.errors = errors
        if newline is not ...:
            _check_newline(newline)
            self._newline = newline
            self._write_newline = "\n" if newline in (None, "") else newline
        if line_buffering is not None:
            self.line_buffering = bool(line_buffering)
        if write_through is not None:
            self.write_through = bool(write_through)

    def _check_attached(self):
        if self.buffer is None:
            raise ValueError("underlying buffer has been detached")

    @property
    def closed(self):
        self._check_attached()
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    def readable(self):
        self._check_attached()
        return self.buffer.readable()

    def writable(self):
        self._check_attached()
        return self.buffer.writable()

    def seekable(self):
        self._check_attached()
        self._check_closed()
        return self._seekable

    def fileno(self):
        self._check_attached()
        return self.buffer.fileno()

    def isatty(self):
        self._check_attached()
        return self.buffer.isatty()

    def write(self, text, /):
        """Write text: how many characters."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._check_attached()
        self._check_closed()
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        if not text.isascii():
            # What can't be encoded is told now, and not when the text is handed on.
            text.encode(self.encoding, self.errors)
        if not self._pending:
            _unflushed[id(self)] = self
        if self._write_newline != "\n" and "\n" in text:
            self._pending.append(text.replace("\n", self._write_newline))
        else:
            self._pending.append(text)
        self._pending_size += len(text)
        if self._text or self._rest:
            self._forget()
        if self.write_through or self._pending_size > self._chunk_size:
            self._flush_pending()
        if self.line_buffering and ("\n" in text or "\r" in text):
            self.flush()
        return len(text)

    def _flush_pending(self):
        if self._pending:
            data = "".join(self._pending).encode(self.encoding, self.errors)
            if self.encoding.lower() in ("utf-16", "utf_16", "utf-32", "utf_32", "utf-8-sig", "utf_8_sig"):
                data = self._without_mark(data)
            self._pending = []
            self._pending_size = 0
            _unflushed.pop(id(self), None)
            self.buffer.write(data)

    def _without_mark(self, data):
        """The byte order mark is written at the start of a stream only."""
        if self._seekable and self.buffer.tell() != 0:
            return data[len("".encode(self.encoding)) :]
        return data

    def flush(self):
        self._check_attached()
        self._check_closed()
        self._flush_pending()
        self.buffer.flush()

    def close(self):
        if self.buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                _unflushed.pop(id(self), None)
                self.buffer.close()

    def detach(self):
        self._check_attached()
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def _check_reading(self):
        self._check_attached()
        self._check_closed()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._pending:
            self.flush()

    def _more(self):
        """Decode one chunk more behind what is left: whether there was one."""
        read = getattr(self.buffer, "read1", None) or self.buffer.read
        data = read(self._chunk_size)
        self._chunk = self._rest + data
        self._chunk_return = self._return_seen
        self._chunk_ended = not data
        text, used = _decode(self._chunk, self.encoding, self.errors, not data)
        self._rest = self._chunk[used:]
        if self._newline is None:
            text, self._return_seen = _translate(text, self._return_seen, not data)
        self._chunk_text = len(text)
        self._text = self._text[self._at :] + text
        self._at = 0
        return bool(data)

    def read(self, size=-1, /):
        """Read at most so many characters; all with -1."""
        self._check_reading()
        size = _size(size)
        if size < 0:
            data = self._rest + self.buffer.read()
            text, _ = _decode(data, self.encoding, self.errors, True)
            if self._newline is None:
                text, _ = _translate(text, self._return_seen, True)
            result = self._text[self._at :] + text
            self._forget()
            return result
        while len(self._text) - self._at < size and self._more():
            pass
        start = self._at
        self._at = min(len(self._text), start + size)
        return self._text[start : self._at]

    def readline(self, size=-1, /):
        """A line, with its end; '' at the end of the stream."""
        self._check_reading()
        size = _size(size)
        while True:
            end = _end_of_line(self._text, self._at, self._newline)
            if end or (0 <= size <= len(self._text) - self._at):
                break
            if not self._more():
                end = _end_of_line(self._text, self._at, self._newline) or len(self._text)
                break
        if size >= 0 and (not end or end > self._at + size):
            end = self._at + size
        start = self._at
        self._at = end
        return self._text[start:end]

    def tell(self):
        """The position, to be given to seek()."""
        self._check_attached()
        self._check_closed()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        self.flush()
        position = self.buffer.tell()
        left = len(self._text) - self._at
        if not left and not self._return_seen:
            return position - len(self._rest)
        if left > self._chunk_text:
            # Text of an earlier chunk is left as well: its bytes are those that it encodes to.
            return position - len(self._rest) - len(self._text[self._at :].encode(self.encoding, self.errors))
        # The shortest start of the chunk that gives the characters which were read.
        wanted = self._chunk_text - left
        low, high = 0, len(self._chunk)
        while low < high:
            middle = (low + high) // 2
            if self._decoded_length(middle) >= wanted:
                high = middle
            else:
                low = middle + 1
        return position - len(self._chunk) + low

    def _decoded_length(self, count):
        text, _ = _decode(self._chunk[:count], self.encoding, self.errors, False)
        if self._newline is None:
            text, pending = _translate(text, self._chunk_return, False)
            return len(text) + pending
        return len(text)

    def seek(self, cookie, whence=0, /):
        """Go to a position that tell() gave, to the start (0), or to the end (0, 2)."""
        self._check_attached()
        self._check_closed()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), 0
        if whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            self._forget()
            return self.buffer.seek(0, 2)
        if whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie!r}")
        self.flush()
        self._forget()
        return self.buffer.seek(cookie)

    def truncate(self, pos=None, /):
        """Cut or extend the file; without a size where the stream below stands, which has read ahead."""
        self.flush()
        return self.buffer.truncate(pos)


class StringIO(TextIOBase):
    """A stream of text in memory."""

    def __init__(self, initial_value="", newline="\n"):
        _check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._value = ""
        self._parts = []
        self._pos = 0
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def _joined(self):
        if self._parts:
            self._value += "".join(self._parts)
            self._parts = []
        return self._value

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def getvalue(self):
        """All of the text."""
        self._check_closed()
        return self._joined()

    @property
    def line_buffering(self):
        return False

    def write(self, text, /):
        """Write text: how many characters."""
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        self._check_closed()
        size = len(text)
        if self._newline is None:
            text, _ = _translate(text, False, True)
        elif self._newline not in ("", "\n"):
            text = text.replace("\n", self._newline)
        if not text:
            return size
        if self._pos < 0:
            # At the end, where most writing happens.
            self._parts.append(text)
            return size
        value = self._joined()
        if self._pos == len(value):
            self._parts.append(text)
            self._pos = -1
            return size
        if self._pos > len(value):
            value += "\0" * (self._pos - len(value))
        end = self._pos + len(text)
        self._value = value[: self._pos] + text + value[end:]
        self._pos = end
        return size

    def _settle(self):
        """The text and the position, which at the end is kept as -1 while parts are collected."""
        value = self._joined()
        if self._pos < 0:
            self._pos = len(value)
        return value

    def read(self, size=-1, /):
        """Read at most so many characters; all with -1."""
        self._check_closed()
        size = _size(size)
        value = self._settle()
        start = self._pos
        end = len(value) if size < 0 else min(len(value), start + size)
        if end <= start:
            return ""
        self._pos = end
        return value[start:end]

    def readline(self, size=-1, /):
        """A line, with its end; '' at the end of the stream."""
        self._check_closed()
        size = _size(size)
        value = self._settle()
        start = self._pos
        if start >= len(value):
            return ""
        end = _end_of_line(value, start, self._newline) or len(value)
        if size >= 0:
            end = min(end, start + size)
        self._pos = end
        return value[start:end]

    def tell(self):
        self._check_closed()
        self._settle()
        return self._pos

    def seek(self, pos, whence=0, /):
        pos = _integer(pos)
        whence = _integer(whence, 2**31 - 1, "int")
        self._check_closed()
        value = self._settle()
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
        self._check_closed()
        value = self._settle()
        pos = self._pos if pos is None else _size(pos)
        if pos < 0:
            raise ValueError(f"Negative size value {pos}")
        self._value = value[:pos]
        return pos

    def readable(self):
        self._check_closed()
        return True

    writable = seekable = readable

    def close(self):
        self._closed = True


def open(
    file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None
):
    """Open a file: a stream of text, or of bytes if the mode has a 'b'."""
    if not isinstance(file, int):
        file = _posix.fspath(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not isinstance(buffering, int):
        raise TypeError(f"'{type(buffering).__name__}' object cannot be interpreted as an integer")
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {type(value).__name__}")
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in letters
    if binary and "t" in letters:
        raise ValueError("can't have text and binary mode at once")
    kinds = letters & set("axrw")
    if len(kinds) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if binary:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        if errors is not None:
            raise ValueError("binary mode doesn't take an errors argument")
        if newline is not None:
            raise ValueError("binary mode doesn't take a newline argument")
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    else:
        _check_newline(newline)
    raw = FileIO(file, mode.replace("t", "").replace("b", ""), closefd, opener)
    result = raw
    try:
        line_buffering = buffering == 1 and not binary
        if buffering < 0 and raw.isatty():
            line_buffering = True
        if buffering == 0:
            return raw
        if buffering < 2:
            buffering = DEFAULT_BUFFER_SIZE
        if "+" in letters:
            result = BufferedRandom(raw, buffering)
        elif "r" in letters:
            result = BufferedReader(raw, buffering)
        else:
            result = BufferedWriter(raw, buffering)
        if binary:
            return result
        result = TextIOWrapper(result, encoding, errors, newline, line_buffering)
        result.mode = mode
        return result
    except BaseException:
        result.close()
        raise


def open_code(path):
    """Open a file of code as bytes."""
    return open(path, "rb")


for _class in (
    IOBase, RawIOBase, BufferedIOBase, TextIOBase, FileIO, BytesIO, BufferedReader, BufferedWriter, BufferedRandom,
    BufferedRWPair, TextIOWrapper, StringIO,
):
    _class.__module__ = "_io" if _class not in (IOBase, RawIOBase, BufferedIOBase, TextIOBase) else "io"
del _class
