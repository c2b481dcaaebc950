# What few programs ask os for: facts about the system, as tuples whose items have names.
from _structseq import structseq
from posix import _statvfs, _terminal_size, _times, _uname

__name__ = "os"


terminal_size = structseq(
    "os.terminal_size", ("columns", "lines"), "A tuple of (columns, lines) for holding terminal window size"
)
uname_result = structseq(
    "posix.uname_result", ("sysname", "nodename", "release", "version", "machine"), "The names of the system."
)
times_result = structseq(
    "posix.times_result",
    ("user", "system", "children_user", "children_system", "elapsed"),
    "Seconds that a process has worked.",
)
statvfs_result = structseq(
    "os.statvfs_result",
    (
        "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax",
    ),
    "What is known about a file system.",
    hidden=("f_fsid",),
)


def get_terminal_size(fd=1, /):
    """The size of the terminal window as (columns, lines)."""
    return terminal_size(_terminal_size(fd))


def uname():
    """The names of the system."""
    return uname_result(_uname())


def times():
    """Seconds that the process and its children have worked, and that have passed since some moment."""
    return times_result(_times())


def statvfs(path):
    """What is known about the file system that a path lies in."""
    return statvfs_result(_statvfs(path))
