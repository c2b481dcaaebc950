"""Data in fewer bytes, and back: the formats of zlib and gzip, and deflate without a format around it.

    >>> import zlib
    >>> zlib.decompress(zlib.compress(b"again and again and again"))
    b'again and again and again'
"""

import _zlib
from _zlib import adler32, crc32

DEFLATED = 8
MAX_WBITS, DEF_MEM_LEVEL, DEF_BUF_SIZE = 15, 8, 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = 0, 1, 2, 3, 4, 5, 6
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.2.13"
__version__ = "1.0"

_RAW, _ZLIB, _GZIP, _ANY = "raw", "zlib", "gzip", "any"


class error(Exception):
    """What goes wrong here."""


def _damaged(text):
    return error(f"Error -3 while decompressing data: {text}")


def _format(wbits, reads):
    """The format that the number stands for, and the size of the window; None for a wrong number."""
    if reads and wbits == 0:
        return _ZLIB, 0
    for format, least in ((_ZLIB, 8), (_GZIP, 24), (_ANY, 40)):
        if least <= wbits <= least + 7 and (reads or format != _ANY):
            # The smallest window is not written, as other programs had trouble with it.
            return format, wbits - least + 8 if reads else max(wbits - least + 8, 9)
    if -15 <= wbits <= (-8 if reads else -9):
        return _RAW, -wbits
    return None


def _bytes(data):
    """The bytes of what supports the buffer protocol."""
    if isinstance(data, bytes):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


class _Writer:
    """A stream in a format."""

    def __init__(self, level, format, window, strategy, zdict):
        self._format, self._level, self._strategy = format, level, strategy
        self._window = max(window, 8)
        self._deflater = _zlib.deflater(level, strategy, window, zdict or b"")
        self._zdict = zdict
        self._check, self._size = 1 if format == _ZLIB else 0, 0
        self._before = self._head()
        self._is_over = False

    def _head(self):
        if self._format == _ZLIB:
            effort = 0 if 0 <= self._level < 2 else 1 if 2 <= self._level < 6 else 3 if self._level > 6 else 2
            first, second = (self._window - 8) << 4 | DEFLATED, effort << 6 | (0x20 if self._zdict is not None else 0)
            second += 31 - (first * 256 + second) % 31
            return bytes((first, second)) + (b"" if self._zdict is None else adler32(self._zdict).to_bytes(4))
        if self._format == _GZIP:
            speed = 2 if self._level == 9 else 4 if self._level == 1 or self._strategy >= Z_HUFFMAN_ONLY else 0
            return b"\x1f\x8b\x08\0\0\0\0\0" + bytes((speed, 3))
        return b""

    def run(self, data, flush):
        """What is written for more data."""
        if self._is_over:
            raise error(f"Error -2 while {'flushing' if flush else 'compressing data'}: inconsistent stream state")
        if self._format == _ZLIB:
            self._check = adler32(data, self._check)
        elif self._format == _GZIP:
            self._check, self._size = crc32(data, self._check), self._size + len(data)
        out = self._before + self._deflater.run(data, flush)
        self._before = b""
        if flush == Z_FINISH:
            self._is_over = True
            if self._format == _ZLIB:
                out += self._check.to_bytes(4)
            elif self._format == _GZIP:
                out += self._check.to_bytes(4, "little") + (self._size & 0xFFFFFFFF).to_bytes(4, "little")
        return out

    def copy(self):
        """Another writer in the same state."""
        if self._is_over:
            raise ValueError("Inconsistent stream state")
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__)
        new._deflater, written = self._deflater.copy()
        self._before += written
        new._before = self._before
        return new


class _Reader:
    """A stream that is read."""

    def __init__(self, format, window, zdict):
        self._format, self._window, self._zdict = format, window, zdict
        self._check, self._size = 1, 0
        self._part = b""
        self.is_over = False
        self._inflater = _zlib.inflater(zdict, window) if format == _RAW else None
        self._is_started = self._is_tail = False

    def run(self, data, limit=0):
        """What was read, at most as much as the limit, and the data that is left over."""
        out = b""
        if self._inflater is None:
            data = self._part + data
            start = self._read_head(data)
            if not start:
                self._part = data
                return b"", b""
            self._part, data = b"", data[start:]
        if not self._is_tail:
            first, self._is_started = b"" if self._is_started else data[:1], True
            out, used, state = self._inflater.run(data, limit)
            data = data[used:]
            if state == 2:
                raise _damaged(_reason(first))
            if self._format == _ZLIB:
                self._check = adler32(out, self._check)
            elif self._format == _GZIP:
                self._check, self._size = crc32(out, self._check), self._size + len(out)
            if state == 0:
                return out, data
            self._is_tail = True
        return out, self._read_tail(data)

    def _read_head(self, data):
        """Where the head ends; 0 if it isn't there yet."""
        if len(data) < 2:
            return 0
        if self._format == _ANY:
            self._format = _GZIP if data[:2] == b"\x1f\x8b" else _ZLIB
        if self._format == _GZIP:
            end = _gzip_head(data)
            if end:
                self._check = 0
                self._inflater = _zlib.inflater(b"")
            return end
        if (data[0] * 256 + data[1]) % 31:
            raise _damaged("incorrect header check")
        if data[0] & 15 != DEFLATED:
            raise _damaged("unknown compression method")
        window = (data[0] >> 4) + 8
        if window > (self._window or 15):
            raise _damaged("invalid window size")
        if not data[1] & 0x20:
            self._inflater = _zlib.inflater(b"")
            return 2
        if len(data) < 6:
            return 0
        if not self._zdict:
            raise error("Error 2 while decompressing data")
        if adler32(self._zdict) != int.from_bytes(data[2:6]):
            raise error("Error -3 while setting zdict: invalid input data")
        self._inflater = _zlib.inflater(self._zdict)
        return 6

    def _read_tail(self, data):
        size = {_RAW: 0, _ZLIB: 4, _GZIP: 8}[self._format]
        tail = self._part + data
        if len(tail) < size:
            self._part = tail
            return b""
        if self._format == _ZLIB and int.from_bytes(tail[:4]) != self._check:
            raise _damaged("incorrect data check")
        if self._format == _GZIP:
            if int.from_bytes(tail[:4], "little") != self._check:
                raise _damaged("incorrect data check")
            if int.from_bytes(tail[4:8], "little") != self._size & 0xFFFFFFFF:
                raise _damaged("incorrect length check")
        self.is_over = True
        return tail[size:]

    def copy(self):
        """Another reader in the same state."""
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__)
        if self._inflater is not None:
            new._inflater = self._inflater.copy()
        return new


def _reason(first):
    """What is wrong, as far as the first byte tells."""
    match first[0] >> 1 & 3 if first else 1:
        case 0:
            return "invalid stored block lengths"
        case 3:
            return "invalid block type"
    return "invalid distance too far back"


def _gzip_head(data):
    """Where the head of a gzip stream ends; 0 if it isn't there yet."""
    if not b"\x1f\x8b".startswith(data[:2]):
        raise _damaged("incorrect header check")
    if len(data) > 2 and data[2] != DEFLATED:
        raise _damaged("unknown compression method")
    if len(data) < 10:
        return 0
    flags, end = data[3], 10
    if flags & 0xE0:
        raise _damaged("unknown header flags set")
    if flags & 4:
        if len(data) < 12:
            return 0
        end = 12 + int.from_bytes(data[10:12], "little")
    for _ in range(bool(flags & 8) + bool(flags & 16)):
        end = data.find(b"\0", end) + 1
        if not end:
            return 0
    if flags & 2:
        if len(data) < end + 2:
            return 0
        if int.from_bytes(data[end : end + 2], "little") != crc32(data[:end]) & 0xFFFF:
            raise _damaged("header crc mismatch")
        end += 2
    return end if len(data) >= end else 0


class Compress:
    """What compressobj() returns."""

    __slots__ = ("_writer",)

    def __new__(cls, *args):
        raise TypeError("cannot create 'zlib.Compress' instances")

    def compress(self, data, /):
        """Returns a bytes object containing compressed data.

        Call the flush() method to clear what is held back."""
        return self._writer.run(_bytes(data), Z_NO_FLUSH)

    def flush(self, mode=Z_FINISH, /):
        """Return a bytes object containing any remaining compressed data.

        With Z_FINISH, the default, the stream ends."""
        if mode == Z_NO_FLUSH:
            return b""
        if not 0 < mode <= Z_TREES:
            raise error("Error -2 while flushing: inconsistent stream state")
        return self._writer.run(b"", mode if mode in (Z_FULL_FLUSH, Z_FINISH) else Z_SYNC_FLUSH)

    def copy(self):
        """Return a copy of the compression object."""
        new = object.__new__(Compress)
        new._writer = self._writer.copy()
        return new

    __copy__ = copy

    def __deepcopy__(self, memo, /):
        return self.copy()

    def __reduce__(self):
        raise TypeError("cannot pickle 'zlib.Compress' object")


class Decompress:
    """What decompressobj() returns."""

    __slots__ = ("_reader", "unused_data", "unconsumed_tail")

    def __new__(cls, *args):
        raise TypeError("cannot create 'zlib.Decompress' instances")

    @property
    def eof(self):
        return self._reader.is_over

    def decompress(self, data, /, max_length=0):
        """Return a bytes object containing the decompressed version of the data.

        No more than max_length bytes, if that is not 0; the rest of the data is then in unconsumed_tail."""
        max_length = _index(max_length)
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        data = _bytes(data)
        if self._reader.is_over:
            self.unused_data += data
            return b""
        out, rest = self._reader.run(data, max_length)
        if self._reader.is_over:
            self.unused_data, self.unconsumed_tail = rest, b""
        else:
            self.unconsumed_tail = rest
        return out

    def flush(self, length=DEF_BUF_SIZE, /):
        """Return a bytes object containing any remaining decompressed data."""
        if _index(length) <= 0:
            raise ValueError("length must be greater than zero")
        return b"" if self._reader.is_over else self.decompress(self.unconsumed_tail)

    def copy(self):
        """Return a copy of the decompression object."""
        new = object.__new__(Decompress)
        new._reader = self._reader.copy()
        new.unused_data, new.unconsumed_tail = self.unused_data, self.unconsumed_tail
        return new

    __copy__ = copy

    def __deepcopy__(self, memo, /):
        return self.copy()

    def __reduce__(self):
        raise TypeError("cannot pickle 'zlib.Decompress' object")


class _ZlibDecompressor:
    """Create a decompressor object for decompressing data incrementally; it keeps data that is not used yet."""

    def __init__(self, wbits=MAX_WBITS, zdict=b""):
        self._reader = _reader(wbits, zdict)
        self._rest = self.unused_data = b""
        self.eof, self.needs_input = False, True

    def decompress(self, data, max_length=-1):
        """Decompress *data*, returning uncompressed data as bytes, no more than max_length bytes unless that is negative."""
        if self.eof:
            raise EOFError("End of stream already reached")
        max_length = _index(max_length)
        if max_length == 0:
            self._rest += _bytes(data)
            return b""
        out, self._rest = self._reader.run(self._rest + _bytes(data), max(max_length, 0))
        self.eof = self._reader.is_over
        if self.eof:
            self.unused_data, self._rest = self._rest, b""
        self.needs_input = not self.eof and (max_length < 0 or len(out) < max_length)
        return out

    def __reduce__(self):
        raise TypeError("cannot pickle 'zlib._ZlibDecompressor' object")


def _index(number):
    """What stands for an int as one."""
    if type(number) is int:
        return number
    from operator import index

    return index(number)


def _reader(wbits, zdict):
    chosen = _format(wbits, True)
    if chosen is None:
        raise ValueError("Invalid initialization option")
    return _Reader(*chosen, zdict)


def compress(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS):
    """Returns a bytes object containing compressed data.

    level is from 0 (none) to 9 (most), or -1; wbits says the size of the window and the format."""
    chosen = _format(wbits, False)
    if chosen is None or not -1 <= level <= 9:
        raise error("Bad compression level")
    return _Writer(level, *chosen, Z_DEFAULT_STRATEGY, None).run(_bytes(data), Z_FINISH)


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    """Returns a bytes object containing the uncompressed data.

    wbits says the size of the window and the format; bufsize, once the first size of a buffer, has no effect."""
    data = _bytes(data)
    if _index(bufsize) < 0:
        raise ValueError("bufsize must be non-negative")
    chosen = _format(wbits, True)
    if chosen is None:
        raise error("Error -2 while preparing to decompress data: inconsistent stream state")
    reader = _Reader(*chosen, b"")
    out, _ = reader.run(data)
    if not reader.is_over:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return out


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY,
                zdict=None):  # fmt: skip
    """Return a compressor object.

    zdict is the predefined compression dictionary - a sequence of bytes containing subsequences that are likely to occur in
    the input data."""
    if zdict is not None:
        zdict = _bytes(zdict)
    chosen = _format(wbits, False)
    if chosen is None or not (-1 <= level <= 9 and method == DEFLATED and 1 <= memLevel <= 9 and 0 <= strategy <= 4):
        raise ValueError("Invalid initialization option")
    made = object.__new__(Compress)
    made._writer = _Writer(level, *chosen, strategy, zdict)
    return made


def decompressobj(wbits=MAX_WBITS, zdict=b""):
    """Return a decompressor object.

    zdict is the dictionary that the compressor had."""
    try:
        zdict = _bytes(zdict)
    except TypeError:
        raise TypeError("zdict argument must support the buffer protocol") from None
    made = object.__new__(Decompress)
    made._reader = _reader(wbits, zdict)
    made.unused_data = made.unconsumed_tail = b""
    return made
