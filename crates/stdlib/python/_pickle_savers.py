"""How a Pickler writes objects of the builtin types: functions by the type, for the pickler and the object."""

from struct import pack

import _pickle_writing
from pickle import PicklingError, encode_long

_FRAME_SIZE, _PORTION = _pickle_writing._FRAME_SIZE, _pickle_writing._PORTION


def _save_none(self, obj):
    self._out += b"N"


def _save_bool(self, obj):
    if self._proto >= 2:
        self._out += b"\x88" if obj else b"\x89"
    else:
        self._out += b"I01\n" if obj else b"I00\n"


def _save_int(self, obj):
    if self.bin:
        if 0 <= obj < 256:
            self._out += b"K" + bytes((obj,))
            return
        if 0 <= obj < 65536:
            self._out += b"M" + obj.to_bytes(2, "little")
            return
        if -(2**31) <= obj < 2**31:
            self._out += b"J" + obj.to_bytes(4, "little", signed=True)
            return
    elif -(2**31) <= obj < 2**31:
        self._out += b"I%d\n" % obj
        return
    if self._proto < 2:
        self._out += f"L{obj}L\n".encode("ascii")
        return
    data = encode_long(obj)
    size = len(data)
    if size < 256:
        self._out += b"\x8a" + bytes((size,)) + data
    elif size < 2**31:
        self._out += b"\x8b" + pack("<i", size) + data
    else:
        raise OverflowError("int too large to pickle")


def _save_float(self, obj):
    if self.bin:
        self._out += pack(">cd", b"G", obj)
    else:
        self._out += f"F{obj!r}\n".encode("ascii")


def _save_large(self, header, data):
    """Bytes with what stands before them; many of them stand outside of frames."""
    if len(data) < _FRAME_SIZE:
        self._out += header
        self._out += data
        return
    if self._framing:
        self._end_frame()
    self._parts += [bytes(self._out), header, bytes(data)]
    self._out.clear()


def _save_bytes(self, obj):
    proto = self._proto
    if proto < 3:
        if obj:
            encode = __import__("codecs").encode
            return self.save_reduce(encode, (str(obj, "latin1"), "latin1"), obj=obj)
        return self.save_reduce(bytes, (), obj=obj)
    size = len(obj)
    if size < 256:
        self._out += b"C" + bytes((size,)) + obj
    elif size < 2**32:
        _save_large(self, b"B" + pack("<I", size), obj)
    elif proto >= 4:
        _save_large(self, b"\x8e" + pack("<Q", size), obj)
    else:
        raise OverflowError("serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher")
    self.memoize(obj)


def _save_bytearray(self, obj):
    if self._proto < 5:
        return self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
    _save_large(self, b"\x96" + pack("<Q", len(obj)), obj)
    self.memoize(obj)


def _save_str(self, obj):
    if not self.bin:
        # Lines: whatever could end one, or isn't ASCII, is written as its number.
        text = obj.replace("\\", "\\u005c").replace("\0", "\\u0000").replace("\n", "\\u000a").replace("\r", "\\u000d")
        self._out += b"V" + text.replace("\x1a", "\\u001a").encode("raw-unicode-escape") + b"\n"
        return self.memoize(obj)
    data = obj.encode("utf-8", "surrogatepass")
    size = len(data)
    if size < 256 and self._proto >= 4:
        self._out += b"\x8c" + bytes((size,)) + data
    elif size < 2**32:
        _save_large(self, b"X" + pack("<I", size), data)
    elif self._proto >= 4:
        _save_large(self, b"\x8d" + pack("<Q", size), data)
    else:
        raise OverflowError("serializing a string larger than 4 GiB requires pickle protocol 4 or higher")
    self.memoize(obj)


def _save_tuple(self, obj):
    size = len(obj)
    if not size:
        self._out += b")" if self.bin else b"(t"
        return
    is_short = size <= 3 and self._proto >= 2
    if not is_short:
        self._out += b"("
    place = 0
    try:
        for item in obj:
            self.save(item)
            place += 1
    except BaseException as error:
        _pickle_writing._note(error, f"when serializing tuple item {place}")
        raise
    known = self._memo.get(id(obj))
    if known is not None:
        # The tuple contains itself: it was written meanwhile, and what was written here is dropped.
        self._out += b"0" * size if is_short else b"1" if self.bin else b"0" * (size + 1)
        return self._get(known[0])
    self._out += (b"", b"\x85", b"\x86", b"\x87")[size] if is_short else b"t"
    self.memoize(obj)


def _save_list(self, obj):
    self._out += b"]" if self.bin else b"(l"
    self.memoize(obj)
    if not obj:
        return
    if not self.bin or len(obj) == 1:
        return self._append(iter(obj), obj)
    save = self.save
    place = 0
    try:
        while place < len(obj):
            self._out += b"("
            for item in obj[place : place + _PORTION]:
                save(item)
                place += 1
            self._out += b"e"
    except BaseException as error:
        _pickle_writing._note(error, f"when serializing list item {place}")
        raise


def _save_dict(self, obj):
    self._out += b"}" if self.bin else b"(d"
    self.memoize(obj)
    size = len(obj)
    if not size:
        return
    if not self.bin or size == 1:
        return self._set_items(iter(obj.items()), obj)
    save = self.save
    items = iter(obj.items())
    left = size
    key = None
    try:
        while left >= 0:
            self._out += b"("
            for _ in range(min(left, _PORTION)):
                key, value = next(items)
                save(key)
                save(value)
            # A last portion that is full has an empty one behind it.
            left -= _PORTION
            self._out += b"u"
        if len(obj) != size:
            raise RuntimeError("dictionary changed size during iteration")
    except BaseException as error:
        _pickle_writing._note(error, f"when serializing dict item {key!r}")
        raise


def _save_set(self, obj):
    if self._proto < 4:
        return self.save_reduce(set, (list(obj),), obj=obj)
    self._out += b"\x8f"
    self.memoize(obj)
    size = len(obj)
    if not size:
        return
    items = iter(obj)
    left = size
    try:
        while left >= 0:
            self._out += b"("
            for _ in range(min(left, _PORTION)):
                self.save(next(items))
            self._out += b"\x90"
            # A last portion that is full has an empty one behind it.
            left -= _PORTION
        if len(obj) != size:
            raise RuntimeError("set changed size during iteration")
    except BaseException as error:
        _pickle_writing._note(error, "when serializing set element")
        raise


def _save_frozenset(self, obj):
    if self._proto < 4:
        return self.save_reduce(frozenset, (list(obj),), obj=obj)
    self._out += b"("
    try:
        for item in obj:
            self.save(item)
    except BaseException as error:
        _pickle_writing._note(error, "when serializing frozenset element")
        raise
    known = self._memo.get(id(obj))
    if known is not None:
        self._out += b"1"
        return self._get(known[0])
    self._out += b"\x91"
    self.memoize(obj)


def save_buffer(self, obj):
    """A PickleBuffer: in the stream, or outside of it."""
    if self._proto < 5:
        raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
    with memoryview(obj) as view:
        if not view.contiguous:
            raise PicklingError("PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
        if self._buffer_callback is None or self._buffer_callback(obj):
            data = view.tobytes("A")
            if view.readonly:
                _save_bytes(self, data)
            else:
                _save_bytearray(self, bytearray(data))
        else:
            self._out += b"\x97\x98" if view.readonly else b"\x97"


_singletons = {type(None): None, type(NotImplemented): NotImplemented, type(...): ...}


def _save_type(self, obj):
    if obj in _singletons:
        return self.save_reduce(type, (_singletons[obj],), obj=obj)
    self.save_global(obj)


def _save_function(self, obj):
    self.save_global(obj)


# What is written anew each time.
atoms = {type(None): _save_none, bool: _save_bool, int: _save_int, float: _save_float}
# What is written once.
savers = {
    str: _save_str, bytes: _save_bytes, bytearray: _save_bytearray, tuple: _save_tuple, list: _save_list,
    dict: _save_dict, set: _save_set, frozenset: _save_frozenset,
}  # fmt: skip
# What is written by its name, if reducer_override() has nothing else for it.
globals_ = {type: _save_type, type(_save_none): _save_function}
# What no dispatch table is asked for.
exact = frozenset([*atoms, *savers, *globals_])
