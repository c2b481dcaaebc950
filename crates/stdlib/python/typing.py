"""What annotations say: generic types, protocols, records, and tools that look at annotations."""

import sys
from _later import later as _later
from _typing import (
    Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, Union,
)  # fmt: skip
from _typing_forms import (
    Annotated, Any, Callable, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn, NotRequired, Optional,
    ReadOnly, Required, Self, Tuple, Type, TypeAlias, TypeGuard, TypeIs, Unpack, _AnnotatedAlias, _CallableGenericAlias,
    _GenericAlias, _LiteralGenericAlias, _SpecialForm, _SpecialGenericAlias, _UnpackGenericAlias, _type_check,
)  # fmt: skip
from types import FunctionType as _FunctionType

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container",
    "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView",
    "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator",
    "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible", "SupportsAbs",
    "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap",
    "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict",
    "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr", "assert_type", "assert_never", "cast",
    "clear_overloads", "dataclass_transform", "evaluate_forward_ref", "final", "get_args", "get_origin", "get_overloads",
    "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict", "LiteralString", "Never", "NewType",
    "no_type_check", "no_type_check_decorator", "NoDefault", "NoReturn", "NotRequired", "overload", "override",
    "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required", "reveal_type", "runtime_checkable", "Self", "Text",
    "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeIs", "TypeAliasType", "Unpack",
]  # fmt: skip

TYPE_CHECKING = False
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)

# The functions marked by overload(): by module and qualified name, a dict by the first line of each.
_overload_registry = {}


def cast(typ, val):
    """The value as it is: only type checkers take it for one of the type."""
    return val


def assert_type(val, typ, /):
    """The value as it is: type checkers complain if it isn't of the type."""
    return val


def assert_never(arg, /):
    """For code that can't be reached: an AssertionError if it is."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    """The object as it is, after its type is written to standard error."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def _mark(obj, name, value=True):
    """Set an attribute for others to look at, where that is possible."""
    try:
        setattr(obj, name, value)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    """Mark a method that shall not be overridden, or a class that shall have no subclasses."""
    return _mark(f, "__final__")


def override(method, /):
    """Mark a method that is meant to override one of a base class."""
    return _mark(method, "__override__")


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):  # fmt: skip
    """Mark a decorator, class or metaclass that makes classes as dataclass() does."""
    described = {
        "eq_default": eq_default,
        "order_default": order_default,
        "kw_only_default": kw_only_default,
        "frozen_default": frozen_default,
        "field_specifiers": field_specifiers,
        "kwargs": kwargs,
    }

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = described
        return cls_or_fn

    return decorator


def no_type_check(arg):
    """Mark a function, or all of a class, as having annotations that are no types."""
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key)
            if not hasattr(obj, "__qualname__") or obj.__qualname__ != f"{arg.__qualname__}.{obj.__name__}":
                continue  # Somebody else's.
            if getattr(obj, "__module__", None) != arg.__module__:
                continue
            if isinstance(obj, _FunctionType):
                obj.__no_type_check__ = True
            elif isinstance(obj, type(_mark.__get__(arg))):
                obj.__func__.__no_type_check__ = True
            elif isinstance(obj, type):
                no_type_check(obj)
    return _mark(arg, "__no_type_check__")


def no_type_check_decorator(decorator):
    """Give a decorator the effect of no_type_check(). It is deprecated."""
    import warnings

    warnings._deprecated("typing.no_type_check_decorator", remove=(3, 15))

    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        if hasattr(decorator, name):
            setattr(wrapped_decorator, name, getattr(decorator, name))
    wrapped_decorator.__wrapped__ = decorator
    return wrapped_decorator


def _overload_dummy(*args, **kwds):
    """What overload() gives for a function."""
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Mark one of several signatures of a function. The function itself follows, without the mark."""
    inner = getattr(func, "__func__", func)
    try:
        key = inner.__module__, inner.__qualname__
        _overload_registry.setdefault(key, {})[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The signatures of a function that overload() marked."""
    inner = getattr(func, "__func__", func)
    return list(_overload_registry.get((inner.__module__, inner.__qualname__), {}).values())


def clear_overloads():
    """Forget all signatures that overload() marked."""
    _overload_registry.clear()


class NewType:
    """A name for a type that type checkers keep apart from it. Called, it gives its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = sys._getframemodulename(1)
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class NoBase:
            """Stands where the type would, only to say why it can't."""

            def __init_subclass__(cls):
                raise TypeError(
                    f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`"
                )

        return (NoBase,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# The aliases of classes that are elsewhere: where, and how many parameters they take.
_ALIASES = {
    "Hashable": ("collections.abc.Hashable", 0),
    "Awaitable": ("collections.abc.Awaitable", 1),
    "Coroutine": ("collections.abc.Coroutine", 3),
    "AsyncIterable": ("collections.abc.AsyncIterable", 1),
    "AsyncIterator": ("collections.abc.AsyncIterator", 1),
    "Iterable": ("collections.abc.Iterable", 1),
    "Iterator": ("collections.abc.Iterator", 1),
    "Reversible": ("collections.abc.Reversible", 1),
    "Sized": ("collections.abc.Sized", 0),
    "Container": ("collections.abc.Container", 1),
    "Collection": ("collections.abc.Collection", 1),
    "AbstractSet": ("collections.abc.Set", 1),
    "MutableSet": ("collections.abc.MutableSet", 1),
    "Mapping": ("collections.abc.Mapping", 2),
    "MutableMapping": ("collections.abc.MutableMapping", 2),
    "Sequence": ("collections.abc.Sequence", 1),
    "MutableSequence": ("collections.abc.MutableSequence", 1),
    "ByteString": ("collections.abc.ByteString", 0),
    "List": ("builtins.list", 1),
    "Deque": ("collections.deque", 1),
    "Set": ("builtins.set", 1),
    "FrozenSet": ("builtins.frozenset", 1),
    "MappingView": ("collections.abc.MappingView", 1),
    "KeysView": ("collections.abc.KeysView", 1),
    "ItemsView": ("collections.abc.ItemsView", 2),
    "ValuesView": ("collections.abc.ValuesView", 1),
    "Dict": ("builtins.dict", 2),
    "DefaultDict": ("collections.defaultdict", 2),
    "OrderedDict": ("collections.OrderedDict", 2),
    "Counter": ("collections.Counter", 1),
    "ChainMap": ("collections.ChainMap", 2),
    "Generator": ("collections.abc.Generator", 3),
    "AsyncGenerator": ("collections.abc.AsyncGenerator", 2),
    "Pattern": ("re.Pattern", 1),
    "Match": ("re.Match", 1),
    "ContextManager": ("contextlib.AbstractContextManager", 2),
    "AsyncContextManager": ("contextlib.AbstractAsyncContextManager", 2),
}

# What the types of parameters stand for that an alias may be given without.
_DEFAULTS = {
    "Generator": (type(None), type(None)),
    "AsyncGenerator": (type(None),),
    "ContextManager": (bool | None,),
    "AsyncContextManager": (bool | None,),
}

# What is loaded when a program asks for it, by module.
_load, __dir__ = _later(globals(), {
    "annotationlib": ("ForwardRef",),
    "_typing_protocols": (
        "Protocol", "_ProtocolMeta", "runtime_checkable", "is_protocol", "get_protocol_members", "SupportsAbs",
        "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound",
    ),
    "_typing_privates": (
        "EXCLUDED_ATTRIBUTES", "_ASSERT_NEVER_REPR_MAX_LENGTH", "_BaseGenericAlias", "_ConcatenateGenericAlias", "_Final",
        "_UnionGenericAlias", "_prohibited", "_tp_cache", "_type_convert", "_type_repr",
    ),
    "_typing_streams": ("IO", "TextIO", "BinaryIO"),
    "_typing_records": ("NamedTuple", "NamedTupleMeta", "TypedDict", "_TypedDictMeta", "is_typeddict"),
    "_typing_hints": (
        "get_type_hints", "get_origin", "get_args", "evaluate_forward_ref", "_eval_type", "_strip_annotations",
    ),
})  # fmt: skip


def __getattr__(name):
    if name in _ALIASES:
        place, count = _ALIASES[name]
        made = _SpecialGenericAlias(name, place, count, _DEFAULTS.get(name, ()))
        globals()[name] = made
        return made
    return _load(name)
