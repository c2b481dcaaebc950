"""Files in the format of gzip, as files.

    >>> import gzip
    >>> gzip.decompress(gzip.compress(b"again and again"))
    b'again and again'
"""

import builtins
import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

READ, WRITE = "rb", "wb"
FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ_BUFFER_SIZE = 128 * 1024
_COMPRESS_LEVEL_FAST, _COMPRESS_LEVEL_TRADEOFF, _COMPRESS_LEVEL_BEST = 1, 6, 9


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Open a gzip-compressed file in binary or text mode.

    The filename argument can be an actual filename, or an existing file object to read from or write to."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    binary = mode.replace("t", "")
    if isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
        file = GzipFile(filename, binary, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, binary, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return io.TextIOWrapper(file, encoding or "utf-8", errors, newline) if "t" in mode else file


def _head(level, mtime, name=b""):
    """The head of a stream."""
    speed = 2 if level == _COMPRESS_LEVEL_BEST else 4 if level == _COMPRESS_LEVEL_FAST else 0
    head = struct.pack("<BBBBLBB", 0x1F, 0x8B, zlib.DEFLATED, FNAME if name else 0, int(mtime), speed, 255)
    return head + name + b"\0" if name else head


class GzipFile(io.BufferedIOBase):
    """The GzipFile class simulates most of the methods of a file object with the exception of the truncate() method.

    This class only supports opening files in binary mode. If you need to open a compressed file in text mode, use the
    gzip.open() function."""

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        self.mode, self.fileobj, self._buffer = None, None, None
        if mode and ("t" in mode or "U" in mode):
            raise ValueError(f"Invalid mode: {mode!r}")
        if mode and "b" not in mode:
            mode += "b"
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
        if filename is None:
            filename = getattr(fileobj, "name", "")
            if not isinstance(filename, (str, bytes)):
                filename = ""
        else:
            filename = os.fspath(filename)
        if mode is None:
            mode = getattr(fileobj, "mode", "rb")
            if mode.startswith(("w", "a", "x")):
                import warnings

                message = (
                    "GzipFile was opened for writing, but this will change in future Python releases.  Specify the mode "
                    "argument for opening it for writing."
                )
                warnings.warn(message, FutureWarning, 2)
        self.name = filename
        if mode.startswith("r"):
            self.mode = READ
            self._buffer = io.BufferedReader(_GzipReader(fileobj), READ_BUFFER_SIZE)
        elif mode.startswith(("w", "a", "x")):
            self.mode = WRITE
            self._start_writing(compresslevel, fileobj, mtime)
        else:
            raise ValueError(f"Invalid mode: {mode!r}")
        self.fileobj = fileobj

    def _start_writing(self, level, fileobj, mtime):
        self._write_mtime = mtime
        self.crc, self.size, self.offset = 0, 0, 0
        self.compress = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
        # The name without its folders and its ending, if Latin-1 has it.
        try:
            name = os.path.basename(self.name)
            name = name if isinstance(name, bytes) else name.encode("latin-1")
        except UnicodeEncodeError:
            name = b""
        fileobj.write(_head(level, time.time() if mtime is None else mtime, name.removesuffix(b".gz")))

    @property
    def mtime(self):
        """Last modification time read from stream, or None"""
        return self._buffer.raw.mtime if self._buffer is not None else None

    def __del__(self):
        if self.mode == WRITE and not self.closed:
            import warnings

            warnings.warn("unclosed GzipFile", ResourceWarning, source=self, stacklevel=2)
        super().__del__()

    def __repr__(self):
        shown = repr(self.fileobj)
        return f"<gzip {shown[1:-1]} {hex(id(self))}>"

    def _check_not_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _needs(self, mode, what):
        self._check_not_closed()
        if self.mode != mode:
            kind = "read-only" if mode == WRITE else "write-only"
            raise OSError(9, f"{what}() on {kind} GzipFile object")

    def write(self, data):
        self._needs(WRITE, "write")
        data = data if isinstance(data, bytes) else bytes(memoryview(data))
        if data:
            self.fileobj.write(self.compress.compress(data))
            self.size += len(data)
            self.crc = zlib.crc32(data, self.crc)
            self.offset += len(data)
        return len(data)

    def read(self, size=-1):
        self._needs(READ, "read")
        return self._buffer.read(size)

    def read1(self, size=-1):
        """Implements BufferedIOBase.read1()

        Reads up to a buffer's worth of data if size is negative."""
        self._needs(READ, "read1")
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        self._needs(READ, "readinto")
        return self._buffer.readinto(b)

    def readinto1(self, b):
        self._needs(READ, "readinto1")
        return self._buffer.readinto1(b)

    def peek(self, n):
        self._needs(READ, "peek")
        return self._buffer.peek(n)

    def readline(self, size=-1):
        self._check_not_closed()
        return self._buffer.readline(size)

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        fileobj = self.fileobj
        if fileobj is None:
            return
        self.fileobj = None
        try:
            if self.mode == WRITE:
                fileobj.write(self.compress.flush() + struct.pack("<LL", self.crc, self.size & 0xFFFFFFFF))
            elif self.mode == READ:
                self._buffer.close()
        finally:
            own, self.myfileobj = self.myfileobj, None
            if own is not None:
                own.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check_not_closed()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        """Invoke the underlying file object's fileno() method.

        This will raise AttributeError if the underlying file object doesn't support fileno()."""
        return self.fileobj.fileno()

    def rewind(self):
        """Return the uncompressed stream file position indicator to the beginning of the file"""
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._buffer.seek(0)

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        self._check_not_closed()
        return self.offset if self.mode == WRITE else self._buffer.tell()

    def seek(self, offset, whence=io.SEEK_SET):
        if self.mode == READ:
            self._check_not_closed()
            return self._buffer.seek(offset, whence)
        if whence == io.SEEK_END:
            raise ValueError("Seek from end not supported")
        if whence == io.SEEK_CUR:
            offset += self.offset
        if offset < self.offset:
            raise OSError("Negative seek in write mode")
        # What is skipped is zeros.
        while self.offset < offset:
            self.write(bytes(min(offset - self.offset, 1 << 16)))
        return self.offset


class _GzipReader(io.RawIOBase):
    """The members of a file, decompressed one after the other."""

    def __init__(self, file, tells_values=True):
        self._file, self._tells_values = file, tells_values
        self._rest = b""
        self._start()

    def _start(self):
        self._place = 0
        self._body = None
        self.mtime = None
        self._is_over = False

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self._place

    def _take(self, size):
        """So many bytes of the file."""
        while len(self._rest) < size:
            more = self._file.read(io.DEFAULT_BUFFER_SIZE)
            if not more:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            self._rest += more
        data, self._rest = self._rest[:size], self._rest[size:]
        return data

    def _begin_member(self, is_first):
        """Reads a head; False at the end of the file."""
        if not is_first:
            # Zeros may stand behind a member.
            while not (rest := self._rest.lstrip(b"\0")):
                self._rest = self._file.read(io.DEFAULT_BUFFER_SIZE)
                if not self._rest:
                    return False
            self._rest = rest
        if not self._rest:
            self._rest = self._file.read(io.DEFAULT_BUFFER_SIZE)
            if not self._rest:
                return False
        magic = self._take(2)
        if magic != b"\x1f\x8b":
            raise BadGzipFile(f"Not a gzipped file ({magic!r})")
        method, flags, self.mtime = struct.unpack("<BBIxx", self._take(8))
        if method != zlib.DEFLATED:
            raise BadGzipFile("Unknown compression method")
        if flags & FEXTRA:
            self._take(struct.unpack("<H", self._take(2))[0])
        for flag in (FNAME, FCOMMENT):
            while flags & flag and self._take(1) != b"\0":
                pass
        if flags & FHCRC:
            self._take(2)
        self._body = zlib.decompressobj(-zlib.MAX_WBITS)
        self._crc, self._size = 0, 0
        return True

    def _end_member(self):
        self._rest = self._body.unused_data
        crc, size = struct.unpack("<II", self._take(8))
        self._body = None
        if crc != self._crc:
            values = f" {crc:#x} != {self._crc:#x}" if self._tells_values else ""
            raise BadGzipFile(f"CRC check failed{values}")
        if size != self._size & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        while size and not self._is_over:
            if self._body is not None and self._body.eof:
                # What is wrong with the end of a member is said when all that it holds was read.
                self._end_member()
            if self._body is None and not self._begin_member(self._place == 0 and self.mtime is None):
                self._is_over = True
                break
            data = self._body.unconsumed_tail or self._rest or self._file.read(io.DEFAULT_BUFFER_SIZE)
            self._rest = b""
            out = self._body.decompress(data, size)
            if not data and not out and not self._body.eof:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            self._crc, self._size = zlib.crc32(out, self._crc), self._size + len(out)
            if out:
                self._place += len(out)
                return out
        return b""

    def readall(self):
        parts = []
        while data := self.read(1 << 20):
            parts.append(data)
        return b"".join(parts)

    def readinto(self, b):
        with memoryview(b) as view, view.cast("B") as place:
            data = self.read(len(place))
            place[: len(data)] = data
        return len(data)

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._place
        elif whence == io.SEEK_END:
            while self.read(1 << 16):
                pass
            offset += self._place
        if offset < self._place:
            self._file.seek(0)
            self._rest = b""
            self._start()
        while self._place < offset and self.read(min(offset - self._place, 1 << 16)):
            pass
        return self._place


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=0):
    """Compress data in one shot and return the compressed string.

    mtime is the time in the head: now, if it is None."""
    mtime = time.time() if mtime is None else mtime
    body = zlib.compress(data, compresslevel, -15)
    data = zlib._bytes(data)
    return _head(compresslevel, mtime) + body + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def decompress(data):
    """Decompress a gzip compressed string in one shot. Return the decompressed string."""
    return _GzipReader(io.BytesIO(data), False).readall()


def main():
    """Compress or decompress the files that are named on the command line."""
    import argparse
    import sys

    parser = argparse.ArgumentParser(description="A simple command line interface for the gzip module.")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--fast", action="store_true", help="compress faster")
    group.add_argument("--best", action="store_true", help="compress better")
    group.add_argument("-d", "--decompress", action="store_true", help="act like gunzip instead of gzip")
    parser.add_argument("args", nargs="*", default=["-"], metavar="file")
    options = parser.parse_args()
    level = 1 if options.fast else 9 if options.best else _COMPRESS_LEVEL_TRADEOFF
    for name in options.args:
        if name == "-":
            source, target = sys.stdin.buffer, sys.stdout.buffer
            if options.decompress:
                target.write(GzipFile("", "rb", fileobj=source).read())
            else:
                with GzipFile("", "wb", level, target) as file:
                    file.write(source.read())
        elif options.decompress:
            if not name.endswith(".gz"):
                raise SystemExit(f"filename doesn't end in .gz: {name!r}")
            with GzipFile(name, "rb") as source, builtins.open(name[:-3], "wb") as target:
                target.write(source.read())
        else:
            with builtins.open(name, "rb") as source, GzipFile(name + ".gz", "wb", level) as target:
                target.write(source.read())


if __name__ == "__main__":
    main()
