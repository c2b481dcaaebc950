"""Ctrl-C while tests run: the first time, the running test is the last one; the second time, it ends at once."""

import weakref

__unittest = True

_results = weakref.WeakKeyDictionary()
_interrupt_handler = None


class _InterruptHandler:
    def __init__(self, default):
        import signal

        self.called = False
        self.original_handler = default
        if isinstance(default, int):
            if default == signal.SIG_DFL:
                default = signal.default_int_handler
            elif default == signal.SIG_IGN:

                def default(signum, frame):
                    pass

            else:
                raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
        self.default_handler = default

    def __call__(self, signum, frame):
        import signal

        if signal.getsignal(signal.SIGINT) is not self or self.called:
            # Somebody else's handler calls this one, or it is the second time.
            self.default_handler(signum, frame)
        self.called = True
        for result in _results.keys():
            result.stop()


def registerResult(result):
    """Let Ctrl-C stop the tests of a result."""
    _results[result] = 1


def removeResult(result):
    """Let Ctrl-C not stop them any more. The result of it is whether it did before."""
    return bool(_results.pop(result, None))


def installHandler():
    """Let Ctrl-C stop tests as described."""
    import signal

    global _interrupt_handler
    if _interrupt_handler is None:
        default = signal.getsignal(signal.SIGINT)
        _interrupt_handler = _InterruptHandler(default)
        signal.signal(signal.SIGINT, _interrupt_handler)


def removeHandler(method=None):
    """Let Ctrl-C do what it did before; as a decorator, while a function runs."""
    import signal

    if method is not None:

        def inner(*args, **kwargs):
            before = signal.getsignal(signal.SIGINT)
            removeHandler()
            try:
                return method(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, before)

        inner.__name__ = method.__name__
        inner.__doc__ = method.__doc__
        inner.__wrapped__ = method
        return inner
    global _interrupt_handler
    if _interrupt_handler is not None:
        signal.signal(signal.SIGINT, _interrupt_handler.original_handler)
