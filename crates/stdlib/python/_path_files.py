# What pathlib's paths ask the file system: the class Path.
import os
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG, S_ISSOCK

from pathlib import PurePath, PurePosixPath, PureWindowsPath, UnsupportedOperation

__name__ = "pathlib"


class Path(PurePath):
    """A path with the operations that the file system has for it."""

    __slots__ = ("_info",)

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        """The current directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's home directory."""
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        """The path that a 'file' URI names."""
        from urllib.parse import unquote_to_bytes, urlsplit

        scheme, host, path = urlsplit(uri)[:3]
        if scheme != "file":
            raise ValueError("URL is missing a 'file:' scheme")
        if host not in ("", "localhost") and host != os.uname().nodename:
            raise ValueError("file:// scheme is supported only on localhost")
        path = cls(os.fsdecode(unquote_to_bytes(path)))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    def as_uri(self):
        """The path as a 'file' URI."""
        return self._uri()

    # What a path names.

    @property
    def info(self):
        """What is known about the path: an object whose answers are remembered."""
        try:
            return self._info
        except AttributeError:
            from _path_copies import PathInfo

            self._info = info = PathInfo(self)
            return info

    def stat(self, *, follow_symlinks=True):
        """What os.stat() gives."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """As stat(), of a link itself."""
        return os.lstat(self)

    def _mode(self, follow_symlinks=True):
        """The mode, or 0 if there is nothing."""
        try:
            return os.stat(self, follow_symlinks=follow_symlinks).st_mode
        except (OSError, ValueError):
            return 0

    def exists(self, *, follow_symlinks=True):
        """Whether there is something of this name."""
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a directory."""
        return S_ISDIR(self._mode(follow_symlinks))

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a regular file."""
        return S_ISREG(self._mode(follow_symlinks))

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return os.path.islink(self)

    def is_mount(self):
        """Whether another file system begins here."""
        return os.path.ismount(self)

    def is_junction(self):
        """Whether it is a junction of Windows."""
        return False

    def is_block_device(self):
        """Whether it is a device of blocks."""
        return S_ISBLK(self._mode())

    def is_char_device(self):
        """Whether it is a device of characters."""
        return S_ISCHR(self._mode())

    def is_fifo(self):
        """Whether it is a pipe with a name."""
        return S_ISFIFO(self._mode())

    def is_socket(self):
        """Whether it is a socket."""
        return S_ISSOCK(self._mode())

    def samefile(self, other_path):
        """Whether another path leads to the same file."""
        found = self.stat()
        other = other_path.stat() if hasattr(other_path, "stat") else self.with_segments(other_path).stat()
        return os.path.samestat(found, other)

    def owner(self, *, follow_symlinks=True):
        """The name of the file's user."""
        import pwd

        return pwd.getpwuid(self.stat(follow_symlinks=follow_symlinks).st_uid).pw_name

    def group(self, *, follow_symlinks=True):
        """The name of the file's group."""
        import grp

        return grp.getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name

    # Other names for it.

    def absolute(self):
        """The path with a root, without a look at the file system."""
        return self if self.is_absolute() else self.with_segments(os.getcwd(), *self._parsed()[2])

    def resolve(self, strict=False):
        """The absolute path without links and '..'."""
        return self.with_segments(os.path.realpath(self, strict=strict))

    def expanduser(self):
        """The path with the home directory for '~' or '~name'."""
        drive, root, tail = self._parsed()
        if drive or root or not tail or tail[0][:1] != "~":
            return self
        home = os.path.expanduser(tail[0])
        if home[:1] == "~":
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *tail[1:])

    def readlink(self):
        """Where a symbolic link leads."""
        return self.with_segments(os.readlink(self))

    # What is in it.

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file as the builtin open() does."""
        import io

        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """The file's content."""
        with self.open("rb", buffering=0) as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        """The file's content as text."""
        with self.open("r", -1, encoding, errors, newline) as file:
            return file.read()

    def write_bytes(self, data):
        """Make bytes the file's content: how many."""
        view = memoryview(data)
        with self.open("wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make a text the file's content: how many characters."""
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def _below(self, text, info=None):
        """The path of something that was found below this one."""
        path = self.with_segments(text)
        if info is not None:
            path._info = info
        return path

    def iterdir(self):
        """The paths of what is in the directory, in no order."""
        from _path_copies import EntryInfo

        with os.scandir(self) as entries:
            found = list(entries)
        # Names in the current directory stand alone.
        is_current = not self.parts
        return (self._below(entry.name if is_current else entry.path, EntryInfo(entry)) for entry in found)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below this one that match a pattern, in no order."""
        from _path_globs import search

        return search(self, self._as_path(pattern), str(pattern), case_sensitive, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """As glob(), for the pattern below any directories."""
        from _path_globs import search

        pattern, text = self._as_path(pattern), str(pattern)
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        text = text or self.parser.sep
        return search(self, self.with_segments("**", pattern), text, case_sensitive, recurse_symlinks)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Walk the tree: (path, names of directories, names of files) for each directory."""
        from _path_globs import walk

        return walk(self, top_down, on_error, follow_symlinks)

    # Changes.

    def touch(self, mode=0o666, exist_ok=True):
        """Make an empty file, or set the times of one that exists to now."""
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        else:
            try:
                return os.utime(self, None)
            except OSError:
                pass
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make a directory, with those above it if parents is true."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """Set the permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Set the permissions of a link itself."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Remove a file or link."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove an empty directory."""
        os.rmdir(self)

    def _target(self, target):
        return target if hasattr(target, "with_segments") else self.with_segments(target)

    def rename(self, target):
        """Give it another path, and return that."""
        os.rename(self, target)
        return self._target(target)

    def replace(self, target):
        """As rename(), in place of what is there."""
        os.replace(self, target)
        return self._target(target)

    def symlink_to(self, target, target_is_directory=False):
        """Make the path a symbolic link to a target."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make the path a further name of an existing file."""
        os.link(target, self)

    def copy(self, target, *, follow_symlinks=True, preserve_metadata=False):
        """Copy a file or a tree to a path, and return that."""
        from _path_copies import copy

        return copy(self, self._target(target), follow_symlinks, preserve_metadata)

    def copy_into(self, target_dir, *, follow_symlinks=True, preserve_metadata=False):
        """Copy a file or a tree into a directory, and return its path there."""
        return self.copy(
            self._in(target_dir), follow_symlinks=follow_symlinks, preserve_metadata=preserve_metadata
        )

    def move(self, target):
        """Move a file or a tree to a path, also in another file system, and return the path."""
        from _path_copies import move

        return move(self, self._target(target))

    def move_into(self, target_dir):
        """Move a file or a tree into a directory, and return its path there."""
        return self.move(self._in(target_dir))

    def _in(self, folder):
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        return folder / name if hasattr(folder, "with_segments") else self.with_segments(folder, name)


class PosixPath(Path, PurePosixPath):
    """A path of this system."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of Windows; there are none on other systems."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")
