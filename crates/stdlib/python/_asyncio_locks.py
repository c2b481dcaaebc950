"""What keeps the tasks of a board's asyncio from getting in each other's way."""

from asyncio import CancelledError, Future, _release


class Lock:
    """What one task holds at a time."""

    def __init__(self):
        self._waiters = []
        self._locked = False

    def locked(self):
        """Whether somebody holds it."""
        return self._locked

    async def acquire(self):
        """Wait until it is free, and hold it."""
        if self._locked or not all(waiter.cancelled() for waiter in self._waiters):
            waiter = Future()
            self._waiters.append(waiter)
            try:
                await waiter
            except CancelledError:
                if not self._locked:
                    self._wake_first(waiter)
                raise
            finally:
                self._waiters.remove(waiter)
        self._locked = True
        return True

    def release(self):
        """Hold it no longer."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_first(None)

    def _wake_first(self, leaving):
        for waiter in self._waiters:
            if waiter is not leaving:
                _release(waiter)
                break

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exception):
        self.release()


class Event:
    """What happens once, and is waited for by many."""

    def __init__(self):
        self._waiters = []
        self._value = False

    def is_set(self):
        """Whether it has happened."""
        return self._value

    def set(self):
        """It happens: all who wait go on."""
        self._value = True
        for waiter in self._waiters:
            _release(waiter)

    def clear(self):
        """It has not happened yet."""
        self._value = False

    async def wait(self):
        """Wait until it happens."""
        if not self._value:
            waiter = Future()
            self._waiters.append(waiter)
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        return True


class ThreadSafeFlag(Event):
    """An event that one task waits for, and that anybody may set: other threads, handlers of interrupts."""

    def set(self):
        """Let the task go on, a round later than an event would."""
        self._value = True
        for waiter in self._waiters:
            waiter.get_loop().call_soon(_release, waiter)

    async def wait(self):
        """Wait until it is set, and clear it."""
        await super().wait()
        self._value = False
