"""Deadlines for whole blocks."""

from asyncio import events, tasks
from asyncio.exceptions import CancelledError

__all__ = ("Timeout", "timeout", "timeout_at")

_CREATED, _ACTIVE, _EXPIRING, _EXPIRED, _FINISHED = "created", "active", "expiring", "expired", "finished"


class Timeout:
    """Cancels its block at a time, and makes a TimeoutError of that."""

    def __init__(self, when):
        self._state = _CREATED
        self._handle = None
        self._task = None
        self._when = when

    def when(self):
        """The time of the loop at which the block ends, or None."""
        return self._when

    def reschedule(self, when):
        """Set the time anew."""
        if self._state != _ACTIVE:
            if self._state == _CREATED:
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if when is not None:
            loop = events.get_running_loop()
            if when <= loop.time():
                self._handle = loop.call_soon(self._on_timeout)
            else:
                self._handle = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Whether the time was over first."""
        return self._state in (_EXPIRING, _EXPIRED)

    def __repr__(self):
        parts = [self._state]
        if self._state == _ACTIVE:
            parts.append(f"when={None if self._when is None else round(self._when, 3)}")
        return f"<Timeout [{self._state}]{''.join(' ' + part for part in parts[1:])}>"

    async def __aenter__(self):
        if self._state != _CREATED:
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = _ACTIVE
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, problem, traceback):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == _EXPIRING:
            self._state = _EXPIRED
            if self._task.uncancel() <= self._cancelling and kind is not None:
                # Nobody else has cancelled the task.
                if issubclass(kind, CancelledError):
                    raise TimeoutError from problem
                if problem is not None:
                    self._insert_timeout_error(problem)
                    if isinstance(problem, ExceptionGroup):
                        for each in problem.exceptions:
                            self._insert_timeout_error(each)
        elif self._state == _ACTIVE:
            self._state = _FINISHED
        return None

    @staticmethod
    def _insert_timeout_error(problem):
        while problem.__context__ is not None:
            if isinstance(problem.__context__, CancelledError):
                instead = TimeoutError()
                instead.__context__ = instead.__cause__ = problem.__context__
                problem.__context__ = instead
                break
            problem = problem.__context__

    def _on_timeout(self):
        self._task.cancel()
        self._state = _EXPIRING
        self._handle = None


def timeout(delay):
    """Let a block take at most so many seconds; None: any time."""
    return Timeout(None if delay is None else events.get_running_loop().time() + delay)


def timeout_at(when):
    """Let a block last at most until that time of the loop."""
    return Timeout(when)
