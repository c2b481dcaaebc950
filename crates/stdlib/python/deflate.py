"""MicroPython's deflate: streams that are compressed, as streams.

    >>> import deflate, io
    >>> stream = io.BytesIO()
    >>> with deflate.DeflateIO(stream, deflate.ZLIB) as z:
    ...     z.write(b"again and again")
    15
"""

import zlib

AUTO, RAW, ZLIB, GZIP = 0, 1, 2, 3
_EINVAL = 22


def _error(number):
    import os

    return OSError(number, os.strerror(number))


class DeflateIO:
    """DeflateIO(stream, format=AUTO, wbits=0, close=False): what is read from it is read from the stream and decompressed,
    what is written to it is compressed. close says whether the stream is closed with it."""

    def __init__(self, stream, format=AUTO, wbits=0, close=False, /):
        if not 0 <= format <= GZIP:
            raise ValueError("format")
        if wbits != 0 and not 5 <= wbits <= 15:
            raise ValueError("wbits")
        self._stream, self._format, self._wbits, self._close = stream, format, wbits, close
        self._reader = self._writer = None
        self._pending = b""
        self._is_open = True

    def _check(self, is_write=False):
        if not self._is_open or (self._reader if is_write else self._writer) is not None:
            raise _error(_EINVAL)

    def _fill(self):
        """Reads something; False at the end."""
        while not self._pending:
            if self._reader.is_over:
                return False
            # Byte by byte, so that nothing behind the end is taken from the stream.
            data = self._next_byte()
            if not data:
                raise EOFError
            try:
                self._pending, _ = self._reader.run(data)
            except zlib.error:
                raise _error(_EINVAL) from None
        return True

    def _next_byte(self):
        read = getattr(self._stream, "read", None)
        if read is not None:
            return read(1)
        buffer = bytearray(1)
        count = self._stream.readinto(buffer)
        if count < 0:
            raise _error(-count)
        return bytes(buffer[:count])

    def read(self, size=-1, /):
        """Read and decompress so many bytes, or all that there are."""
        self._check()
        if self._reader is None:
            format = (zlib._ANY, zlib._RAW, zlib._ZLIB, zlib._GZIP)[self._format]
            self._reader = zlib._Reader(format, self._wbits or (8 if format == zlib._RAW else 15), b"")
            self._reader.obeys_head = True
        parts = []
        left = size
        while (size < 0 or left > 0) and self._fill():
            taken = self._pending if size < 0 else self._pending[:left]
            self._pending = self._pending[len(taken) :]
            left -= len(taken)
            parts.append(taken)
        return b"".join(parts)

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

    def write(self, data, /):
        """Compress data, and write what comes of it: how many bytes were taken."""
        self._check(True)
        data = data.encode() if isinstance(data, str) else zlib._bytes(data)
        if self._writer is None:
            self._start_writing()
        self._put(self._writer.run(data))
        if self._format == ZLIB:
            self._sum = zlib.adler32(data, self._sum)
        elif self._format == GZIP:
            self._sum, self._size = zlib.crc32(data, self._sum), self._size + len(data)
        return len(data)

    def _start_writing(self):
        wbits = self._wbits or 8
        if self._format == ZLIB:
            # The smallest window is not written, as other programs have trouble with it.
            first = max(wbits - 8, 1) << 4 | zlib.DEFLATED
            self._put(bytes((first, 0x80 + 31 - (first * 256 + 0x80) % 31)))
            self._sum = 1
        elif self._format == GZIP:
            self._put(b"\x1f\x8b\x08\0\0\0\0\0\x04\x03")
            self._sum = self._size = 0
        self._writer = __import__("_deflate_writing").Deflater(1 << wbits)

    def _put(self, data):
        count = self._stream.write(data)
        if count is not None and count < 0:
            raise _error(-count)

    def close(self):
        """End the compressed stream, and close the other one if that was asked for."""
        if not self._is_open:
            return
        self._is_open = False
        if self._writer is not None:
            data = self._writer.end()
            if self._format == ZLIB:
                data += self._sum.to_bytes(4)
            elif self._format == GZIP:
                data += self._sum.to_bytes(4, "little") + (self._size & 0xFFFFFFFF).to_bytes(4, "little")
            self._put(data)
        if self._close:
            self._stream.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
