"""Which event loop runs, and what waits in one to be called."""

import contextvars
from _thread import get_ident
from contextvars import _current as _contexts

__all__ = (
    "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle", "get_event_loop", "set_event_loop", "new_event_loop",
    "_set_running_loop", "get_running_loop", "_get_running_loop",
)  # fmt: skip

# Loops by the number of their thread: the one that runs, and the one that was set.
_running = {}
_current = {}
# What makes and remembers loops instead, if a program has asked for it (asyncio.policies).
_policy = None


class Handle:
    """A call that a loop will make."""

    __slots__ = ("_callback", "_args", "_cancelled", "_loop", "_context", "_source_traceback", "__weakref__")

    def __init__(self, callback, args, loop, context=None, _debug=None):
        self._context = contextvars.copy_context() if context is None else context
        self._callback = callback
        self._args = args
        self._loop = loop
        self._cancelled = False
        # A loop that makes one says whether it looks for mistakes.
        self._source_traceback = _debugging().origin() if (loop.get_debug() if _debug is None else _debug) else None

    def _described(self):
        parts = [self.__class__.__name__]
        if self._cancelled:
            parts.append("cancelled")
        if self._callback is not None:
            parts.append(described_call(self._callback, self._args, self._loop.get_debug()))
        elif self._args:
            # What it was, as debugging keeps it.
            parts.append(self._args)
        if self._source_traceback:
            parts.append(_debugging().created_at(self._source_traceback))
        return parts

    def __repr__(self):
        return f"<{' '.join(self._described())}>"

    def get_context(self):
        """The context in which the call will be made."""
        return self._context

    def cancel(self):
        """The call is not to be made."""
        if not self._cancelled:
            self._cancelled = True
            debug = self._loop.get_debug()
            self._args = described_call(self._callback, self._args, True) if debug else None
            self._callback = None

    def cancelled(self):
        """Whether it was cancelled."""
        return self._cancelled

    def _run(self):
        try:
            context = self._context
            if type(context) is not contextvars.Context or context._before is not None:
                context.run(self._callback, *self._args)
                return
            # What Context.run() does, without a call that passes everything on.
            ident = get_ident()
            before = _contexts.get(ident)
            context._before = before = contextvars.Context() if before is None else before
            _contexts[ident] = context
            try:
                self._callback(*self._args)
            finally:
                _contexts[ident] = before
                context._before = None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as problem:
            shown = described_call(self._callback, self._args, self._loop.get_debug())
            context = {"message": f"Exception in callback {shown}", "exception": problem, "handle": self}
            if self._source_traceback:
                context["source_traceback"] = self._source_traceback
            self._loop.call_exception_handler(context)


class TimerHandle(Handle):
    """A call that a loop will make at a time."""

    __slots__ = ("_when", "_number", "_scheduled")

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def _described(self):
        parts = super()._described()
        parts.insert(2 if self._cancelled else 1, f"when={self._when}")
        return parts

    def when(self):
        """The time of the loop at which the call is made."""
        return self._when

    def cancel(self):
        """The call is not to be made."""
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def __hash__(self):
        return hash(self._when)

    def __eq__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when, self._callback, self._args, self._cancelled) == (
            other._when, other._callback, other._args, other._cancelled,
        )  # fmt: skip

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented


def _debugging():
    from asyncio import _debug

    return _debug


def described_call(callback, args, debug=False):
    """A call as text, for messages: with its arguments for those who look for mistakes, and where its function is."""
    text = _shown_call(callback, args, {}, debug, "")
    from inspect import unwrap

    function = unwrap(callback)
    while (inner := getattr(function, "func", None)) is not None:
        function = inner
    function = getattr(function, "__func__", function)
    code = getattr(function, "__code__", None)
    return text if code is None else f"{text} at {code.co_filename}:{code.co_firstlineno}"


def _shown_call(callback, args, keywords, debug, behind):
    import reprlib

    shown = [*map(reprlib.repr, args or ()), *(f"{name}={reprlib.repr(value)}" for name, value in keywords.items())]
    behind = f"({', '.join(shown) if debug else ''}){behind}"
    if type(callback).__name__ == "partial" and hasattr(callback, "func"):
        return _shown_call(callback.func, callback.args, callback.keywords, debug, behind)
    name = getattr(callback, "__qualname__", None) or getattr(callback, "__name__", None) or repr(callback)
    return name + behind


class AbstractServer:
    """What serves others."""

    def close(self):
        """Stop serving."""
        raise NotImplementedError

    def get_loop(self):
        """The loop it belongs to."""
        raise NotImplementedError

    def is_serving(self):
        """Whether it serves."""
        raise NotImplementedError

    def close_clients(self):
        """Close all connections."""
        raise NotImplementedError

    def abort_clients(self):
        """Close all connections at once, whatever is still to be written."""
        raise NotImplementedError

    async def start_serving(self):
        """Start to serve."""
        raise NotImplementedError

    async def serve_forever(self):
        """Serve until it is cancelled."""
        raise NotImplementedError

    async def wait_closed(self):
        """Wait until it is closed and all connections are done."""
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        self.close()
        await self.wait_closed()


class AbstractEventLoop:
    """What all event loops are: see asyncio.BaseEventLoop for what they do."""


try:
    from asyncio import abstract as _abstract  # noqa: F401
except ImportError:
    # A board has no memory for methods that do nothing.
    pass


def get_running_loop():
    """The loop that runs in this thread."""
    loop = _running.get(get_ident())
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def _get_running_loop():
    """The loop that runs in this thread, or None."""
    return _running.get(get_ident())


def _set_running_loop(loop):
    """Say which loop runs in this thread."""
    if loop is None:
        _running.pop(get_ident(), None)
    else:
        _running[get_ident()] = loop


def get_event_loop():
    """The loop that runs, or else the one that was set."""
    loop = _running.get(get_ident()) or (_current.get(get_ident()) if _policy is None else _policy.get_event_loop())
    if loop is None:
        raise RuntimeError(f"There is no current event loop in thread {_thread_name()!r}.")
    return loop


def _thread_name():
    import threading

    return threading.current_thread().name


def set_event_loop(loop):
    """Set the loop of this thread."""
    if _policy is not None:
        _policy.set_event_loop(loop)
        return
    if loop is not None and not isinstance(loop, AbstractEventLoop):
        raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    if loop is None:
        _current.pop(get_ident(), None)
    else:
        _current[get_ident()] = loop


def new_event_loop():
    """A new loop."""
    if _policy is not None:
        return _policy.new_event_loop()
    from asyncio.base_events import EventLoop

    return EventLoop()
