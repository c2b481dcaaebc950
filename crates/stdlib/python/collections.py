# Containers beside dict, list, set and tuple.
import sys
from _collections import _deque_iterator, _deque_reverse_iterator, deque
from _later import later as _later
from _types import tuplegetter as _tuplegetter

__all__ = [
    "ChainMap",  # feature: user-containers
    "Counter",
    "OrderedDict",
    "UserDict", "UserList", "UserString",  # feature: user-containers
    "defaultdict",
    "deque",
    "namedtuple",
]


_printing = set()


class OrderedDict(dict):
    """A dict that can be reordered, and whose order counts in comparisons."""

    def move_to_end(self, key, last=True):
        """Move an item to the end, or to the start."""
        last = bool(last)
        if not self:
            raise KeyError(key)
        value = dict.__getitem__(self, key)
        if type(key) not in (str, int, bytes):
            # The key that is there may be another one that is equal.
            key = next(own for own in dict.__iter__(self) if own is key or own == key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
        else:
            items = [(other, item) for other, item in dict.items(self) if other != key]
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, items)

    def popitem(self, last=True):
        """Remove and return an item: the last one, or the first."""
        last = bool(last)
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = OrderedDict.__eq__(self, other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        if id(self) in _printing:
            return "..."
        _printing.add(id(self))
        try:
            return f"{type(self).__name__}({dict.__repr__(self)})"
        finally:
            _printing.discard(id(self))

    def copy(self):
        """A copy."""
        return type(self)(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A dict with these keys, all with the same value."""
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        result.update(self)
        return result

    def __reduce__(self):
        return type(self), (), self.__getstate__(), None, iter(self.items())


class defaultdict(dict):
    """A dict that makes missing values by calling a factory."""

    __slots__ = ("default_factory",)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        super().__init__(*args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def __repr__(self):
        factory = "..."
        if id(self) not in _printing:
            # The factory may be a method of the dict.
            _printing.add(id(self))
            try:
                factory = repr(self.default_factory)
            finally:
                _printing.discard(id(self))
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"

    def copy(self):
        """A copy with the same factory."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())


_KEYWORDS = frozenset((
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
))


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A class of tuples whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen:
                field_names[index] = f"_{index}"
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(field_names[len(field_names) - len(defaults) :], defaults))
    fields = tuple(field_names)
    count = len(fields)
    parameters = "".join([f", {name}" for name in fields])
    scope = {"_new": tuple.__new__, "__name__": f"namedtuple_{typename}"}
    values = "(" + "".join([f"{name}, " for name in fields]) + ")"
    exec(f"def __new__(_cls{parameters}):\n    return _new(_cls, {values})", scope)
    new = scope["__new__"]
    new.__defaults__ = defaults
    new.__doc__ = f"Create new instance of {typename}({', '.join(fields)})"
    new.__qualname__ = f"{typename}.__new__"

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    def _replace(self, /, **changes):
        result = self._make(map(changes.pop, fields, self))
        if changes:
            raise TypeError(f"Got unexpected field names: {list(changes)!r}")
        return result

    def __repr__(self):
        shown = ", ".join([f"{name}={value!r}" for name, value in zip(fields, self)])
        return f"{type(self).__name__}({shown})"

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        "__doc__": f"{typename}({', '.join(fields)})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": new,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__replace__": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for method in (_make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, f"Alias for field number {index}")
    result = type(typename, (tuple,), namespace)
    if module is None:
        frame = getattr(sys, "_getframe", None)
        module = frame(1).f_globals.get("__name__", "__main__") if frame else "__main__"
    result.__module__ = module
    return result


# What is loaded when a program asks for it, by module.
_later_name, __dir__ = _later(globals(), {
    "_counter": ("Counter",),
    "_mappings": ("ChainMap", "UserDict", "UserList", "UserString"),  # feature: user-containers
})


def __getattr__(name):
    if name == "abc":
        import collections.abc

        return collections.abc
    return _later_name(name)


# A package: collections.abc.
__path__ = []
