"""The context that operations use if they are given none: one for each thread or task."""

import _decimal_contexts

# The current context: of a task or thread where there are any.
try:
    from contextvars import ContextVar as _ContextVar
except ImportError:

    class _ContextVar:
        def __init__(self, name):
            try:
                from _thread import _local
            except ImportError:
                _local = type(self)._Plain
            self._held = _local()

        class _Plain:
            pass

        def get(self):
            try:
                return self._held.value
            except AttributeError:
                raise LookupError from None

        def set(self, value):
            self._held.value = value


_current = _ContextVar("decimal_context")


def getcontext():
    """Get the current default context."""
    try:
        return _current.get()
    except LookupError:
        context = _decimal_contexts.DefaultContext.copy()
        context._flags = 0
        _current.set(context)
        return context


def setcontext(context, /):
    """Set a new default context."""
    if not isinstance(context, _decimal_contexts.ContextBase):
        raise TypeError("argument must be a context")
    if context in _decimal_contexts.TEMPLATES:
        context = context.copy()
        context._flags = 0
    _current.set(context)


class _ContextManager:
    """What a with statement changes the context by."""

    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *error):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx on entry to the with-statement and restore
    the previous default context when exiting the with-statement. If no context is supplied, a copy of the current default
    context is used; keywords change it."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, _decimal_contexts.ContextBase):
        raise TypeError("optional argument must be a context")
    ctx = ctx.copy()
    for name, value in kwargs.items():
        if name not in _decimal_contexts._NAMES:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if isinstance(value, list) and name in ("flags", "traps"):
            setattr(ctx, "_" + name, _decimal_contexts._bits_of(value, True))
        elif value is not None:
            setattr(ctx, name, value)
    return _ContextManager(ctx)
