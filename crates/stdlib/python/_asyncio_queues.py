"""Queues between the tasks of a board's asyncio, and what so many of them may hold."""

from _heapq import heappop, heappush
from asyncio import Event, Future


class QueueEmpty(Exception):
    """There is nothing in the queue."""


class QueueFull(Exception):
    """There is no room in the queue."""


class Queue:
    """What some tasks put in and others take out."""

    def __init__(self, maxsize=0):
        self._items = []
        self._maxsize = maxsize
        self._getters, self._putters = [], []
        self._unfinished = 0
        self._is_finished = Event()
        self._is_finished.set()

    maxsize = property(lambda self: self._maxsize, doc="How many items there may be; 0: any number.")

    def _get(self):
        return self._items.pop(0)

    def _put(self, item):
        self._items.append(item)

    def qsize(self):
        """How many items there are."""
        return len(self._items)

    def empty(self):
        """Whether there are none."""
        return not self._items

    def full(self):
        """Whether there is no room."""
        return 0 < self._maxsize <= len(self._items)

    @staticmethod
    async def _wait(is_so, waiters):
        while is_so():
            waiter = Future()
            waiters.append(waiter)
            try:
                await waiter
            except:
                waiter.cancel()
                if waiter in waiters:
                    waiters.remove(waiter)
                if not is_so() and not waiter.cancelled():
                    _wake_next(waiters)
                raise

    async def put(self, item):
        """Put an item in, when there is room."""
        await self._wait(self.full, self._putters)
        self.put_nowait(item)

    def put_nowait(self, item):
        """Put an item in, if there is room."""
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._is_finished.clear()
        _wake_next(self._getters)

    async def get(self):
        """Take an item out, when there is one."""
        await self._wait(self.empty, self._getters)
        return self.get_nowait()

    def get_nowait(self):
        """Take an item out, if there is one."""
        if not self._items:
            raise QueueEmpty
        item = self._get()
        _wake_next(self._putters)
        return item

    def task_done(self):
        """What was taken out is done."""
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._is_finished.set()

    async def join(self):
        """Wait until everything that was put in is done."""
        await self._is_finished.wait()


def _wake_next(waiters):
    while waiters:
        waiter = waiters.pop(0)
        if not waiter.done():
            waiter.set_result(None)
            break


class LifoQueue(Queue):
    """A queue that gives what was put in last."""

    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    """A queue that gives the smallest item."""

    def _get(self):
        return heappop(self._items)

    def _put(self, item):
        heappush(self._items, item)


class Semaphore(Queue):
    """What so many tasks hold at a time: places, which are put back."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        super().__init__()
        self._items.extend(range(value))

    def locked(self):
        """Whether one would have to wait for it."""
        return self.empty()

    async def acquire(self):
        """Wait until there is room for one more."""
        await self.get()
        return True

    def release(self):
        """Make room for one more."""
        self.put_nowait(None)

    async def __aenter__(self):
        await self.get()

    async def __aexit__(self, *exception):
        self.release()
