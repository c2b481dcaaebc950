"""Calls that are made when their time comes."""

import time

from collections import namedtuple
from heapq import heapify, heappop, heappush
from itertools import count
from threading import RLock

__all__ = ["scheduler"]


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    """A call to be made: its time, its priority among those of the same time, and what is called."""

    __slots__ = ()


_nothing = object()


class scheduler:
    """A list of calls, and run() that makes them. timefunc tells the time, delayfunc waits for so long."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self._lock = RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._sequence_generator = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_nothing):
        """Add a call at a time: an event that cancel() takes. Of the same time, the lowest priority is the first."""
        if kwargs is _nothing:
            kwargs = {}
        with self._lock:
            event = Event(time, priority, next(self._sequence_generator), action, argument, kwargs)
            heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_nothing):
        """Add a call after a time."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Take a call out; a ValueError if it is not there."""
        with self._lock:
            self._queue.remove(event)
            heapify(self._queue)

    def empty(self):
        """Whether there are no calls."""
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Make all calls when their time comes; those that are due, if blocking is false: the time to the next."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                due, _, _, action, argument, kwargs = self._queue[0]
                now = self.timefunc()
                if due <= now:
                    heappop(self._queue)
            if due > now:
                if not blocking:
                    return due - now
                self.delayfunc(due - now)
            else:
                action(*argument, **kwargs)
                # Let other threads run.
                self.delayfunc(0)

    @property
    def queue(self):
        """The calls in the order in which they will be made."""
        with self._lock:
            events = self._queue[:]
        return sorted(events)
