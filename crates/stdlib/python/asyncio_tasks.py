"""Coroutines that are run by a loop, and waiting for them."""

import contextvars
import types
from asyncio import events, futures
from asyncio.coroutines import iscoroutine
from asyncio.exceptions import CancelledError, InvalidStateError
from asyncio.futures import _FINISHED, _PENDING, Future, isfuture, set_result_unless_done

__all__ = (
    "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed",
    "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks",
    "create_eager_task_factory", "eager_task_factory", "_register_task", "_unregister_task", "_enter_task", "_leave_task",
)  # fmt: skip

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# Tasks that are not done, in the order of their beginning (the values mean nothing), and the one that each loop runs.
_pending = {}
_current_tasks = {}
_count = 0


def _next_name():
    global _count
    _count += 1
    return f"Task-{_count}"


class Task(Future):
    """A coroutine that a loop runs; the future of what it returns."""

    _must_cancel = False
    _fut_waiter = None
    _cancels = 0

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = _next_name() if name is None else str(name)
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        if eager_start and self._loop.is_running():
            self._start_eagerly()
        else:
            self._loop.call_soon(self._step, context=self._context)
            _register_task(self)

    def _start_eagerly(self):
        before = _current_tasks.get(self._loop)
        _current_tasks[self._loop] = self
        try:
            _register_task(self)
            self._context.run(self._run_step, None)
        finally:
            if before is None:
                _current_tasks.pop(self._loop, None)
            else:
                _current_tasks[self._loop] = before
            if self.done():
                self._coro = None
                _unregister_task(self)

    def _described(self):
        parts = super()._described()
        if self._cancels and not self.done():
            parts[1] = "cancelling"
        parts.insert(1, f"name={self._name!r}")
        parts[1], parts[2] = parts[2], parts[1]
        if self._coro is not None:
            parts.insert(3, f"coro=<{_described_coroutine(self._coro)}>")
        if self._fut_waiter is not None:
            parts.insert(4, f"wait_for={self._fut_waiter!r}")
        return parts

    def get_coro(self):
        """The coroutine."""
        return self._coro

    def get_context(self):
        """The context in which it runs."""
        return self._context

    def get_name(self):
        """The name."""
        return self._name

    def set_name(self, value):
        """Set the name."""
        self._name = str(value)

    def set_result(self, result):
        """Not for tasks."""
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        """Not for tasks."""
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        """The frames of the coroutine that waits."""
        frame = getattr(self._coro, "cr_frame", None)
        return [] if frame is None else [frame][:limit]

    def print_stack(self, *, limit=None, file=None):
        """Print where the coroutine waits."""
        import traceback

        frames = self.get_stack(limit=limit)
        print(f"Stack for {self!r} (most recent call last):" if frames else f"No stack for {self!r}", file=file)
        traceback.print_list([traceback.extract_stack(frame)[-1] for frame in frames], file=file)

    def cancel(self, msg=None):
        """Ask the coroutine to end: it gets a CancelledError. False if it is done."""
        self._seen()
        if self.done():
            return False
        self._cancels += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
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
        if self._state != _PENDING:
            raise InvalidStateError(f"__step(): already done: {self!r}, {problem!r}")
        if self._must_cancel:
            if not isinstance(problem, CancelledError):
                problem = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        if loop in _current_tasks:
            _enter_task(loop, self)
        _current_tasks[loop] = self
        try:
            self._run_step(problem)
        finally:
            if _current_tasks.get(loop) is self:
                del _current_tasks[loop]
            else:
                _leave_task(loop, self)

    def _run_step(self, problem):
        try:
            if problem is None:
                awaited = self._coro.send(None)
            else:
                awaited = self._coro.throw(problem)
        except StopIteration as end:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(end.value)
            _unregister_task(self)
        except CancelledError as cancelled:
            self._cancelled_exc = cancelled
            super().cancel()
            _unregister_task(self)
        except (KeyboardInterrupt, SystemExit) as end:
            super().set_exception(end)
            _unregister_task(self)
            raise
        except BaseException as problem:
            super().set_exception(problem)
            _unregister_task(self)
        else:
            if (
                type(awaited) is Future
                and awaited._asyncio_future_blocking
                and awaited._loop is self._loop
                and awaited._state == _PENDING
            ):
                # Most wait for a future of the loop: what follows below, with less calls.
                awaited._asyncio_future_blocking = False
                awaited._callbacks.append((self._wakeup, self._context))
                self._fut_waiter = awaited
                if self._must_cancel and awaited.cancel(msg=self._cancel_message):
                    self._must_cancel = False
            else:
                self._wait_for(awaited)

    def _wait_for(self, awaited):
        """The coroutine has yielded something."""
        blocking = getattr(awaited, "_asyncio_future_blocking", None)
        if blocking is None:
            if awaited is None:
                self._loop.call_soon(self._step, context=self._context)
                return
            if isinstance(awaited, types.GeneratorType):
                what = f"yield was used instead of yield from for generator in task {self!r} with {awaited!r}"
            else:
                what = f"Task got bad yield: {awaited!r}"
        elif (type(awaited) is Future and awaited._loop or _loop_of(awaited)) is not self._loop:
            what = f"Task {self!r} got Future {awaited!r} attached to a different loop"
        elif not blocking:
            what = f"yield was used instead of yield from in task {self!r} with {awaited!r}"
        elif awaited is self:
            what = f"Task cannot await on itself: {self!r}"
        else:
            awaited._asyncio_future_blocking = False
            awaited.add_done_callback(self._wakeup, context=self._context)
            self._fut_waiter = awaited
            if self._must_cancel and awaited.cancel(msg=self._cancel_message):
                self._must_cancel = False
            return
        self._loop.call_soon(self._step, RuntimeError(what), context=self._context)

    def _wakeup(self, future):
        if type(future) is Future and future._state == _FINISHED and future._exception is None:
            self._step()
            return
        try:
            future.result()
        except BaseException as problem:
            self._step(problem)
        else:
            self._step()


def _loop_of(future):
    """The loop of a future, or of something that behaves like one."""
    return future.get_loop() if hasattr(future, "get_loop") else future._loop


def _described_coroutine(coro):
    name = getattr(coro, "__qualname__", None) or type(coro).__name__
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if code is None:
        return f"{name}() without code"
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    state = "done, defined" if frame is None else "running"
    line = code.co_firstlineno if frame is None else frame.f_lineno or code.co_firstlineno
    return f"{name}() {state} at {code.co_filename}:{line}"


def _register_task(task):
    _pending[task] = None


def _unregister_task(task):
    _pending.pop(task, None)


def _enter_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is being executed.")
    _current_tasks[loop] = task


def _leave_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    del _current_tasks[loop]


def current_task(loop=None):
    """The task that runs, or None."""
    return _current_tasks.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in _pending if _loop_of(task) is loop and not task.done()}


def create_task(coro, **kwargs):
    """Let the running loop run a coroutine."""
    return events.get_running_loop().create_task(coro, **kwargs)


def create_eager_task_factory(custom_task_constructor):
    """A factory of tasks that begin at once."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)


def ensure_future(coro_or_future, *, loop=None):
    """A future for something that can be awaited."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(coro_or_future, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _awaited(coro_or_future)
    return (events.get_event_loop() if loop is None else loop).create_task(coro_or_future)


async def _awaited(awaitable):
    return await awaitable


async def sleep(delay, result=None):
    """Wait for so many seconds."""
    if delay <= 0:
        await _turn()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, futures.set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


@types.coroutine
def _turn():
    """Lets the others have their turns once."""
    yield


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait until all are done, or the first, or the first fails: the set of those that are, and of the others."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(iscoroutine(future) for future in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, set_result_unless_done, waiter, None)
    left = len(fs)

    def done(future):
        nonlocal left
        left -= 1
        failed = return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None
        if left <= 0 or return_when == FIRST_COMPLETED or failed:
            if handle is not None:
                handle.cancel()
            set_result_unless_done(waiter, None)

    for future in fs:
        future.add_done_callback(done)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for future in fs:
            future.remove_done_callback(done)
    ready = {future for future in fs if future.done()}
    return ready, fs - ready


async def wait_for(fut, timeout):
    """What is awaited, if it is there in so many seconds; else it is cancelled, and this raises TimeoutError."""
    if fut is not None and not isfuture(fut) and not iscoroutine(fut) and not hasattr(fut, "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as problem:
            raise TimeoutError from problem
    from asyncio.timeouts import timeout as deadline

    async with deadline(timeout):
        return await fut


async def _cancel_and_wait(future):
    waiter = events.get_running_loop().create_future()

    def done(_):
        set_result_unless_done(waiter, None)

    future.add_done_callback(done)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(done)


class _GatheringFuture(Future):
    """What gather() gives: to cancel it is to cancel all."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        """Cancel all that are not done."""
        if self.done():
            return False
        asked = False
        for child in self._children:
            if child.cancel(msg=msg):
                asked = True
        if asked:
            self._cancel_requested = True
        return asked


def gather(*coros_or_futures, return_exceptions=False):
    """A future of the list of what all of them give."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    made = {}
    children = []
    loop = None
    finished = 0

    def done(child):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not child.cancelled():
                # Now somebody has asked for it.
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            problem = child.exception()
            if problem is not None:
                outer.set_exception(problem)
                return
        if finished == len(made):
            results = [_outcome(child) for child in children]
            if outer._cancel_requested:
                outer.set_exception(child._make_cancelled_error())
            else:
                outer.set_result(results)

    outer = None
    already = []
    for argument in coros_or_futures:
        future = made.get(argument)
        if future is None:
            future = ensure_future(argument, loop=loop)
            if loop is None:
                loop = future.get_loop()
            made[argument] = future
            if future.done():
                already.append(future)
            else:
                future.add_done_callback(done)
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    for future in already:
        done(future)
    return outer


def _outcome(future):
    """The result, or the exception, of a future that is done."""
    if future.cancelled():
        return CancelledError("" if future._cancel_message is None else future._cancel_message)
    problem = future.exception()
    return future.result() if problem is None else problem


def shield(arg):
    """A future for something that goes on when this future is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        elif (problem := inner.exception()) is not None:
            outer.set_exception(problem)
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)
            inner.add_done_callback(unseen)

    def unseen(inner):
        if not inner.cancelled() and (problem := inner.exception()) is not None:
            what = f"{inner.__class__.__name__} exception in shielded future"
            loop.call_exception_handler({"message": what, "exception": problem, "future": inner})

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


class _AsCompleted:
    """What as_completed() gives: an iterator of coroutines, or an asynchronous one of the futures."""

    def __init__(self, fs, timeout):
        from asyncio.queues import Queue

        self._done = Queue()
        loop = events.get_event_loop()
        self._todo = {ensure_future(future, loop=loop) for future in set(fs)}
        self._left = len(self._todo)
        for future in self._todo:
            future.add_done_callback(self._on_done)
        self._handle = None
        if self._todo and timeout is not None:
            self._handle = loop.call_later(timeout, self._on_timeout)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next()

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._next(resolve=True)

    def _on_timeout(self):
        for future in self._todo:
            future.remove_done_callback(self._on_done)
            self._done.put_nowait(None)
        self._todo.clear()

    def _on_done(self, future):
        if not self._todo:
            return
        self._todo.discard(future)
        self._done.put_nowait(future)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    async def _next(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    """Iterates over what is done first, second, and so on."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    return _AsCompleted(fs, timeout)


def run_coroutine_threadsafe(coro, loop):
    """Let a loop of another thread run a coroutine: a future of concurrent.futures."""
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future as ThreadFuture

    future = ThreadFuture()

    def start():
        try:
            futures.chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as problem:
            if future.set_running_or_notify_cancel():
                future.set_exception(problem)
            raise

    loop.call_soon_threadsafe(start)
    return future
