"""What keeps tasks from getting in each other's way."""

from asyncio import exceptions
from asyncio.mixins import LoopBound
from collections import deque

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _Held:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exception):
        self.release()


def _described(obj, state):
    waiters = obj._waiters
    more = f", waiters:{len(waiters)}" if waiters else ""
    return f"<{obj.__class__.__module__}.{obj.__class__.__qualname__} object at {id(obj):#x} [{state}{more}]>"


class Lock(_Held, LoopBound):
    """What one task holds at a time."""

    def __init__(self):
        self._waiters = deque()
        self._locked = False

    async def __aenter__(self):
        if type(self) is Lock and not self._locked and not self._waiters:
            self._locked = True
        else:
            await self.acquire()

    def __repr__(self):
        return _described(self, "locked" if self._locked else "unlocked")

    def locked(self):
        """Whether somebody holds it."""
        return self._locked

    async def acquire(self):
        """Wait until it is free, and hold it."""
        if not self._locked and (not self._waiters or all(waiter.cancelled() for waiter in self._waiters)):
            self._locked = True
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self):
        """Hold it no longer."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        if self._waiters:
            self._wake_first()

    def _wake_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event(LoopBound):
    """What happens once, and is waited for by many."""

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return _described(self, "set" if self._value else "unset")

    def is_set(self):
        """Whether it has happened."""
        return self._value

    def set(self):
        """It happens: all who wait go on."""
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        """It has not happened yet."""
        self._value = False

    async def wait(self):
        """Wait until it happens."""
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_Held, LoopBound):
    """A lock whose holders can wait for news from each other."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return _described(self, "locked" if self.locked() else "unlocked")

    async def wait(self):
        """Let go of the lock, wait for news, and hold the lock again."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = self._get_loop().create_future()
        self.release()
        try:
            try:
                await self._wait(waiter)
            finally:
                await self._reacquire()
        except BaseException:
            # The news may have been meant for somebody else.
            self._notify(1)
            raise
        return True

    async def _wait(self, waiter):
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)

    async def _reacquire(self):
        """Holds the lock again, whatever happens meanwhile."""
        cancelled = None
        while True:
            try:
                await self.acquire()
                break
            except exceptions.CancelledError as problem:
                cancelled = problem
        if cancelled is not None:
            try:
                raise cancelled
            finally:
                cancelled = None

    async def wait_for(self, predicate):
        """Wait until the predicate is true."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Give the news to so many of those who wait."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._notify(n)

    def _notify(self, n):
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)

    def notify_all(self):
        """Give the news to all who wait."""
        self.notify(len(self._waiters))


class Semaphore(_Held, LoopBound):
    """What so many tasks hold at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = deque()
        self._value = value

    def __repr__(self):
        return _described(self, "locked" if self.locked() else f"unlocked, value:{self._value}")

    def locked(self):
        """Whether one would have to wait for it."""
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters)

    async def acquire(self):
        """Wait until there is room for one more."""
        if not self.locked():
            self._value -= 1
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if waiter.done() and not waiter.cancelled():
                # It was given and is not wanted.
                self._value += 1
            raise
        finally:
            while self._value > 0 and self._wake_next():
                pass
        return True

    def release(self):
        """Make room for one more."""
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that is never released more often than acquired."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        """Make room for one more."""
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


_FILLING, _DRAINING, _RESETTING, _BROKEN = "filling", "draining", "resetting", "broken"


class Barrier(LoopBound):
    """Where so many tasks wait for each other."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._cond = Condition()
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        more = "" if self.broken else f", waiters:{self.n_waiting}/{self.parties}"
        name = f"{self.__class__.__module__}.{self.__class__.__qualname__}"
        return f"<{name} object at {id(self):#x} [{self._state}{more}]>"

    parties = property(lambda self: self._parties, doc="How many have to come.")
    n_waiting = property(lambda self: self._count if self._state == _FILLING else 0, doc="How many wait.")
    broken = property(lambda self: self._state == _BROKEN, doc="Whether it can't be used any more.")

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exception):
        pass

    async def wait(self):
        """Wait until all are there: a number, different for each."""
        async with self._cond:
            # Those of the last time have to be gone.
            await self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
            self._check_broken()
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = _DRAINING
                    self._cond.notify_all()
                else:
                    await self._cond.wait_for(lambda: self._state != _FILLING)
                    if self._state in (_BROKEN, _RESETTING):
                        raise exceptions.BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in (_RESETTING, _DRAINING):
                        self._state = _FILLING
                    self._cond.notify_all()

    def _check_broken(self):
        if self._state == _BROKEN:
            raise exceptions.BrokenBarrierError("Barrier aborted")

    async def reset(self):
        """Begin again: who waits gets a BrokenBarrierError."""
        async with self._cond:
            if self._count > 0:
                if self._state != _RESETTING:
                    self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    async def abort(self):
        """Make it unusable: who waits, and who will, gets a BrokenBarrierError."""
        async with self._cond:
            self._state = _BROKEN
            self._cond.notify_all()
