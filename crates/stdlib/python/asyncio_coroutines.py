"""What coroutines are."""

import types

__all__ = ("iscoroutinefunction", "iscoroutine")


def iscoroutinefunction(func):
    """Whether a function is defined by `async def`."""
    import warnings

    warnings._deprecated(
        "asyncio.iscoroutinefunction", "{name!r} is deprecated and slated for removal in Python {remove}; "
        "use inspect.iscoroutinefunction() instead", remove=(3, 16),
    )  # fmt: skip
    return _iscoroutinefunction(func)


def _iscoroutinefunction(func):
    import inspect

    return inspect.iscoroutinefunction(func) or getattr(func, "_is_coroutine", None) is _is_coroutine


_is_coroutine = object()


def iscoroutine(obj):
    """Whether it is a coroutine."""
    if isinstance(obj, types.CoroutineType):
        return True
    from collections.abc import Coroutine

    return isinstance(obj, Coroutine)
