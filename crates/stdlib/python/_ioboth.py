# Buffers for reading and writing at once, which io loads when they are wanted.
from _iobase import DEFAULT_BUFFER_SIZE, BufferedIOBase, UnsupportedOperation, _offset, _whence
from _iobuffered import BufferedReader, BufferedWriter, _Reading, _Writing


class BufferedRandom(_Reading, _Writing):
    """Reading from and writing to a raw stream with positions."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        self._start_reading(raw, buffer_size, BufferedRandom)
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
        self._check_closed("peek of closed file")
        self.flush()
        return super().peek(size)

    def _drop_ahead(self):
        left = self._ahead.left()
        if left:
            self.raw.seek(-left, 1)
        self._ahead.put(b"")

    def tell(self):
        self._check_closed("I/O operation on closed file")
        return max(self.raw.tell() - self._ahead.left(), 0) + len(self._pending)

    def seek(self, pos, whence=0, /):
        whence = _whence(whence)
        self._check_closed("seek of closed file")
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


for _class in (BufferedRandom, BufferedRWPair):
    _class.__module__ = "_io"
del _class
