# The names of threading that programs seldom use.
__name__ = "threading"
from _structseq import structseq
from threading import Condition, Event, Lock, Thread, _deprecated, _now, active_count, current_thread

ExceptHookArgs = structseq("_thread._ExceptHookArgs", ("exc_type", "exc_value", "exc_traceback", "thread"))


class Semaphore:
    """A counter: acquire() waits until it is above zero and takes one away, release() adds to it."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        """Take one away, waiting until there is one: whether it was taken."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _now() + timeout
                    else:
                        timeout = end - _now()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        """Add one or more, waking up as many threads."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is never above its first value."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        """Add one or more, waking up as many threads; a ValueError if that were more than there were at first."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class BrokenBarrierError(RuntimeError):
    """A barrier that is broken."""


class Barrier:
    """A place where threads wait until so many are there."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        # "filling", "draining", "resetting" or "broken".
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        cls = self.__class__
        name = f"{cls.__module__}.{cls.__qualname__} at {id(self):#x}"
        if self.broken:
            return f"<{name}: broken>"
        return f"<{name}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        """Wait for the others: a number below that of the parties, different for each thread."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in ("draining", "resetting"):
                self._cond.wait()
            if self._state == "broken":
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    try:
                        if self._action:
                            self._action()
                        self._state = "draining"
                        self._cond.notify_all()
                    except:
                        self._break()
                        raise
                else:
                    if not self._cond.wait_for(lambda: self._state != "filling", timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state != "draining":
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in ("draining", "resetting"):
                    self._state = "filling"
                    self._cond.notify_all()

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        """Reset the barrier: those who wait get a BrokenBarrierError."""
        with self._cond:
            if self._count == 0:
                self._state = "filling"
            elif self._state in ("filling", "broken"):
                self._state = "resetting"
            self._cond.notify_all()

    def abort(self):
        """Put the barrier into a broken state: who waits or will wait gets a BrokenBarrierError."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """Return the number of threads required to trip the barrier."""
        return self._parties

    @property
    def n_waiting(self):
        """Return the number of threads currently waiting at the barrier."""
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        """Return True if the barrier is in a broken state."""
        return self._state == "broken"


class Timer(Thread):
    """Calls a function after some seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        """Stop the timer if it hasn't finished yet."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def activeCount():
    """Return the number of Thread objects currently alive. This function is deprecated, use active_count() instead."""
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


def currentThread():
    """Return the current Thread object. This function is deprecated, use current_thread() instead."""
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()
