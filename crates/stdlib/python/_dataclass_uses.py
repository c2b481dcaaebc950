# What is done with dataclasses and their instances but now and then. `dataclasses` loads it when a program asks for it.

import copy
import sys
import types
from dataclasses import _FIELDS, _is_instance, _replace, dataclass, fields

# Classes and functions belong where programs find them.
__name__ = "dataclasses"


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dict: other dataclasses, lists, tuples and dicts in it likewise, all else copied."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The fields of an instance as a tuple: other dataclasses, lists, tuples and dicts in it likewise, all else copied."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


_ATOMS = frozenset({
    type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), types.CodeType,
    types.BuiltinFunctionType, types.FunctionType, type, range, property,
})  # fmt: skip


def _converted(obj, factory):
    cls = type(obj)
    if cls in _ATOMS:
        return obj
    if hasattr(cls, _FIELDS):
        return factory([(f.name, _converted(getattr(obj, f.name), factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return cls(*[_converted(value, factory) for value in obj])
    if isinstance(obj, (list, tuple)):
        return cls(_converted(value, factory) for value in obj)
    if isinstance(obj, dict):
        pairs = ((_converted(key, factory), _converted(value, factory)) for key, value in obj.items())
        if hasattr(obj, "default_factory"):
            made = cls(obj.default_factory)
            made.update(pairs)
            return made
        return cls(pairs)
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None, decorator=dataclass):  # fmt: skip
    """A dataclass by a call: fields are names, or tuples of a name, a type and perhaps a default or field()."""
    from keyword import iskeyword

    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, _any_type()
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation

    def body(target):
        target.update(namespace)
        target["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, body)
    if module is None:
        try:
            module = sys._getframemodulename(1) or "__main__"
        except (AttributeError, ValueError):
            pass
    if module is not None:
        cls.__module__ = module
    return decorator(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )  # fmt: skip


def _any_type():
    """The type of fields without one: typing.Any, by its name if that module is not loaded."""
    typing = sys.modules.get("typing")
    return "typing.Any" if typing is None else typing.Any


def replace(obj, /, **changes):
    """An instance with other values in some fields."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)
