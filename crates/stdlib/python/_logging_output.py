# Where records go: filters and handlers.

import os
import sys
import threading
import weakref
from _logging_format import _defaultFormatter

__name__ = "logging"

_lock = threading.RLock()
_handlers = weakref.WeakValueDictionary()
_handlerList = []


class Filter:
    """Lets through what comes from a logger of that name or below it."""

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        """Whether the record shall be logged."""
        if not self.nlen or self.name == record.name:
            return True
        return record.name.startswith(self.name + ".")


class Filterer:
    """What has filters: objects with a method filter(), or functions."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Add a filter."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """Take a filter away."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """The record, or another one that a filter gives instead, or False if one refuses it."""
        for each in self.filters:
            result = each.filter(record) if hasattr(each, "filter") else each(record)
            if not result:
                return False
            if type(result) is not bool and hasattr(result, "levelno"):
                record = result
        return record


def _removeHandlerRef(reference):
    """Forget a handler that nobody holds any more."""
    if _lock is not None and _handlerList is not None:
        with _lock:
            if reference in _handlerList:
                _handlerList.remove(reference)


def getHandlerByName(name):
    """The handler of a name, or None."""
    return _handlers.get(name)


def getHandlerNames():
    """The names of all handlers that have one."""
    return frozenset(_handlers)


class Handler(Filterer):
    """Takes records somewhere. Subclasses define emit()."""

    def __init__(self, level=0):
        super().__init__()
        from logging import _checkLevel

        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        self._closed = False
        with _lock:
            _handlerList.append(weakref.ref(self, _removeHandlerRef))
        self.createLock()

    def get_name(self):
        """The name by which it is found."""
        return self._name

    def set_name(self, name):
        """Give it a name."""
        with _lock:
            if self._name in _handlers:
                del _handlers[self._name]
            self._name = name
            if name:
                _handlers[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        """Make the lock that keeps threads apart."""
        self.lock = threading.RLock()

    def acquire(self):
        """Take the lock."""
        if self.lock:
            self.lock.acquire()

    def release(self):
        """Give the lock back."""
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        """Set the lowest level of records that it takes."""
        from logging import _checkLevel

        self.level = _checkLevel(level)

    def format(self, record):
        """The record as text."""
        return (self.formatter or _defaultFormatter).format(record)

    def emit(self, record):
        """Do what has to be done with a record."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Emit a record that the filters let through."""
        result = self.filter(record)
        if result:
            self.acquire()
            try:
                self.emit(record if result is True else result)
            finally:
                self.release()
        return result

    def setFormatter(self, fmt):
        """Set what makes text of records."""
        self.formatter = fmt

    def flush(self):
        """See to it that all is written."""

    def close(self):
        """Forget the handler's name."""
        with _lock:
            self._closed = True
            if self._name and self._name in _handlers:
                del _handlers[self._name]

    def handleError(self, record):
        """Write to standard error what went wrong in emit(), and where the record came from."""
        import logging

        if not logging.raiseExceptions or not sys.stderr:
            return
        import traceback

        kind, value, tb = sys.exc_info()
        try:
            sys.stderr.write("--- Logging error ---\n")
            traceback.print_exception(kind, value, tb, None, sys.stderr)
            sys.stderr.write("Call stack:\n")
            frame = tb.tb_frame
            while frame is not None and frame.f_globals.get("__name__", "").split(".")[0] == "logging":
                frame = frame.f_back
            if frame is not None:
                traceback.print_stack(frame, file=sys.stderr)
            else:
                sys.stderr.write(f"Logged from file {record.filename}, line {record.lineno}\n")
            try:
                sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
            except RecursionError:
                raise
            except Exception:
                sys.stderr.write(
                    "Unable to print the message and arguments - possible formatting error.\n"
                    "Use the traceback above to help find the error.\n"
                )
        except OSError:
            pass
        finally:
            del kind, value, tb

    def __repr__(self):
        from logging import getLevelName

        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    """Writes records to a stream: standard error unless another is given."""

    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        """Flush the stream."""
        with self.lock:
            if self.stream and hasattr(self.stream, "flush"):
                self.stream.flush()

    def emit(self, record):
        """Write a record."""
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Set the stream. The result is the one before, or None if nothing changed."""
        if stream is self.stream:
            return None
        before = self.stream
        with self.lock:
            self.flush()
            self.stream = stream
        return before

    def __repr__(self):
        from logging import getLevelName

        name = getattr(self.stream, "name", "")
        name = f"{name} " if name else ""
        return f"<{type(self).__name__} {name}({getLevelName(self.level)})>"

    __class_getitem__ = classmethod(type(list[int]))


class FileHandler(StreamHandler):
    """Writes records to a file, which with delay=True is opened for the first one."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        filename = os.fspath(filename)
        self.baseFilename = os.path.abspath(filename)
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self.delay = delay
        self._builtin_open = open
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            super().__init__(self._open())

    def close(self):
        """Close the file."""
        with self.lock:
            try:
                if self.stream:
                    try:
                        self.flush()
                    finally:
                        stream, self.stream = self.stream, None
                        if hasattr(stream, "close"):
                            stream.close()
            finally:
                super().close()

    def _open(self):
        return self._builtin_open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        """Write a record."""
        if self.stream is None and (self.mode != "w" or not self._closed):
            self.stream = self._open()
        if self.stream:
            super().emit(record)

    def __repr__(self):
        from logging import getLevelName

        return f"<{type(self).__name__} {self.baseFilename} ({getLevelName(self.level)})>"


class _StderrHandler(StreamHandler):
    """Writes to what standard error is when a record comes."""

    def __init__(self, level=0):
        Handler.__init__(self, level)

    @property
    def stream(self):
        """Standard error."""
        return sys.stderr


class NullHandler(Handler):
    """Does nothing with records."""

    def handle(self, record):
        """Nothing."""

    def emit(self, record):
        """Nothing."""

    def createLock(self):
        """There is none."""
        self.lock = None
