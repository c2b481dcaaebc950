# Dataclasses with slots. `dataclasses` loads it for the first one.

import types
from dataclasses import fields

# Classes and functions belong where programs find them.
__name__ = "dataclasses"


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        # Frozen instances refuse plain assignment.
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return ["__weakref__"] if "__weakref__" in cls.__dict__ else []
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return list(slots)


def _add_slots(cls, frozen, weakref_slot, collected):
    """The same class once more, with slots: a class can't get them later."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)}
    slots = {}
    for name in names + (("__weakref__",) if weakref_slot else ()):
        if name not in inherited:
            slots[name] = getattr(collected.get(name), "doc", None)
    namespace["__slots__"] = slots if any(slots.values()) else tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in namespace:
            made.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            made.__setstate__ = _dataclass_setstate
    # Methods that use super() or __class__ mean the class that is there now.
    for value in made.__dict__.values():
        for function in _functions_in(value):
            _replace_class(function, cls, made)
    return made


def _functions_in(value):
    """The functions of an attribute."""
    if isinstance(value, types.FunctionType):
        yield value
        wrapped = getattr(value, "__wrapped__", None)
        if isinstance(wrapped, types.FunctionType):
            yield wrapped
    elif isinstance(value, (classmethod, staticmethod)):
        yield from _functions_in(value.__func__)
    elif isinstance(value, property):
        for function in (value.fget, value.fset, value.fdel):
            yield from _functions_in(function)


def _replace_class(function, old, new):
    """Let a function's __class__ be another."""
    if function.__closure__ is None:
        return
    for name, cell in zip(function.__code__.co_freevars, function.__closure__):
        if name in ("__class__", "__dataclass_cls__"):
            try:
                content = cell.cell_contents
            except ValueError:
                continue
            if content is old:
                cell.cell_contents = new
