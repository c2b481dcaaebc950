"""Tasks that take turns, and wait together for time, streams and each other: what a board has of asyncio.

It is one loop in one thread, as in MicroPython, whose additions are here; what it has of CPython's does as much as there,
in the same order. It knows no contexts, executors, transports and protocols.
"""

# Not heapq and collections, which would take memory for what is not wanted here.
from _heapq import heapify as _heapify, heappop as _heappop, heappush as _heappush
from _later import later as _later
from _streams import doze as _doze
from time import monotonic as _monotonic

TimeoutError = TimeoutError
# The states of a future.
_PENDING, _CANCELLED, _FINISHED = 0, 1, 2
# The longest wait at once, in seconds; a loop that waits for nothing is not at its end.
_LONGEST = 3600
# So many milliseconds can't be counted in ticks.
_MOST_TICKS = 1 << 29

# The loop that runs, the one that was made last, and the task whose turn it is.
_running = _current = _task = None


class CancelledError(BaseException):
    """A task or future was cancelled."""


class InvalidStateError(Exception):
    """What was asked can't be done in this state."""


class Handle:
    """A call that the loop will make."""

    __slots__ = ("_callback", "_args")

    def __init__(self, callback, args):
        self._callback = callback
        self._args = args

    def cancel(self):
        """The call is not to be made."""
        self._callback = self._args = None

    def cancelled(self):
        """Whether it was cancelled."""
        return self._callback is None


class Future:
    """A result that is there later."""

    _state = _PENDING
    _result = _exception = _message = None
    # Whether somebody has asked how it ended.
    _is_seen = False

    def __init__(self, *, loop=None):
        self._loop = loop or get_event_loop()
        self._callbacks = []

    def get_loop(self):
        """The loop it belongs to."""
        return self._loop

    def done(self):
        """Whether it is there, or never will be."""
        return self._state != _PENDING

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state == _CANCELLED

    def cancel(self, msg=None):
        """Nobody wants it any more: False if it is there."""
        if self._state != _PENDING:
            return False
        self._message = msg
        self._finish(_CANCELLED)
        return True

    def _cancelled_error(self):
        return CancelledError() if self._message is None else CancelledError(self._message)

    def exception(self):
        """The exception that came instead of a result, or None."""
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        if self._state == _PENDING:
            raise InvalidStateError("Exception is not set.")
        self._is_seen = True
        return self._exception

    def result(self):
        """The result."""
        if self._state == _PENDING:
            raise InvalidStateError("Result is not set.")
        problem = self.exception()
        if problem is not None:
            raise problem
        return self._result

    def set_result(self, result):
        """Here is the result."""
        self._finish(_FINISHED, result)

    def set_exception(self, exception):
        """Here is an exception instead of a result."""
        self._finish(_FINISHED, None, exception() if isinstance(exception, type) else exception)

    def _finish(self, state, result=None, exception=None):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        self._state, self._result, self._exception = state, result, exception
        for callback in self._callbacks:
            self._loop.call_soon(callback, self)
        self._callbacks.clear()

    def add_done_callback(self, fn, *, context=None):
        """Call a function with the future when it is done."""
        if self._state != _PENDING:
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        """The function is not to be called: how often it would have been."""
        before = len(self._callbacks)
        self._callbacks[:] = [each for each in self._callbacks if each != fn]
        return before - len(self._callbacks)

    def __await__(self):
        if self._state == _PENDING:
            yield self
            if self._state == _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


class Task(Future):
    """A coroutine that the loop runs; the future of what it returns."""

    _must_cancel = False
    _waiter = None
    _cancels = 0

    def __init__(self, coro, *, loop=None, name=None, context=None):
        if not hasattr(coro, "send"):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        super().__init__(loop=loop)
        self._coro = coro
        self._name = name
        self._loop._tasks.add(self)
        self._loop.call_soon(self._step)

    def get_coro(self):
        """The coroutine."""
        return self._coro

    def get_name(self):
        """The name."""
        return self._name or f"Task-{id(self)}"

    def set_name(self, value):
        """Set the name."""
        self._name = str(value)

    def cancel(self, msg=None):
        """Ask the coroutine to end: it gets a CancelledError. False if it is done."""
        if self._state != _PENDING:
            return False
        self._cancels += 1
        if self._waiter is None or not self._waiter.cancel(msg):
            self._must_cancel = True
            self._message = msg
        return True

    def cancelling(self):
        """How often it was asked to end."""
        return self._cancels

    def uncancel(self):
        """Take one request to end back: how many are left."""
        if self._cancels > 0:
            self._cancels -= 1
            if self._cancels == 0:
                self._must_cancel = False
        return self._cancels

    def _step(self, problem=None):
        global _task
        if self._must_cancel:
            self._must_cancel = False
            problem = self._cancelled_error()
        self._waiter = None
        _task = self
        try:
            awaited = self._coro.send(None) if problem is None else self._coro.throw(problem)
        except StopIteration as end:
            self._end(_CANCELLED if self._must_cancel else _FINISHED, end.value)
        except CancelledError as cancelled:
            self._message = cancelled.args[0] if cancelled.args else None
            self._end(_CANCELLED)
        except BaseException as problem:
            is_waited_for = self._callbacks
            if not is_waited_for:
                # Who asks in this round has still asked in time.
                self._loop.call_soon(self._report)
            self._end(_FINISHED, None, problem)
            if isinstance(problem, (KeyboardInterrupt, SystemExit)):
                self._is_seen = True
                raise
        else:
            self._wait_for(awaited)
        finally:
            _task = None

    def _end(self, state, result=None, exception=None):
        self._loop._tasks.discard(self)
        self._finish(state, result, exception)

    def _wait_for(self, awaited):
        """The coroutine has yielded something."""
        if awaited is None:
            self._loop.call_soon(self._step)
        elif not isinstance(awaited, Future) or awaited is self:
            what = "Task cannot await on itself" if awaited is self else "Task got bad yield"
            self._loop.call_soon(self._step, RuntimeError(f"{what}: {awaited!r}"))
        else:
            awaited.add_done_callback(self._wake)
            self._waiter = awaited
            if self._must_cancel and awaited.cancel(self._message):
                self._must_cancel = False

    def _wake(self, future):
        # How it ended is seen where it is awaited.
        self._step()

    def _report(self):
        if not self._is_seen:
            self._is_seen = True
            context = {"message": "Task exception was never retrieved", "exception": self._exception, "future": self}
            self._loop.call_exception_handler(context)


class EventLoop:
    """What gives the tasks their turns."""

    _closed = _stopping = False
    _handler = None
    # With more timers than that, those that were cancelled are thrown out.
    _most_timers = 32

    def __init__(self):
        self._ready = []
        self._timers = []
        self._timer_count = 0
        # Tasks that are not done, and who waits for which streams: the stream, what for, and a future.
        self._tasks = set()
        self._streams = []

    def time(self):
        """The loop's clock, in seconds."""
        return _monotonic()

    def create_future(self):
        """A future of this loop."""
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        """Run a coroutine."""
        return Task(coro, loop=self, name=name)

    def call_soon(self, callback, *args, context=None):
        """Make a call in the loop's next round."""
        handle = Handle(callback, args)
        self._ready.append(handle)
        return handle

    # There is no waiting that it would have to end: handlers and threads are looked after by doze().
    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        """Make a call in so many seconds."""
        return self.call_at(_monotonic() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        """Make a call at a time of the loop's clock."""
        handle = Handle(callback, args)
        timers = self._timers
        if len(timers) > self._most_timers:
            timers[:] = [timer for timer in timers if timer[2]._callback is not None]
            _heapify(timers)
            self._most_timers = 32 + 2 * len(timers)
        self._timer_count += 1
        # Calls of the same time keep their order.
        _heappush(timers, (when, self._timer_count, handle))
        return handle

    def run_forever(self):
        """Run until stop() is called."""
        global _running
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if _running is not None:
            raise RuntimeError("This event loop is already running")
        _running = self
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            _running = None

    def run_until_complete(self, future):
        """Run until a future is done, or a coroutine at its end: its result."""
        future = ensure_future(future, loop=self)
        future.add_done_callback(self._stop_for)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(self._stop_for)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _stop_for(self, future):
        self._stopping = True

    def stop(self):
        """End run_forever() after this round."""
        self._stopping = True

    def is_running(self):
        """Whether it runs."""
        return _running is self

    def is_closed(self):
        """Whether it was closed."""
        return self._closed

    def close(self):
        """Close it: nothing is called any more."""
        if _running is self:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    def _run_once(self):
        ready, timers = self._ready, self._timers
        while timers and timers[0][2]._callback is None:
            _heappop(timers)
        end = 0
        if not ready and not self._stopping:
            end = timers[0][0] if timers else _monotonic() + _LONGEST
        self._wait(end)
        now = _monotonic()
        while timers and timers[0][0] <= now:
            ready.append(_heappop(timers)[2])
        # What these calls add comes in the next round.
        self._ready = []
        count = 0
        try:
            for handle in ready:
                count += 1
                if handle._callback is not None:
                    try:
                        handle._callback(*handle._args)
                    except Exception as problem:
                        self.call_exception_handler({"message": "Exception in callback", "exception": problem})
        finally:
            # Some are left if Ctrl-C has ended a task.
            self._ready[:0] = ready[count:]

    def _wait(self, end):
        """Wait until that time, or something is ready."""
        while True:
            for stream, mask, future in self._streams:
                if _events(stream, mask):
                    _release(future)
            # Handlers and other threads call call_soon() meanwhile.
            left = end - _monotonic()
            if self._ready or left <= 0:
                break
            _doze(int(left * 1e9))

    async def _until_ready(self, stream, mask):
        """Wait until a stream can be read (1) or written (4)."""
        global _events
        from select import _events

        wait = (stream, mask, Future(loop=self))
        self._streams.append(wait)
        try:
            await wait[2]
        finally:
            self._streams.remove(wait)

    def get_exception_handler(self):
        """What is called with what went wrong, or None."""
        return self._handler

    def set_exception_handler(self, handler):
        """Let a function be called, with the loop and a dict, when something went wrong."""
        self._handler = handler

    def default_exception_handler(self, context):
        """Say what went wrong."""
        import sys

        print(context["message"], file=sys.stderr)
        if "future" in context:
            print("future:", context["future"], "coro=", context["future"]._coro, file=sys.stderr)
        if "exception" in context:
            sys.print_exception(context["exception"], sys.stderr)

    def call_exception_handler(self, context):
        """Something went wrong: let the handler know."""
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)


Loop = EventLoop


def _release(future):
    if future._state == _PENDING:
        future.set_result(None)


def get_running_loop():
    """The loop that runs."""
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def get_event_loop():
    """The loop that runs, or the one that was made last."""
    return _running or _current or new_event_loop()


def set_event_loop(loop):
    """Let this be what get_event_loop() gives."""
    global _current
    _current = loop


def new_event_loop():
    """A new loop, which get_event_loop() gives from now on."""
    global _current
    _current = EventLoop()
    return _current


def current_task(loop=None):
    """The task whose turn it is, or None."""
    get_running_loop()
    return _task


def all_tasks(loop=None):
    """The tasks that are not done."""
    return set((loop or get_running_loop())._tasks)


def create_task(coro, *, name=None, context=None):
    """Let the running loop run a coroutine."""
    return Task(coro, loop=get_running_loop(), name=name)


def ensure_future(coro_or_future, *, loop=None):
    """A future for something that can be awaited."""
    if isinstance(coro_or_future, Future):
        return coro_or_future
    if not hasattr(coro_or_future, "send"):
        if not hasattr(coro_or_future, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _awaited(coro_or_future)
    return Task(coro_or_future, loop=loop)


async def _awaited(awaitable):
    return await awaitable


class _Turn:
    """Lets the others have their turns once."""

    def __await__(self):
        yield


async def sleep(delay, result=None):
    """Wait for so many seconds."""
    if delay <= 0:
        await _Turn()
        return result
    loop = get_running_loop()
    future = Future(loop=loop)
    handle = loop.call_later(delay, _release, future)
    try:
        await future
        return result
    finally:
        handle.cancel()


def sleep_ms(t):
    """Wait for so many milliseconds."""
    if t >= _MOST_TICKS:
        raise OverflowError("ticks interval overflow")
    return sleep(t / 1000)


async def wait_for(fut, timeout):
    """What is awaited, if it is there in so many seconds; else it is cancelled, and this raises TimeoutError."""
    if timeout is not None and timeout <= 0:
        # It has no turn any more, but may be done.
        fut = ensure_future(fut)
    from _asyncio_blocks import timeout as deadline

    async with deadline(timeout):
        return await fut


def wait_for_ms(aw, timeout):
    """What is awaited, if it is there in so many milliseconds."""
    return wait_for(aw, timeout / 1000)


class _Gathering(Future):
    """What gather() gives: to cancel it is to cancel all."""

    _is_cancelled = False

    def cancel(self, msg=None):
        """Cancel all that are not done."""
        if self._state != _PENDING:
            return False
        for child in self._children:
            if child.cancel(msg):
                self._is_cancelled = True
        return self._is_cancelled


def gather(*coros_or_futures, return_exceptions=False):
    """A future of the list of what all of them give."""
    outer = _Gathering()
    made = {}
    for each in coros_or_futures:
        if each not in made:
            made[each] = ensure_future(each, loop=outer._loop)
    outer._children = children = [made[each] for each in coros_or_futures]
    left = len(made)

    def done(child):
        nonlocal left
        left -= 1
        problem = _problem(child)
        if outer._state != _PENDING:
            return
        if problem is not None and not return_exceptions:
            outer.set_exception(problem)
        elif left == 0:
            if outer._is_cancelled:
                outer.set_exception(CancelledError())
            else:
                outer.set_result([child._result if (it := _problem(child)) is None else it for child in children])

    for child in made.values():
        child.add_done_callback(done)
    if not made:
        outer.set_result([])
    return outer


def _problem(future):
    """The exception of a future that is done, which has been seen then."""
    future._is_seen = True
    return future._cancelled_error() if future._state == _CANCELLED else future._exception


def run(main, *, debug=None):
    """Run a coroutine in a loop of its own: what it returns. The first Ctrl-C cancels it."""
    if _running is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    loop = new_event_loop()
    task = ensure_future(main, loop=loop)
    try:
        try:
            return loop.run_until_complete(task)
        except KeyboardInterrupt:
            if task.done() or not task.cancel():
                raise
            try:
                return loop.run_until_complete(task)
            except CancelledError:
                raise KeyboardInterrupt() from None
    finally:
        left = list(loop._tasks)
        for each in left:
            each.cancel()
        loop.run_until_complete(gather(*left, return_exceptions=True))
        loop.close()
        set_event_loop(None)


def run_until_complete(main_task):
    """Run until something is done, as MicroPython's programs know it."""
    return get_event_loop().run_until_complete(main_task)


__getattr__, __dir__ = _later(
    globals(),
    {
        "_asyncio_locks": ("Event", "Lock", "ThreadSafeFlag"),
        "_asyncio_streams": ("Stream", "StreamReader", "StreamWriter", "open_connection", "start_server"),
        "_asyncio_blocks": ("TaskGroup", "Timeout", "timeout", "timeout_at"),
        "_asyncio_queues": ("Queue", "PriorityQueue", "LifoQueue", "QueueEmpty", "QueueFull", "Semaphore"),
    },
)
