"""Classes whose attributes are declared: __init__, __repr__, comparisons and more come from the declarations.

    >>> from dataclasses import dataclass
    >>> @dataclass
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1)
    Point(x=1, y=0)
"""

import abc
import sys
import types
from _later import later as _later
from annotationlib import Format, get_annotations, type_repr
from types import GenericAlias, MappingProxyType, MemberDescriptorType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
    "make_dataclass", "replace", "is_dataclass",
]  # fmt: skip


class FrozenInstanceError(AttributeError):
    """An attribute of an instance that must not be changed."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()

_EMPTY_METADATA = MappingProxyType({})


class _FIELD_BASE:
    """What a field is: an attribute, a parameter of __init__ only, or an attribute of the class."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

# The names under which a dataclass keeps its fields and its parameters, and what it calls at the end of __init__.
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"


class InitVar:
    """InitVar[type] declares a parameter of __init__ that becomes an argument of __post_init__, but no attribute."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about a field: made by field() or by dataclass(), not by programs."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "doc",
        "_field_type",
    )  # fmt: skip

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    def __repr__(self):
        names = (
            "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "doc",
            "_field_type",
        )  # fmt: skip
        parts = []
        for name in names:
            value = getattr(self, name)
            parts.append(f"{name}={value if name == '_field_type' else repr(value)}")
        return f"Field({','.join(parts)})"

    def __set_name__(self, owner, name):
        # The default value may be a descriptor that wants to know its name.
        function = getattr(type(self.default), "__set_name__", None)
        if function:
            function(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    """With what dataclass() was called."""

    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot",
    )  # fmt: skip

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):  # fmt: skip
    """Say more about a field than its type and a default value.

    default_factory is a function that makes the default value of each instance. init=False leaves the field out of
    __init__, repr=False out of __repr__, compare=False out of comparisons, hash=False out of __hash__; kw_only=True makes
    its parameter one that has to be named. metadata is a mapping for the program's own use.
    """
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


# Methods made of text.


class _Methods:
    """Methods that are compiled together, with the objects that they refer to."""

    def __init__(self, cls):
        self.cls = cls
        self.texts = []
        self.names = []
        self.objects = {}
        # What is done with a method that the class has already: the message of a TypeError, or None to keep that one.
        self.messages = {}

    def add(self, name, parameters, body, message=None):
        lines = "".join(f"  {line}\n" for line in body)
        self.texts.append(f" def {name}({', '.join(parameters)}):\n{lines}")
        self.names.append(name)
        self.messages[name] = message

    def install(self, annotations):
        if not self.names:
            return
        text = f"def __make__({', '.join(self.objects)}):\n{''.join(self.texts)} return {', '.join(self.names)},\n"
        module = sys.modules.get(self.cls.__module__)
        namespace = {}
        exec(text, module.__dict__ if module is not None else {}, namespace)
        for name, method in zip(self.names, namespace["__make__"](**self.objects)):
            method.__qualname__ = f"{self.cls.__qualname__}.{name}"
            if name == "__init__":
                method.__annotations__ = annotations
            if _set_new(self.cls, name, method) and self.messages[name]:
                raise TypeError(self.messages[name])


def _set_new(cls, name, value):
    """Set an attribute unless the class has one of its own; whether it has."""
    if name in cls.__dict__:
        return True
    if isinstance(value, types.FunctionType):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False


def _add_init(methods, std_fields, kw_fields, frozen, has_post_init, self_name, slots):
    """The method __init__."""
    seen = None
    for f in std_fields:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen = f
            elif seen:
                raise TypeError(f"non-default argument {f.name!r} follows default argument {seen.name!r}")
    objects = methods.objects
    objects["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
    objects["__dataclass_builtins_object__"] = object
    parameters, body = [self_name], []
    for kind in (std_fields, kw_fields):
        if kind is kw_fields and kw_fields:
            parameters.append("*")
        parameters.extend(_parameter(f, objects) for f in kind if f.init)
    for f in (*std_fields, *kw_fields):
        value = _initial_value(f, objects, slots)
        if value is None:
            continue
        if frozen:
            body.append(f"__dataclass_builtins_object__.__setattr__({self_name}, {f.name!r}, {value})")
        else:
            body.append(f"{self_name}.{f.name} = {value}")
    if has_post_init:
        names = ", ".join(f.name for f in (*std_fields, *kw_fields) if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.{_POST_INIT_NAME}({names})")
    methods.add("__init__", parameters, body or ["pass"])


def _parameter(f, objects):
    """The parameter of __init__ for a field."""
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    if f.default is not MISSING:
        name = f"__dataclass_dflt_{f.name}__"
        objects[name] = f.default
        return f"{f.name}={name}"
    return f"{f.name}=__dataclass_HAS_DEFAULT_FACTORY__"


def _initial_value(f, objects, slots):
    """What __init__ sets the field to, or None if nothing."""
    if f.default_factory is not MISSING:
        name = f"__dataclass_dflt_{f.name}__"
        objects[name] = f.default_factory
        if f.init:
            return f"{name}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
        return f"{name}()"
    if f._field_type is _FIELD_INITVAR:
        return None
    if f.init:
        return f.name
    if slots and f.default is not MISSING:
        name = f"__dataclass_dflt_{f.name}__"
        objects[name] = f.default
        return name
    # The attribute of the class is the default value.
    return None


_printing = set()


def _guarded_repr(function):
    """A __repr__ that prints '...' inside itself."""

    def __repr__(self):
        key = id(self)
        if key in _printing:
            return "..."
        _printing.add(key)
        try:
            return function(self)
        finally:
            _printing.discard(key)

    __repr__.__wrapped__ = function
    __repr__.__qualname__ = function.__qualname__
    return __repr__


# A field's type may be the field's own class.
Field.__repr__ = _guarded_repr(Field.__repr__)


def _tuple_text(name, fields):
    """The tuple of the fields of an object, as text."""
    return f"({''.join(f'{name}.{f.name},' for f in fields)})"


_SAME_CLASS = "if other.__class__ is self.__class__:"


def _add_comparisons(methods, cls, eq, order, fields):
    compared = [f for f in fields if f.compare]
    if eq:
        test = " and ".join(f"self.{f.name}==other.{f.name}" for f in compared) or "True"
        body = ["if self is other:", " return True", _SAME_CLASS, f" return {test}", "return NotImplemented"]
        methods.add("__eq__", ["self", "other"], body)
    if order:
        mine, others = _tuple_text("self", compared), _tuple_text("other", compared)
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            message = (
                f"Cannot overwrite attribute {name} in class {cls.__name__} Consider using functools.total_ordering"
            )
            methods.add(name, ["self", "other"], [_SAME_CLASS, f" return {mine}{sign}{others}", "return NotImplemented"], message)


def _add_frozen(methods, cls, fields):
    """Methods that refuse to change an instance. Subclasses that are no dataclasses may have more attributes."""
    objects = methods.objects
    objects["__dataclass_cls__"] = cls
    objects["__dataclass_FrozenInstanceError__"] = FrozenInstanceError
    condition = "type(self) is __dataclass_cls__"
    if fields:
        condition += f" or name in {{{', '.join(repr(f.name) for f in fields)}}}"
    for name, parameters, what in (
        ("__setattr__", ("self", "name", "value"), "assign to"),
        ("__delattr__", ("self", "name"), "delete"),
    ):
        body = [
            f"if {condition}:",
            f' raise __dataclass_FrozenInstanceError__(f"cannot {what} field {{name!r}}")',
            f"super(__dataclass_cls__, self).{name}({', '.join(parameters[1:])})",
        ]
        methods.add(name, parameters, body, f"Cannot overwrite attribute {name} in class {cls.__name__}")


def _add_hash(methods, cls, fields):
    hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    methods.add("__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"])


# Declarations.


def _first_word(text):
    """The word at the start of a text, and what is behind it, both without spaces in front."""
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[:end], text[end:].lstrip()


def _names_type(annotation, cls, module_name, is_it):
    """Whether an annotation that is text names a type: by its name, or by that of a module and its name."""
    first, rest = _first_word(annotation)
    second = _first_word(rest[1:])[0] if rest[:1] == "." else ""
    namespace = sys.modules.get(cls.__module__).__dict__ if cls.__module__ in sys.modules else {}
    if second:
        module = namespace.get(first)
        if not isinstance(module, types.ModuleType) or module is not sys.modules.get(module_name):
            return False
        namespace, first = module.__dict__, second
    return is_it(namespace.get(first))


def _is_class_variable(annotation):
    typing = sys.modules.get("typing")
    return typing is not None and (
        annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar
    )


def _is_init_variable(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_keyword_mark(annotation):
    return annotation is KW_ONLY


def _is_a(annotation, cls, module_name, is_it):
    if isinstance(annotation, str):
        return _names_type(annotation, cls, module_name, is_it)
    return is_it(annotation)


def _get_field(cls, name, annotation, default_kw_only):
    """The Field for a declaration."""
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, MemberDescriptorType):
            # A slot is no default value.
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_a(annotation, cls, "typing", _is_class_variable):
        f._field_type = _FIELD_CLASSVAR
    elif _is_a(annotation, cls, "dataclasses", _is_init_variable):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


def _collect_fields(cls, frozen, kw_only):
    """The fields of the bases and of the class, by name."""
    collected = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            collected.update((f.name, f) for f in inherited.values())
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    annotations = get_annotations(cls, format=Format.FORWARDREF)
    own = []
    mark_seen = False
    for name, annotation in annotations.items():
        if _is_a(annotation, cls, "dataclasses", _is_keyword_mark):
            if mark_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            mark_seen = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        collected[f.name] = f
        # What stands in the class is the default value, not its declaration.
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all(frozen_bases) and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return collected


def _process_class(cls, params):
    collected = _collect_fields(cls, params.frozen, params.kw_only)
    setattr(cls, _PARAMS, params)
    setattr(cls, _FIELDS, collected)
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = not (own_hash is MISSING or own_hash is None and "__eq__" in cls.__dict__)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    in_init = [f for f in collected.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_fields = tuple(f for f in in_init if f.init and not f.kw_only)
    kw_fields = tuple(f for f in in_init if f.init and f.kw_only)
    plain = [f for f in collected.values() if f._field_type is _FIELD]
    methods = _Methods(cls)
    annotations = {f.name: f.type for f in (*std_fields, *kw_fields)} | {"return": None}
    if params.init:
        # Fields that are no parameters are set as well, where they stand among the others.
        self_name = "__dataclass_self__" if "self" in collected else "self"
        std_all = [f for f in in_init if not (f.init and f.kw_only)]
        _add_init(methods, std_all, kw_fields, params.frozen, hasattr(cls, _POST_INIT_NAME), self_name, params.slots)
    _set_new(cls, "__replace__", _replace)
    if params.repr:
        parts = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in plain if f.repr)
        methods.add("__repr__", ["self"], [f'return f"{{self.__class__.__qualname__}}({parts})"'])
    _add_comparisons(methods, cls, params.eq, params.order, plain)
    if params.frozen:
        _add_frozen(methods, cls, plain)
    if params.unsafe_hash:
        if has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        own_hash = True
    else:
        own_hash = params.eq and params.frozen and not has_hash
    if own_hash:
        if "__hash__" in cls.__dict__:
            del cls.__hash__
        _add_hash(methods, cls, plain)
    has_repr = "__repr__" in cls.__dict__
    methods.install(annotations)
    if params.repr and not has_repr:
        cls.__repr__ = _guarded_repr(cls.__repr__)
    if params.eq and not params.frozen and not params.unsafe_hash and not has_hash:
        cls.__hash__ = None
    if not cls.__doc__:
        if params.init:
            cls.__doc__ = cls.__name__ + _signature_text(std_fields, kw_fields)
        else:
            cls.__doc__ = cls.__name__ + ("()" if cls.__init__ is object.__init__ else "")
    if params.match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in std_fields))
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = __getattr__("_add_slots")(cls, params.frozen, params.weakref_slot, collected)
    abc.update_abstractmethods(cls)
    return cls


def _signature_text(std_fields, kw_fields):
    """What a call looks like."""
    parts = []
    for fields_ in (std_fields, kw_fields):
        if fields_ is kw_fields and kw_fields:
            parts.append("*")
        for f in fields_:
            text = repr(f.type) if isinstance(f.type, (str, InitVar)) else type_repr(f.type)
            if f.default_factory is not MISSING:
                parts.append(f"{f.name}: {text} = <factory>")
            elif f.default is not MISSING:
                parts.append(f"{f.name}: {text} = {f.default!r}")
            else:
                parts.append(f"{f.name}: {text}")
    return f"({', '.join(parts)})"


# What programs call.


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):  # fmt: skip
    """A decorator that adds methods to a class, by the annotations of its attributes.

    init, repr and eq add __init__, __repr__ and __eq__; order adds comparisons, unsafe_hash a __hash__. Instances of
    frozen classes can't be changed. kw_only makes all parameters such that have to be named, slots makes a class with
    __slots__.
    """
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return lambda cls: _process_class(cls, params)
    return _process_class(cls, params)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance: a tuple of Field objects."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether an object is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(
                    f"field {f.name} is declared with init=False, it cannot be specified with replace()"
                )
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


_replace.__name__ = "__replace__"

# What is loaded when a program asks for it, by module.
__getattr__, __dir__ = _later(globals(), {
    "_dataclass_slots": ("_add_slots", "_dataclass_getstate", "_dataclass_setstate"),
    "_dataclass_uses": ("asdict", "astuple", "make_dataclass", "replace"),
})
