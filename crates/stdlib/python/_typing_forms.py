# The special forms of `typing`, as Optional and Literal are, and what subscripting them and the aliases gives.

import sys
from _typing import Generic, ParamSpec, TypeVarTuple, Union
from functools import lru_cache
from types import GenericAlias

__name__ = "typing"

# What native code has for *Ts.
_UnpackedTuple = type(next(iter(TypeVarTuple("Ts"))))
_INTERNALS = "__origin__", "__args__", "__parameters__", "__metadata__", "_form", "_name"


def _reference(text, is_class=False, module=None):
    from annotationlib import ForwardRef

    reference = ForwardRef(text, is_class=is_class, module=module)
    # What is no expression is an error at once.
    reference.__forward_code__
    return reference


def _plain(arg):
    """What stands for None and for text where a type is expected."""
    if arg is None:
        return type(None)
    return _reference(arg) if isinstance(arg, str) else arg


def _is_protocol_class(arg):
    return isinstance(arg, type) and arg.__name__ == "Protocol" and arg.__module__ == "typing"


def _type_check(arg, message, is_argument=True, module=None, *, allow_special_forms=False):
    """An argument as a type: a TypeError for what can't be one."""
    if isinstance(arg, str):
        return _reference(arg, is_class=allow_special_forms, module=module)
    arg = _plain(arg)
    if isinstance(arg, (_GenericAlias, GenericAlias)):
        origin = arg.__origin__
        invalid = origin is Generic or _is_protocol_class(origin)
        if not allow_special_forms and (origin is ClassVar or is_argument and origin is Final):
            invalid = True
        if invalid:
            raise TypeError(f"{arg} is not valid as type argument")
    if arg in _PLAIN_FORMS or allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic or _is_protocol_class(arg):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _show(arg):
    """A type as the text of an alias shows it."""
    if arg is Ellipsis:
        return "..."
    if isinstance(arg, tuple):
        return f"[{', '.join(map(_show, arg))}]"
    if isinstance(arg, type) and type(arg) is not GenericAlias:
        return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
    if type(arg) in (type(_show), type(len)):
        return arg.__name__
    return repr(arg)


def _cached(function):
    """The function with a memory for arguments that can be hashed."""
    remembering = lru_cache(typed=True)(function)

    def call(*args):
        try:
            return remembering(*args)
        except TypeError:
            return function(*args)

    return call


class _Form:
    """What forms and aliases have in common: they are types for annotations only."""

    __slots__ = ()
    __iter__ = None

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root and cls.__module__ != "typing":
            raise TypeError("Cannot subclass special typing classes")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _SpecialForm(_Form):
    """A name that means something of its own in annotations."""

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _GenericAlias(_Form):
    """A form or an alias with its arguments."""

    def __init__(self, form, origin, args):
        self._form = form
        self.__origin__ = origin
        self.__args__ = args
        # Native code knows how to look for type parameters and to replace them. It shows a form as such in messages.
        self.__parameters__ = GenericAlias(form, args).__parameters__

    def __getattr__(self, name):
        if name in ("__origin__", "__args__"):
            raise AttributeError(name)
        if name in ("__name__", "__qualname__", "_name"):
            return self._form._name
        if name[:2] != "__":
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name in _INTERNALS or name[:2] == "__" and name[-2:] == "__":
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def _with(self, args):
        """The same with other arguments."""
        return self.__class__(self._form, self.__origin__, args)

    def __getitem__(self, key):
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        key = tuple(map(_plain, key)) if isinstance(key, tuple) else _plain(key)
        return self._with(GenericAlias(self._form, self.__args__)[key].__args__)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__ and self._form == other._form

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        return f"{self._form!r}[{', '.join(map(_show, self.__args__)) or '()'}]"

    def __call__(self, *args, **kwargs):
        if isinstance(self._form, _SpecialGenericAlias) and not self._form._makes:
            raise TypeError(
                f"Type {self._form._name} cannot be instantiated; use {self.__origin__.__name__}() instead"
            )
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        return _entries(self, bases)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        yield Unpack[self]

    def __reduce__(self):
        from operator import getitem

        args = self.__args__
        return getitem, (self._form, args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __dir__(self):
        return list(set(super().__dir__()) | {name for name in dir(self.__origin__) if name[:2] != "__"})


def _entries(alias, bases):
    """The bases that a class gets for an alias: its origin, and Generic where nothing else brings it."""
    result = [alias.__origin__] if alias.__origin__ not in bases else []
    for base in bases[bases.index(alias) + 1 :]:
        if isinstance(base, (_Form, GenericAlias)) or isinstance(base, type) and issubclass(base, Generic):
            break
    else:
        result.append(Generic)
    return tuple(result)


class _SpecialGenericAlias(_Form):
    """A name for a class that is elsewhere, as List is for list. The class is looked for when somebody asks."""

    _MAKING = "Deque", "DefaultDict", "OrderedDict", "Counter", "ChainMap"

    def __init__(self, name, place, count, defaults=()):
        self._name = name
        self._place = place
        self._count = count
        self._defaults = defaults
        self._makes = name in self._MAKING
        module, _, found = place.rpartition(".")
        if module == "builtins":
            self.__doc__ = f"A generic version of {found}."
        elif name == found:
            self.__doc__ = f"A generic version of {place}."
        else:
            self.__doc__ = f"A generic version of {place}."

    def __getattr__(self, name):
        if name == "__origin__":
            module, _, found = self._place.rpartition(".")
            __import__(module)
            origin = getattr(sys.modules[module], found)
            self.__dict__["__origin__"] = origin
            return origin
        if name in ("__name__", "__qualname__"):
            return self._name
        if name[:2] == "__":
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwargs):
        if not self._makes:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return _entries(self, bases)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            cls = cls.__origin__
        if isinstance(cls, _GenericAlias):
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        return issubclass(cls, self.__origin__)

    def __getitem__(self, params):
        return _subscribed(self, params)


@_cached
def _subscribed(alias, params):
    if not isinstance(params, tuple):
        params = (params,)
    params = tuple(_type_check(param, "Parameters to generic types must be types.") for param in params)
    count = alias._count
    if not count:
        raise TypeError(f"{alias} is not a generic class")
    given = len(params)
    least = count - len(alias._defaults)
    if given > count or given < least:
        expected = count if given > count or least == count else f"at least {least}"
        many = "many" if given > count else "few"
        raise TypeError(f"Too {many} arguments for {alias}; actual {given}, expected {expected}")
    if given < count:
        params += alias._defaults[given - count :]
    return _GenericAlias(alias, alias.__origin__, params)


class _TupleType(_SpecialGenericAlias):
    """Tuple, which takes any number of arguments."""

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        rest = ()
        if len(params) >= 2 and params[-1] is ...:
            params, rest = params[:-1], (...,)
        params = tuple(_type_check(param, "Tuple[t0, t1, ...]: each t must be a type.") for param in params)
        return _remembered(_GenericAlias, self, tuple, params + rest)


@_cached
def _remembered(kind, *args):
    return kind(*args)


def _is_parameters(arg):
    """Whether something may stand for all parameters of a function."""
    return arg is Ellipsis or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


class _CallableGenericAlias(_GenericAlias):
    """Callable with its arguments: those of the function lie flat before the result."""

    __iter__ = None

    def _with(self, args):
        first, result = args[:-1], args[-1]
        if len(first) == 1 and isinstance(first[0], tuple):
            first = first[0]
        return _CallableGenericAlias(self._form, self.__origin__, (*first, result))

    def _is_open(self):
        args = self.__args__
        return len(args) == 2 and _is_parameters(args[0])

    def __repr__(self):
        if self._is_open():
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_show, self.__args__[:-1]))}], {_show(self.__args__[-1])}]"

    def __reduce__(self):
        from operator import getitem

        args = self.__args__
        return getitem, (Callable, args if self._is_open() else (list(args[:-1]), args[-1]))


class _CallableType(_SpecialGenericAlias):
    """Callable, which takes a list of parameters and a result."""

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, (list, tuple)):
            args = tuple(_type_check(arg, "Callable[[arg, ...], result]: each arg must be a type.") for arg in args)
        elif args is not Ellipsis:
            args = (_type_check(args, "Callable[[arg, ...], result]: each arg must be a type."),)
        else:
            args = (args,)
        return _remembered(_CallableGenericAlias, self, self.__origin__, (*args, result))


class _ConcatenateGenericAlias(_GenericAlias):
    """Concatenate with its arguments. It becomes a tuple when its last parameter is replaced by several."""

    def _with(self, args):
        last = args[-1]
        if isinstance(last, tuple):
            return (*args[:-1], *last)
        if isinstance(last, _ConcatenateGenericAlias):
            args = args[:-1] + last.__args__
        return super()._with(args)


class _LiteralGenericAlias(_GenericAlias):
    """Literal with its values, of which the order is not compared, but the types are."""

    def _typed(self):
        return {(value, type(value)) for value in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._typed() == other._typed()

    def __hash__(self):
        return hash(frozenset(self._typed()))


class _AnnotatedAlias(_GenericAlias):
    """A type with what somebody wants to say about it."""

    __iter__ = None

    def __init__(self, origin, *metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(Annotated, origin, (origin,))
        self.__metadata__ = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], *self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_show(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        from operator import getitem

        return getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _UnpackGenericAlias(_GenericAlias):
    """Unpack with a type whose parts stand where it is."""

    def __repr__(self):
        return f"typing.Unpack[{_show(self.__args__[0])}]"

    @property
    def __typing_unpacked_tuple_args__(self):
        """The types of an unpacked tuple, or None."""
        (arg,) = self.__args__
        if isinstance(arg, (_GenericAlias, GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Fits all types, and all types fit it. A class may have it as its base."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _unsubscriptable(self, parameters):
    raise TypeError(f"{self} is not subscriptable")


def _name(name, doc):
    """A form that takes no arguments."""
    form = _SpecialForm(_unsubscriptable)
    form._name = name
    form.__doc__ = doc
    return form


def _single(name, doc, complaint="{} accepts only single type.", allow_special_forms=False):
    """A form that takes one type."""

    @_cached
    def getitem(self, parameters):
        item = _type_check(parameters, complaint.format(self), allow_special_forms=allow_special_forms)
        return _GenericAlias(self, self, (item,))

    form = _SpecialForm(getitem)
    form._name = name
    form.__doc__ = doc
    return form


NoReturn = _name("NoReturn", "The result of functions that never return.")
Never = _name("Never", "The type that no value has.")
Self = _name("Self", "The class in whose body it stands, or the subclass through which a method is called.")
LiteralString = _name("LiteralString", "Text that the program itself spells out.")
TypeAlias = _name("TypeAlias", "Annotates a name that stands for a type.")
ClassVar = _single("ClassVar", "A variable of the class, which is not set on instances.", allow_special_forms=True)
Final = _single("Final", "A name that shall not be bound again.", allow_special_forms=True)
TypeGuard = _single("TypeGuard", "The result of a function whose True means that its argument has the type.")
TypeIs = _single("TypeIs", "The result of a function that tells whether its argument has the type.")
Required = _single("Required", "A key that a TypedDict must have.", "Required accepts only a single type.", True)
NotRequired = _single("NotRequired", "A key that a TypedDict may lack.", "NotRequired accepts only a single type.", True)
ReadOnly = _single("ReadOnly", "A key of a TypedDict that is not changed.", "ReadOnly accepts only a single type.", True)


@_SpecialForm
def Optional(self, parameters):
    """Optional[X] is X | None."""
    arg = _type_check(parameters, f"{self} requires a single type.")
    return Union[arg, type(None)]


@_SpecialForm
def Literal(self, *parameters):
    """One of the values that it lists."""
    values = []
    for value in parameters[0] if isinstance(parameters[0], tuple) else parameters:
        values.extend(value.__args__ if isinstance(value, _LiteralGenericAlias) else (value,))
    try:
        values = [value for value, _ in dict.fromkeys((value, type(value)) for value in values)]
    except TypeError:
        pass  # Values that can't be hashed stay as they are.
    return _literal_of(*values)


@_cached
def _literal_of(*values):
    return _LiteralGenericAlias(Literal, Literal, values)


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters in front of those that a ParamSpec stands for."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    args = tuple(_type_check(arg, message) for arg in parameters[:-1])
    return _remembered(_ConcatenateGenericAlias, self, self, (*args, parameters[-1]))


@_SpecialForm
def Annotated(self, params):
    """A type with what somebody wants to say about it: Annotated[int, "metres"]."""
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    first = params[0]
    if type(first) is not _UnpackedTuple and not isinstance(first, _UnpackGenericAlias):
        message = "Annotated[t, ...]: t must be a type."
        first = _type_check(first, message, allow_special_forms=True)
    return _remembered(_AnnotatedAlias, first, *params[1:])


@_SpecialForm
def Unpack(self, parameters):
    """What stands in the type's place is all that it consists of."""
    item = _type_check(parameters, f"{self} accepts only single type.")
    if isinstance(item, TypeVarTuple):
        return next(iter(item))
    return _UnpackGenericAlias(self, self, (item,))


# Forms that are types by themselves.
_PLAIN_FORMS = Any, LiteralString, NoReturn, Never, Self, TypeAlias

Tuple = _TupleType("Tuple", "builtins.tuple", -1)
Type = _SpecialGenericAlias("Type", "builtins.type", 1)
Callable = _CallableType("Callable", "collections.abc.Callable", 2)
