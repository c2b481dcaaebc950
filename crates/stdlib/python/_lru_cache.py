# What functools.lru_cache makes of a function. It is a builtin type in CPython: tracebacks don't show its methods.
from types import MethodType

import _functools
from _functools import find_result as _find

# Stands for no result, and between positional and keyword arguments.
_MARK = object()


_CacheInfo = None


def _info_class():
    """The class of what cache_info() gives, made when it is first asked for: its module is a large one."""
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple

        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
    return _CacheInfo


class _lru_cache_wrapper(_functools._Cache):
    """A function whose results are remembered."""

    def __call__(self, /, *args, **kwds):
        result = _find(self, args, kwds)
        if result is _MARK:
            result = self._function(*args, **kwds)
            self._keep(args, kwds, result)
        return result

    def cache_info(self):
        """How often results were found and not found, how many are kept, and how many there are."""
        return _info_class()(*self._counts())

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_lru_cache_wrapper.__module__ = "functools"
