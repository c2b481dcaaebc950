# Walking through folders: what os loads when a program asks for it.
from os import fspath, lstat, path, stat
from posix import _scan

__name__ = "os"


class DirEntry:
    """An entry of a directory, as scandir() finds it."""

    __slots__ = ("name", "path", "_kind", "_inode", "_stat")

    def __init__(self, name, path, kind, inode):
        self.name = name
        self.path = path
        self._kind = kind
        self._inode = inode
        self._stat = None

    def inode(self):
        """The inode number of the entry."""
        return self._inode

    def _is(self, kind, mode, follow_symlinks):
        if self._kind != 2 or not follow_symlinks:
            return self._kind == kind
        try:
            return self.stat().st_mode & 0o170000 == mode
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        """Whether the entry is a directory."""
        return self._is(1, 0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Whether the entry is a regular file."""
        return self._is(0, 0o100000, follow_symlinks)

    def is_symlink(self):
        """Whether the entry is a symbolic link."""
        return self._kind == 2

    def is_junction(self):
        """Whether the entry is a junction; never here."""
        return False

    def stat(self, *, follow_symlinks=True):
        """What is known about the entry."""
        if not follow_symlinks:
            return lstat(self.path)
        if self._stat is None:
            self._stat = stat(self.path)
        return self._stat

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _ScandirIterator:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path=None):
    """The entries of a directory, each with what the directory says about it."""
    if path is None:
        path = "."
    path = fspath(path)
    slash = b"/" if isinstance(path, bytes) else "/"
    start = path if path.endswith(slash) else path + slash
    return _ScandirIterator([DirEntry(name, start + name, kind, inode) for name, kind, inode in _scan(path)])


def ilistdir(path=None):
    """MicroPython's way to list a directory: tuples of name, kind (0x4000 for directories), inode number and size."""
    for entry in scandir(path):
        mode = entry.stat(follow_symlinks=False)
        yield entry.name, mode.st_mode & 0o170000, entry.inode(), mode.st_size


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Walk a directory tree: (path, directories, files) for each directory."""
    waiting = [fspath(top)]
    while waiting:
        top = waiting.pop()
        if isinstance(top, tuple):
            yield top
            continue
        directories, files, to_walk = [], [], []
        try:
            entries = scandir(top)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for entry in entries:
            try:
                is_directory = entry.is_dir()
            except OSError:
                is_directory = False
            if is_directory:
                directories.append(entry.name)
                if not topdown and (followlinks or not entry.is_symlink()):
                    to_walk.append(entry.path)
            else:
                files.append(entry.name)
        if topdown:
            yield top, directories, files
            for directory in reversed(directories):
                below = path.join(top, directory)
                if followlinks or not path.islink(below):
                    waiting.append(below)
        else:
            waiting.append((top, directories, files))
            waiting.extend(reversed(to_walk))
