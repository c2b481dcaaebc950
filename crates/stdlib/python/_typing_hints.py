# Looking at annotations: the types that they name, with references resolved, and the parts of a type.

import sys
import types
from _typing import Generic, ParamSpecArgs, ParamSpecKwargs, Union
from annotationlib import Format, ForwardRef, get_annotations
from _typing_forms import (
    Annotated, NotRequired, ReadOnly, Required, Unpack, _AnnotatedAlias, _CallableGenericAlias, _GenericAlias,
    _SpecialGenericAlias, _UnpackedTuple, _is_parameters, _type_check,
)  # fmt: skip
from types import GenericAlias

__name__ = "typing"


def get_origin(tp):
    """What a type was subscripted: list for list[int], Literal for Literal[1]; None for other values."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if type(tp) is _UnpackedTuple:
        return Unpack
    kinds = _GenericAlias, _SpecialGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs
    if isinstance(tp, kinds):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, Union):
        return Union
    return None


def get_args(tp):
    """What a type was subscripted with: (int, str) for dict[int, str]."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        is_callable = isinstance(tp, _CallableGenericAlias) or type(tp).__name__ == "_CallableAlias"
        if is_callable and not (len(args) == 2 and _is_parameters(args[0])):
            return list(args[:-1]), args[-1]
        return args
    if isinstance(tp, Union) or type(tp) is _UnpackedTuple:
        return tp.__args__
    return ()


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=None,
                         _seen=frozenset()):  # fmt: skip
    """What a reference stands for, and the references in that, with the types that they name."""
    if format is None:
        format = Format.VALUE
    if format == Format.STRING:
        return forward_ref.__forward_arg__
    if forward_ref.__forward_arg__ in _seen:
        return forward_ref
    module = sys.modules.get(forward_ref.__forward_module__)
    if globals is None and module is not None:
        globals = module.__dict__
    value = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, owner=owner, format=format)
    if isinstance(value, ForwardRef) and format == Format.FORWARDREF and value is forward_ref:
        return value
    is_argument = forward_ref.__forward_is_argument__
    value = _type_check(
        value, "Forward references must evaluate to types.", is_argument,
        allow_special_forms=forward_ref.__forward_is_class__,
    )  # fmt: skip
    seen = _seen | {forward_ref.__forward_arg__}
    return _eval_type(value, globals, locals, type_params, format=format, owner=owner, _seen=seen)


def _eval_type(t, globalns, localns, type_params=None, *, format=None, owner=None, _seen=frozenset()):
    """A type with its references resolved."""
    if isinstance(t, ForwardRef):
        return evaluate_forward_ref(
            t, globals=globalns, locals=localns, type_params=type_params, owner=owner, format=format, _seen=_seen
        )
    if not isinstance(t, (_GenericAlias, GenericAlias, Union)):
        return t
    args = t.__args__
    if isinstance(t, GenericAlias):
        args = tuple(_as_reference(arg) for arg in args)
    evaluated = tuple(
        _eval_type(arg, globalns, localns, type_params, format=format, owner=owner, _seen=_seen) for arg in args
    )
    if evaluated == t.__args__:
        return t
    return _with_args(t, evaluated)


def _as_reference(arg):
    return ForwardRef(arg) if isinstance(arg, str) else arg


def _with_args(t, args):
    """A type with other arguments."""
    if isinstance(t, _GenericAlias):
        return t._with(args)
    if isinstance(t, Union):
        return Union[args]
    if type(t) is not GenericAlias:
        return type(t)(t.__origin__, (list(args[:-1]), args[-1]) if not _is_parameters(args[0]) else args)
    made = GenericAlias(t.__origin__, args)
    return next(iter(made)) if t.__unpacked__ else made


def _strip_annotations(t):
    """A type without Annotated, Required, NotRequired and ReadOnly, inside of it as well."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if isinstance(t, _GenericAlias) and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, GenericAlias, Union)):
        stripped = tuple(map(_strip_annotations, t.__args__))
        return t if stripped == t.__args__ else _with_args(t, stripped)
    return t


def _namespaces(obj, globalns, localns):
    """The names that the annotations of a module or a function see."""
    if isinstance(obj, types.ModuleType):
        own = obj.__dict__
    else:
        inner = obj
        while hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        own = getattr(inner, "__globals__", {})
    if globalns is None:
        globalns = own
        localns = globalns if localns is None else localns
    elif localns is None:
        localns = globalns
    return globalns, localns


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=None):
    """The types that the annotations of a function, class or module name: a dict in which text and references are resolved.

    A class has those of its bases as well. Without include_extras only the type remains of Annotated.
    """
    if getattr(obj, "__no_type_check__", None):
        return {}
    format = Format.VALUE if format is None else format
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            found = get_annotations(base, format=format)
            if format == Format.STRING:
                hints.update(found)
                continue
            module = sys.modules.get(base.__module__)
            base_globals = getattr(module, "__dict__", {}) if globalns is None else globalns
            base_locals = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                # What the class calls by a name of the module hides the module's only where it isn't a type's own.
                base_globals, base_locals = base_locals, base_globals
            for name, value in found.items():
                hints[name] = _hint(value, base_globals, base_locals, base, format, is_class=True)
    else:
        globalns, localns = _namespaces(obj, globalns, localns)
        found = get_annotations(obj, format=format) if _may_have_annotations(obj) else None
        if not found and not isinstance(obj, _ALLOWED) and not callable(obj):
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        if format == Format.STRING:
            return found
        for name, value in found.items():
            hints[name] = _hint(value, globalns, localns, obj, format, is_class=False)
    if include_extras or format == Format.STRING:
        return hints
    return {name: _strip_annotations(value) for name, value in hints.items()}


_ALLOWED = (
    types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType, types.WrapperDescriptorType,
    types.MethodWrapperType, types.MethodDescriptorType,
)  # fmt: skip


def _may_have_annotations(obj):
    return callable(obj) or hasattr(obj, "__annotations__") or hasattr(obj, "__annotate__")


def _hint(value, globalns, localns, owner, format, is_class):
    """The type that one annotation names."""
    if value is None:
        return type(None)
    if isinstance(value, str):
        is_argument = not is_class and not isinstance(owner, types.ModuleType)
        value = ForwardRef(value, is_argument=is_argument, is_class=is_class)
    type_params = getattr(owner, "__type_params__", ())
    return _eval_type(value, globalns, localns, type_params, format=format, owner=owner)
