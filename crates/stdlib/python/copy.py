"""Copies of objects: copy() of the object alone, deepcopy() of all that it holds."""

import copyreg
import types
from _weakref import ref

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """An object that cannot be copied."""


error = Error

# What cannot change, or stands for itself, is its own copy.
_ATOMS = {
    type(None), int, float, bool, complex, str, bytes, type, range, property, type(Ellipsis), type(NotImplemented),
    types.FunctionType, types.BuiltinFunctionType, types.CodeType, ref, types.UnionType,
}  # fmt: skip
_WHOLE = _ATOMS | {tuple, frozenset, slice}
_SHALLOW = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}


def copy(x):
    """A copy of x that holds what x holds."""
    cls = type(x)
    if cls in _WHOLE:
        return x
    if cls in _SHALLOW:
        return _SHALLOW[cls](x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _made_again(x, _taken_apart(x, cls, "shallow"), None)


def deepcopy(x, memo=None, _nil=[]):
    """A copy of x that holds copies of what x holds. What is met again is copied once."""
    cls = type(x)
    if cls in _ATOMS:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    copier = _DEEP.get(cls)
    if copier is not None:
        made = copier(x, memo)
    elif issubclass(cls, type):
        made = x
    elif (own := getattr(x, "__deepcopy__", None)) is not None:
        made = own(memo)
    else:
        made = _made_again(x, _taken_apart(x, cls, "deep"), memo)
    if made is not x:
        memo[key] = made
        _keep_alive(x, memo)
    return made


def _keep_alive(x, memo):
    """As long as memo lives no other object may get the number of x."""
    memo.setdefault(id(memo), []).append(x)


def _taken_apart(x, cls, way):
    reducer = copyreg.dispatch_table.get(cls)
    if reducer is not None:
        return reducer(x)
    reducer = getattr(x, "__reduce_ex__", None)
    if reducer is not None:
        return reducer(4)
    reducer = getattr(x, "__reduce__", None)
    if reducer is None:
        raise Error(f"un({way})copyable object of type {cls}")
    return reducer()


def _deep_list(x, memo):
    made = []
    memo[id(x)] = made
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # The tuple may hold itself, by way of what it holds.
    if id(x) in memo:
        return memo[id(x)]
    if all(item is original for item, original in zip(items, x)):
        return x
    return tuple(items)


def _deep_dict(x, memo):
    made = {}
    memo[id(x)] = made
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_DEEP = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, types.MethodType: _deep_method}


def _made_again(x, parts, memo):
    """An object from what __reduce_ex__ says; with a memo all its parts are copied."""
    if isinstance(parts, str):
        return x
    function, arguments, state, items, pairs, *more = (*parts, None, None, None)
    if len(more) > 3:
        raise TypeError(f"_reconstruct() takes from 4 to 7 positional arguments but {len(more) + 4} were given")
    deep = memo is not None

    def part(value):
        return deepcopy(value, memo) if deep else value

    made = function(*(deepcopy(argument, memo) for argument in arguments)) if deep else function(*arguments)
    if deep:
        memo[id(x)] = made
    if state is not None:
        _set_state(made, part(state))
    if items is not None:
        for item in items:
            made.append(part(item))
    if pairs is not None:
        for key, value in pairs:
            made[part(key)] = part(value)
    return made


def _set_state(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        made.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(made, name, value)


def replace(obj, /, **changes):
    """A copy of obj with some of its fields changed, for classes that have __replace__."""
    cls = obj.__class__
    function = getattr(cls, "__replace__", None)
    if function is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return function(obj, **changes)
