# The host's files as a file system: what vfs loads when a program asks for VfsPosix.
import io
import os
from vfs import _error, _native

__name__ = "vfs"


def _platform(name):
    """A function of the platform, whatever is mounted."""
    if name == "open":
        return _native.get(name) or io.open
    return _native.get(name) or getattr(os, name)


class VfsPosix:
    """The files of the host, from a directory on. Relative paths begin in the host's current directory."""

    def __init__(self, root=None, /):
        self._readonly = False
        self._root = root or ""
        if self._root and not self._root.startswith("/"):
            self._root = _platform("getcwd")() + "/" + self._root

    def _path(self, path):
        if isinstance(path, bytes):
            return os.fsencode(self._root) + path if path.startswith(b"/") else path
        return self._root + path if isinstance(path, str) and path.startswith("/") else path

    def _change(self, name, *paths):
        if self._readonly:
            raise _error(30)
        _platform(name)(*map(self._path, paths))

    def mount(self, readonly, mkfs):
        """Called by vfs.mount()."""
        if readonly:
            self._readonly = True
        if mkfs:
            raise _error(1)

    def umount(self):
        """Called by vfs.umount()."""

    def open(self, path, mode="r", *args, **options):
        """Open a file."""
        if self._readonly and any(letter in mode for letter in "wax+"):
            raise _error(30)
        return _platform("open")(self._path(path), mode, *args, **options)

    def chdir(self, path):
        """Change the host's current directory."""
        _platform("chdir")(self._path(path))

    def getcwd(self):
        """The host's current directory, as it is called here."""
        return _platform("getcwd")()[len(self._root) :] or "/"

    def ilistdir(self, path=""):
        """Tuples of name, kind and inode."""
        return (entry[:3] for entry in list(_platform("ilistdir")(self._path(path) or ".")))

    def mkdir(self, path):
        """Make a directory."""
        self._change("mkdir", path)

    def remove(self, path):
        """Remove a file."""
        self._change("remove", path)

    def rename(self, old_path, new_path):
        """Rename a file or directory."""
        self._change("rename", old_path, new_path)

    def rmdir(self, path):
        """Remove an empty directory."""
        self._change("rmdir", path)

    def stat(self, path):
        """What is known about a path."""
        return tuple(_platform("stat")(self._path(path)))

    def statvfs(self, path):
        """How large the file system is, and how much of it is free."""
        return tuple(_platform("statvfs")(self._path(path)))
