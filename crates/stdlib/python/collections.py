# Containers beside dict, list, set and tuple.
import sys
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


def _index(value):
    """The int that a value stands for as an index."""
    return range(value).stop


def _times(value):
    """How often a deque is to be repeated."""
    if not hasattr(type(value), "__index__"):
        raise TypeError(f"can't multiply sequence by non-int of type '{type(value).__name__}'")
    return value


class deque:
    """A list that grows and shrinks at both ends: deque(iterable=(), maxlen=None).

    A third argument that is 1, as in MicroPython, makes it an error to add to a deque that has maxlen items.
    """

    __slots__ = ("_maxlen", "_refuses", "_items", "_head", "_changes", "__weakref__")

    def __init__(self, iterable=(), maxlen=None, flags=0):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            maxlen = int.__index__(maxlen)
            if maxlen.bit_length() > 63:
                raise OverflowError("Python int too large to convert to C ssize_t")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._refuses = flags & 1
        # The items lie in a list from _head on; what is before it is room for more.
        self._items = []
        self._head = 0
        self._changes = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        """The most items that the deque keeps, or None."""
        return self._maxlen

    def append(self, x, /):
        """Add an item at the right end."""
        self._changes += 1
        self._items.append(x)
        if self._maxlen is not None and len(self) > self._maxlen:
            if self._refuses:
                self._items.pop()
                raise IndexError("full")
            self.popleft()

    def appendleft(self, x, /):
        """Add an item at the left end."""
        self._changes += 1
        if self._head == 0:
            room = len(self._items) + 8
            self._items[:0] = [None] * room
            self._head = room
        self._head -= 1
        self._items[self._head] = x
        if self._maxlen is not None and len(self) > self._maxlen:
            if self._refuses:
                self.popleft()
                raise IndexError("full")
            self.pop()

    def pop(self):
        """Remove and return the item at the right end."""
        if not len(self):
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        """Remove and return the item at the left end."""
        head = self._head
        if head >= len(self._items):
            raise IndexError("pop from an empty deque")
        self._changes += 1
        item = self._items[head]
        self._items[head] = None
        self._head = head + 1
        if self._head > 32 and self._head * 2 > len(self._items):
            del self._items[: self._head]
            self._head = 0
        return item

    def extend(self, iterable, /):
        """Add items at the right end."""
        if iterable is self:
            iterable = list(self)
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        """Add items at the left end, one after the other."""
        if iterable is self:
            iterable = list(self)
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        """Remove all items."""
        self._changes += 1
        self._items = []
        self._head = 0

    def copy(self):
        """A copy."""
        return type(self)(self) if self._maxlen is None else type(self)(self, self._maxlen)

    __copy__ = copy

    def _settle(self):
        del self._items[: self._head]
        self._head = 0
        return self._items

    def _check_unchanged(self, changes, kind=RuntimeError):
        """Comparing the items may run code that changes the deque."""
        if self._changes != changes:
            raise kind("deque mutated during iteration")

    def count(self, x, /):
        """How many items equal x."""
        changes = self._changes
        count = self._settle()[:].count(x)
        self._check_unchanged(changes)
        return count

    def index(self, x, start=0, stop=sys.maxsize, /):
        """The place of the first item that equals x."""
        changes = self._changes
        try:
            place = self._settle()[:].index(x, start, stop)
        except ValueError as error:
            if error.__traceback__.tb_next:
                # Of an item's `__eq__`.
                raise
            self._check_unchanged(changes)
            raise ValueError(f"{x!r} is not in deque") from None
        self._check_unchanged(changes)
        return place

    def insert(self, i, x, /):
        """Insert an item before a place."""
        i = _index(i)
        if not -sys.maxsize - 1 <= i <= sys.maxsize:
            raise OverflowError("Python int too large to convert to C ssize_t")
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._changes += 1
        self._settle().insert(i, x)

    def remove(self, value, /):
        """Remove the first item that equals value."""
        changes = self._changes
        items = self._settle()
        try:
            place = items[:].index(value)
        except ValueError as error:
            if error.__traceback__.tb_next:
                raise
            self._check_unchanged(changes, IndexError)
            raise ValueError(f"{value!r} is not in deque") from None
        self._check_unchanged(changes, IndexError)
        self._changes += 1
        del items[place]

    def reverse(self):
        """Reverse the items in place."""
        self._changes += 1
        self._settle().reverse()

    def rotate(self, n=1, /):
        """Move n items from the right end to the left one."""
        n = _index(n)
        size = len(self)
        if size > 1:
            self._changes += 1
            items = self._settle()
            n %= size
            items[:] = items[size - n :] + items[: size - n]

    def __len__(self):
        return len(self._items) - self._head

    def _place(self, index):
        if type(index) is not int:
            if not hasattr(type(index), "__index__"):
                raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
            index = _index(index)
        size = len(self)
        place = index + size if index < 0 else index
        if not 0 <= place < size:
            if not -(2**63) <= index < 2**63:
                raise IndexError("cannot fit 'int' into an index-sized integer")
            raise IndexError("deque index out of range")
        return self._head + place

    def __getitem__(self, index):
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        self._items[self._place(index)] = value

    def __delitem__(self, index):
        self._changes += 1
        del self._items[self._place(index)]

    def _walk(self, places, changes):
        for index in places:
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[self._head + index]
        if places.step > 0:
            # The way forward looks once more behind the last item.
            self._check_unchanged(changes)

    def __iter__(self):
        return self._walk(range(len(self)), self._changes)

    def __reversed__(self):
        return self._walk(range(len(self) - 1, -1, -1), self._changes)

    def __contains__(self, value):
        changes = self._changes
        found = value in self._settle()[:]
        self._check_unchanged(changes)
        return found

    def __repr__(self):
        if id(self) in _printing:
            return "[...]"
        _printing.add(id(self))
        try:
            shown = repr(list(self))
        finally:
            _printing.discard(id(self))
        if self._maxlen is not None:
            return f"{type(self).__name__}({shown}, maxlen={self._maxlen})"
        return f"{type(self).__name__}({shown})"

    __hash__ = None

    def _compare(self, other, operation):
        if not isinstance(other, deque):
            return NotImplemented
        changes = self._changes, other._changes
        result = operation(self._settle()[:], other._settle()[:])
        if changes != (self._changes, other._changes):
            raise RuntimeError("deque mutated during iteration")
        return result

    def __eq__(self, other):
        return self._compare(other, list.__eq__)

    def __lt__(self, other):
        return self._compare(other, list.__lt__)

    def __le__(self, other):
        return self._compare(other, list.__le__)

    def __gt__(self, other):
        return self._compare(other, list.__gt__)

    def __ge__(self, other):
        return self._compare(other, list.__ge__)

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        result = self.copy()
        result.extend(other)
        return result

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(list(self) * _times(n), self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        items = list(self) * _times(n)
        self.clear()
        self.extend(items)
        return self

    def __reduce__(self):
        arguments = () if self._maxlen is None else ((), self._maxlen)
        attributes, slots = self.__getstate__()
        # What is in the own slots follows from these.
        slots = {name: slots[name] for name in slots if name not in deque.__slots__}
        return type(self), arguments, (attributes, slots) if slots else attributes, iter(self)

    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


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
