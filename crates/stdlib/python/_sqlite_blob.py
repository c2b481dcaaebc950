"""Blobs that are read and written in place."""

from _sqlite_errors import ProgrammingError
from _sqlite_values import content

_READ, _WRITE, _CLOSE = 16, 17, 18
_MOST = 0x7FFFFFFF


class Blob:
    """An open blob of a row: made by Connection.blobopen()."""

    __module__ = "sqlite3"

    def __new__(cls, *arguments, **keywords):
        """Not for programs."""
        raise TypeError("cannot create 'sqlite3.Blob' instances")

    def close(self, /):
        """Close the blob."""
        self._connection._check()
        if self._size is not None:
            self._size = None
            self._connection._request(_CLOSE, self._number)

    def __del__(self):
        if self._size is not None and self._connection._link is not None:
            self._size = None
            self._connection._request(_CLOSE, self._number)

    def _check(self):
        self._connection._check()
        if self._size is None:
            raise ProgrammingError("Cannot operate on a closed blob.")

    def _read(self, at, size):
        if not size:
            return b""
        return self._connection._request(_READ, self._number, at, size)

    def _write(self, at, data):
        if len(data) > self._size - at:
            raise ValueError("data longer than blob length")
        if data:
            self._connection._request(_WRITE, self._number, at, bytes(data))

    def read(self, length=-1, /):
        """Read so many bytes, or all that are left if the length is negative."""
        self._check()
        left = self._size - self._place
        if length < 0 or length > left:
            length = left
        data = self._read(self._place, length)
        self._place += length
        return data

    def write(self, data, /):
        """Write data at the current place. The blob's size stays as it is."""
        self._check()
        data = content(data)
        self._write(self._place, data)
        self._place += len(data)

    def seek(self, offset, origin=0, /):
        """Go to a place, counted from the start (0), from here (1) or from the end (2)."""
        self._check()
        if origin == 1:
            start = self._place
        elif origin == 2:
            start = self._size
        elif origin == 0:
            start = 0
        else:
            raise ValueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END")
        if offset > _MOST - start:
            raise OverflowError("seek offset results in overflow")
        if not 0 <= start + offset <= self._size:
            raise ValueError("offset out of blob range")
        self._place = start + offset

    def tell(self, /):
        """The current place."""
        self._check()
        return self._place

    def __enter__(self, /):
        self._check()
        return self

    def __exit__(self, type, val, tb, /):
        self._check()
        self.close()

    def __len__(self, /):
        self._check()
        return self._size

    def _index(self, key):
        place = key.__index__()
        if place < 0:
            place += self._size
        if not 0 <= place < self._size:
            raise IndexError("Blob index out of range")
        return place

    __iter__ = None

    def __getitem__(self, key, /):
        self._check()
        if isinstance(key, slice):
            places = range(self._size)[key]
            if not places:
                return b""
            low, high = min(places[0], places[-1]), max(places[0], places[-1])
            data = self._read(low, high + 1 - low)
            return data[:: places.step] if places.step > 0 else data[::-1][:: -places.step]
        if hasattr(type(key), "__index__"):
            return self._read(self._index(key), 1)[0]
        raise TypeError("Blob indices must be integers")

    def __setitem__(self, key, value, /):
        self._check()
        if isinstance(key, slice):
            self._set_slice(range(self._size)[key], value)
        elif hasattr(type(key), "__index__"):
            place = self._index(key)
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            if not 0 <= value <= 255:
                raise ValueError("byte must be in range(0, 256)")
            self._write(place, bytes((value,)))
        else:
            raise TypeError("Blob indices must be integers")

    def _set_slice(self, places, value):
        data = content(value)
        if len(data) != len(places):
            raise IndexError("Blob slice assignment is wrong size")
        if not data:
            return
        if places.step == 1:
            self._write(places[0], data)
            return
        low, high = min(places[0], places[-1]), max(places[0], places[-1])
        whole = bytearray(self._read(low, high + 1 - low))
        for place, byte in zip(places, data):
            whole[place - low] = byte
        self._write(low, whole)

    def __delitem__(self, key, /):
        self._check()
        if isinstance(key, slice):
            raise TypeError("Blob doesn't support slice deletion")
        raise TypeError("Blob doesn't support item deletion")


def opened(connection, number, size):
    """An open blob of a connection."""
    blob = object.__new__(Blob)
    blob._connection, blob._number, blob._size, blob._place = connection, number, size, 0
    return blob
