"""Blocks of a board's asyncio that have an end: deadlines, and groups of tasks."""

from asyncio import CancelledError, Task, current_task, get_running_loop


class Timeout:
    """Cancels its block at a time, and makes a TimeoutError of that."""

    _handle = None
    _expired = False

    def __init__(self, when):
        self._when = when

    def when(self):
        """The time of the loop at which the block ends, or None."""
        return self._when

    def expired(self):
        """Whether the time was over first."""
        return self._expired

    def reschedule(self, when):
        """Set the time anew."""
        self._stop()
        self._when = when
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._handle = loop.call_soon(self._expire)
            else:
                self._handle = loop.call_at(when, self._expire)

    def _stop(self):
        if self._handle is not None:
            self._handle.cancel()

    def _expire(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        self._cancels = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, problem, traceback):
        self._stop()
        # If somebody else has cancelled the task as well, it stays so.
        if self._expired and self._task.uncancel() <= self._cancels and isinstance(problem, CancelledError):
            raise TimeoutError from problem


def timeout(delay):
    """Let a block take at most so many seconds; None: any time."""
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    """Let a block last at most until that time of the loop."""
    return Timeout(when)


class TaskGroup:
    """Tasks that end before their block does; when one fails, the others are cancelled."""

    def __init__(self):
        self._tasks = set()
        self._errors = []
        self._waiter = self._parent = None
        self._is_aborting = self._cancels_parent = self._is_left = False

    async def __aenter__(self):
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        """Run a coroutine as one of the group."""
        if self._parent is None or self._is_aborting or self._is_left and not self._tasks:
            coro.close()
            state = "has not been entered" if self._parent is None else "is shutting down" if self._is_aborting else "is finished"
            raise RuntimeError(f"TaskGroup {state}")
        task = Task(coro, loop=get_running_loop(), name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _abort(self):
        self._is_aborting = True
        for task in self._tasks:
            task.cancel()

    def _ended(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(None)
        if task.cancelled() or (problem := task.exception()) is None:
            return
        self._errors.append(problem)
        if not self._is_aborting:
            self._abort()
            if not self._is_left or self._waiter is not None:
                self._cancels_parent = True
                self._parent.cancel()

    async def __aexit__(self, kind, problem, traceback):
        self._is_left = True
        cancelled = problem if isinstance(problem, CancelledError) else None
        if problem is not None and not self._is_aborting:
            self._abort()
        while self._tasks:
            self._waiter = get_running_loop().create_future()
            try:
                await self._waiter
            except CancelledError as error:
                if not self._is_aborting:
                    cancelled = error
                    self._abort()
            self._waiter = None
        if self._cancels_parent and self._parent.uncancel() == 0:
            cancelled = None
        if isinstance(problem, (KeyboardInterrupt, SystemExit)):
            return
        if cancelled is not None and not self._errors:
            raise cancelled
        if problem is not None and not isinstance(problem, CancelledError):
            self._errors.append(problem)
        if self._errors:
            errors, self._errors = self._errors, None
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors) from None
