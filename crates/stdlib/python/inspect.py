"""Looking at live objects: what they are, what they have, how they are called, and where they come from."""

import sys
import types
from _later import later as _later

# Flags of code objects, and one of classes.
CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_NESTED = 0x10
CO_GENERATOR = 0x20
CO_NOFREE = 0x40
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100
CO_ASYNC_GENERATOR = 0x200
CO_HAS_DOCSTRING = 0x4000000
CO_METHOD = 0x8000000
TPFLAGS_IS_ABSTRACT = 1 << 20

_mark = object()


class _Plain:
    pass


# The attributes of builtin types, and those that each class gets.
_GETSETS = types.GetSetDescriptorType, type(_Plain.__dict__["__dict__"])


def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, types.ModuleType)


def ispackage(object):
    """Whether it is a package: a module that has others in it."""
    return ismodule(object) and hasattr(object, "__path__")


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether it is a bound method that is written in Python."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Whether it is a function that is written in Python."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """Whether it is a builtin function or a bound builtin method."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Whether it is a bound special method of a builtin type."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Whether it is a function or method of any kind."""
    is_python = isfunction(object) or ismethod(object)
    return is_python or isbuiltin(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def ismethoddescriptor(object):
    """Whether it is a method of a builtin type: something with __get__ but not __set__ that is no function or class."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__get__") and not hasattr(tp, "__set__") and not hasattr(tp, "__delete__")


def isdatadescriptor(object):
    """Whether it is a descriptor that attributes of instances don't hide."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__set__") or hasattr(tp, "__delete__")


def ismemberdescriptor(object):
    """Whether it is what a slot of a class is."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Whether it is what an attribute of a builtin type is."""
    return isinstance(object, _GETSETS)


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, types.CodeType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, types.FrameType)


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    """Whether it is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Whether await takes it."""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType) and object.gi_code.co_flags & CO_ITERABLE_COROUTINE:
        return True
    return hasattr(type(object), "__await__")


def _unwrap_partial(function):
    """What functools.partial objects and bound methods stand on."""
    functools = sys.modules.get("functools")
    while True:
        if isinstance(function, types.MethodType):
            function = function.__func__
        elif functools is not None and isinstance(function, functools.partial):
            function = function.func
        elif functools is not None and isinstance(getattr(function, "__partialmethod__", None), functools.partialmethod):
            function = function.__partialmethod__.func
        else:
            return function


def _has_flag(function, flag):
    function = _unwrap_partial(function)
    code = getattr(function, "__code__", None)
    is_function = isfunction(function) or callable(function) and isinstance(code, types.CodeType) and not isclass(function)
    return is_function and bool(code.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether calling it gives a generator."""
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """Whether calling it gives an asynchronous generator."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def markcoroutinefunction(func):
    """Mark a function as one whose calls give something to await."""
    getattr(func, "__func__", func)._is_coroutine_mark = _mark
    return func


def iscoroutinefunction(obj):
    """Whether calling it gives a coroutine, or markcoroutinefunction() says so."""
    inner = _unwrap_partial(obj)
    if getattr(inner, "_is_coroutine_mark", None) is _mark:
        return True
    return _has_flag(obj, CO_COROUTINE)


def isabstract(object):
    """Whether it is a class that has abstract methods left."""
    from abc import ABCMeta

    if not isclass(object):
        return False
    own = object.__dict__
    if "__abstractmethods__" in own or not issubclass(type(object), ABCMeta):
        return bool(own.get("__abstractmethods__"))
    # The class is being made: __init_subclass__() asks.
    values = [own[name] for name in own]
    for base in object.__bases__:
        values += [getattr(object, name, None) for name in getattr(base, "__abstractmethods__", ())]
    return any(getattr(value, "__isabstractmethod__", False) for value in values)


def getmro(cls):
    """The classes in which attributes are looked for, in that order."""
    return cls.__mro__


def _members(object, predicate, getter):
    results = []
    mro = getmro(object) if isclass(object) else ()
    names = dir(object)
    for base in object.__bases__ if mro else ():
        for key, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute):
                names.append(key)
    seen = set()
    for key in names:
        try:
            value = getter(object, key)
            if key in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if key in base.__dict__:
                    value = base.__dict__[key]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((key, value))
        seen.add(key)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """The attributes of an object as pairs of name and value, sorted; those alone for which the predicate is true."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same as getmembers(), without running descriptors, __getattr__ and __getattribute__."""
    return _members(object, predicate, getattr_static)


def unwrap(func, *, stop=None):
    """What a chain of __wrapped__ attributes ends with."""
    first = func
    seen = {id(func): func}
    limit = sys.getrecursionlimit()
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen[id(func)] = func
    return func


def _static_mro(cls):
    return type.__dict__["__mro__"].__get__(cls)


def _own_dict(cls):
    """The namespace of a class, whatever it makes of __dict__."""
    return type.__dict__["__dict__"].__get__(cls)


def _instance_value(obj, name):
    """What an instance's own namespace has for a name; _mark if nothing."""
    for cls in _static_mro(type(obj)):
        found = _own_dict(cls).get("__dict__", _mark)
        if found is not _mark:
            if not isinstance(found, _GETSETS):
                return _mark  # The class has something of its own of that name.
            break
    try:
        own = object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return _mark
    return dict.get(own, name, _mark) if isinstance(own, dict) else _mark


def _class_value(cls, name):
    for base in _static_mro(cls):
        if name in _own_dict(base):
            return _own_dict(base)[name]
    return _mark


def getattr_static(obj, attr, default=_mark):
    """An attribute as it is stored: no descriptor, __getattr__ or __getattribute__ runs."""
    own = _mark
    # Not isinstance(), which may ask the object for its __class__.
    if type not in _static_mro(type(obj)):
        cls = type(obj)
        own = _instance_value(obj, attr)
    else:
        cls = obj
    found = _class_value(cls, attr)
    if own is not _mark and found is not _mark:
        kind = type(found)
        if _class_value(kind, "__get__") is not _mark and (
            _class_value(kind, "__set__") is not _mark or _class_value(kind, "__delete__") is not _mark
        ):
            return found
    if own is not _mark:
        return own
    if found is not _mark:
        return found
    if obj is cls:
        for meta in _static_mro(type(cls)):
            if attr in _own_dict(meta):
                return _own_dict(meta)[attr]
    if default is not _mark:
        return default
    raise AttributeError(attr)


def cleandoc(doc):
    """A docstring without the indentation that its lines from the second on share, and without blank lines around it."""
    lines = doc.expandtabs().split("\n")
    margin = sys.maxsize
    for line in lines[1:]:
        content = len(line.lstrip(" "))
        if content:
            margin = min(margin, len(line) - content)
    if lines:
        lines[0] = lines[0].lstrip(" ")
    if margin < sys.maxsize:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    """The documentation of an object, cleaned; a class, method or property without any has that of what it overrides."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def _class_of_method(func):
    cls = sys.modules.get(func.__module__)
    for name in func.__qualname__.split(".")[:-1]:
        cls = getattr(cls, name, None)
    return cls if isclass(cls) else None


def _inherited_doc(obj):
    """The documentation of what a class, method or descriptor overrides."""
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name = obj.__func__.__name__
        cls = obj.__self__ if isclass(obj.__self__) else obj.__self__.__class__
    elif isfunction(obj):
        name = obj.__name__
        cls = _class_of_method(obj)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif isbuiltin(obj):
        name = obj.__name__
        cls = obj.__self__ if isclass(obj.__self__) else obj.__self__.__class__
    elif isinstance(obj, property):
        name = obj.__name__
        cls = _class_of_method(obj.fget)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        name = obj.__name__
        cls = obj.__objclass__
        if getattr(cls, name) is not obj:
            return None
        slots = getattr(cls, "__slots__", None)
        if ismemberdescriptor(obj) and isinstance(slots, dict) and name in slots:
            return slots[name]
    else:
        return None
    for base in cls.__mro__:
        found = getattr(base, name, None)
        doc = None if found is None else found.__doc__
        if doc is not None:
            return doc
    return None


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


# What is loaded when a program asks for it, by module.
__getattr__, __dir__ = _later(globals(), {
    "_inspect_signatures": (
        "Signature", "Parameter", "BoundArguments", "signature", "formatannotation", "formatannotationrelativeto",
        "_ParameterKind", "_empty",
    ),
    "_inspect_arguments": (
        "FullArgSpec", "getfullargspec", "getcallargs", "Arguments", "getargs", "ArgInfo", "getargvalues",
        "formatargvalues",
    ),
    "_inspect_sources": (
        "getfile", "getsourcefile", "getabsfile", "getmodulename", "getmodule", "findsource", "getsourcelines", "getsource",
        "getcomments", "getblock", "indentsize", "ClassFoundException", "EndOfBlock",
    ),
    "_inspect_classes": ("Attribute", "classify_class_attrs", "getclasstree", "walktree", "BufferFlags"),
    "_inspect_frames": (
        "Traceback", "FrameInfo", "getframeinfo", "getlineno", "getouterframes", "getinnerframes", "stack", "trace",
        "ClosureVars", "getclosurevars", "getgeneratorstate", "getgeneratorlocals", "getcoroutinestate",
        "getcoroutinelocals", "getasyncgenstate", "getasyncgenlocals", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED",
        "GEN_CLOSED", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED", "AGEN_CREATED", "AGEN_RUNNING",
        "AGEN_SUSPENDED", "AGEN_CLOSED",
    ),
    "annotationlib": ("get_annotations",),
})  # fmt: skip

__all__ = [name for name in __dir__() if name[:1] != "_" and name not in ("sys", "types", "get_annotations")]
