"""Objects as bytes, and back: what any Python wrote, any other can read.

    >>> import pickle
    >>> pickle.loads(pickle.dumps({"a": [1, 2.5, None]}))
    {'a': [1, 2.5, None]}

Read only what you trust: a pickle can call any function.
"""

from _later import later as _later
from _pickles import plain_bytes as _plain_bytes, plain_object as _plain_object

# Versions of the format that can be read, the one that is written if nobody says otherwise, and the latest.
format_version = "5.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = DEFAULT_PROTOCOL = 5

_OPCODES = """
MARK=28 STOP=2e POP=30 POP_MARK=31 DUP=32 FLOAT=46 INT=49 BININT=4a BININT1=4b LONG=4c BININT2=4d NONE=4e PERSID=50
BINPERSID=51 REDUCE=52 STRING=53 BINSTRING=54 SHORT_BINSTRING=55 UNICODE=56 BINUNICODE=58 APPEND=61 BUILD=62 GLOBAL=63
DICT=64 EMPTY_DICT=7d APPENDS=65 GET=67 BINGET=68 INST=69 LONG_BINGET=6a LIST=6c EMPTY_LIST=5d OBJ=6f PUT=70 BINPUT=71
LONG_BINPUT=72 SETITEM=73 TUPLE=74 EMPTY_TUPLE=29 SETITEMS=75 BINFLOAT=47 PROTO=80 NEWOBJ=81 EXT1=82 EXT2=83 EXT4=84
TUPLE1=85 TUPLE2=86 TUPLE3=87 NEWTRUE=88 NEWFALSE=89 LONG1=8a LONG4=8b BINBYTES=42 SHORT_BINBYTES=43
SHORT_BINUNICODE=8c BINUNICODE8=8d BINBYTES8=8e EMPTY_SET=8f ADDITEMS=90 FROZENSET=91 NEWOBJ_EX=92 STACK_GLOBAL=93
MEMOIZE=94 FRAME=95 BYTEARRAY8=96 NEXT_BUFFER=97 READONLY_BUFFER=98
"""
_OPCODES = {name: int(code, 16) for name, _, code in [each.partition("=") for each in _OPCODES.split()]}
globals().update({name: bytes([code]) for name, code in _OPCODES.items()})
# In the text of protocol 0, which has no others for them.
TRUE, FALSE = b"I01\n", b"I00\n"

__all__ = [
    "PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
    "PickleBuffer", *sorted([*_OPCODES, "TRUE", "FALSE", "DEFAULT_PROTOCOL", "HIGHEST_PROTOCOL"]),
]  # fmt: skip

__getattr__, __dir__ = _later(
    globals(),
    {
        "_pickle_writing": ("Pickler", "_Pickler", "whichmodule"),
        "_pickle_reading": ("Unpickler", "_Unpickler"),
        "_pickle_buffer": ("PickleBuffer",),
    },
)


class PickleError(Exception):
    """What goes wrong while objects are written or read."""


class PicklingError(PickleError):
    """An object can't be written."""


class UnpicklingError(PickleError):
    """What is read is no pickle, or a damaged one."""


for _error in (PickleError, PicklingError, UnpicklingError):
    _error.__module__ = "_pickle"


def _memo_attribute(owner):
    """The attribute memo of Pickler or Unpickler: a view of the object's memo. What is set is copied."""

    class MemoProxy:
        __module__ = "_pickle"
        __slots__ = ("_owner",)

        def __init__(self, owner):
            self._owner = owner

        def clear(self):
            """Remove all items from memo."""
            self._owner._memo.clear()

        def copy(self):
            """Copy the memo to a new object."""
            return dict(self._owner._memo)

        def __reduce__(self):
            """Pickle support."""
            return dict, (self.copy(),)

    def set_memo(self, memo):
        if isinstance(memo, MemoProxy):
            memo = memo.copy()
        elif not isinstance(memo, dict):
            wanted = f"{'an' if owner[0] == 'U' else 'a'} {MemoProxy.__name__}"
            raise TypeError(f"'memo' attribute must be {wanted} object or dict, not {type(memo).__name__}")
        self._memo = dict(memo)

    MemoProxy.__name__ = MemoProxy.__qualname__ = f"{owner}MemoProxy"
    return property(MemoProxy, set_memo)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write a pickled representation of obj to the open file object file."""
    Pickler = __import__("_pickle_writing").Pickler
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Return the pickled representation of the object as a bytes object."""
    if buffer_callback is None:
        data = _plain_bytes(obj, protocol)
        if data is not None:
            return data
    return __import__("_pickle_writing").to_bytes(obj, protocol, fix_imports, buffer_callback)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """Read and return an object from the pickle data stored in a file."""
    Unpickler = __import__("_pickle_reading").Unpickler
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """Read and return an object from the given pickle data."""
    if type(buffers) is tuple and not buffers and type(data) is bytes:
        found = _plain_object(data)
        if found is not None:
            return found[0]
    return __import__("_pickle_reading").from_bytes(data, fix_imports, encoding, errors, buffers)


def encode_long(x):
    """An int as the fewest bytes of two's complement, the lowest first; 0 as none.

    >>> encode_long(-256)
    b'\\x00\\xff'
    """
    if x == 0:
        return b""
    data = x.to_bytes((x.bit_length() >> 3) + 1, "little", signed=True)
    return data[:-1] if x < 0 and len(data) > 1 and data[-1] == 0xFF and data[-2] & 0x80 else data


def decode_long(data):
    """The inverse of encode_long()."""
    return int.from_bytes(data, "little", signed=True)
