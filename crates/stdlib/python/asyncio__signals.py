"""What a loop does when signals come."""

import signal
from asyncio import coroutines, events


def add(loop, sig, callback, args):
    """Let a loop call a function when a signal comes."""
    if coroutines.iscoroutine(callback) or coroutines._iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used with add_signal_handler()")
    _check(sig)
    loop._check_closed()
    handle = events.Handle(callback, args, loop)
    try:
        signal.signal(sig, lambda signum, frame: _came(loop, handle))
    except ValueError as problem:
        raise RuntimeError(str(problem)) from None
    except OSError:
        raise RuntimeError(f"sig {sig} cannot be caught") from None
    loop._signal_handlers[sig] = handle


def remove(loop, sig):
    """Let a loop call nothing when a signal comes: whether there was something."""
    _check(sig)
    if loop._signal_handlers.pop(sig, None) is None:
        return False
    signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
    return True


def _came(loop, handle):
    if not handle.cancelled() and not loop.is_closed():
        loop.call_soon_threadsafe(handle._callback, *handle._args)


def _check(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if sig not in signal.valid_signals():
        raise ValueError(f"invalid signal number {sig}")
