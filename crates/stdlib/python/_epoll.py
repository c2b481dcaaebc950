# select.epoll: what Linux watches for us; and the rest of the numbers of select.
import _posix
import _socket
import posix
from time import monotonic_ns

_ADD, _REMOVE, _CHANGE = 1, 2, 3
_READABLE = 1
_MOST = 1024

PIPE_BUF = 4096
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 0x40, 0x80, 0x100, 0x200, 0x400, 0x2000
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP = 1, 2, 4, 8, 16
EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG = 0x40, 0x80, 0x100, 0x200, 0x400
EPOLLRDHUP, EPOLLEXCLUSIVE, EPOLLONESHOT, EPOLLET = 0x2000, 1 << 28, 1 << 30, 1 << 31
EPOLL_CLOEXEC = 0o2000000


def _number(fd):
    if not isinstance(fd, int):
        method = getattr(fd, "fileno", None)
        if method is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        fd = method()
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return fd


class epoll:
    """Files to wait for, as Linux keeps them: however many there are, it costs no more than those that are ready."""

    _fd = -1

    def __init__(self, sizehint=-1, flags=0):
        if sizehint != -1 and sizehint <= 0:
            raise ValueError("negative sizehint")
        if flags & ~EPOLL_CLOEXEC:
            raise OSError("invalid flags")
        self._fd = _posix._new_poller()

    @classmethod
    def fromfd(cls, fd, /):
        """The object of a file that is one."""
        self = cls.__new__(cls)
        self._fd = fd
        return self

    def __del__(self):
        try:
            self.close()
        except OSError:
            # Somebody else has closed its number.
            pass

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exception):
        self.close()

    def _check(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed epoll object")
        return self._fd

    closed = property(lambda self: self._fd < 0, doc="Whether it was closed.")

    def close(self):
        """Close it."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            posix.close(fd)

    def fileno(self):
        """The number of its own file."""
        return self._check()

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        """Watch a file for events."""
        _posix._watch(self._check(), _number(fd), _ADD, eventmask)

    def modify(self, fd, eventmask):
        """Watch a file for other events."""
        _posix._watch(self._check(), _number(fd), _CHANGE, eventmask)

    def unregister(self, fd):
        """Watch a file no longer."""
        _posix._watch(self._check(), _number(fd), _REMOVE, 0)

    def poll(self, timeout=None, maxevents=-1):
        """Wait for at most so many seconds: numbers of files and events."""
        own = self._check()
        if maxevents == -1:
            maxevents = _MOST
        elif maxevents <= 0:
            raise ValueError(f"maxevents must be greater than 0, got {maxevents}")
        end = None
        if timeout is not None:
            if not isinstance(timeout, (int, float)):
                raise TypeError("timeout must be an integer or None")
            if timeout >= 0:
                end = monotonic_ns() + int(timeout * 1e9)
        while True:
            found = _posix._ready(own, maxevents)
            left = None if end is None else end - monotonic_ns()
            if found or left is not None and left <= 0:
                return found
            _socket.wait((own << 8 | _READABLE,), left)


epoll.__module__ = "select"
