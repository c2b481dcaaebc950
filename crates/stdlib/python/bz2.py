"""Files packed by bzip2, read and written."""

import io
import operator
from builtins import open as _builtin_open

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]

_CLOSED, _READ, _WRITE = 0, 1, 3


class BZ2Compressor:
    """Packs data that comes in pieces: compress() for each, flush() at the end."""

    def __init__(self, compresslevel=9, /):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._limit = compresslevel * 100_000 - 19
        self._out = bytearray(b"BZh%d" % compresslevel)
        self._data = bytearray()
        # The bits behind the last whole byte, and their number.
        self._held = self._count = 0
        self._crc = 0
        self._is_done = False

    def compress(self, data, /):
        """Take data; what is packed so far, perhaps nothing."""
        if self._is_done:
            raise ValueError("Compressor has been flushed")
        self._data += memoryview(data).cast("B") if not isinstance(data, bytes) else data
        while len(self._data) > self._limit:
            self._block()
        return self._taken()

    def _block(self):
        from _bz2 import write

        out, self._held, self._count, crc, size = write(self._data, self._held, self._count, self._limit)
        self._out += out
        self._crc = ((self._crc << 1 | self._crc >> 31) ^ crc) & 0xFFFFFFFF
        del self._data[:size]

    def _taken(self):
        out = bytes(self._out)
        self._out.clear()
        return out

    def flush(self):
        """End the stream: the rest of it."""
        if self._is_done:
            raise ValueError("Repeated call to flush()")
        self._is_done = True
        while self._data:
            self._block()
        # The mark of the end, the checksum of all blocks, and bits that fill the last byte.
        fill = -self._count % 8
        end = (self._held << 80 | 0x177245385090 << 32 | self._crc) << fill
        self._out += end.to_bytes((self._count + 80 + fill) // 8, "big")
        return self._taken()

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")


class BZ2Decompressor:
    """Unpacks data that comes in pieces, up to the end of one stream."""

    eof = False
    needs_input = True
    unused_data = b""

    def __init__(self):
        self._data = bytearray()
        # The place of the next bit, once the head is there.
        self._place = None
        self._ready = bytearray()
        self._crc = 0
        # How much was there when the next block was not yet.
        self._seen = 0

    def decompress(self, data, max_length=-1):
        """Take data; what is unpacked, at most so many bytes if a number is given."""
        if self.eof:
            raise EOFError("End of stream already reached")
        self._data += memoryview(data).cast("B") if not isinstance(data, bytes) else data
        while not self._is_enough(max_length) and self._step():
            pass
        size = len(self._ready) if max_length < 0 else max_length
        out = bytes(self._ready[:size])
        del self._ready[:size]
        self.eof = self._is_at_end and not self._ready
        self.needs_input = not self._ready and not self.eof
        return out

    _is_at_end = False

    def _is_enough(self, max_length):
        return self._is_at_end or 0 <= max_length <= len(self._ready)

    def _step(self):
        """Unpack a block: whether there was one."""
        from _bz2 import read

        if self._place is None:
            if len(self._data) < 4:
                if not b"BZh".startswith(self._data[:3]):
                    raise OSError("Invalid data stream")
                return False
            if self._data[:3] != b"BZh" or not 49 <= self._data[3] <= 57:
                raise OSError("Invalid data stream")
            self._limit = (self._data[3] - 48) * 100_000
            self._place = 32
        found = read(self._data, self._place, self._limit, self._seen)
        if found is None:
            self._seen = len(self._data)
            return False
        if not found:
            raise OSError("Invalid data stream")
        content, crc, place = found
        if content is not None:
            self._crc = ((self._crc << 1 | self._crc >> 31) ^ crc) & 0xFFFFFFFF
            self._ready += content
            del self._data[: place // 8]
            self._place = place % 8
        elif crc != self._crc:
            raise OSError("Invalid data stream")
        else:
            self.unused_data = bytes(self._data[(place + 7) // 8 :])
            self._is_at_end = True
        self._seen = 0
        return True

    def _finish(self):
        """Try with what there is."""
        self._seen = None
        return self.decompress(b"")

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")


def compress(data, compresslevel=9):
    """Pack data at once."""
    packer = BZ2Compressor(compresslevel)
    return packer.compress(data) + packer.flush()


def decompress(data):
    """Unpack data at once: one stream or several."""
    results = []
    while data:
        unpacker = BZ2Decompressor()
        try:
            result = unpacker.decompress(data)
            if not unpacker.eof:
                result += unpacker._finish()
        except OSError:
            if results:
                # What stands behind the last stream doesn't matter.
                break
            raise
        results.append(result)
        if not unpacker.eof:
            raise ValueError("Compressed data ended before the end-of-stream marker was reached")
        data = unpacker.unused_data
    return b"".join(results)


def _index(size):
    if not hasattr(type(size), "__index__"):
        raise TypeError("Integer argument expected")
    return operator.index(size)


class BZ2File(io.BufferedIOBase):
    """A file of bytes that is packed on the disk."""

    def __init__(self, filename, mode="r", *, compresslevel=9):
        self._fp = None
        self._is_own = False
        self._mode = _CLOSED
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        if mode in ("", "r", "rb"):
            mode, code = "rb", _READ
        elif mode.removesuffix("b") in ("w", "x", "a"):
            mode, code = mode.removesuffix("b") + "b", _WRITE
            self._packer = BZ2Compressor(compresslevel)
        else:
            raise ValueError(f"Invalid mode: {mode!r}")
        if hasattr(filename, "read") or hasattr(filename, "write"):
            self._fp = filename
        elif isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
            self._fp = _builtin_open(filename, mode)
            self._is_own = True
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")
        self._mode = code
        self._raw_mode = mode
        self._place = 0
        if code == _READ:
            self._rewind()

    def _rewind(self):
        self._unpacker = BZ2Decompressor()
        self._ready, self._used = b"", 0
        self._rest = b""
        self._is_at_end = False
        self._place = 0

    @property
    def mode(self):
        """"rb" or "wb"."""
        return "wb" if self._mode == _WRITE else "rb"

    @property
    def name(self):
        """The file's name."""
        self._check_open()
        return self._fp.name

    @property
    def closed(self):
        """Whether it is closed."""
        return self._fp is None

    def close(self):
        """Write the rest and close the file."""
        if self._fp is None:
            return
        try:
            if self._mode == _WRITE:
                self._fp.write(self._packer.flush())
        finally:
            try:
                if self._is_own:
                    self._fp.close()
            finally:
                self._fp = None

    def _check_open(self):
        if self._fp is None:
            raise ValueError("I/O operation on closed file")

    def _check(self, mode, what):
        self._check_open()
        if self._mode != mode:
            raise io.UnsupportedOperation(f"File not open for {what}")

    def fileno(self):
        """The number of the file below."""
        self._check_open()
        return self._fp.fileno()

    def seekable(self):
        """Whether one may go to another place: when reading."""
        return self.readable() and (not hasattr(self._fp, "seekable") or self._fp.seekable())

    def readable(self):
        """Whether it was opened to be read."""
        self._check_open()
        return self._mode == _READ

    def writable(self):
        """Whether it was opened to be written."""
        self._check_open()
        return self._mode == _WRITE

    def _fill(self):
        """Unpack some more: whether there was more."""
        if self._used == len(self._ready):
            self._ready, self._used = b"", 0
        while not self._ready and not self._is_at_end:
            if self._unpacker.eof:
                self._rest = self._unpacker.unused_data or self._fp.read(8192)
                if not self._rest:
                    self._is_at_end = True
                    break
                self._unpacker = BZ2Decompressor()
                try:
                    self._ready = self._unpacker.decompress(self._rest)
                except OSError:
                    # What stands behind the last stream doesn't matter.
                    self._is_at_end = True
                continue
            piece = self._fp.read(8192)
            if piece:
                self._ready = self._unpacker.decompress(piece)
                continue
            self._ready = self._unpacker._finish()
            if not self._ready and not self._unpacker.eof:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        return bool(self._ready)

    def peek(self, n=0):
        """Some bytes that come next; the place stays."""
        self._check(_READ, "reading")
        self._fill()
        return self._ready[self._used :]

    def read(self, size=-1):
        """The next bytes, all that is left if there is no number."""
        self._check(_READ, "reading")
        if size is not None and not hasattr(type(size), "__index__"):
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        size = -1 if size is None else operator.index(size)
        parts, left = [], float("inf") if size < 0 else size
        while left > 0 and self._fill():
            start = self._used
            self._used = min(start + left, len(self._ready))
            parts.append(self._ready[start : self._used])
            left -= self._used - start
        data = b"".join(parts)
        self._place += len(data)
        return data

    def read1(self, size=-1):
        """The next bytes, without waiting for more than one reading gives."""
        self._check(_READ, "reading")
        return self.read(min(len(self.peek()), size) if size >= 0 else len(self.peek()))

    def readinto(self, b):
        """Read into a buffer: how many bytes."""
        view = memoryview(b).cast("B")
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def readline(self, size=-1):
        """The next line."""
        self._check(_READ, "reading")
        size = _index(size)
        parts, left = [], float("inf") if size < 0 else size
        while left > 0 and self._fill():
            start = self._used
            end = self._ready.find(b"\n", start) + 1 or len(self._ready)
            self._used = min(start + left, end)
            part = self._ready[start : self._used]
            parts.append(part)
            left -= len(part)
            if part.endswith(b"\n"):
                break
        line = b"".join(parts)
        self._place += len(line)
        return line

    def write(self, data):
        """Pack and write bytes: how many."""
        self._check(_WRITE, "writing")
        view = memoryview(data)
        self._fp.write(self._packer.compress(data if isinstance(data, bytes) else view.tobytes()))
        self._place += view.nbytes
        return view.nbytes

    def readlines(self, size=-1):
        """The lines that are left, or as many as go beyond a size."""
        return super().readlines(_index(size))

    def writelines(self, seq):
        """Write several pieces."""
        for line in seq:
            self.write(line)

    def seek(self, offset, whence=io.SEEK_SET):
        """Go to another place; backwards that means reading from the start."""
        self._check(_READ, "reading")
        if whence == io.SEEK_CUR:
            offset += self._place
        elif whence == io.SEEK_END:
            while self.read(65536):
                pass
            offset += self._place
        elif whence != io.SEEK_SET:
            raise ValueError(f"Invalid value for whence: {whence}")
        offset = max(offset, 0)
        if offset < self._place:
            self._fp.seek(0)
            self._rewind()
        while self._place < offset and self.read(min(offset - self._place, 65536)):
            pass
        return self._place

    def tell(self):
        """The place in what is unpacked."""
        self._check_open()
        return self._place


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Open a packed file for bytes, or for text if the mode has a "t"."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    file = BZ2File(filename, mode.replace("t", ""), compresslevel=compresslevel)
    if "t" in mode:
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file
