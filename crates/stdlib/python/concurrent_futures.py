"""Calls that are made in threads of a pool, and what stands for their results."""
from threading import Condition, Event
from time import monotonic

__all__ = [
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
    "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ThreadPoolExecutor",
]

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# The states of a future.
_PENDING, _RUNNING, _CANCELLED, _NOTIFIED, _FINISHED = "PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"

_SHOWN = {
    _PENDING: "pending", _RUNNING: "running", _CANCELLED: "cancelled", _NOTIFIED: "cancelled", _FINISHED: "finished",
}
_DONE = (_CANCELLED, _NOTIFIED, _FINISHED)
# Nothing happens any more, and those who wait for several futures have been told.
_SETTLED = (_NOTIFIED, _FINISHED)

_Error = type("Error", (Exception,), {"__module__": "concurrent.futures._base", "__doc__": "Base class of the errors."})
TimeoutError = TimeoutError


class CancelledError(_Error):
    """The Future was cancelled."""


class InvalidStateError(_Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """Raised when an executor has become non-functional after a severe failure."""


def __getattr__(name):
    if name == "ThreadPoolExecutor":
        from concurrent.futures.thread import ThreadPoolExecutor as found

        globals()[name] = found
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Future:
    """What stands for the result of a call that may not have been made yet."""

    def __init__(self):
        self._condition = Condition()
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = []
        # Events of those who wait for several futures.
        self._waiters = []

    def __repr__(self):
        with self._condition:
            text = f"{self.__class__.__name__} at {id(self):#x} state={_SHOWN[self._state]}"
            if self._state == _FINISHED:
                if self._exception:
                    text += f" raised {self._exception.__class__.__name__}"
                else:
                    text += f" returned {self._result.__class__.__name__}"
            return f"<{text}>"

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            import sys

            print(f"exception calling callback for {self!r}", file=sys.stderr)
            sys.excepthook(*sys.exc_info())

    def _end(self, state):
        """Tells those who wait. The condition's lock is held."""
        self._state = state
        self._condition.notify_all()
        if state in _SETTLED:
            for event in self._waiters:
                event.set()

    def _call_all(self):
        for callback in self._callbacks:
            self._call(callback)

    def cancel(self):
        """Cancel the future if possible: whether it is cancelled."""
        with self._condition:
            if self._state in (_RUNNING, _FINISHED):
                return False
            if self._state in (_CANCELLED, _NOTIFIED):
                return True
            self._end(_CANCELLED)
        self._call_all()
        return True

    def cancelled(self):
        """Return True if the future was cancelled."""
        return self._state in (_CANCELLED, _NOTIFIED)

    def running(self):
        """Return True if the future is currently executing."""
        return self._state == _RUNNING

    def done(self):
        """Return True if the future was cancelled or finished executing."""
        return self._state in _DONE

    def add_done_callback(self, fn):
        """Attach a callable that will be called with the future when it finishes."""
        with self._condition:
            if self._state not in _DONE:
                self._callbacks.append(fn)
                return
        self._call(fn)

    def _wait(self, timeout):
        with self._condition:
            if not self._condition.wait_for(self.done, timeout):
                raise TimeoutError()
            if self._state != _FINISHED:
                raise CancelledError()

    def result(self, timeout=None):
        """Return the result of the call that the future represents, or raise what it raised."""
        self._wait(timeout)
        if self._exception is None:
            return self._result
        try:
            raise self._exception
        finally:
            # The traceback refers to this frame.
            self = None

    def exception(self, timeout=None):
        """Return the exception raised by the call that the future represents."""
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        """Mark the future as running: whether it is not cancelled."""
        with self._condition:
            if self._state == _CANCELLED:
                self._end(_NOTIFIED)
                return False
            if self._state == _PENDING:
                self._state = _RUNNING
                return True
            raise RuntimeError("Future in unexpected state")

    def _set(self, result, exception):
        with self._condition:
            if self._state in _DONE:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result, self._exception = result, exception
            self._end(_FINISHED)
        self._call_all()

    def set_result(self, result):
        """Sets the return value of work associated with the future."""
        self._set(result, None)

    def set_exception(self, exception):
        """Sets the result of the future as being the given exception."""
        self._set(None, exception)

    __class_getitem__ = classmethod(type(list[int]))




class _Watch:
    """An event that is set whenever one of some futures is settled."""

    def __init__(self, futures):
        self.event = Event()
        self._futures = list(futures)

    def __enter__(self):
        for future in self._futures:
            with future._condition:
                future._waiters.append(self.event)
        return self.event

    def __exit__(self, *exception):
        for future in self._futures:
            with future._condition:
                future._waiters.remove(self.event)


def _is_settled(future):
    return future._state in _SETTLED


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for the futures in the given sequence to complete: a named tuple of those that are done and the others."""
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    futures = set(fs)
    end = None if timeout is None else monotonic() + timeout
    with _Watch(futures) as event:
        while True:
            event.clear()
            done = set(filter(_is_settled, futures))
            failed = any(not future.cancelled() and future._exception is not None for future in done)
            if len(done) == len(futures) or return_when == FIRST_COMPLETED and done:
                break
            if return_when == FIRST_EXCEPTION and failed:
                break
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                break
            event.wait(left)
    from collections import namedtuple

    return namedtuple("DoneAndNotDoneFutures", "done not_done")(done, futures - done)


def as_completed(fs, timeout=None):
    """An iterator over the given futures that yields each as it completes."""
    end = None if timeout is None else monotonic() + timeout
    waiting = list(dict.fromkeys(fs))
    total = len(waiting)
    with _Watch(waiting) as event:
        while waiting:
            event.clear()
            done = list(filter(_is_settled, waiting))
            waiting = [future for future in waiting if future not in done]
            done.reverse()
            while done:
                yield done.pop()
            if waiting and not event.is_set():
                left = None if end is None else end - monotonic()
                if left is not None and left <= 0:
                    raise TimeoutError(f"{len(waiting)} (of {total}) futures unfinished")
                event.wait(left)


class Executor:
    """Makes calls beside the program."""

    def submit(self, fn, /, *args, **kwargs):
        """Submits a callable to be executed with the given arguments: a Future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """Returns an iterator equivalent to map(fn, iter)."""
        if buffersize is not None and not isinstance(buffersize, int):
            raise TypeError("buffersize must be an integer or None")
        if buffersize is not None and buffersize < 1:
            raise ValueError("buffersize must be None or > 0")
        end = None if timeout is None else monotonic() + timeout
        calls = zip(*iterables)
        first = calls if buffersize is None else __import__("itertools").islice(calls, buffersize)
        futures = [self.submit(fn, *args) for args in first]

        def results():
            try:
                while futures:
                    future = futures.pop(0)
                    if buffersize is not None:
                        for args in calls:
                            futures.append(self.submit(fn, *args))
                            break
                    try:
                        yield future.result(None if end is None else end - monotonic())
                    finally:
                        future.cancel()
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Clean-up the resources associated with the Executor."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


for _class in (CancelledError, InvalidStateError, BrokenExecutor, Future, Executor):
    _class.__module__ = "concurrent.futures._base"
