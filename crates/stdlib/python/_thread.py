# The parts of _thread that are written in Python.
import sys

error = RuntimeError

# What each thread but the main one has put into the dicts of _local objects, by its number.
_used = {}


def exit():
    """This is synonymous to ``raise SystemExit''. It will cause the current thread to exit silently unless the exception
    is caught."""
    raise SystemExit


exit_thread = exit


def _run(function, args, kwargs):
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as error:
        sys._show_unraisable(error, f"Exception ignored in thread started by {function!r}")
    finally:
        ident = get_ident()
        for values in _used.pop(ident, ()):
            values.pop(ident, None)


def _values(self):
    own = object.__getattribute__(self, "_local__own")
    ident = get_ident()
    values = own[1].get(ident)
    if values is None:
        values = own[1][ident] = {}
        if ident != 1:
            _used.setdefault(ident, []).append(own[1])
        args, kwargs = own[2]
        type(self).__init__(self, *args, **kwargs)
    return values


class _local:
    """Thread-local data: attributes whose values are each thread's own."""

    __slots__ = ("_local__own", "__weakref__", "__dict__")

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        # A lock, the dict of each thread, and what the subclass's __init__ gets in each of them.
        own = (RLock(), {get_ident(): {}}, (args, kwargs))
        object.__setattr__(self, "_local__own", own)
        if get_ident() != 1:
            _used.setdefault(get_ident(), []).append(own[1])
        return self

    def __getattribute__(self, name):
        values = _values(self)
        if name == "__dict__":
            return values
        with object.__getattribute__(self, "_local__own")[0]:
            object.__setattr__(self, "__dict__", values)
            return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        values = _values(self)
        with object.__getattribute__(self, "_local__own")[0]:
            object.__setattr__(self, "__dict__", values)
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        values = _values(self)
        with object.__getattribute__(self, "_local__own")[0]:
            object.__setattr__(self, "__dict__", values)
            object.__delattr__(self, name)


_local.__module__ = "_thread"
