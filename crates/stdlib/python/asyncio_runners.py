"""From a program without loops into one."""

import contextvars
from asyncio import coroutines, events, exceptions, tasks

try:
    import _signal
except ImportError:
    _signal = None

__all__ = ("Runner", "run")

# Ctrl-C, and how _signal calls what it does by itself.
_SIGINT = _KEYBOARD_INTERRUPT = 2

_CREATED, _INITIALIZED, _CLOSED = "created", "initialized", "closed"


class Runner:
    """A loop for several runs, with all that has to be done before and after."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = _CREATED
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = self._context = None
        self._interrupt_count = 0
        self._set_loop = False

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, *exception):
        self.close()

    def close(self):
        """Cancel what still runs, and close the loop."""
        if self._state != _INITIALIZED:
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._set_loop:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = _CLOSED

    def get_loop(self):
        """The loop."""
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        """Run a coroutine to its end: what it returns."""
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._lazy_init()
        if not coroutines.iscoroutine(coro):
            if not hasattr(coro, "__await__"):
                raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
            coro = tasks._awaited(coro)
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        self._interrupt_count = 0
        takes_signal = _takes_signal()
        if takes_signal:
            _signal.set_handler(_SIGINT, lambda signum, frame: self._on_signal(task))
        try:
            return self._loop._run_until_complete(task, None if takes_signal else self._on_interrupt)
        except exceptions.CancelledError:
            if self._interrupt_count > 0 and task.uncancel() == 0:
                raise KeyboardInterrupt() from None
            raise
        finally:
            if takes_signal:
                _signal.set_handler(_SIGINT, _KEYBOARD_INTERRUPT)

    def _on_interrupt(self, task):
        """Ctrl-C: the first one cancels the task; the second ends the loop."""
        self._interrupt_count += 1
        if self._interrupt_count == 1 and not task.done():
            task.cancel()
            return True
        return False

    def _on_signal(self, task):
        if not self._on_interrupt(task):
            raise KeyboardInterrupt()
        # The loop may wait.
        self._loop.call_soon_threadsafe(lambda: None)

    def _lazy_init(self):
        if self._state == _CLOSED:
            raise RuntimeError("Runner is closed")
        if self._state == _INITIALIZED:
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()
            if not self._set_loop:
                events.set_event_loop(self._loop)
                self._set_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = contextvars.copy_context()
        self._state = _INITIALIZED


def _takes_signal():
    """Whether Ctrl-C would raise KeyboardInterrupt somewhere, and may cancel the task instead."""
    import _thread

    is_main = _thread.get_ident() == _thread._get_main_thread_ident()
    return _signal is not None and is_main and _signal.handler(_SIGINT) == _KEYBOARD_INTERRUPT


def run(main, *, debug=None, loop_factory=None):
    """Run a coroutine in a loop of its own: what it returns."""
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    left = tasks.all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
    for task in left:
        if task.cancelled():
            continue
        problem = task.exception()
        if problem is not None:
            what = "unhandled exception during asyncio.run() shutdown"
            loop.call_exception_handler({"message": what, "exception": problem, "task": task})
