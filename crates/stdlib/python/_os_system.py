# What few programs ask os for: facts about the system, as tuples whose items have names.
from _structseq import structseq
from posix import _statvfs, _terminal_size, _times, _uname, isatty

__name__ = "os"

# What programs say with their exit codes (sysexits.h).
EXIT_CODES = {
    "EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_NOUSER": 67, "EX_NOHOST": 68, "EX_UNAVAILABLE": 69,
    "EX_SOFTWARE": 70, "EX_OSERR": 71, "EX_OSFILE": 72, "EX_CANTCREAT": 73, "EX_IOERR": 74, "EX_TEMPFAIL": 75,
    "EX_PROTOCOL": 76, "EX_NOPERM": 77, "EX_CONFIG": 78,
}  # fmt: skip
globals().update(EXIT_CODES)


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


def getloadavg():
    """How many programs ran or waited in the last minute, in five minutes, and in fifteen."""
    try:
        with open("/proc/loadavg") as file:
            return tuple(map(float, file.read().split()[:3]))
    except (FileNotFoundError, ValueError):
        raise OSError("Load averages are unobtainable") from None


def ctermid():
    """The path of the terminal that controls the process."""
    return "/dev/tty"


def device_encoding(fd):
    """The encoding of a terminal; None for what is none."""
    return "UTF-8" if isatty(fd) else None
