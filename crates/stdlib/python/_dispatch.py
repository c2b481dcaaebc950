# Functions chosen by the type of their first argument: what functools loads when a program asks for it.
from functools import update_wrapper

__name__ = "functools"

MappingProxyType = type(type.__dict__)
UnionType = type(int | str)


def _find_implementation(cls, registry):
    """What is registered for a class or, failing that, for the nearest class above it.

    A class may also count as a subclass of one that is not among its bases. Such a class stands right behind the first
    class in the order of bases that counts as its subclass without having got that from a base.
    """
    mro = cls.__mro__
    for base in mro:
        if base in registry:
            return registry[base]
        virtual = [
            other
            for other in registry
            if other not in mro
            and issubclass(base, other)
            and not any(issubclass(above, other) for above in base.__bases__)
        ]
        # The more special ones go before.
        nearest = [
            other for other in virtual if not any(one is not other and issubclass(one, other) for one in virtual)
        ]
        if len(nearest) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {nearest[0]} or {nearest[1]}")
        if nearest:
            return registry[nearest[0]]
    return registry.get(object)


def _is_dispatch_type(cls):
    if isinstance(cls, type):
        return True
    return isinstance(cls, UnionType) and all(isinstance(member, type) for member in cls.__args__)


def _first_annotation(function):
    """Name and class of the first annotation of a function."""
    from annotationlib import get_annotations

    name, cls = next(iter(get_annotations(function, eval_str=True).items()))
    if not _is_dispatch_type(cls):
        if isinstance(cls, UnionType):
            raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
    return cls


def singledispatch(func):
    """A decorator: the function's behaviour depends on the type of its first argument.

    Functions for other types are added with its method register(), which may be a decorator with or without the type.
    """
    from abc import get_cache_token
    from weakref import WeakKeyDictionary

    registry = {}
    found = WeakKeyDictionary()
    # Where abstract classes are registered: as often as classes have been registered with any when found was right.
    token = None

    def dispatch(cls):
        """The function that is called for a class."""
        nonlocal token
        if token is not None and token != (now := get_cache_token()):
            found.clear()
            token = now
        try:
            return found[cls]
        except KeyError:
            implementation = registry.get(cls)
            if implementation is None:
                implementation = _find_implementation(cls, registry)
            found[cls] = implementation
            return implementation

    def register(cls, func=None):
        """Add a function for a class. Without the function it is a decorator; the class may be the annotation of the
        function's first parameter."""
        nonlocal token
        if _is_dispatch_type(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(cls, "__annotations__", {}):
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            func = cls
            cls = _first_annotation(func)
        for member in cls.__args__ if isinstance(cls, UnionType) else (cls,):
            registry[member] = func
            if hasattr(member, "__abstractmethods__"):
                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A method whose behaviour depends on the type of its first argument behind self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Add a method for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, instance, owner=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **keywords):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            method = dispatch(args[0].__class__)
            if hasattr(method, "__get__"):
                method = method.__get__(instance, owner)
            return method(*args, **keywords)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    def __repr__(self):
        name = getattr(self.func, "__qualname__", None) or getattr(self.func, "__name__", "?")
        return f"<single dispatch method descriptor {name}>"

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
