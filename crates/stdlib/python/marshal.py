"""Plain data as bytes in the format in which CPython keeps compiled modules, and back.

Code is written as `ferropy compile` does it: only the same version of Ferropy can read it, and it is verified then.

    >>> import marshal
    >>> marshal.loads(marshal.dumps([1, 2.5, "x", None]))
    [1, 2.5, 'x', None]

What is to be kept longer than a version of Python, pickle writes better.
"""

from struct import pack, unpack
from sys import intern

version = 5
_CodeType = type((lambda: None).__code__)
_DEEPEST = 2000
# An object with this bit in its code can be referred to by its number.
_REFERABLE = 0x80
_SINGLETONS = {None: b"N", True: b"T", False: b"F", ...: b".", StopIteration: b"S"}


class _Writer:
    def __init__(self, version, allow_code):
        self._version, self._allow_code = version, allow_code
        self._parts = []
        # Numbers of objects by their ids, and the objects, so that no other gets the id of one.
        self._numbers, self._kept = {}, []
        self._depth = 0

    def write(self, value):
        """The bytes of a value."""
        try:
            self._object(value)
        except RecursionError:
            raise ValueError("object too deeply nested to marshal") from None
        return b"".join(self._parts)

    def _object(self, value):
        kind = type(value)
        if value is None or kind is bool or value is ... or value is StopIteration:
            self._parts.append(_SINGLETONS[value])
            return
        write = _writers.get(kind)
        if write is None:
            self._other(value)
            return
        flag = 0
        if self._version >= 3:
            number = self._numbers.get(id(value))
            if number is not None:
                self._parts.append(b"r" + pack("<I", number))
                return
            self._numbers[id(value)] = len(self._kept)
            self._kept.append(value)
            flag = _REFERABLE
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("object too deeply nested to marshal")
        write(self, value, flag)
        self._depth -= 1

    def _code(self, letter, flag):
        self._parts.append(bytes((ord(letter) | flag,)))

    def _other(self, value):
        if isinstance(value, _CodeType):
            if not self._allow_code:
                raise ValueError("marshalling code objects is disallowed")
            data = _code_bytes(value)
            if data is None:
                raise ValueError("unmarshallable object")
            self._parts.append(b"c" + pack("<i", len(data)) + data)
            return
        try:
            data = bytes(memoryview(value))
        except TypeError:
            raise ValueError("unmarshallable object") from None
        self._bytes(data, 0)

    def _int(self, value, flag):
        if -(2**31) <= value < 2**31:
            self._code("i", flag)
            self._parts.append(pack("<i", value))
            return
        digits, rest = [], abs(value)
        while rest:
            digits.append(rest & 0x7FFF)
            rest >>= 15
        self._code("l", flag)
        self._parts.append(pack("<i", -len(digits) if value < 0 else len(digits)))
        self._parts.append(pack(f"<{len(digits)}H", *digits))

    def _float(self, value, flag):
        if self._version > 1:
            self._code("g", flag)
            self._parts.append(pack("<d", value))
        else:
            self._code("f", flag)
            self._short(repr_17(value))

    def _complex(self, value, flag):
        if self._version > 1:
            self._code("y", flag)
            self._parts.append(pack("<dd", value.real, value.imag))
        else:
            self._code("x", flag)
            self._short(repr_17(value.real))
            self._short(repr_17(value.imag))

    def _short(self, data):
        self._parts.append(bytes((len(data),)) + data)

    def _bytes(self, value, flag):
        self._code("s", flag)
        self._parts.append(pack("<i", len(value)) + value)

    def _str(self, value, flag):
        if self._version >= 4 and value.isascii():
            data = value.encode("ascii")
            if len(data) < 256:
                self._code("z", flag)
                self._short(data)
                return
            self._code("a", flag)
        else:
            data = value.encode("utf-8", "surrogatepass")
            self._code("u", flag)
        self._parts.append(pack("<i", len(data)) + data)

    def _tuple(self, value, flag):
        if self._version >= 4 and len(value) < 256:
            self._code(")", flag)
            self._parts.append(bytes((len(value),)))
        else:
            self._code("(", flag)
            self._parts.append(pack("<i", len(value)))
        for item in value:
            self._object(item)

    def _items(self, letter, value, flag):
        self._code(letter, flag)
        self._parts.append(pack("<i", len(value)))
        for item in value:
            self._object(item)

    def _list(self, value, flag):
        self._items("[", value, flag)

    def _set(self, value, flag):
        self._items("<", value, flag)

    def _frozenset(self, value, flag):
        self._items(">", value, flag)

    def _dict(self, value, flag):
        self._code("{", flag)
        for key, content in value.items():
            self._object(key)
            self._object(content)
        self._parts.append(b"0")

    def _slice(self, value, flag):
        if self._version < 5:
            raise ValueError("unmarshallable object")
        self._code(":", flag)
        for part in (value.start, value.stop, value.step):
            self._object(part)


def repr_17(value):
    """The text of a float in the first versions of the format."""
    return f"{value:.17g}".encode("ascii")


_writers = {
    int: _Writer._int, float: _Writer._float, complex: _Writer._complex, bytes: _Writer._bytes, str: _Writer._str,
    tuple: _Writer._tuple, list: _Writer._list, dict: _Writer._dict, set: _Writer._set, frozenset: _Writer._frozenset,
    slice: _Writer._slice,
}  # fmt: skip
_NULL = object()


class _Reader:
    def __init__(self, take, allow_code):
        self._take, self._known, self._depth = take, [], 0
        self._allow_code = allow_code

    def _size(self, what):
        size = unpack("<i", self._take(4))[0]
        if size < 0:
            raise ValueError(f"bad marshal data ({what} size out of range)")
        return size

    def _reserve(self, flag):
        """A number for an object that isn't complete yet."""
        if flag:
            self._known.append(_NULL)
        return len(self._known) - 1

    def _keep(self, value, flag):
        if flag:
            self._known.append(value)
        return value

    def object(self, what="object"):
        """The next value."""
        try:
            code = self._take(1)[0]
        except EOFError:
            raise EOFError("EOF read where object expected") from None
        flag, letter = code & _REFERABLE, chr(code & 0x7F)
        read = _readers.get(letter)
        if read is None:
            raise ValueError("bad marshal data (unknown type code)")
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("recursion limit exceeded")
        value = read(self, flag)
        self._depth -= 1
        return value

    def _item(self, what):
        value = self.object()
        if value is _NULL:
            raise TypeError(f"NULL object in marshal data for {what}")
        return value

    def _null(self, flag):
        return _NULL

    def _reference(self, flag):
        number = unpack("<i", self._take(4))[0]
        if not 0 <= number < len(self._known) or self._known[number] is _NULL:
            raise ValueError("bad marshal data (invalid reference)")
        return self._known[number]

    def _int(self, flag):
        return self._keep(unpack("<i", self._take(4))[0], flag)

    def _int64(self, flag):
        return self._keep(unpack("<q", self._take(8))[0], flag)

    def _long(self, flag):
        size = unpack("<i", self._take(4))[0]
        if size == -(2**31):
            raise ValueError("bad marshal data (long size out of range)")
        value = 0
        digits = unpack(f"<{abs(size)}H", self._take(2 * abs(size)))
        for digit in reversed(digits):
            if digit > 0x7FFF:
                raise ValueError("bad marshal data (digit out of range in long)")
            value = value << 15 | digit
        if digits and not digits[-1]:
            raise ValueError("bad marshal data (unnormalized long data)")
        return self._keep(-value if size < 0 else value, flag)

    def _text_float(self):
        return float(self._take(self._take(1)[0]).decode("latin-1"))

    def _old_float(self, flag):
        return self._keep(self._text_float(), flag)

    def _float(self, flag):
        return self._keep(unpack("<d", self._take(8))[0], flag)

    def _old_complex(self, flag):
        return self._keep(complex(self._text_float(), self._text_float()), flag)

    def _complex(self, flag):
        return self._keep(complex(*unpack("<dd", self._take(16))), flag)

    def _bytes(self, flag):
        return self._keep(self._take(self._size("bytes object")), flag)

    def _ascii(self, flag):
        return self._keep(self._take(self._size("string")).decode("latin-1"), flag)

    def _ascii_interned(self, flag):
        return self._keep(intern(self._take(self._size("string")).decode("latin-1")), flag)

    def _short(self, flag):
        return self._keep(self._take(self._take(1)[0]).decode("latin-1"), flag)

    def _short_interned(self, flag):
        return self._keep(intern(self._take(self._take(1)[0]).decode("latin-1")), flag)

    def _unicode(self, flag):
        return self._keep(self._take(self._size("string")).decode("utf-8", "surrogatepass"), flag)

    def _tuple_of(self, size, flag):
        place = self._reserve(flag)
        value = tuple([self._item("tuple") for _ in range(size)])
        if flag:
            self._known[place] = value
        return value

    def _small_tuple(self, flag):
        return self._tuple_of(self._take(1)[0], flag)

    def _tuple(self, flag):
        return self._tuple_of(self._size("tuple"), flag)

    def _list(self, flag):
        size = self._size("list")
        value = self._keep([], flag)
        for _ in range(size):
            value.append(self._item("list"))
        return value

    def _set(self, flag):
        size = self._size("set")
        value = self._keep(set(), flag)
        for _ in range(size):
            value.add(self._item("set"))
        return value

    def _frozenset(self, flag):
        place, size = self._reserve(flag), self._size("set")
        value = frozenset([self._item("set") for _ in range(size)])
        if flag:
            self._known[place] = value
        return value

    def _dict(self, flag):
        value = self._keep({}, flag)
        while (key := self.object()) is not _NULL:
            content = self.object()
            if content is _NULL:
                break
            value[key] = content
        return value

    def _slice(self, flag):
        place = self._reserve(flag)
        value = slice(self.object(), self.object(), self.object())
        if flag:
            self._known[place] = value
        return value

    def _code(self, flag):
        if not self._allow_code:
            raise ValueError("unmarshalling code objects is disallowed")
        place = self._reserve(flag)
        code = _code_of(self._take(self._size("code")))
        if code is None:
            raise ValueError("bad marshal data (code of another Python)")
        if flag:
            self._known[place] = code
        return code


def _constant(value):
    return lambda self, flag: value


_readers = {
    "0": _Reader._null, "r": _Reader._reference, "i": _Reader._int, "I": _Reader._int64, "l": _Reader._long,
    "f": _Reader._old_float,
    "g": _Reader._float, "x": _Reader._old_complex, "y": _Reader._complex, "s": _Reader._bytes, "a": _Reader._ascii,
    "A": _Reader._ascii_interned, "z": _Reader._short, "Z": _Reader._short_interned, "u": _Reader._unicode,
    "t": _Reader._unicode, ")": _Reader._small_tuple, "(": _Reader._tuple, "[": _Reader._list, "<": _Reader._set,
    ">": _Reader._frozenset, "{": _Reader._dict, ":": _Reader._slice, "c": _Reader._code,
    "N": _constant(None), "T": _constant(True), "F": _constant(False), ".": _constant(...),
    "S": _constant(StopIteration),
}  # fmt: skip


def dumps(value, version=version, /, *, allow_code=True):
    """Return the bytes object that would be written to a file by dump(value, file).

    Raise a ValueError exception if value has (or contains an object that has) an unsupported type."""
    return _Writer(version, allow_code).write(value)


def dump(value, file, version=version, /, *, allow_code=True):
    """Write the value on the open file.

    Raise a ValueError exception if value has (or contains an object that has) an unsupported type."""
    return file.write(dumps(value, version, allow_code=allow_code))


def _read(take, allow_code):
    try:
        value = _Reader(take, allow_code).object()
    except RecursionError:
        raise ValueError("recursion limit exceeded") from None
    if value is _NULL:
        raise TypeError("NULL object in marshal data for object")
    return value


def load(file, /, *, allow_code=True):
    """Read one value from the open file and return it.

    If no valid value is read, raise EOFError, ValueError or TypeError."""

    def take(size):
        parts, left = [], size
        while left > 0:
            # A size that is a lie shall not ask for memory.
            data = file.read(min(left, 1 << 20))
            if not isinstance(data, bytes):
                raise TypeError(f"file.read() returned not bytes but {type(data).__name__}")
            if not data:
                raise EOFError("EOF read where not expected")
            if len(data) > left:
                raise ValueError(f"read() returned too much data: {left} bytes requested, {len(data)} returned")
            parts.append(data)
            left -= len(data)
        return b"".join(parts)

    return _read(take, allow_code)


def loads(data, /, *, allow_code=True):
    """Convert the bytes-like object to a value.

    If no valid value is found, raise EOFError, ValueError or TypeError. Extra bytes in the input are ignored."""
    if not isinstance(data, bytes):
        try:
            data = bytes(memoryview(data))
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
    place = 0

    def take(size):
        nonlocal place
        start, place = place, place + size
        if place > len(data):
            raise EOFError("marshal data too short")
        return data[start:place]

    return _read(take, allow_code)
