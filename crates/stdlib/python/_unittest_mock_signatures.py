# What the functions take that mocks stand for.

import inspect
import types

__name__ = "unittest.mock"


def _is_async_func(obj):
    return inspect.iscoroutinefunction(obj) if getattr(obj, "__code__", None) else False


def _callable(obj):
    """Whether it can be called, as a class or a mock of it too."""
    if isinstance(obj, (staticmethod, classmethod, types.MethodType)):
        return _callable(obj.__func__)
    return isinstance(obj, type) or getattr(obj, "__call__", None) is not None


def _signature_object(spec, as_instance, eat_self):
    """A callable and its signature; None if it has none that can be known."""
    if isinstance(spec, type) and not as_instance:
        spec, eat_self = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        if isinstance(spec, classmethod):
            eat_self = True
        spec = spec.__func__
    elif not isinstance(spec, (types.FunctionType, types.MethodType)):
        try:
            spec = spec.__call__
        except AttributeError:
            return None
    function = spec
    if eat_self:
        from functools import partial

        function = partial(spec, None)
    try:
        return spec, inspect.signature(function)
    except ValueError:
        return None  # Some builtins don't tell.


def _check_signature(func, mock, skipfirst, instance=False):
    """Let the mock take only arguments that the function takes."""
    found = _signature_object(func, instance, skipfirst)
    if found is None:
        return
    signature = found[1]

    def checksig(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)

    _copy_func_details(func, checksig)
    type(mock)._mock_check_sig = checksig
    type(mock).__signature__ = signature


def _copy_func_details(func, copy):
    for name in ("__name__", "__doc__", "__text_signature__", "__module__", "__defaults__", "__kwdefaults__"):
        try:
            setattr(copy, name, getattr(func, name))
        except (AttributeError, TypeError, ValueError):
            pass
