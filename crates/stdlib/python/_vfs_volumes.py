# littlefs and FAT on block devices: what vfs loads when a program asks for it. The work is done by _volumes.
import _volumes
import io
import os
from _iofile import _flags_of_mode

__name__ = "vfs"


class _File(io.RawIOBase):
    """An open file of a volume, without buffers."""

    def __init__(self, volume, path, mode):
        self._readable, self._writable, flags = _flags_of_mode(mode)
        self._volume = volume
        self._file = None
        self.name = path
        self.mode = mode + "b"
        self._file = volume.open(path, flags)
        if "a" in mode:
            volume.seek(self._file, 0, 2)

    def readable(self):
        return self._readable

    def writable(self):
        return self._writable

    def seekable(self):
        return True

    def readinto(self, buffer):
        self._check_closed()
        if not self._readable:
            raise io.UnsupportedOperation("File not open for reading")
        return self._volume.readinto(self._file, buffer)

    def write(self, data):
        self._check_closed()
        if not self._writable:
            raise io.UnsupportedOperation("File not open for writing")
        return self._volume.write(self._file, data)

    def seek(self, pos, whence=0):
        self._check_closed()
        return self._volume.seek(self._file, pos, whence)

    def truncate(self, size=None):
        self._check_closed()
        size = self.tell() if size is None else size
        self._volume.truncate(self._file, size)
        return size

    def flush(self):
        self._check_closed()
        if self._file is not None and self._writable:
            self._volume.sync(self._file)

    def close(self):
        if not self._closed:
            self._closed = True
            if self._file is not None:
                self._volume.close(self._file)

    def __del__(self):
        if not self._closed and self._file is not None:
            # The volume may be in the middle of its work: then its next opening or end closes the file.
            try:
                self.close()
            except OSError:
                _left.append((self._volume, self._file))


# Files that nobody holds any more and that could not be closed yet.
_left = []


def _close_left():
    while _left:
        volume, file = _left.pop()
        try:
            volume.close(file)
        except OSError:
            pass


class _Volume:
    """A file system on a block device."""

    def __init__(self, device, settings):
        _close_left()
        self._device = device
        self._volume = _volumes.mount(device, settings)

    def mount(self, readonly, mkfs):
        """Called by vfs.mount()."""
        self._volume.protect(readonly)

    def umount(self):
        """Called by vfs.umount(): what was written is on the device then."""
        _close_left()
        io._flush_all()
        self._volume.sync()

    def open(self, path, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
        """Open a file."""
        _close_left()
        return io._open(self._open_raw, path, mode, buffering, encoding, errors, newline)

    def _open_raw(self, path, mode, closefd, opener):
        return _File(self._volume, path, mode)

    def ilistdir(self, path=""):
        """Tuples of name, kind, 0 and size."""
        return iter(self._volume.list(path))

    def stat(self, path):
        """What is known about a path."""
        io._flush_all()
        is_directory, size, time = self._volume.stat(path)
        return (0x4000 if is_directory else 0x8000, 0, 0, 0, 0, 0, size, time, time, time)

    def statvfs(self, path):
        """How large the volume is, and how much of it is free."""
        size, count, free, longest = self._volume.space()
        return (size, size, count, free, free, 0, 0, 0, 0, longest)

    def mkdir(self, path):
        """Make a directory."""
        self._volume.change(0, path)

    def rmdir(self, path):
        """Remove an empty directory."""
        self._volume.change(1, path)

    def remove(self, path):
        """Remove a file."""
        _close_left()
        self._volume.change(2, path)

    def rename(self, old_path, new_path):
        """Rename a file or directory."""
        io._flush_all()
        self._volume.rename(old_path, new_path)

    def chdir(self, path):
        """Change the current directory."""
        self._volume.change(3, path)

    def getcwd(self):
        """The current directory."""
        return self._volume.getcwd()


class VfsLfs2(_Volume):
    """littlefs on a block device that knows the extended interface."""

    def __init__(self, block_dev, *, readsize=32, progsize=32, lookahead=32, mtime=True):
        super().__init__(block_dev, (readsize, progsize, lookahead, mtime))

    @staticmethod
    def mkfs(block_dev, *, readsize=32, progsize=32, lookahead=32, mtime=True):
        """Make an empty littlefs on a block device."""
        _volumes.format(block_dev, (readsize, progsize, lookahead, mtime))


class VfsFat(_Volume):
    """FAT on a block device."""

    def __init__(self, block_dev):
        super().__init__(block_dev, None)

    @staticmethod
    def mkfs(block_dev):
        """Make an empty FAT on a block device."""
        _volumes.format(block_dev, None)


def _detect(device):
    """The file system of what is on a device."""
    mark = bytearray(8)
    for block in range(2):
        try:
            if not device.readblocks(block, mark, 8) and mark == b"littlefs":
                return VfsLfs2(device)
        except Exception:
            # It does not know the extended interface.
            break
    return VfsFat(device)
