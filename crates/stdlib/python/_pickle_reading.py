"""Reading pickles: the class Unpickler.

A pickle is a program for a machine with a stack. MARK puts a new stack on top of the others; who needs the items above the
mark takes the whole of it, so that nobody reaches below one.
"""

import sys

import copyreg
from _pickles import run as _run
from pickle import UnpicklingError, _memo_attribute

_NO_PERSISTENT_LOAD = "A load persistent id instruction was encountered, but no persistent_load function was specified."


class _Stop(Exception):
    """The end of a pickle."""


def from_bytes(data, fix_imports, encoding, errors, buffers):
    """What loads() does."""
    if type(data) is not bytes:
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        try:
            data = bytes(memoryview(data))
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
    unpickler = Unpickler.__new__(Unpickler)
    unpickler._start(data, None, None, fix_imports, encoding, errors, buffers)
    return unpickler.load()


# Functions that CPython has in modules that haven't them here, and where they are.
_ELSEWHERE = {("array", "_array_reconstructor"): "_array_pickles"}


def _public_module(name, module):
    """What CPython has in _io and its like may be in the module without the underscore here."""
    try:
        return __import__("importlib").import_module(name[1:])
    except ImportError:
        return module


class Unpickler:
    """This takes a binary file for reading a pickle data stream.

    encoding and errors say how the texts of Python 2 are decoded; encoding="bytes" leaves them as they are. buffers are
    those that buffer_callback of the Pickler got."""

    __module__ = "_pickle"

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        read, readline = getattr(file, "read", None), getattr(file, "readline", None)
        if read is None or readline is None:
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._start(b"", read, readline, fix_imports, encoding, errors, buffers)

    def _start(self, data, read, readline, fix_imports, encoding, errors, buffers):
        self._data, self._at = data, 0
        self._read, self._readline = read, readline
        self._buffers = None if buffers is None or buffers == () else iter(buffers)
        self._memo = {}
        self._encoding, self._errors = encoding, errors
        self._proto = 0
        self._fix_imports = fix_imports
        self._stack, self._below = [], []

    memo = _memo_attribute("Unpickler")

    def persistent_load(self, pid, /):
        """The object for what persistent_id() of the Pickler gave."""
        raise UnpicklingError(_NO_PERSISTENT_LOAD)

    def find_class(self, module_name, global_name, /):
        """Return an object from a specified module, which is imported if necessary.

        Subclasses may override this method, to restrict what can be loaded."""
        sys.audit("pickle.find_class", module_name, global_name)
        if self._fix_imports and self._proto < 3:
            import _compat_pickle

            if (module_name, global_name) in _compat_pickle.NAME_MAPPING:
                module_name, global_name = _compat_pickle.NAME_MAPPING[module_name, global_name]
            else:
                module_name = _compat_pickle.IMPORT_MAPPING.get(module_name, module_name)
        module_name = _ELSEWHERE.get((module_name, global_name), module_name)
        __import__(module_name)
        module = sys.modules[module_name]
        path = global_name.split(".") if self._proto >= 4 else (global_name,)
        if module_name[0] == "_" and not hasattr(module, path[0]):
            module = _public_module(module_name, module)
        found = module
        for part in path:
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") from None
        return found

    def load(self):
        """Load a pickle: read a pickled object representation from the open file and return the object in it."""
        if getattr(self, "_memo", None) is None:
            cls = type(self)
            name = f"{cls.__module__}.{cls.__qualname__}"
            raise UnpicklingError(f"Unpickler.__init__() was not called by {name}.__init__()")
        self._stack, self._below = [], []
        self._proto = 0
        table = _table
        code = 0
        try:
            while True:
                if type(self._data) is bytes:
                    self._at, self._stack = _run(self._data, self._at, self._stack, self._below, self._memo)
                try:
                    code = self._data[self._at]
                except IndexError:
                    code = self._next_byte()
                self._at += 1
                table[code](self)
        except _Stop as stop:
            return stop.args[0]
        except IndexError:
            # What calls into a program looks at its stack itself.
            if table[code] in _calling:
                raise
            raise self._underflow() from None
        finally:
            self._stack, self._below = [], []

    def _next_byte(self):
        data = self._read(1) if self._read is not None else b""
        if not data:
            raise EOFError("Ran out of input")
        self._data, self._at = data, 0
        return data[0]

    def _underflow(self):
        return UnpicklingError("unexpected MARK found" if self._below else "unpickling stack underflow")

    def _need(self, count):
        if len(self._stack) < count:
            raise self._underflow()

    def _take(self, size):
        """The next bytes."""
        start = self._at
        end = self._at = start + size
        data = self._data[start:end]
        return data if len(data) == size else self._take_more(data, size)

    def _take_more(self, data, size):
        parts = [data]
        left = size - len(data)
        while left > 0:
            # A size that is a lie shall not ask for memory.
            more = self._read(min(left, 1 << 20)) if self._read is not None else b""
            if not more:
                raise UnpicklingError("pickle data was truncated")
            parts.append(more)
            left -= len(more)
        self._data, self._at = b"", 0
        return b"".join(parts)

    def _line(self):
        """The next line, without its end."""
        end = self._data.find(b"\n", self._at)
        if end >= 0:
            line = self._data[self._at : end]
            self._at = end + 1
            return line
        line = self._data[self._at :]
        if self._readline is not None:
            line += self._readline()
            self._data, self._at = b"", 0
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _above_mark(self):
        """The items above the last mark, which is taken away."""
        if not self._below:
            raise UnpicklingError("could not find MARK")
        items = self._stack
        self._stack = self._below.pop()
        return items

    def _get(self, index):
        try:
            self._stack.append(self._memo[index])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {index}") from None

    def _put(self, index):
        if index < 0:
            raise ValueError("negative PUT argument")
        self._memo[index] = self._stack[-1]

    def _decoded(self, data):
        """A text of Python 2."""
        self._stack.append(data if self._encoding == "bytes" else data.decode(self._encoding, self._errors))

    def _find_extension(self, code):
        found = copyreg._extension_cache.get(code, self)
        if found is self:
            if code <= 0:
                raise UnpicklingError("EXT specifies code <= 0")
            key = copyreg._inverted_registry.get(code)
            if key is None:
                raise ValueError(f"unregistered extension code {code}")
            found = copyreg._extension_cache[code] = self.find_class(*key)
        self._stack.append(found)

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            self._stack.append(cls(*args))
        else:
            self._stack.append(cls.__new__(cls))


_Unpickler = Unpickler


def _unknown(self):
    byte = bytes((self._data[self._at - 1],))
    shown = byte.decode("ascii") if 32 <= byte[0] < 127 and byte not in b"'\\" else f"\\x{byte[0]:02x}"
    raise UnpicklingError(f"invalid load key, '{shown}'.")


from _pickle_opcodes import calling as _calling, table as _table  # noqa: E402
