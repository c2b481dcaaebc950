"""Queues between threads."""
from heapq import heappop, heappush
from threading import Condition, Lock
from time import monotonic

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    """Exception raised by Queue.get(block=0)/get_nowait()."""


Empty.__module__ = "_queue"


class Full(Exception):
    """Exception raised by Queue.put(block=0)/put_nowait()."""


class ShutDown(Exception):
    """Raised when put/get with shut-down queue."""


def _wait(condition, is_done, block, timeout, error):
    """Waits under the condition's lock until something holds, as block and timeout allow; an error if it does not."""
    if not block:
        if not is_done():
            raise error
    elif timeout is None:
        while not is_done():
            condition.wait()
    elif timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    else:
        end = monotonic() + timeout
        while not is_done():
            left = end - monotonic()
            if left <= 0.0:
                raise error
            condition.wait(left)


class Queue:
    """Create a queue object with a given maximum size. If maxsize is <= 0, the queue size is infinite."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = Lock()
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    def task_done(self):
        """Indicate that a formerly enqueued task is complete."""
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished <= 0:
                if unfinished < 0:
                    raise ValueError("task_done() called too many times")
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        """Block until all items in the queue have been gotten and processed."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """Return the approximate size of the queue (not reliable!)."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Return True if the queue is empty, False otherwise (not reliable!)."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Return True if the queue is full, False otherwise (not reliable!)."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def _has_room(self):
        if self.is_shutdown:
            raise ShutDown
        return self.maxsize <= 0 or self._qsize() < self.maxsize

    def _has_item(self):
        if self._qsize():
            return True
        if self.is_shutdown:
            raise ShutDown
        return False

    def put(self, item, block=True, timeout=None):
        """Put an item into the queue, waiting for room as block and timeout say; Full if there is none."""
        with self.not_full:
            _wait(self.not_full, self._has_room, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Remove and return an item from the queue, waiting for one as block and timeout say; Empty if there is none."""
        with self.not_empty:
            _wait(self.not_empty, self._has_item, block, timeout, Empty)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        """Put an item into the queue without blocking."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Remove and return an item from the queue without blocking."""
        return self.get(block=False)

    def shutdown(self, immediate=False):
        """Shut-down the queue, making queue gets and puts raise ShutDown: gets only once it is empty, or, with immediate, at
        once."""
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    def _init(self, maxsize):
        self.queue = __import__("collections").deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(type(list[int]))


class PriorityQueue(Queue):
    """Variant of Queue that retrieves open entries in priority order (lowest first)."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """Variant of Queue that retrieves most recently added entries first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """Simple, unbounded, reentrant FIFO queue."""

    def __init__(self):
        self._items = __import__("collections").deque()
        self._changed = Condition()

    def put(self, item, block=True, timeout=None):
        """Put the item on the queue. It never blocks."""
        with self._changed:
            self._items.append(item)
            self._changed.notify()

    def get(self, block=True, timeout=None):
        """Remove and return an item from the queue, waiting for one as block and timeout say; Empty if there is none."""
        with self._changed:
            _wait(self._changed, self._items.__len__, block, timeout, Empty)
            return self._items.popleft()

    def put_nowait(self, item):
        """Put an item into the queue without blocking."""
        return self.put(item)

    def get_nowait(self):
        """Remove and return an item from the queue without blocking."""
        return self.get(block=False)

    def empty(self):
        """Return True if the queue is empty, False otherwise (not reliable!)."""
        return not self._items

    def qsize(self):
        """Return the approximate size of the queue (not reliable!)."""
        return len(self._items)

    __class_getitem__ = classmethod(type(list[int]))


SimpleQueue.__module__ = "_queue"
