"""What coroutines are."""

import types

__all__ = ("iscoroutinefunction", "iscoroutine")


def iscoroutinefunction(func):
    """Whether a function is defined by `async def`."""
    import inspect

    return inspect.iscoroutinefunction(func) or getattr(func, "_is_coroutine", None) is _is_coroutine


_is_coroutine = object()


def iscoroutine(obj):
    """Whether it is a coroutine."""
    if isinstance(obj, types.CoroutineType):
        return True
    from collections.abc import Coroutine

    return isinstance(obj, Coroutine)
