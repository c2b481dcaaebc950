"""What DeflateIO writes: one block of deflate with the fixed codes, and matches no farther back than a small window.

It needs no more memory than the window, and writes what MicroPython writes.
"""

import zlib

_ZLIB, _GZIP = 2, 3

_LONGEST = 258
_FIRST_LENGTHS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227)
_FIRST_DISTANCES = (
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
)  # fmt: skip


def _reversed_bits(code, width):
    return int(f"{code:0{width}b}"[::-1], 2)


class Deflater:
    """Takes data, and gives bytes of the stream."""

    def __init__(self, window):
        self._window, self._past = window, b""
        # Bits that don't fill a byte yet. The block is the last one, and has fixed codes.
        self._bits, self._count = 0b011, 3

    def _put(self, value, width):
        self._bits |= value << self._count
        self._count += width

    def _symbol(self, symbol):
        """A literal, a length or the end of the block (RFC 1951, 3.2.6)."""
        if symbol < 144:
            code, width = 0x30 + symbol, 8
        elif symbol < 256:
            code, width = 0x190 + symbol - 144, 9
        elif symbol < 280:
            code, width = symbol - 256, 7
        else:
            code, width = 0xC0 + symbol - 280, 8
        self._put(_reversed_bits(code, width), width)

    def _match(self, length, distance):
        if length == _LONGEST:
            self._symbol(285)
        else:
            place = max([at for at, first in enumerate(_FIRST_LENGTHS) if first <= length])
            self._symbol(257 + place)
            self._put(length - _FIRST_LENGTHS[place], max(place // 4 - 1, 0))
        place = max([at for at, first in enumerate(_FIRST_DISTANCES) if first <= distance])
        self._put(_reversed_bits(place, 5), 5)
        self._put(distance - _FIRST_DISTANCES[place], max(place // 2 - 1, 0))

    def _taken(self):
        """The bytes that are full."""
        size = self._count // 8
        data = (self._bits & (1 << size * 8) - 1).to_bytes(size, "little")
        self._bits >>= size * 8
        self._count -= size * 8
        return data

    def run(self, data):
        """The bytes that are written for more data."""
        out = []
        text = self._past + data
        at = len(self._past)
        while at < len(text):
            length, distance = self._longest(text, at)
            if length:
                self._match(length, distance)
                at += length
            else:
                self._symbol(text[at])
                at += 1
            if self._count > 512:
                out.append(self._taken())
        self._past = text[-self._window :]
        out.append(self._taken())
        return b"".join(out)

    def _longest(self, text, at):
        """The longest match, the nearest of several: its length, 0 without one, and how far back it is."""
        start = max(at - self._window, 0)
        best, length = (0, 0), 3
        most = min(_LONGEST, len(text) - at)
        while length <= most:
            found = text.rfind(text[at : at + length], start, at + length - 1)
            if found < 0:
                break
            while length < most and text[found + length] == text[at + length]:
                length += 1
            best = length, at - found
            length += 1
        return best

    def end(self):
        """The rest of the stream."""
        self._symbol(256)
        self._count += -self._count % 8
        return self._taken()


class Base:
    """The half of DeflateIO that writes."""

    def write(self, data, /):
        """Compress data, and write what comes of it: how many bytes were taken."""
        self._check(True)
        data = data.encode() if isinstance(data, str) else zlib._bytes(data)
        if self._writer is None:
            self._start()
        self._put(self._writer.run(data))
        if self._format == _ZLIB:
            self._sum = zlib.adler32(data, self._sum)
        elif self._format == _GZIP:
            self._sum, self._size = zlib.crc32(data, self._sum), self._size + len(data)
        return len(data)

    def _start(self):
        wbits = self._wbits or 8
        if self._format == _ZLIB:
            # The smallest window is not written, as other programs have trouble with it.
            first = max(wbits - 8, 1) << 4 | zlib.DEFLATED
            self._put(bytes((first, 0x80 + 31 - (first * 256 + 0x80) % 31)))
            self._sum = 1
        elif self._format == _GZIP:
            self._put(b"\x1f\x8b\x08\0\0\0\0\0\x04\x03")
            self._sum = self._size = 0
        self._writer = Deflater(1 << wbits)

    def _put(self, data):
        count = self._stream.write(data)
        if count is not None and count < 0:
            import os

            raise OSError(-count, os.strerror(-count))

    def _end(self):
        data = self._writer.end()
        if self._format == _ZLIB:
            data += self._sum.to_bytes(4)
        elif self._format == _GZIP:
            data += self._sum.to_bytes(4, "little") + (self._size & 0xFFFFFFFF).to_bytes(4, "little")
        self._put(data)
