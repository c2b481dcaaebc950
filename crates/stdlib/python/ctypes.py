"""C's numbers and characters as values of limited size. Functions of libraries can't be called: there is no CDLL here."""

import struct

__all__ = ["sizeof", "alignment", "ArgumentError"]


class ArgumentError(Exception):
    """Raised for arguments that a function can't take."""


class _SimpleCData:
    """A value of one of C's types."""

    _type_ = None

    def __init__(self, value=None):
        self.value = self._zero if value is None else value

    @property
    def value(self):
        """The value."""
        return self._value

    @value.setter
    def value(self, value):
        self._value = self._convert(value)

    def __repr__(self):
        return f"{type(self).__name__}({self._value!r})"

    def __bool__(self):
        return bool(self._value)


def _integer(self, value):
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    bits = 8 * struct.calcsize(self._type_)
    value = int(value) & (1 << bits) - 1
    return value - (1 << bits) if self._type_.islower() and value >> bits - 1 else value


def _float(self, value):
    if not isinstance(value, (int, float)):
        raise TypeError(f"must be real number, not {type(value).__name__}")
    return struct.unpack(self._type_, struct.pack(self._type_, value))[0]


def _character(self, value):
    if isinstance(value, int):
        value = bytes([value])
    if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
        raise TypeError("one character bytes, bytearray, or an integer in range(256) expected")
    return bytes(value)


def _wide_character(self, value):
    if not isinstance(value, str):
        raise TypeError(f"a unicode character expected, not instance of {type(value).__name__}")
    if len(value) != 1:
        raise TypeError("one character unicode string expected")
    return value


def _make(name, code, zero, convert):
    body = {"_type_": code, "_zero": zero, "_convert": convert, "__module__": "ctypes", "__doc__": f"C's {name[2:]}."}
    made = globals()[name] = type(name, (_SimpleCData,), body)
    __all__.append(name)
    return made


for _name, _code in (
    ("byte", "b"), ("ubyte", "B"), ("short", "h"), ("ushort", "H"), ("int", "i"), ("uint", "I"), ("long", "l"),
    ("ulong", "L"), ("longlong", "q"), ("ulonglong", "Q"),
):  # fmt: skip
    if _code in "qQ" and struct.calcsize("l") == 8:
        # The same types as the shorter names.
        globals()["c_" + _name] = globals()["c_" + _name[:-4]]
        __all__.append("c_" + _name)
        continue
    _made = _make("c_" + _name, _code, 0, _integer)
    # Names that say the size: those of the smaller types, where two have the same.
    globals().setdefault(f"c_{'u' * _code.isupper()}int{8 * struct.calcsize(_code)}", _made)
_make("c_float", "f", 0.0, _float)
_make("c_double", "d", 0.0, _float)
_make("c_bool", "?", False, lambda self, value: bool(value))
_make("c_char", "c", b"\0", _character)
_make("c_wchar", "I", "\0", _wide_character)
c_longdouble = c_double
c_size_t, c_ssize_t = (c_ulong, c_long) if struct.calcsize("P") == struct.calcsize("l") else (c_uint, c_int)
c_time_t = c_int64
__all__ += ["c_longdouble", "c_size_t", "c_ssize_t", "c_time_t"]
__all__ += [f"c_{_prefix}{_bits}" for _prefix in ("int", "uint") for _bits in (8, 16, 32, 64)]


def _size(obj):
    kind = obj if isinstance(obj, type) else type(obj)
    if not issubclass(kind, _SimpleCData) or kind._type_ is None:
        raise TypeError("this type has no size")
    return struct.calcsize(kind._type_)


def sizeof(obj, /):
    """How many bytes a value or type takes."""
    return _size(obj)


def alignment(obj, /):
    """What the address of a value is a multiple of."""
    return _size(obj)
