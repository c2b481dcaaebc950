"""MicroPython's deflate: streams that are compressed, as streams.

    >>> import deflate, io
    >>> stream = io.BytesIO()
    >>> with deflate.DeflateIO(stream, deflate.ZLIB) as z:
    ...     z.write(b"again and again")
    15

Boards read such streams, and don't write them: a DeflateIO has no method write there.
"""

try:
    from _deflate_writing import Base as _Base
except ImportError:
    _Base = object

AUTO, RAW, ZLIB, GZIP = 0, 1, 2, 3


def _error(number):
    import os

    return OSError(number, os.strerror(number))


class DeflateIO(_Base):
    """DeflateIO(stream, format=AUTO, wbits=0, close=False): what is read from it is read from the stream and decompressed,
    what is written to it is compressed. close says whether the stream is closed with it."""

    _reader = _writer = None
    _is_open = True

    def __init__(self, stream, format=AUTO, wbits=0, close=False, /):
        if not 0 <= format <= GZIP:
            raise ValueError("format")
        if wbits != 0 and not 5 <= wbits <= 15:
            raise ValueError("wbits")
        self._stream, self._format, self._wbits, self._close = stream, format, wbits, close

    def _check(self, is_write=False):
        if not self._is_open or (self._reader if is_write else self._writer) is not None:
            raise _error(22)

    def _next_byte(self, size):
        """What a stream without read() gives."""
        buffer = bytearray(size)
        count = self._stream.readinto(buffer)
        if count < 0:
            raise _error(-count)
        return buffer[:count]

    def read(self, size=-1, /):
        """Read and decompress so many bytes, or all that there are."""
        self._check()
        if self._reader is None:
            import _inflate

            read = getattr(self._stream, "read", self._next_byte)
            self._reader = _inflate.reader(read, self._format, self._wbits)
        return self._reader.read(size)

    def readinto(self, buffer, /):
        """Read into a buffer: how many bytes."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        """Read a line."""
        line = b""
        while not line.endswith(b"\n") and len(line) != size:
            byte = self.read(1)
            if not byte:
                break
            line += byte
        return line

    def close(self):
        """End the compressed stream, and close the other one if that was asked for."""
        if not self._is_open:
            return
        self._is_open = False
        if self._writer is not None:
            self._end()
        if self._close:
            self._stream.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
