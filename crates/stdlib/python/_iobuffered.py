# Streams of bytes on top of raw streams: buffers for reading and writing.
from _io import ahead as _ahead, gather_bytes as _gather
from sys import maxsize as _maxsize
from _iobase import (
    DEFAULT_BUFFER_SIZE, BufferedIOBase, UnsupportedOperation, _bytes, _offset, _part, _size, _whence,
)
from _iofile import FileIO


class _Shut:
    """Where nothing is to be had at once."""

    _closed = True


_NOTHING = _ahead(b"", 0)


class _Buffered(BufferedIOBase):
    """What streams on top of a raw stream share."""

    raw = None
    # The file below, whose state can be seen at once, if there is one.
    _file = _Shut
    _ahead = None

    def _start(self, raw, buffer_size):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self.raw = raw
        self.buffer_size = buffer_size
        self._file = raw if type(raw) is FileIO else _Shut

    def _check_attached(self):
        if self.raw is None:
            raise ValueError("raw stream has been detached")

    def _check_closed(self, words="I/O operation on closed file."):
        self._check_attached()
        if self.raw.closed:
            raise ValueError(words)

    def flush(self):
        self._check_closed()
        self.raw.flush()

    def close(self):
        if self.raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._forget_ahead()
                self.raw.close()

    def _forget_ahead(self):
        if self._ahead is not None:
            self._ahead.put(b"")

    def detach(self):
        """Separate the raw stream from this one and give it back."""
        self._check_attached()
        self.flush()
        self._forget_ahead()
        self._file = _Shut
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

    # What __next__() may give away at once: a subclass may have a readline() of its own.
    _quick = _NOTHING

    def _start_reading(self, raw, buffer_size, kind):
        self._start(raw, buffer_size)
        self._ahead = _ahead(b"", 1)
        if type(self) is kind:
            self._quick = self._ahead

    def readable(self):
        self._check_attached()
        return self.raw.readable()

    def _fill(self):
        """Read once more where nothing is left: whether there was something."""
        data = self.raw.read(self.buffer_size) or b""
        self._ahead.put(data)
        return len(data) > 0

    def read(self, size=-1, /):
        """Read so many bytes, fewer only at the end; all with -1."""
        ahead = self._ahead
        if not self._file._closed and (data := ahead.take(size)):
            return data
        self._check_closed("read of closed file")
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._flush_before_reading()
        if 0 <= size <= ahead.left():
            return ahead.upto(size)
        start = ahead.rest()
        ahead.put(b"")
        if size < 0:
            raw = self.raw
            rest = raw.readall() if hasattr(raw, "readall") else b"".join(iter(raw.read, b""))
            if rest is None:
                # There may be more later.
                return start or None
            return start + rest
        parts = [start]
        left = size - len(start)
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
            taken = min(left, len(part))
            parts.append(part[:taken])
            ahead.put(part, taken)
            left -= taken
        return b"".join(parts)

    def _joined(self, parts, last):
        """What was read before nothing came: None if that was nothing and there may be more later."""
        data = b"".join(parts)
        return None if last is None and not data else data

    def read1(self, size=-1, /):
        """Read at most so many bytes with at most one operation of the system."""
        self._check_closed("read of closed file")
        self._flush_before_reading()
        size = self.buffer_size if size < 0 else size
        if size == 0:
            return b""
        if self._ahead.left():
            return self._ahead.upto(size)
        # Past the buffer: it would be filled for nothing.
        self._ahead.put(b"")
        return self.raw.read(size) or b""

    def readinto(self, buffer, size=None, /):
        """Read into a buffer: how many bytes. At most so many as a second argument says, as in MicroPython."""
        return self._read_into(buffer if size is None else _part(buffer, size, None), False)

    def readinto1(self, buffer, /):
        """Read into a buffer with at most one operation of the system."""
        return self._read_into(buffer, True)

    def _read_into(self, buffer, once):
        self._check_closed("readinto of closed file")
        view = memoryview(buffer).cast("B")
        self._flush_before_reading()
        size = len(view)
        data = self._ahead.upto(size)
        written = len(data)
        view[:written] = data
        room = self.buffer_size
        while written < size:
            left = size - written
            if left > self.buffer_size:
                # Past the buffer, which is behind then.
                self._ahead.put(b"")
                count = self.raw.readinto(view[written:])
            elif once and written:
                break
            else:
                data = self.raw.read(room)
                count = None if data is None else min(left, len(data))
                if count:
                    room -= len(data)
                    view[written : written + count] = data[:count]
                    self._ahead.put(data, count)
            if not count:
                return written if written or count == 0 else None
            written += count
            if once:
                break
        return written

    def peek(self, size=0, /):
        """Bytes that lie ahead, without going there."""
        self._check_closed("peek of closed file")
        self._flush_before_reading()
        if not self._ahead.left():
            self._fill()
        return self._ahead.rest()

    def readline(self, size=-1, /):
        ahead = self._ahead
        if size == -1 and not self._file._closed and (line := ahead.line()):
            return line
        self._check_closed("readline of closed file")
        size = _size(size)
        self._flush_before_reading()
        left = _maxsize if size < 0 else size
        parts = []
        while left:
            part = ahead.part(left)
            parts.append(part)
            left -= len(part)
            if part.endswith(b"\n") or left and not self._fill():
                break
        return b"".join(parts)

    def __next__(self):
        line = self._quick.line() or self.readline()
        if not line:
            raise StopIteration
        return line

    def _seek_ahead(self, pos, whence):
        """The new position if the buffer holds what is there; else None."""
        ahead = self._ahead
        left = ahead.left()
        if whence == 2 or not left:
            return None
        here = self.raw.tell() - left
        distance = pos if whence else pos - here
        if not -ahead.at <= distance <= left:
            return None
        ahead.move(distance)
        return here + distance

    def _flush_before_reading(self):
        pass


class BufferedReader(_Reading):
    """Reading from a raw stream with a buffer."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        self._start_reading(raw, buffer_size, BufferedReader)

    def tell(self):
        self._check_closed("I/O operation on closed file")
        # Devices have no places.
        return max(self.raw.tell() - self._ahead.left(), 0)

    def seek(self, pos, whence=0, /):
        whence = _whence(whence)
        self._check_closed("seek of closed file")
        pos = _offset(pos)
        found = self._seek_ahead(pos, whence)
        if found is not None:
            return found
        if whence == 1:
            pos -= self._ahead.left()
        result = self.raw.seek(pos, whence)
        self._ahead.put(b"")
        return result

    def truncate(self, pos=None, /):
        self._check_closed("truncate of closed file")
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
        if size is None and not self._file._closed and (count := _gather(self._pending, data, self.buffer_size)):
            return count
        self._check_closed("write to closed file")
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
            start = 0
            try:
                self._flush_pending()
                while size - start >= self.buffer_size:
                    start += self._write_raw(data[start:])
            except BlockingIOError:
                end = start + max(self.buffer_size - len(self._pending), 0)
                self._keep(data[start:end])
                if end < size:
                    raise BlockingIOError(11, "write could not complete without blocking", end) from None
                return size
            data = data[start:]
        self._keep(data)
        return size

    def _keep(self, data):
        """Put data into the buffer."""
        if data:
            if not self._pending:
                _unflushed[id(self)] = self
            self._pending += data

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
        self._check_closed("flush of closed file")
        self._flush_pending()
        self.raw.flush()

    def close(self):
        if self.raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                _unflushed.pop(id(self), None)
                self._forget_ahead()
                self.raw.close()

    def truncate(self, pos=None, /):
        self._check_closed("truncate of closed file")
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
        self._check_closed("I/O operation on closed file")
        return self.raw.tell() + len(self._pending)

    def seek(self, pos, whence=0, /):
        whence = _whence(whence)
        self._check_closed("seek of closed file")
        pos = _offset(pos)
        self._flush_pending()
        return self.raw.seek(pos, whence)


for _class in (BufferedReader, BufferedWriter):
    _class.__module__ = "_io"
del _class
