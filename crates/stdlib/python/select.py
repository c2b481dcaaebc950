# Waiting until something can be read or written: open files, and objects that tell by an ioctl method as MicroPython's
# streams do. Where only standard input can be waited for, files can always be read and written.
import time
from _streams import doze as _doze, wait_input as _wait_input

try:
    import _socket
except ImportError:
    _socket = None

POLLIN = 1
POLLPRI = 2
POLLOUT = 4
POLLERR = 8
POLLHUP = 16
POLLNVAL = 32
error = OSError

# What MicroPython asks its streams for their state with.
_IOCTL_POLL = 3
# In milliseconds.
_LONGEST = 1 << 43


def __getattr__(name):
    if name == "PIPE_BUF" or name.startswith(("POLL", "epoll", "EPOLL")):
        try:
            import _epoll

            globals()[name] = found = getattr(_epoll, name)
            return found
        except (ImportError, AttributeError):
            pass
    raise AttributeError(f"module 'select' has no attribute {name!r}")


def _number(obj):
    if isinstance(obj, int):
        number = obj
    elif hasattr(obj, "fileno"):
        number = obj.fileno()
        if not isinstance(number, int):
            raise TypeError("fileno() returned a non-integer")
    else:
        raise TypeError("argument must be an int, or have a fileno() method.")
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


def _mask(events):
    if events < 0:
        raise ValueError("value must be positive")
    if events > 0xFFFF:
        raise OverflowError("Python int too large for C unsigned short")
    return events


def _key(obj):
    """What an object is known by: its number, or itself if it only tells by ioctl."""
    if not isinstance(obj, int) and hasattr(obj, "ioctl"):
        return id(obj)
    return _number(obj)


def _events(obj, mask):
    """What of the mask is so now."""
    if not isinstance(obj, int) and hasattr(obj, "ioctl"):
        return obj.ioctl(_IOCTL_POLL, mask)
    if _socket is not None:
        return _socket.ready((_number(obj) << 8 | mask,))[0]
    found = mask & (POLLIN | POLLOUT)
    if found & POLLIN and _number(obj) == 0 and not _wait_input(0):
        found &= ~POLLIN
    return found


class poll:
    """Objects to wait for."""

    def __init__(self):
        self._watched = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        """Watch an object for events."""
        self._watched[_key(fd)] = [fd, _mask(eventmask)]

    def modify(self, fd, eventmask, /):
        """Watch for other events."""
        key = _key(fd)
        if key not in self._watched:
            raise FileNotFoundError(2, "No such file or directory")
        self._watched[key][1] = _mask(eventmask)

    def unregister(self, fd, /):
        """Watch no longer."""
        del self._watched[_key(fd)]

    def _files(self):
        """What the platform can wait for, if it can wait for everything that is watched."""
        watched = self._watched.items()
        if _socket is None or not watched or any(hasattr(obj, "ioctl") for _, (obj, _) in watched):
            return None
        return tuple([number << 8 | mask for number, (_, mask) in watched])

    def _wait(self, timeout):
        end = None
        if timeout is not None and timeout >= 0:
            if timeout > _LONGEST:
                raise OverflowError("timeout is too large")
            end = time.monotonic_ns() + int(timeout * 1_000_000)
        while True:
            files = self._files()
            if files is None:
                found = [(key, watched, _events(*watched)) for key, watched in self._watched.items()]
            else:
                ready = _socket.ready(files)
                found = [(*item, events) for item, events in zip(self._watched.items(), ready)]
            found = [each for each in found if each[2]]
            if found:
                return found
            left = 1_000_000_000 if end is None else end - time.monotonic_ns()
            if left <= 0:
                return found
            if files is not None:
                _socket.wait(files, None if end is None else left)
            else:
                _doze(left)

    def poll(self, timeout=None, /):
        """Wait for at most so many milliseconds: a list of numbers and events."""
        return [(watched[0] if key == id(watched[0]) else key, events) for key, watched, events in self._wait(timeout)]

    def ipoll(self, timeout=-1, flags=0, /):
        """As poll(), one by one, with the objects themselves. With the flag 1 each is reported once."""
        for _, watched, events in self._wait(timeout):
            if flags & 1:
                watched[1] = 0
            yield watched[0], events


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until some can be read or written, for at most so many seconds: those objects."""
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError("timeout must be a float or None")
        if timeout < 0:
            raise ValueError("timeout must be non-negative")
    poller = poll()
    lists = list(rlist), list(wlist), list(xlist)
    masks = {}
    for objects, mask in zip(lists, (POLLIN, POLLOUT, POLLPRI)):
        for obj in objects:
            key = _key(obj)
            masks[key] = masks.get(key, 0) | mask
            poller.register(obj, masks[key])
    found = {key: events for key, _, events in poller._wait(None if timeout is None else timeout * 1000)}
    if any(events & POLLNVAL for events in found.values()):
        raise OSError(9, "Bad file descriptor")
    # An error is something that reading and writing tell of.
    return tuple(
        [obj for obj in objects if found.get(_key(obj), 0) & mask]
        for objects, mask in zip(lists, (POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI))
    )
