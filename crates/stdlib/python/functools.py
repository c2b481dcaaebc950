"""Functions that work on functions: with some arguments given, with results remembered, wrapped, chosen by type.

    >>> from functools import partial
    >>> binary = partial(int, base=2)
    >>> binary("101")
    5
"""

import _functools
from _lru_cache import _MARK, _lru_cache_wrapper
from _functools import cmp_to_key, reduce

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
    "Placeholder",
]  # fmt: skip

GenericAlias = type(list[int])
# What binds a function to its first argument.
_method = type((lambda self: self).__get__(0))

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Let wrapper look like the function that it wraps: it takes over the attributes in assigned, the entries of those
    in updated, and has the function as __wrapped__."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator for wrappers: update_wrapper() with the other arguments given."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Functions with some of their arguments.


class _PlaceholderType:
    """The type of Placeholder, which stands for an argument that comes with the call of a partial object."""

    __slots__ = ()
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = object.__new__(cls)
        return cls._instance

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"type '{_PlaceholderType.__name__}' is not an acceptable base type")

    def __repr__(self):
        return "Placeholder"

    def __reduce__(self):
        return "Placeholder"


Placeholder = _PlaceholderType()


def _joined(function, args, keywords):
    """The function below, and all arguments, where a partial object gets more of them."""
    if args and args[-1] is Placeholder:
        raise TypeError("trailing Placeholders are not allowed")
    for value in keywords.values():
        if value is Placeholder:
            raise TypeError("Placeholder cannot be passed as a keyword argument")
    if isinstance(function, (partial, partialmethod)):
        rest = iter(args)
        before = [next(rest, argument) if argument is Placeholder else argument for argument in function.args]
        args = (*before, *rest)
        keywords = {**function.keywords, **keywords}
        function = function.func
    return function, args, keywords


_printing = set()


def _class_name(cls):
    """The name of a class as it is printed, with its module."""
    return f"{cls.__module__}.{cls.__qualname__}"


def _partial_text(self):
    """What partial and partialmethod print."""
    if id(self) in _printing:
        return "..."
    _printing.add(id(self))
    try:
        parts = [repr(self.func)]
        parts.extend(map(repr, self.args))
        parts.extend(f"{name}={value!r}" for name, value in self.keywords.items())
        return f"{_class_name(type(self))}({', '.join(parts)})"
    finally:
        _printing.discard(id(self))


class partial(_functools._Partial):
    """A function with some of its arguments: partial(f, 1, x=2)(3) is f(1, 3, x=2).

    Placeholder among the arguments stands for one that comes with the call.
    """

    __slots__ = ("__dict__", "__weakref__")

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError("the first argument must be callable")
        func, args, keywords = _joined(func, tuple(args), keywords)
        return super().__new__(cls, func, args, keywords, Placeholder)

    def __get__(self, instance, owner=None):
        return self if instance is None else _method(self, instance)

    __repr__ = _partial_text

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, attributes = state
        if (
            not callable(func)
            or not isinstance(args, tuple)
            or not (keywords is None or isinstance(keywords, dict))
            or not (attributes is None or isinstance(attributes, dict))
        ):
            raise TypeError("invalid partial state")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        keywords = {} if keywords is None else keywords if type(keywords) is dict else dict(keywords)
        self._set(func, tuple(args), keywords, Placeholder)
        self.__dict__ = {} if attributes is None else attributes

    __class_getitem__ = classmethod(GenericAlias)


class partialmethod:
    """A method with some of its arguments."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and getattr(func, "__get__", None) is None:
            raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
        if isinstance(func, partialmethod):
            func, args, keywords = _joined(func, args, keywords)
        else:
            _joined(None, args, keywords)
        self.func = func
        self.args = args
        self.keywords = keywords

    __repr__ = _partial_text

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            keywords = {**self.keywords, **keywords}
            return partial(self.func, cls_or_self, *self.args)(*args, **keywords)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, instance, owner=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(instance, owner)
            if bound is not self.func:
                # The descriptor gave something else: that gets the arguments.
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(instance, owner)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


# Results remembered.


def lru_cache(maxsize=128, typed=False):
    """A decorator: the function's results are remembered by its arguments, which have to be hashable.

    At most maxsize results are kept, those that were used last; None keeps all. With typed=True arguments of different
    types are different ones: 3 and 3.0.
    """
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _remembered(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _remembered(function, maxsize, typed)

    return decorate


def _remembered(function, maxsize, typed):
    if not callable(function):
        raise TypeError("the first argument must be callable")
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _MARK)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """A decorator: all results of the function are remembered by its arguments."""
    return lru_cache(maxsize=None)(user_function)


_NOT_FOUND = object()


class cached_property:
    """An attribute that a method computes when it is first asked for, once for each object."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            attributes = instance.__dict__
        except AttributeError:
            kind = type(instance).__name__
            raise TypeError(f"No '__dict__' attribute on {kind!r} instance to cache {name!r} property.") from None
        value = attributes.get(name, _NOT_FOUND)
        if value is _NOT_FOUND:
            value = self.func(instance)
            try:
                attributes[name] = value
            except TypeError:
                kind = type(instance).__name__
                raise TypeError(
                    f"The '__dict__' attribute on {kind!r} instance does not support item assignment "
                    f"for caching {name!r} property."
                ) from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# What not every program needs.


def __getattr__(name):
    if name == "total_ordering":
        import _orderings as place
    elif name in ("singledispatch", "singledispatchmethod"):
        import _dispatch as place
    else:
        import sys

        this = sys.modules["functools"]
        raise AttributeError(f"module 'functools' has no attribute {name!r}", name=name, obj=this)
    value = globals()[name] = getattr(place, name)
    return value


def __dir__():
    return sorted({*globals(), *__all__})
