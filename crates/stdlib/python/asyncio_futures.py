"""Results that are there later."""

import contextvars
from asyncio import events
from asyncio.exceptions import CancelledError, InvalidStateError

__all__ = ("Future", "wrap_future", "isfuture")

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


def isfuture(obj):
    """Whether it is a future, or something that behaves like one."""
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


class _Unseen:
    """Tells of the exception of a future that goes away before anybody asked for it. Futures themselves need no end."""

    __slots__ = ("future",)

    def __init__(self, future):
        self.future = future

    def __del__(self):
        future = self.future
        if future is not None:
            what = f"{future.__class__.__name__} exception was never retrieved"
            context = {"message": what, "exception": future._exception, "future": future}
            if future._source_traceback:
                context["source_traceback"] = future._source_traceback
            future._loop.call_exception_handler(context)


class Future:
    """A result that is there later, and can be awaited."""

    _state = _PENDING
    _result = None
    _exception = None
    _loop = None
    _cancel_message = None
    _cancelled_exc = None
    # True between the moment when a coroutine yields it and the one when its task has seen that.
    _asyncio_future_blocking = False
    # What tells of an exception that nobody has asked for.
    _unseen = None
    # Where it was made, if its loop looks for mistakes.
    _source_traceback = None
    # Until __init__ was called.
    _callbacks = ()

    def __init__(self, *, loop=None):
        self._loop = loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        if loop.get_debug():
            from asyncio._debug import origin

            self._source_traceback = origin()

    def __repr__(self):
        return f"<{' '.join(self._described())}>"

    def _described(self):
        parts = [self.__class__.__name__, self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                parts.append(f"exception={self._exception!r}")
            else:
                import reprlib

                parts.append(f"result={reprlib.repr(self._result)}")
        if self._callbacks:
            calls = [events.described_call(call, ()) for call, _ in self._callbacks]
            if len(calls) > 2:
                calls[1:-1] = [f"<{len(calls) - 2} more>"]
            parts.append(f"cb=[{', '.join(calls)}]")
        if self._source_traceback:
            from asyncio._debug import created_at

            parts.append(created_at(self._source_traceback))
        return parts

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def get_loop(self):
        """The loop it belongs to."""
        if self._loop is None:
            raise RuntimeError("Future object is not initialized.")
        return self._loop

    def _seen(self):
        if self._unseen is not None:
            self._unseen.future = self._unseen = None

    def _make_cancelled_error(self):
        if self._cancelled_exc is not None:
            problem, self._cancelled_exc = self._cancelled_exc, None
            return problem
        return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        """Cancel it: whether it was not done yet."""
        self._seen()
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state == _CANCELLED

    def done(self):
        """Whether the result is there, or an exception, or it was cancelled."""
        return self._state != _PENDING

    def result(self):
        """The result; raises the exception, if there is one."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Result is not set.")
        self._seen()
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_traceback)
        return self._result

    def exception(self):
        """The exception, or None."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._seen()
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        """Call a function with the future when it is done."""
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, contextvars.copy_context() if context is None else context))

    def remove_done_callback(self, fn):
        """The function is not to be called: how often it would have been."""
        left = [each for each in self._callbacks if each[0] != fn]
        removed = len(self._callbacks) - len(left)
        if removed:
            self._callbacks[:] = left
        return removed

    def _check_pending(self):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")

    def set_result(self, result):
        """Here is the result."""
        if self._state != _PENDING:
            self._check_pending()
        self._result = result
        self._state = _FINISHED
        if self._callbacks:
            self._schedule_callbacks()

    def set_exception(self, exception):
        """Here is an exception instead of a result."""
        self._check_pending()
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            instead = RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future")
            instead.__cause__ = instead.__context__ = exception
            exception = instead
        self._exception = exception
        self._exception_traceback = exception.__traceback__
        self._state = _FINISHED
        self._schedule_callbacks()
        self._unseen = _Unseen(self)

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state == _FINISHED and self._exception is None:
            return self._result
        if self._state == _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def set_result_unless_cancelled(future, result):
    """Set the result of a future that somebody may have cancelled."""
    if not future.cancelled():
        future.set_result(result)


def set_result_unless_done(future, result):
    """Set the result of a future that may have one."""
    if not future.done():
        future.set_result(result)


def copy_state(source, target):
    """Let a future be what another one is, of asyncio or of concurrent.futures."""
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
    elif (problem := source.exception()) is not None:
        target.set_exception(_converted(problem))
    else:
        target.set_result(source.result())


def _converted(problem):
    """The exceptions of concurrent.futures as those of asyncio."""
    if problem.__class__.__module__.startswith("concurrent.futures"):
        from concurrent import futures

        if type(problem) is futures.CancelledError:
            return CancelledError(*problem.args).with_traceback(problem.__traceback__)
        if type(problem) is futures.InvalidStateError:
            return InvalidStateError(*problem.args).with_traceback(problem.__traceback__)
    return problem


def chain_future(source, target):
    """Let the second become what the first one becomes; and the first be cancelled with the second."""
    source_loop = source.get_loop() if isfuture(source) else None
    target_loop = target.get_loop() if isfuture(target) else None

    def settle(source):
        if isfuture(target):
            copy_state(source, target)
        elif source.cancelled():
            target.cancel()
            target.set_running_or_notify_cancel()
        elif target.set_running_or_notify_cancel():
            problem = source.exception()
            if problem is not None:
                target.set_exception(_converted(problem))
            else:
                target.set_result(source.result())

    def cancelled(target):
        if target.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def done(source):
        if target.cancelled() and target_loop is not None and target_loop.is_closed():
            return
        if target_loop is None or target_loop is source_loop:
            settle(source)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(settle, source)

    target.add_done_callback(cancelled)
    source.add_done_callback(done)


def wrap_future(future, *, loop=None):
    """A future of asyncio for one of concurrent.futures."""
    if isfuture(future):
        return future
    assert hasattr(future, "add_done_callback"), f"concurrent.futures.Future is expected, got {future!r}"
    made = (events.get_event_loop() if loop is None else loop).create_future()
    chain_future(future, made)
    return made
