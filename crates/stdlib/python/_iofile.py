# io.FileIO: an open file, without buffers.
import posix as _posix
from sys import maxsize as _maxsize
from _io import guard as _guard, release as _release
from _iobase import DEFAULT_BUFFER_SIZE, RawIOBase, UnsupportedOperation, _integer, _part, _size


# What os.open() also opens (crates/stdlib/src/posix/descriptors.rs).
_NO_DIRECTORY = 1 << 29


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


def _warn_of_bool():
    from warnings import warn

    # The library's own frames don't count.
    warn("bool is used as a file descriptor", RuntimeWarning, 1)


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
        self._closed = False
        self._append = "a" in mode
        self._created = "x" in mode
        self._seekable = None
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            if isinstance(file, bool):  # feature: warnings
                _warn_of_bool()  # feature: warnings
            self._fd = int(file)
            _posix.fstat(self._fd)
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            if opener is None:
                path = file if isinstance(file, (str, bytes)) else _posix.fspath(file)
                self._fd = _posix.open(path, flags | _NO_DIRECTORY, 0o666)
            else:
                fd = opener(file, flags | _posix.O_CLOEXEC)
                if not isinstance(fd, int):
                    raise TypeError("expected integer from opener")
                if fd < 0:
                    raise ValueError(f"opener returned {fd}")
                self._fd = fd
        # A computer's system opens directories too, which os.open() may want. Boards don't, and to ask for the state of a file
        # there is to write what it has so far.
        if _posix.fstat(self._fd)[0] & 0o170000 == 0o40000:  # feature: os-commands
            self._refuse_directory(file)  # feature: os-commands
        if closefd:
            self._own = _guard(self._fd)
        self._closes = closefd
        self.name = file
        if self._append:
            try:
                _posix.lseek(self._fd, 0, 2)
            except OSError:
                pass

    def _refuse_directory(self, file):
        if not isinstance(file, int):
            _posix.close(self._fd)
        raise IsADirectoryError(21, "Is a directory", file)

    def __repr__(self):
        kind = f"{type(self).__module__}.{type(self).__qualname__}"
        if self._closed:
            return f"<{kind} [closed]>"
        if not hasattr(self, "name"):
            return f"<{kind} fd={self._fd} mode={self.mode!r} closefd={self.closefd}>"
        return f"<{kind} name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"

    @property
    def closefd(self):
        """Whether the file is closed with the stream."""
        return self._closes

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

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _check_readable(self):
        self._check_open()
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
        self._check_open()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")
        return _posix.write(self._fd, data if size is None else _part(data, size, rest))

    def seek(self, pos, whence=0, /):
        whence = _integer(whence, 2**31 - 1, "int")
        self._check_open()
        return _posix.lseek(self._fd, _integer(pos, _maxsize, "long"), whence)

    def tell(self):
        self._check_open()
        return _posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        self._check_open()
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
        self._check_open()
        if self._seekable is None:
            try:
                self.tell()
            except OSError:
                self._seekable = False
            else:
                self._seekable = True
        return self._seekable

    def readable(self):
        self._check_open()
        return self._readable

    def writable(self):
        self._check_open()
        return self._writable

    def fileno(self):
        self._check_open()
        return self._fd

    def isatty(self):
        self._check_open()
        return _posix.isatty(self._fd)


for _class in (FileIO,):
    _class.__module__ = "_io"
del _class
