# Names for the interpreter's own types, and functions that make classes and coroutines.
import sys
from _types import mark_awaitable as _mark_awaitable


def _function():
    pass


def _generator():
    yield 1


async def _coroutine():
    pass


async def _async_generator():
    yield 1


def _cell():
    variable = 1

    def inner():
        return variable

    return inner.__closure__[0]


class _Class:
    def method(self):
        pass


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(sys.implementation)
CellType = type(_cell())
GeneratorType = type(_generator())
_c = _coroutine()
CoroutineType = type(_c)
_c.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__code__)


class _Slots:
    __slots__ = ("slot",)


MemberDescriptorType = type(_Slots.slot)
ModuleType = type(sys)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(Ellipsis)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(getattr(_error.__traceback__, "tb_frame", None))
del _c, _Class, _Slots, _cell, _function, _generator, _coroutine, _async_generator

__all__ = [name for name in globals() if name[:1] != "_" and name != "sys"] + [
    "new_class", "resolve_bases", "prepare_class", "get_original_bases", "DynamicClassAttribute", "coroutine",
]


def coroutine(function):
    """Make a generator function's generators awaitable."""
    if not callable(function):
        raise TypeError("types.coroutine() expects a callable")
    if type(function) is FunctionType:
        code = function.__code__
        if code.co_flags & 0x180:
            return function
        if code.co_flags & 0x20:
            function.__code__ = code.replace(co_flags=code.co_flags | 0x100)
            return function

    def awaitable(*args, **kwargs):
        result = function(*args, **kwargs)
        if isinstance(result, GeneratorType):
            return _mark_awaitable(result)
        if hasattr(result, "__await__") or not hasattr(result, "send"):
            return result
        from collections.abc import Generator

        return _AwaitableProxy(result) if isinstance(result, Generator) else result

    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        try:
            setattr(awaitable, name, getattr(function, name))
        except AttributeError:
            pass
    awaitable.__wrapped__ = function
    return awaitable


class _AwaitableProxy:
    """Stands for an object that is like a generator, and can be awaited."""

    def __init__(self, generator):
        self.__wrapped = generator

    def __iter__(self):
        return self

    __await__ = __iter__

    def __next__(self):
        return next(self.__wrapped)

    def send(self, value):
        return self.__wrapped.send(value)

    def throw(self, *error):
        return self.__wrapped.throw(*error)

    def close(self):
        return self.__wrapped.close()

    def __getattr__(self, name):
        # What coroutines tell of themselves, generators tell by other names.
        return getattr(self.__wrapped, "gi_" + name[3:] if name.startswith("cr_") else name)


def resolve_bases(bases):
    """The bases of a class, with __mro_entries__ of those that have it asked."""
    resolved = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            entries = base.__mro_entries__(bases)
            if not isinstance(entries, tuple):
                raise TypeError("__mro_entries__ must return a tuple")
            resolved.extend(entries)
        else:
            resolved.append(base)
    return tuple(resolved) if resolved != list(bases) else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the keywords for a class to be made."""
    kwds = {} if kwds is None else dict(kwds)
    if "metaclass" in kwds:
        meta = kwds.pop("metaclass")
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            kind = type(base)
            if issubclass(meta, kind):
                continue
            if issubclass(kind, meta):
                meta = kind
                continue
            raise TypeError(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                "metaclasses of all its bases"
            )
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as the class statement does."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def get_original_bases(cls, /):
    """The bases as the class statement named them."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """A property whose look-up on the class goes to the metaclass's __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        # Documentation that was not given is the getter's, also of one that comes later.
        self.overwrite_doc = doc is None
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        doc = self.overwrite_doc and getattr(fget, "__doc__", None) or self.__doc__
        return self._like(fget, self.fset, self.fdel, doc)

    def setter(self, fset):
        return self._like(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return self._like(self.fget, self.fset, fdel, self.__doc__)

    def _like(self, *parts):
        made = type(self)(*parts)
        made.overwrite_doc = self.overwrite_doc
        return made
