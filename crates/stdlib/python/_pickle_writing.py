"""Writing pickles: the class Pickler.

What is written is collected in a bytearray. From protocol 4 on, the stream is cut in frames of 64 KiB or a little more, so
that who reads it can get much at once; large bytes objects and texts stand between frames.
"""

import sys
from operator import index
from struct import pack

import copyreg
from pickle import HIGHEST_PROTOCOL, PicklingError, _memo_attribute

_FRAME_SIZE = 64 * 1024
# Items of lists, dicts and sets are put on the stack in portions.
_PORTION = 1000
_MISSING = object()


def to_bytes(obj, protocol, fix_imports, buffer_callback):
    """What dumps() does."""
    pickler = Pickler.__new__(Pickler)
    pickler._start(None, protocol, fix_imports, buffer_callback)
    return pickler._dump(obj)


def _resolved(module, name):
    """What a dotted name leads to in a module."""
    found = module
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _found(module_name, name):
    """The same, where a module may have its contents in the public one: what CPython has in _io is in io here."""
    __import__(module_name)
    try:
        return _resolved(sys.modules[module_name], name)
    except AttributeError:
        public = sys.modules.get(module_name[1:])
        if module_name[0] != "_" or public is None:
            raise
        return _resolved(public, name)


def whichmodule(obj, name):
    """The module in which an object is found under a name."""
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for module, content in list(sys.modules.items()):
        if module not in ("__main__", "__mp_main__") and content is not None:
            try:
                if _resolved(content, name) is obj:
                    return module
            except AttributeError:
                pass
    return "__main__"


class Pickler:
    """This takes a binary file for writing a pickle data stream.

    protocol is a number from 0 to HIGHEST_PROTOCOL, or negative for the highest; fix_imports writes names of Python 2 in
    protocols 0 to 2; buffer_callback gets the buffers that protocol 5 may leave out of the stream."""

    __module__ = "_pickle"

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        write = getattr(file, "write", None)
        if write is None:
            raise TypeError("file must have a 'write' attribute")
        self._start(write, protocol, fix_imports, buffer_callback)

    def _start(self, write, protocol, fix_imports, buffer_callback):
        protocol = HIGHEST_PROTOCOL if protocol is None else index(protocol)
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        self._write = write
        self._memo = {}
        self._out = bytearray()
        self._parts = []
        self._proto = protocol
        self.bin = int(protocol >= 1)
        self.fast = 0
        self._fix_imports = fix_imports and protocol < 3
        self._buffer_callback = buffer_callback

    memo = _memo_attribute("Pickler")

    def persistent_id(self, obj, /):
        """What stands for an object that is not written; None for all others."""
        return None

    def clear_memo(self):
        """Clears the pickler's "memo".

        The memo is the data structure that remembers which objects the pickler has already seen, so that shared or
        recursive objects are pickled by reference and not by value."""
        self._memo.clear()

    def dump(self, obj, /):
        """Write a pickled representation of the given object to the open file."""
        if getattr(self, "_proto", None) is None:
            cls = type(self)
            raise PicklingError(f"Pickler.__init__() was not called by {cls.__module__}.{cls.__qualname__}.__init__()")
        self._write(self._dump(obj))

    def _dump(self, obj):
        own = self.persistent_id
        is_own = getattr(own, "__func__", None) is not Pickler.persistent_id
        self._persistent = own if is_own else None
        self._reducer = reducer = getattr(self, "reducer_override", _MISSING)
        if reducer is _MISSING:
            self._reducer = None
        elif reducer is None:
            raise TypeError("'NoneType' object is not callable")
        table = getattr(self, "dispatch_table", None)
        self._reducers = copyreg.dispatch_table if table is None else table
        self._out, self._parts = bytearray(), []
        proto = self._proto
        if proto >= 2:
            self._parts.append(b"\x80" + bytes((proto,)))
        self._framing = proto >= 4
        try:
            self.save(obj)
            self._out += b"."
            self._end_frame()
            return b"".join(self._parts)
        finally:
            self._out, self._parts = bytearray(), []

    def _end_frame(self):
        out = self._out
        if self._framing and len(out) >= 4:
            self._parts.append(b"\x95" + pack("<Q", len(out)))
        self._parts.append(bytes(out))
        out.clear()

    def save(self, obj, save_persistent_id=True):
        """Write an object as a part of the pickle."""
        if len(self._out) >= _FRAME_SIZE:
            self._end_frame()
        if save_persistent_id and self._persistent is not None:
            pid = self._persistent(obj)
            if pid is not None:
                return self._save_pid(pid)
        kind = type(obj)
        save = _atoms.get(kind)
        if save is not None:
            return save(self, obj)
        known = self._memo.get(id(obj))
        if known is not None:
            return self._get(known[0])
        save = _savers.get(kind)
        if save is not None:
            return save(self, obj)
        self._save_other(obj, kind)

    def _save_pid(self, pid):
        if self.bin:
            self.save(pid, False)
            self._out += b"Q"
            return
        try:
            self._out += b"P" + str(pid).encode("ascii") + b"\n"
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def _get(self, index):
        if not self.bin:
            self._out += b"g%d\n" % index
        elif index < 256:
            self._out += b"h" + bytes((index,))
        else:
            self._out += b"j" + pack("<I", index)

    def memoize(self, obj):
        """Remember an object that was just written, so that its next occurrence can refer to it."""
        if self.fast:
            return
        memo = self._memo
        index = len(memo)
        memo[id(obj)] = index, obj
        if self._proto >= 4:
            self._out += b"\x94"
        elif not self.bin:
            self._out += b"p%d\n" % index
        elif index < 256:
            self._out += b"q" + bytes((index,))
        else:
            self._out += b"r" + pack("<I", index)

    def _save_other(self, obj, kind):
        reduced = NotImplemented
        if self._reducer is not None:
            reduced = self._reducer(obj)
        if reduced is NotImplemented:
            save = _globals.get(kind)
            if save is not None:
                return save(self, obj)
            reducer = self._reducers.get(kind, _MISSING) if kind not in _exact else _MISSING
            if reducer is not _MISSING:
                reduced = reducer(obj)
            elif issubclass(kind, type):
                return self.save_global(obj)
            elif (reducer := getattr(obj, "__reduce_ex__", _MISSING)) is not _MISSING:
                reduced = reducer(self._proto)
            elif (reducer := getattr(obj, "__reduce__", _MISSING)) is not _MISSING:
                reduced = reducer()
            else:
                raise PicklingError(f"cannot pickle {kind.__name__!r} object: {obj!r}")
        if isinstance(reduced, str):
            return self.save_global(obj, reduced)
        _check_reduced(reduced)
        try:
            self.save_reduce(*reduced, obj=obj)
        except BaseException as error:
            _note(error, f"when serializing {_shown(obj)} object")
            raise

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=_MISSING):
        """Write what an object was reduced to: a call that makes it again, and what is then done to it."""
        name = getattr(func, "__name__", "") if self._proto >= 2 else ""
        try:
            if name == "__newobj__":
                self._save_new(func, args, obj)
            elif name == "__newobj_ex__":
                self._save_new_with_names(func, args, obj)
            else:
                self.save(func)
                self.save(args)
                self._out += b"R"
        except BaseException as error:
            _note(error, f"when serializing {_shown(obj)} reconstructor arguments")
            raise
        if obj is not _MISSING:
            if id(obj) in self._memo:
                # Its arguments contain it: it has been written meanwhile.
                self._out += b"0"
                self._get(self._memo[id(obj)][0])
            else:
                self.memoize(obj)
        if listitems is not None:
            self._append(iter(listitems), obj)
        if dictitems is not None:
            self._set_items(iter(dictitems), obj)
        if state is not None:
            self._save_state(state, state_setter, obj)

    def _save_state(self, state, setter, obj):
        try:
            if setter is None:
                self.save(state)
                self._out += b"b"
            else:
                self.save(setter)
                self.save(obj)
                self.save(state)
                # A call whose result is not used.
                self._out += b"\x86R0"
        except BaseException as error:
            _note(error, f"when serializing {_shown(obj)} state")
            raise

    def _save_new(self, func, args, obj):
        if not args:
            raise PicklingError("__newobj__ arglist is empty")
        cls, *rest = args
        if not hasattr(cls, "__new__"):
            raise PicklingError("first argument to __newobj__() has no __new__")
        if obj is not _MISSING and cls is not obj.__class__:
            raise PicklingError(f"first argument to __newobj__() must be {obj.__class__!r}, not {cls!r}")
        self.save(cls)
        self.save(tuple(rest))
        self._out += b"\x81"

    def _save_new_with_names(self, func, args, obj):
        if len(args) != 3:
            raise PicklingError(f"__newobj_ex__ expected 3 arguments, got {len(args)}")
        cls, rest, names = args
        if not hasattr(cls, "__new__"):
            raise PicklingError("first argument to __newobj_ex__() has no __new__")
        if obj is not _MISSING and cls is not obj.__class__:
            raise PicklingError(f"first argument to __newobj_ex__() must be {obj.__class__!r}, not {cls!r}")
        if not isinstance(rest, tuple):
            raise PicklingError(f"second argument to __newobj_ex__() must be a tuple, not {type(rest).__name__}")
        if not isinstance(names, dict):
            raise PicklingError(f"third argument to __newobj_ex__() must be a dict, not {type(names).__name__}")
        if self._proto >= 4:
            self.save(cls)
            self.save(rest)
            self.save(names)
            self._out += b"\x92"
        else:
            from functools import partial

            self.save(partial(cls.__new__, cls, *rest, **names))
            self.save(())
            self._out += b"R"

    def save_global(self, obj, name=None):
        """Write a class or function as the name under which it is found."""
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        module_name = whichmodule(obj, name)
        if "<locals>" in name.split("."):
            raise PicklingError(f"Can't pickle local object {obj!r}")
        try:
            found = _found(module_name, name)
        except (ImportError, ValueError, KeyError) as error:
            raise PicklingError(f"Can't pickle {obj!r}: {error}") from error
        except AttributeError as error:
            raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module_name}.{name}") from error
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        proto = self._proto
        code = copyreg._extension_registry.get((module_name, name), _MISSING) if proto >= 2 else _MISSING
        if code is not _MISSING:
            return self._save_extension(code)
        if proto >= 4:
            self.save(sys.intern(module_name))
            self.save(sys.intern(name))
            self._out += b"\x93"
        elif "." in name:
            owner, _, last = name.rpartition(".")
            return self.save_reduce(getattr, (_found(module_name, owner), last), obj=obj)
        else:
            self._save_name(module_name, name)
        self.memoize(obj)

    def _save_extension(self, code):
        if code <= 0xFF:
            self._out += b"\x82" + pack("<B", code)
        elif code <= 0xFFFF:
            self._out += b"\x83" + pack("<H", code)
        else:
            self._out += b"\x84" + pack("<i", code)

    def _save_name(self, module, name):
        if self._fix_imports:
            import _compat_pickle

            if (module, name) in _compat_pickle.REVERSE_NAME_MAPPING:
                module, name = _compat_pickle.REVERSE_NAME_MAPPING[module, name]
            else:
                module = _compat_pickle.REVERSE_IMPORT_MAPPING.get(module, module)
        text = f"c{module}\n{name}\n"
        try:
            self._out += text.encode("utf-8" if self._proto >= 3 else "ascii")
        except UnicodeEncodeError as error:
            raise PicklingError(
                f"can't pickle global identifier {module + '.' + name!r} using pickle protocol {self._proto}"
            ) from error

    def _append(self, items, owner):
        """Items for the list below, in portions. What is no list has its items taken one ahead."""
        save = self.save
        count = 0
        try:
            if not self.bin:
                for item in items:
                    save(item)
                    self._out += b"a"
                    count += 1
                return
            for portion in _portions(items):
                if len(portion) > 1:
                    self._out += b"("
                for item in portion:
                    save(item)
                    count += 1
                self._out += b"e" if len(portion) > 1 else b"a"
        except BaseException as error:
            _note(error, f"when serializing {_shown(owner)} item {count}")
            raise

    def _set_items(self, items, owner):
        save = self.save
        key = None
        try:
            if not self.bin:
                for key, value in items:
                    save(key)
                    save(value)
                    self._out += b"s"
                return
            for portion in _portions(items):
                if len(portion) > 1:
                    self._out += b"("
                for key, value in portion:
                    save(key)
                    save(value)
                self._out += b"u" if len(portion) > 1 else b"s"
        except BaseException as error:
            _note(error, f"when serializing {_shown(owner)} item {key!r}")
            raise


_Pickler = Pickler


def _portions(items):
    """The items in lists of at most as many as a portion has."""
    portion = []
    for item in items:
        if len(portion) == _PORTION:
            yield portion
            portion = []
        portion.append(item)
    if portion:
        yield portion


def _shown(obj):
    """The name of an object's class as notes show it."""
    cls = type(obj)
    return cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"


def _note(error, text):
    if isinstance(error, Exception):
        error.add_note(text)


def _check_reduced(reduced):
    if not isinstance(reduced, tuple):
        raise PicklingError(f"__reduce__ must return a string or tuple, not {type(reduced).__name__}")
    if not 2 <= len(reduced) <= 6:
        raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
    func, args, _, items, pairs, setter = *reduced, *(None,) * (6 - len(reduced))
    if not callable(func):
        raise PicklingError(f"first item of the tuple returned by __reduce__ must be callable, not {type(func).__name__}")
    if not isinstance(args, tuple):
        raise PicklingError(f"second item of the tuple returned by __reduce__ must be a tuple, not {type(args).__name__}")
    for place, iterator in (("fourth", items), ("fifth", pairs)):
        if iterator is not None and not hasattr(iterator, "__next__"):
            kind = type(iterator).__name__
            raise PicklingError(f"{place} item of the tuple returned by __reduce__ must be an iterator, not {kind}")
    if setter is not None and not callable(setter):
        kind = type(setter).__name__
        raise PicklingError(f"sixth item of the tuple returned by __reduce__ must be callable, not {kind}")


from _pickle_savers import atoms as _atoms, exact as _exact, globals_ as _globals, savers as _savers  # noqa: E402
