"""How to take objects apart and make them again: what copy and pickle ask beside the objects themselves."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

# Functions that take objects of a class apart, by class.
dispatch_table = {}
_HEAP_TYPE = 1 << 9


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Let pickle_function take objects of ob_type apart."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Make sure that object can make others."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    """A complex number as its parts."""
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)


def pickle_super(obj):  # feature: pickle
    """What super() gave, as the class and the object."""  # feature: pickle
    return super, (obj.__thisclass__, obj.__self__)  # feature: pickle


pickle(super, pickle_super)  # feature: pickle


def pickle_union(obj):
    """A union as the types in it."""
    from functools import reduce
    from operator import or_

    return reduce, (or_, obj.__args__)


pickle(type(int | str), pickle_union)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _reduce_ex(self, proto):
    """What protocols 0 and 1 have: the builtin type inside and its value."""
    cls = type(self)
    base = next((kind for kind in cls.__mro__ if not kind.__flags__ & _HEAP_TYPE), object)
    state = None
    if base is not object:
        if base is cls:
            raise TypeError(f"cannot pickle {cls.__name__!r} object")
        state = base(self)
    if getattr(self, "__slots__", None) and cls.__getstate__ is object.__getstate__:
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    attributes = self.__getstate__()
    arguments = (cls, base, state)
    return (_reconstructor, arguments, attributes) if attributes else (_reconstructor, arguments)


def _slotnames(cls):
    """The names of all slots, as instances have them."""
    found = cls.__dict__.get("__slotnames__")
    if found is not None:
        return found
    found = []
    for kind in cls.__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name.startswith("__") and not name.endswith("__"):
                owner = kind.__name__.lstrip("_")
                found.append(f"_{owner}{name}" if owner else name)
            elif name not in ("__dict__", "__weakref__"):
                found.append(name)
    try:
        cls.__slotnames__ = found
    except (AttributeError, TypeError):
        pass
    return found


# Classes and functions by numbers, which take less room in pickles than names: the numbers of pairs of module and name, the
# inverse of that, and what was found under the numbers before.
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Register an extension code."""
    code = int(code)
    if not 1 <= code <= 0x7FFFFFFF:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Unregister an extension code.  For testing only."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    """Forget what was found under extension codes."""
    _extension_cache.clear()
