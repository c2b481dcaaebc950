# Files, directories and the environment, on top of the functions of posix.
import sys
from posix import *
from posix import _scan, _start, _statvfs, _terminal_size, _times, _uname, _utime
from posix import environ as _initial_environment, stat as _stat, lstat as _lstat, fstat as _fstat

name = "posix"
linesep = "\n"
sep = "/"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
supports_follow_symlinks = set()
supports_dir_fd = set()
supports_fd = set()


class stat_result(tuple):
    """What is known about a file: a tuple whose items have names."""

    n_fields = 19
    n_sequence_fields = 10
    n_unnamed_fields = 3
    __match_args__ = (
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size",
    )

    def __new__(cls, sequence, dict={}):
        items = tuple(sequence)
        if not 10 <= len(items) <= 19:
            bound = "least 10" if len(items) < 10 else "most 19"
            raise TypeError(f"os.stat_result() takes an at {bound}-sequence ({len(items)}-sequence given)")
        result = super().__new__(cls, items[:10])
        # What is only known by name; without times of their own the whole seconds have to do.
        more = items[10:] + (None,) * (19 - len(items))
        result._more = tuple([whole if time is None else time for time, whole in zip(more, items[7:10])]) + more[3:]
        return result

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._more[0])
    st_mtime = property(lambda self: self._more[1])
    st_ctime = property(lambda self: self._more[2])
    st_atime_ns = property(lambda self: self._more[3])
    st_mtime_ns = property(lambda self: self._more[4])
    st_ctime_ns = property(lambda self: self._more[5])
    st_blksize = property(lambda self: self._more[6])
    st_blocks = property(lambda self: self._more[7])
    st_rdev = property(lambda self: self._more[8])

    def __repr__(self):
        names = ("mode", "ino", "dev", "nlink", "uid", "gid", "size", "atime", "mtime", "ctime")
        shown = ", ".join([f"st_{name}={value!r}" for name, value in zip(names, self)])
        return f"os.stat_result({shown})"

    def __reduce__(self):
        return type(self), (tuple(self) + self._more,)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What is known about a path or an open file."""
    buffered = sys.modules.get("_iobuffered")
    if buffered is not None:
        # What was written counts, though it may wait in a stream that nobody holds any more.
        buffered._flush_all()
    return stat_result(_stat(path, follow_symlinks=follow_symlinks))


def lstat(path, *, dir_fd=None):
    """As stat(), without following symbolic links."""
    return stat_result(_lstat(path))


def fstat(fd):
    """What is known about an open file."""
    return stat_result(_fstat(fd))


class _PathLikeType(type):
    def __subclasscheck__(cls, subclass):
        if cls is PathLike:
            return any("__fspath__" in vars(base) for base in subclass.__mro__)
        return super().__subclasscheck__(subclass)

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))


class PathLike(metaclass=_PathLikeType):
    """The type of objects that stand for paths: those with __fspath__()."""

    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


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


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Whether a path may be used in the way that mode says."""
    try:
        bits = stat(path).st_mode
    except OSError:
        return False
    return all(bits & (bit << 6 | bit << 3 | bit) for bit in (1, 2, 4) if mode & bit)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a directory and the ones above it that are missing."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (b"." if isinstance(tail, bytes) else "."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a directory and the ones above it that become empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename, making the directories of the new name and removing those of the old one that become empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


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


class _Environment:
    """The environment as a mapping from str to str; changes are seen by the rest of the process."""

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        try:
            return fsdecode(self._data[self._key(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self._key(key), self._key(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self._key(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    @staticmethod
    def _key(value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return fsencode(value)

    def __iter__(self):
        for key in list(self._data):
            yield fsdecode(key)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return self._key(key) in self._data

    def __repr__(self):
        shown = ", ".join([f"{key!r}: {value!r}" for key, value in self.items()])
        return f"environ({{{shown}}})"

    def __eq__(self, other):
        return dict(self.items()) == (dict(other.items()) if isinstance(other, _Environment) else other)

    __hash__ = None

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return dict(self.items()).keys()

    def values(self):
        return dict(self.items()).values()

    def items(self):
        return {key: self[key] for key in self}.items()

    def copy(self):
        return dict(self.items())

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    _missing = object()

    def pop(self, key, default=_missing):
        if key not in self and default is not _Environment._missing:
            return default
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError("popitem(): mapping is empty")

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **more):
        pairs = other.items() if hasattr(other, "items") else other
        for key, value in pairs:
            self[key] = value
        for key, value in more.items():
            self[key] = value

    def __or__(self, other):
        return dict(self.items()) | dict(other)

    def __ror__(self, other):
        return dict(other) | dict(self.items())

    def __ior__(self, other):
        self.update(other)
        return self


environ = _Environment(_initial_environment)


def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def get_exec_path(env=None):
    """The directories that are searched for programs."""
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


# The results of functions that few programs call: __getattr__ makes their classes.
_RESULTS = {
    "terminal_size": ("os", ("columns", "lines"), "A tuple of (columns, lines) for holding terminal window size"),
    "uname_result": ("posix", ("sysname", "nodename", "release", "version", "machine"), "The names of the system."),
    "times_result": (
        "posix", ("user", "system", "children_user", "children_system", "elapsed"), "Seconds that a process has worked.",
    ),
    "statvfs_result": (
        "os", (
            "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag",
            "f_namemax",
        ), "What is known about a file system.", ("f_fsid",),
    ),
}


def __getattr__(name):
    if name in ("mount", "umount"):
        # MicroPython has them here as well.
        return getattr(__import__("vfs"), name)
    if name not in _RESULTS:
        raise AttributeError(f"module 'os' has no attribute {name!r}", name=name, obj=sys.modules[__name__])
    from _structseq import structseq

    module, names, doc, *hidden = _RESULTS[name]
    cls = globals()[name] = structseq(f"{module}.{name}", names, doc, hidden=hidden[0] if hidden else ())
    return cls


def __dir__():
    return [*globals(), *[name for name in _RESULTS if name not in globals()]]


def _result(name):
    return globals().get(name) or __getattr__(name)


def get_terminal_size(fd=1, /):
    """The size of the terminal window as (columns, lines)."""
    return _result("terminal_size")(_terminal_size(fd))


def uname():
    """The names of the system."""
    return _result("uname_result")(_uname())


def times():
    """Seconds that the process and its children have worked, and that have passed since some moment."""
    return _result("times_result")(_times())


def statvfs(path):
    """What is known about the file system that a path lies in."""
    return _result("statvfs_result")(_statvfs(path))


def _nanoseconds(time):
    if isinstance(time, float):
        seconds = int(time // 1)
        return seconds * 1000000000 + int((time - seconds) * 1000000000 // 1)
    if not hasattr(time, "__index__"):
        raise TypeError(f"{type(time).__name__!r} object cannot be interpreted as an integer")
    return time.__index__() * 1000000000


_not_given = object()


def utime(path, times=None, *, ns=_not_given, dir_fd=None, follow_symlinks=True):
    """Set the times of the last access and the last change, to now unless they are given."""
    if ns is not _not_given:
        if times is not None:
            raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
        if not isinstance(ns, tuple) or len(ns) != 2:
            raise TypeError("utime: 'ns' must be a tuple of two ints")
        accessed, modified = ns
    elif times is None:
        import time

        accessed = modified = time.time_ns()
    elif not isinstance(times, tuple) or len(times) != 2:
        raise TypeError("utime: 'times' must be either a tuple of two ints or None")
    else:
        accessed, modified = [_nanoseconds(time) for time in times]
    _utime(path, accessed, modified, follow_symlinks)


class _wrap_close:
    """A stream to or from a command; its close() waits for the command and gives its status."""

    def __init__(self, stream, process):
        self._stream = stream
        self._process = process
        self._ended = False

    def close(self):
        self._stream.close()
        if not self._ended:
            self._ended = True
            return waitstatus_to_exitcode(waitpid(self._process, 0)[1]) << 8 or None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode="r", buffering=-1):
    """Start a command in the shell: a stream that reads what it prints, or writes what it reads."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    process, number = _start(cmd, mode == "w")
    return _wrap_close(fdopen(number, mode, buffering), process)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object for an open file's number."""
    import io

    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def process_cpu_count():
    """The number of processors that this process may use."""
    return cpu_count()


import posixpath as path

sys.modules["os.path"] = path
