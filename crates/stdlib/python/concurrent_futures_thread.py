"""Pools of threads."""
import os
import threading
from concurrent.futures import BrokenExecutor, Executor, Future
from queue import SimpleQueue
from weakref import ref

# The queues of all pools, so that the program's end can tell their threads.
_queues = []
_is_over = False


def _end():
    global _is_over
    _is_over = True
    for queue in _queues:
        queue.put(None)


threading._register_atexit(_end)


class BrokenThreadPool(BrokenExecutor):
    """Raised when a worker thread in a ThreadPoolExecutor failed initializing."""


def _work(pool_of, queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            import logging

            logging.getLogger("concurrent.futures").critical("Exception in initializer:", exc_info=True)
            pool = pool_of()
            if pool is not None:
                pool._break()
            return
    while True:
        item = queue.get()
        if item is None:
            pool = pool_of()
            if pool is None or pool._shutdown or pool._broken or _is_over:
                # For the next one.
                queue.put(None)
                return
            pool = None
            continue
        future, fn, args, kwargs = item
        if future.set_running_or_notify_cancel():
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)
        # What lies in variables lives as long as this thread waits.
        item = future = fn = args = kwargs = result = None
        pool = pool_of()
        if pool is None:
            queue.put(None)
            return
        pool._idle += 1
        pool = None


class ThreadPoolExecutor(Executor):
    """Makes calls in a few threads."""

    _pools = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=(), **ctxkwargs):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._queue = SimpleQueue()
        # How many threads wait for work.
        self._idle = 0
        self._threads = set()
        self._broken = False
        self._shutdown = False
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._pools}"
            ThreadPoolExecutor._pools += 1
        self._prefix = thread_name_prefix
        self._start = initializer, initargs
        _queues.append(self._queue)

    def submit(self, fn, /, *args, **kwargs):
        """Submits a callable to be executed with the given arguments: a Future."""
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _is_over:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = Future()
        self._queue.put((future, fn, args, kwargs))
        if self._idle > 0:
            self._idle -= 1
        elif len(self._threads) < self._max_workers:
            name = f"{self._prefix}_{len(self._threads)}"
            # A pool that nobody holds any more ends its threads.
            queue = self._queue
            pool_of = ref(self, lambda _: queue.put(None))
            thread = threading.Thread(target=_work, name=name, args=(pool_of, queue, *self._start))
            self._threads.add(thread)
            thread.start()
        return future

    def _break(self):
        self._broken = "A thread initializer failed, the thread pool is not usable anymore"
        self._drain(lambda future: future.set_exception(BrokenThreadPool(self._broken)))

    def _drain(self, end):
        while not self._queue.empty():
            item = self._queue.get_nowait()
            if item is not None:
                end(item[0])

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Clean-up the resources associated with the Executor."""
        self._shutdown = True
        if cancel_futures:
            self._drain(Future.cancel)
        self._queue.put(None)
        if self._queue in _queues:
            _queues.remove(self._queue)
        if wait:
            for thread in self._threads:
                thread.join()
