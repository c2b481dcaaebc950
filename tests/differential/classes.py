"""Classes that calls use: subclasses of builtin types, plain and with methods of their own, and objects that misbehave.

Every line that evaluate.py runs sees these names. Representations show no addresses.
"""

import base64
import binascii
import bisect
import copy
import functools
import hashlib
import heapq
import itertools
import json
import math
import operator
import os.path as path
import string
import struct
import textwrap
import time
from array import array
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple
from io import BytesIO, StringIO
from types import GenericAlias, MappingProxyType, SimpleNamespace


class Int(int):
    pass


class Float(float):
    pass


class Complex(complex):
    pass


class Str(str):
    pass


class Bytes(bytes):
    pass


class ByteArray(bytearray):
    pass


class List(list):
    pass


class Tuple(tuple):
    pass


class Dict(dict):
    pass


class Set(set):
    pass


class FrozenSet(frozenset):
    pass


class OwnInt(int):
    """An int that answers differently from what it is."""

    def __repr__(self):
        return "OwnInt.repr"

    def __str__(self):
        return "OwnInt.str"

    def __format__(self, spec):
        return f"OwnInt.format({spec!r})"

    def __int__(self):
        return 42

    def __index__(self):
        return 2

    def __float__(self):
        return 2.5

    def __bool__(self):
        return False

    def __add__(self, other):
        return "OwnInt.add"

    def __radd__(self, other):
        return "OwnInt.radd"

    def __eq__(self, other):
        return "OwnInt.eq"

    def __lt__(self, other):
        return NotImplemented

    def __hash__(self):
        return 7


class OwnFloat(float):
    def __repr__(self):
        return "OwnFloat.repr"

    def __float__(self):
        return 9.5

    def __int__(self):
        return 9

    def __rsub__(self, other):
        return "OwnFloat.rsub"

    def __round__(self, *digits):
        return ("OwnFloat.round", digits)


class OwnStr(str):
    def __repr__(self):
        return "OwnStr.repr"

    def __str__(self):
        return "OwnStr.str"

    def __format__(self, spec):
        return "OwnStr.format"

    def __len__(self):
        return 3

    def __iter__(self):
        return iter("xyz")

    def __getitem__(self, index):
        return f"OwnStr[{index}]"

    def __contains__(self, item):
        return True

    def __rmod__(self, other):
        return "OwnStr.rmod"

    def __radd__(self, other):
        return "OwnStr.radd"


class OwnBytes(bytes):
    def __bytes__(self):
        return b"own"

    def __iter__(self):
        return iter([1, 2, 3])

    def __len__(self):
        return 2

    def __radd__(self, other):
        return b"radd"


class OwnList(list):
    def __iter__(self):
        return iter("own")

    def __len__(self):
        return 5

    def __getitem__(self, index):
        return ("item", index)

    def __repr__(self):
        return "OwnList.repr"

    def __eq__(self, other):
        return True

    def __contains__(self, item):
        return item == "own"


class OwnTuple(tuple):
    def __iter__(self):
        return iter([7, 8])

    def __getitem__(self, index):
        return 9

    def __add__(self, other):
        return "OwnTuple.add"

    def __radd__(self, other):
        return "OwnTuple.radd"

    def __hash__(self):
        return 11


class OwnDict(dict):
    def __missing__(self, key):
        return ("missing", key)

    def __iter__(self):
        return iter(["k"])

    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, key):
        return ("value", key) if key in ("k1", "k2") else super().__getitem__(key)


class Missing(dict):
    def __missing__(self, key):
        if key == "raise":
            raise ValueError("missing")
        return f"<{key}>"


class OwnSet(set):
    def __contains__(self, item):
        return item == 3

    def __iter__(self):
        return iter([3])

    def __len__(self):
        return 1

    def __ror__(self, other):
        return "OwnSet.ror"


class Index:
    """Something with `__index__` only, which gives what it was made of."""

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Index({self.value!r})"

    def __index__(self):
        return self.value


class Number:
    """Something that converts to numbers and knows the operators; `NotImplemented` for texts."""

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Number({self.value!r})"

    def __int__(self):
        return self.value

    def __float__(self):
        return self.value

    def __complex__(self):
        return self.value

    def __bool__(self):
        return self.value

    def __round__(self, digits="none"):
        return ("round", digits)

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __abs__(self):
        return "abs"

    def __divmod__(self, other):
        return "divmod"

    def __rdivmod__(self, other):
        return "rdivmod"

    def __pow__(self, other, modulus="none"):
        return ("pow", other, modulus)

    def __rpow__(self, other, modulus="none"):
        return ("rpow", other, modulus)


def _operator(name):
    def method(self, other):
        return NotImplemented if isinstance(other, (str, bytes)) else (name, self.value, other)

    method.__name__ = name
    return method


for _name in "add sub mul truediv floordiv mod and or xor lshift rshift matmul".split():
    for _form in "__{}__", "__r{}__", "__i{}__":
        setattr(Number, _form.format(_name), _operator(_form.format(_name)))


class Ordered:
    """Compares by a key, and is hashed by it; other types are `NotImplemented`."""

    def __init__(self, key):
        self.key = key

    def __repr__(self):
        return f"Ordered({self.key!r})"

    def __eq__(self, other):
        return self.key == other.key if isinstance(other, Ordered) else NotImplemented

    def __lt__(self, other):
        return self.key < other.key if isinstance(other, Ordered) else NotImplemented

    def __hash__(self):
        return hash(self.key)


class Same:
    """Is equal to everything, and not hashable for that."""

    def __repr__(self):
        return "Same()"

    def __eq__(self, other):
        return True


class Fails:
    """Every special method raises."""

    def __repr__(self):
        raise ValueError("repr")

    def __eq__(self, other):
        raise ValueError("eq")

    def __lt__(self, other):
        raise ValueError("lt")

    def __hash__(self):
        raise ValueError("hash")

    def __len__(self):
        raise ValueError("len")

    def __bool__(self):
        raise ValueError("bool")

    def __iter__(self):
        raise ValueError("iter")

    def __index__(self):
        raise ValueError("index")

    def __float__(self):
        raise ValueError("float")

    def __add__(self, other):
        raise ValueError("add")

    def __radd__(self, other):
        raise ValueError("radd")

    def __contains__(self, item):
        raise ValueError("contains")

    def __getitem__(self, index):
        raise ValueError("getitem")

    def __format__(self, spec):
        raise ValueError("format")

    def __call__(self, *arguments):
        raise ValueError("call")

    def __getattr__(self, name):
        raise AttributeError("getattr " + name)


class Answers:
    """The special methods give what it was made of, right or wrong."""

    def __init__(self, answer):
        self.answer = answer

    def _give(self, *arguments):
        return self.answer

    __repr__ = __str__ = __format__ = __len__ = __bool__ = __iter__ = __index__ = __int__ = __float__ = __hash__ = _give
    __complex__ = __bytes__ = __length_hint__ = __reversed__ = __contains__ = __eq__ = __lt__ = __getitem__ = _give
    __call__ = __dir__ = __round__ = __enter__ = __iadd__ = __setitem__ = __delitem__ = __fspath__ = __next__ = _give


class Sequence:
    """The old protocol of sequences: `__getitem__` until IndexError."""

    def __init__(self, items):
        self.items = items

    def __repr__(self):
        return f"Sequence({self.items!r})"

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)


class Hinted:
    """An iterator that gives its items, and a hint of another length."""

    def __init__(self, items, hint):
        self.items = iter(items)
        self.hint = hint

    def __repr__(self):
        return f"Hinted(..., {self.hint!r})"

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.items)

    def __length_hint__(self):
        return self.hint


class Mapping:
    """What `dict` and `**` take as a mapping: keys and `__getitem__`."""

    def __init__(self, **items):
        self.inner = items

    def __repr__(self):
        return f"Mapping({self.inner!r})"

    def keys(self):
        return self.inner.keys()

    def __getitem__(self, key):
        return self.inner[key]


class Attributes:
    """Tells what is done to its attributes."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"get {name}"

    def __repr__(self):
        return "Attributes()"

    def __setattr__(self, name, value):
        raise AttributeError(f"set {name} {value!r}")

    def __delattr__(self, name):
        raise AttributeError(f"delete {name}")


class Slotted:
    """Slots, one with a value, one without."""

    __slots__ = ("full", "empty")

    def __init__(self):
        self.full = 1

    def __repr__(self):
        return "Slotted()"


class Plain:
    """An ordinary class with an attribute, a property, a method of each kind."""

    shared = "class"

    def __init__(self, value=0):
        self.value = value

    def __repr__(self):
        return f"Plain({self.value!r})"

    @property
    def double(self):
        return self.value * 2

    @double.setter
    def double(self, value):
        self.value = value

    @property
    def fixed(self):
        return "fixed"

    @classmethod
    def made(cls, *arguments):
        return cls.__name__, arguments

    @staticmethod
    def loose(*arguments):
        return arguments

    def method(self, first, second=2, *rest, named=3, **others):
        return first, second, rest, named, others


class Derived(Plain):
    def method(self, *arguments):
        return "derived", arguments

    @classmethod
    def made(cls, *arguments):
        return "derived", super().made(*arguments)


class Meta(type):
    def __repr__(cls):
        return f"Meta {cls.__name__}"

    def __call__(cls, *arguments):
        return ("made", arguments) if arguments else super().__call__()

    def __instancecheck__(cls, instance):
        return instance == 1

    def __subclasscheck__(cls, subclass):
        return subclass is int

    def __len__(cls):
        return 4

    def __getitem__(cls, item):
        return ("class item", item)


class Made(metaclass=Meta):
    def __repr__(self):
        return "Made()"


class OwnError(Exception):
    def __str__(self):
        return "OwnError.str"


class OwnGroup(ExceptionGroup):
    def derive(self, exceptions):
        return OwnGroup("derived " + self.message, exceptions)


def function(first, /, second, third=3, *rest, named, other="o", **others):
    """A function with every kind of parameter."""
    return first, second, third, rest, named, other, others


def numbers(stop):
    """A generator that shows what is sent and thrown."""
    value = None
    for number in range(stop):
        try:
            value = yield number, value
        except ValueError as error:
            value = "caught", str(error)
    return "end"


def relay(stop):
    """A generator that delegates."""
    result = yield from numbers(stop)
    yield "result", result


def caught(function, *arguments):
    """The exception that a call raises."""
    try:
        function(*arguments)
    except BaseException as error:
        return error
    return "nothing raised"


def started(generator):
    """A generator that has given its first item."""
    next(generator, None)
    return generator


def thrown(*arguments, cause="none", notes=()):
    """An exception that was raised, with notes and a cause."""
    error = arguments[0]
    for note in notes:
        error.add_note(note)
    try:
        if cause == "none":
            raise error
        raise error from cause
    except BaseException as error:
        return error


Point = namedtuple("Point", "x y")
