# Files, directories and the environment, on top of the functions of posix. What not every program needs lies in modules
# of its own, which are loaded when a program asks.
import sys
from posix import *
from posix import _utime
from posix import fstat as _fstat, lstat as _lstat, stat as _stat

# There is another one, of text.
del environ

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
supports_effective_ids = set()
supports_bytes_environ = True


def _place(name):
    """The module that defines a name which is loaded when a program asks for it."""
    if name in ("environ", "environb", "getenv", "getenvb", "get_exec_path", "reload_environ", "_Environ"):
        return "_os_environment"
    if name in ("DirEntry", "ilistdir", "scandir", "walk"):
        return "_os_folders"
    if name in ("PathLike",):
        return "_os_paths"
    if name in ("popen", "_wrap_close"):
        return "_os_commands"
    if name in ("stat_result",):
        return "_os_stat"
    if name.startswith("EX_") or name in (
        "ctermid", "device_encoding", "get_terminal_size", "getloadavg", "statvfs", "statvfs_result", "terminal_size",
        "times", "times_result", "uname", "uname_result",
    ):
        return "_os_system"
    # Whatever else there is, where files and processes are shared with others.
    return "_os_shared"


def __getattr__(name):
    if name == "__all__":
        return [each for each in __dir__() if not each.startswith("_")]
    if name in ("mount", "umount", "VfsFat", "VfsLfs2"):
        # MicroPython has them here as well.
        return getattr(__import__("vfs"), name)
    try:
        value = getattr(__import__(_place(name)), name)
    except (ImportError, AttributeError):
        raise AttributeError(f"module 'os' has no attribute {name!r}", name=name, obj=sys.modules[__name__]) from None
    globals()[name] = value
    return value


def __dir__():
    names = (
        "DirEntry", "PathLike", "ctermid", "device_encoding", "environ", "environb", "get_exec_path", "get_terminal_size",
        "getenv", "getenvb", "getloadavg", "ilistdir", "popen", "reload_environ", "scandir",
        "stat_result", "statvfs", "statvfs_result", "terminal_size", "times", "times_result", "uname", "uname_result", "walk",
    )
    try:
        names += tuple(__import__("_os_system").EXIT_CODES)
    except ImportError:
        # A board may have left it out.
        pass
    try:
        shared = vars(__import__("_os_shared"))
        names += tuple(name for name in shared if not name.startswith("_") and name not in ("os", "posix"))
    except ImportError:
        pass
    return [*globals(), *[name for name in names if name not in globals()]]


def _stat_result():
    return globals().get("stat_result") or __getattr__("stat_result")


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What is known about a path or an open file."""
    buffered = sys.modules.get("_iobuffered")
    if buffered is not None:
        # What was written counts, though it may wait in a stream that nobody holds any more.
        buffered._flush_all()
    return _stat_result()(_stat(path, follow_symlinks=follow_symlinks))


def lstat(path, *, dir_fd=None):
    """As stat(), without following symbolic links."""
    return _stat_result()(_lstat(path))


def fstat(fd):
    """What is known about an open file."""
    return _stat_result()(_fstat(fd))


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
