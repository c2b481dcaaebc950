# NamedTuple and TypedDict: tuples and dicts whose items are declared as a class's attributes are.

import sys
from _typing import Generic
from _typing_forms import NotRequired, ReadOnly, Required, _GenericAlias, _AnnotatedAlias, _type_check
from annotationlib import Format, ForwardRef, call_annotate_function, get_annotate_from_class_namespace

__name__ = "typing"


def _annotations_of(namespace):
    """The annotations in the body of a class and the function that computes them: references where names are unknown."""
    if "__annotations__" in namespace:
        return namespace["__annotations__"], None
    annotate = get_annotate_from_class_namespace(namespace)
    if annotate is None:
        return {}, None
    return call_annotate_function(annotate, Format.FORWARDREF), annotate


def _caller(depth=2):
    return sys._getframemodulename(depth)


def _eager(types):
    """A function that gives annotations which are known."""

    def annotate(format, /):
        if format in (Format.VALUE, Format.FORWARDREF):
            return types
        if format == Format.STRING:
            from annotationlib import annotations_to_string

            return annotations_to_string(types)
        raise NotImplementedError(format)

    return annotate


# What the body of a NamedTuple can't set, and what is not taken over from it.
_PROHIBITED = frozenset((
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace",
    "_asdict", "_source",
))  # fmt: skip
_SPECIAL = frozenset((
    "__module__", "__name__", "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__",
))  # fmt: skip


def _make_named_tuple(name, fields, annotate, defaults=(), *, module):
    from collections import namedtuple

    made = namedtuple(name, fields, defaults=defaults, module=module)
    made.__annotate__ = made.__new__.__annotate__ = annotate
    return made


class NamedTupleMeta(type):
    """Makes the class that the body of a NamedTuple describes."""

    def __new__(cls, typename, bases, ns):
        if "__classcell__" in ns:
            raise TypeError("uses of super() and __class__ are unsupported in methods of NamedTuple subclasses")
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        types, original = _annotations_of(ns)
        types = {name: _checked_field(name, typ) for name, typ in types.items()}
        defaults = []
        for name in types:
            if name in ns:
                defaults.append(name)
            elif defaults:
                s = "s" if len(defaults) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field{s} {', '.join(defaults)}"
                )
        made = _make_named_tuple(
            typename, list(types), _eager(types) if original is None else _checking(original),
            [ns[name] for name in defaults], module=ns["__module__"],
        )  # fmt: skip
        made.__bases__ = bases
        if Generic in bases:
            # That of tuple would come first.
            made.__class_getitem__ = classmethod(_parameterized)
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in _SPECIAL:
                continue
            if key not in made._fields:
                setattr(made, key, value)
            set_name = getattr(type(value), "__set_name__", None)
            if set_name is not None:
                try:
                    set_name(value, made, key)
                except BaseException as error:
                    error.add_note(
                        f"Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in {typename!r}"
                    )
                    raise
        if Generic in bases:
            made.__init_subclass__()
        return made


def _parameterized(cls, args):
    return Generic.__dict__["__class_getitem__"].__get__(None, cls)(args)


def _checked_field(name, typ):
    return _type_check(typ, f"field {name} annotation must be a type")


def _checking(annotate):
    """The same annotations with text as references."""

    def checked(format, /):
        found = call_annotate_function(annotate, format)
        if format == Format.STRING:
            return found
        return {name: _checked_field(name, typ) for name, typ in found.items()}

    return checked


def _without_fields(kind, name, fields, empty, what_is_empty):
    """For a program that gives no fields: a warning."""
    import warnings

    what = "Passing `None` as" if fields is None else "Failing to pass a value for"
    warnings.warn(
        f"{what} the 'fields' parameter is deprecated and will be disallowed in Python 3.15. "
        f"To create a {kind} class with 0 fields using the functional syntax, pass an empty "
        f"{what_is_empty}, e.g. `{name} = {kind}({name!r}, {empty})`.",
        DeprecationWarning,
        stacklevel=3,
    )


_MISSING = object()


def NamedTuple(typename, fields=_MISSING, /, **kwargs):
    """A tuple whose items have names and types: a base to declare them in a class, or a function that takes pairs."""
    if kwargs:
        if fields is None:
            raise TypeError(
                "Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments"
            )
        if fields is not _MISSING:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        import warnings

        warnings.warn(
            "Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in Python 3.15. "
            "Use the class-based or functional syntax instead.",
            DeprecationWarning,
            stacklevel=2,
        )
        fields = kwargs.items()
    elif fields is _MISSING or fields is None:
        _without_fields("NamedTuple", typename, fields, [], "list")
        fields = []
    types = {name: _checked_field(name, typ) for name, typ in fields}
    made = _make_named_tuple(typename, list(types), _eager(types), module=_caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _named_tuple_entries(bases):
    assert NamedTuple in bases
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_entries


def _qualifiers(typ):
    """Which of Required, NotRequired and ReadOnly stand around a type."""
    while True:
        if isinstance(typ, _AnnotatedAlias):
            typ = typ.__origin__
        elif isinstance(typ, _GenericAlias) and typ.__origin__ in (Required, NotRequired, ReadOnly):
            yield typ.__origin__
            (typ,) = typ.__args__
        else:
            return


_MESSAGE = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        """A class for annotations. Calling it gives a dict."""
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        own, annotate = _annotations_of(ns)
        namespace = {key: value for key, value in ns.items() if key not in _SPECIAL or key == "__module__"}
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), namespace)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        own = {key: _checked_key(typ, made.__module__) for key, typ in own.items()}
        keys = {"required": set(), "optional": set(), "readonly": set(), "mutable": set()}
        for base in bases:
            for kind, names in keys.items():
                names |= getattr(base, f"__{kind}_keys__", set())
        for key, typ in own.items():
            _sort_key(keys, key, set(_qualifiers(typ)), total, name)
        made.__annotate__ = _all_annotations(bases, annotate, own, made)
        for kind, names in keys.items():
            setattr(made, f"__{kind}_keys__", frozenset(names))
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def _sort_key(keys, key, qualifiers, total, name):
    """Put a key into the sets that it belongs to."""
    is_required = Required in qualifiers or total and NotRequired not in qualifiers
    now, before = ("required", "optional") if is_required else ("optional", "required")
    keys[now].add(key)
    keys[before].discard(key)
    if ReadOnly in qualifiers:
        if key in keys["mutable"]:
            raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
        keys["readonly"].add(key)
    else:
        keys["mutable"].add(key)
        keys["readonly"].discard(key)


def _checked_key(typ, module):
    if isinstance(typ, str):
        return ForwardRef(typ, module=module, is_class=True)
    return _type_check(typ, _MESSAGE, allow_special_forms=True)


def _all_annotations(bases, annotate, own, made):
    """The function that gives the annotations of a TypedDict and its bases."""

    def all_annotations(format, /):
        found = {}
        for base in bases:
            if base is not Generic and getattr(base, "__annotate__", None) is not None:
                found.update(call_annotate_function(base.__annotate__, format, owner=base))
        if annotate is not None:
            mine = call_annotate_function(annotate, format, owner=made)
            if format != Format.STRING:
                mine = {key: _checked_key(typ, made.__module__) for key, typ in mine.items()}
        elif format == Format.STRING:
            from annotationlib import annotations_to_string

            mine = annotations_to_string(own)
        else:
            mine = own
        found.update(mine)
        return found

    return all_annotations


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def TypedDict(typename, fields=_MISSING, /, *, total=True):
    """A dict of which the keys and the types of their values are known: a base to declare them in a class, or a function
    that takes a dict of them. With total=False the keys may be missing."""
    if fields is _MISSING or fields is None:
        _without_fields("TypedDict", typename, fields, {}, "dictionary")
        fields = {}
    namespace = {"__annotations__": dict(fields)}
    module = _caller()
    if module is not None:
        namespace["__module__"] = module
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether something is a class that TypedDict made."""
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict
