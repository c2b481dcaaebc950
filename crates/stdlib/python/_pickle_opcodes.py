"""What the instructions of a pickle do: a function for each, named for it, that gets the Unpickler."""

from struct import unpack
from sys import maxsize

import _pickle_reading
from pickle import _OPCODES, HIGHEST_PROTOCOL, UnpicklingError, decode_long

_Stop = _pickle_reading._Stop


def do_proto(self):
    version = self._take(1)[0]
    if version > HIGHEST_PROTOCOL:
        raise ValueError(f"unsupported pickle protocol: {version}")
    self._proto = version


def do_frame(self):
    size = unpack("<Q", self._take(8))[0]
    if size > maxsize:
        raise OverflowError(f"FRAME length exceeds system's maximum of {maxsize} bytes")
    # What is read now need not be read piece by piece.
    if self._read is not None or size > len(self._data) - self._at:
        data = self._take(size)
        self._data, self._at = data, 0


def do_stop(self):
    raise _Stop(self._stack.pop())


def do_mark(self):
    self._below.append(self._stack)
    self._stack = []


def do_pop(self):
    if self._stack:
        self._stack.pop()
    elif self._below:
        self._stack = self._below.pop()
    else:
        raise self._underflow()


def do_pop_mark(self):
    self._above_mark()


def do_dup(self):
    self._stack.append(self._stack[-1])


def do_none(self):
    self._stack.append(None)


def do_newtrue(self):
    self._stack.append(True)


def do_newfalse(self):
    self._stack.append(False)


def do_int(self):
    line = self._line()
    if line in (b"00", b"01"):
        self._stack.append(line == b"01")
        return
    try:
        self._stack.append(int(line, 0))
    except ValueError:
        raise ValueError("could not convert string to int") from None


def do_binint(self):
    self._stack.append(int.from_bytes(self._take(4), "little", signed=True))


def do_binint1(self):
    self._stack.append(self._take(1)[0])


def do_binint2(self):
    self._stack.append(int.from_bytes(self._take(2), "little"))


def do_long(self):
    line = self._line()
    self._stack.append(int(line[:-1] if line.endswith(b"L") else line, 0))


def do_long1(self):
    self._stack.append(decode_long(self._take(self._take(1)[0])))


def do_long4(self):
    size = unpack("<i", self._take(4))[0]
    if size < 0:
        raise UnpicklingError("LONG pickle has negative byte count")
    self._stack.append(decode_long(self._take(size)))


def do_float(self):
    line = self._line()
    try:
        self._stack.append(float(line))
    except ValueError:
        text = line.decode("latin-1") + "\n"
        raise ValueError(f"could not convert string to float: '{text}'") from None


def do_binfloat(self):
    self._stack.append(unpack(">d", self._take(8))[0])


def do_string(self):
    line = self._line()
    if len(line) < 2 or line[0] != line[-1] or line[0] not in b"\"'":
        raise UnpicklingError("the STRING opcode argument must be quoted")
    self._decoded(__import__("codecs").escape_decode(line[1:-1])[0])


def do_binstring(self):
    self._decoded(self._take(unpack("<I", self._take(4))[0]))


def do_short_binstring(self):
    self._decoded(self._take(self._take(1)[0]))


def _size(self, what):
    size = unpack("<Q", self._take(8))[0]
    if size > maxsize:
        raise OverflowError(f"{what} exceeds system's maximum size of {maxsize} bytes")
    return size


def do_binbytes(self):
    self._stack.append(self._take(unpack("<I", self._take(4))[0]))


def do_short_binbytes(self):
    self._stack.append(self._take(self._take(1)[0]))


def do_binbytes8(self):
    self._stack.append(self._take(_size(self, "BINBYTES8")))


def do_bytearray8(self):
    self._stack.append(bytearray(self._take(_size(self, "BYTEARRAY8"))))


def do_next_buffer(self):
    if self._buffers is None:
        raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
    try:
        self._stack.append(next(self._buffers))
    except StopIteration:
        raise UnpicklingError("not enough out-of-band buffers") from None


def do_readonly_buffer(self):
    view = memoryview(self._stack[-1])
    if not view.readonly:
        self._stack[-1] = view.toreadonly()


def do_unicode(self):
    self._stack.append(str(self._line(), "raw-unicode-escape"))


def do_binunicode(self):
    self._stack.append(str(self._take(unpack("<I", self._take(4))[0]), "utf-8", "surrogatepass"))


def do_short_binunicode(self):
    self._stack.append(str(self._take(self._take(1)[0]), "utf-8", "surrogatepass"))


def do_binunicode8(self):
    self._stack.append(str(self._take(_size(self, "BINUNICODE")), "utf-8", "surrogatepass"))


def do_persid(self):
    try:
        pid = self._line().decode("ascii")
    except UnicodeDecodeError:
        raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
    self._stack.append(self.persistent_load(pid))


def do_binpersid(self):
    self._need(1)
    pid = self._stack.pop()
    self._stack.append(self.persistent_load(pid))


# Containers.


def do_empty_tuple(self):
    self._stack.append(())


def do_tuple1(self):
    self._stack[-1] = (self._stack[-1],)


def do_tuple2(self):
    last = self._stack.pop()
    self._stack[-1] = (self._stack[-1], last)


def do_tuple3(self):
    stack = self._stack
    last = stack.pop()
    middle = stack.pop()
    stack[-1] = (stack[-1], middle, last)


def do_tuple(self):
    items = self._above_mark()
    self._stack.append(tuple(items))


def do_empty_list(self):
    self._stack.append([])


def do_list(self):
    items = self._above_mark()
    self._stack.append(items)


def do_empty_dict(self):
    self._stack.append({})


def _pairs(items, what):
    if len(items) % 2:
        raise UnpicklingError(f"odd number of items for {what}")
    return zip(items[::2], items[1::2])


def do_dict(self):
    items = self._above_mark()
    self._stack.append(dict(_pairs(items, "DICT")))


def do_empty_set(self):
    self._stack.append(set())


def do_frozenset(self):
    items = self._above_mark()
    self._stack.append(frozenset(items))


def do_append(self):
    stack = self._stack
    if len(stack) < 2:
        raise self._underflow()
    item = stack.pop()
    stack[-1].append(item)


def do_appends(self):
    items = self._above_mark()
    self._need(1)
    target = self._stack[-1]
    if type(target) is list:
        target += items
        return
    extend = getattr(target, "extend", None)
    if extend is not None:
        extend(items)
        return
    append = target.append
    for item in items:
        append(item)


def do_setitem(self):
    stack = self._stack
    if len(stack) < 3:
        raise self._underflow()
    value = stack.pop()
    key = stack.pop()
    stack[-1][key] = value


def do_setitems(self):
    items = self._above_mark()
    self._need(1)
    target = self._stack[-1]
    for key, value in _pairs(items, "SETITEMS"):
        target[key] = value


def do_additems(self):
    items = self._above_mark()
    self._need(1)
    target = self._stack[-1]
    if type(target) is set:
        target.update(items)
        return
    add = target.add
    for item in items:
        add(item)


# What was there before.


def do_get(self):
    line = self._line()
    self._get(_index(line))


def do_binget(self):
    try:
        self._stack.append(self._memo[self._take(1)[0]])
    except KeyError as error:
        raise UnpicklingError(f"Memo value not found at index {error.args[0]}") from None


def do_long_binget(self):
    self._get(unpack("<I", self._take(4))[0])


def _index(line):
    try:
        return int(line)
    except ValueError:
        text = line.decode("latin-1") + "\n"
        raise ValueError(f"invalid literal for int() with base 10: {text!r}") from None


def do_put(self):
    self._put(_index(self._line()))


def do_binput(self):
    self._memo[self._take(1)[0]] = self._stack[-1]


def do_long_binput(self):
    self._put(unpack("<I", self._take(4))[0])


def do_memoize(self):
    memo = self._memo
    memo[len(memo)] = self._stack[-1]


# Classes, functions and objects.


def do_global(self):
    module = self._line().decode("utf-8")
    name = self._line().decode("utf-8")
    self._stack.append(self.find_class(module, name))


def do_stack_global(self):
    self._need(2)
    name = self._stack.pop()
    module = self._stack.pop()
    if type(name) is not str or type(module) is not str:
        raise UnpicklingError("STACK_GLOBAL requires str")
    self._stack.append(self.find_class(module, name))


def do_ext1(self):
    self._find_extension(self._take(1)[0])


def do_ext2(self):
    self._find_extension(unpack("<H", self._take(2))[0])


def do_ext4(self):
    self._find_extension(unpack("<i", self._take(4))[0])


def do_inst(self):
    if not self._below:
        raise UnpicklingError("could not find MARK")
    module = self._line().decode("ascii")
    name = self._line().decode("ascii")
    cls = self.find_class(module, name)
    self._instantiate(cls, self._above_mark())


def do_obj(self):
    if self._below and not self._stack:
        self._above_mark()
        raise UnpicklingError("unpickling stack underflow")
    cls, *args = self._above_mark()
    self._instantiate(cls, args)


def do_newobj(self):
    self._need(2)
    args = self._stack.pop()
    cls = self._stack.pop()
    _check_class("NEWOBJ", cls, args)
    self._stack.append(cls.__new__(cls, *args))


def do_newobj_ex(self):
    self._need(3)
    names = self._stack.pop()
    args = self._stack.pop()
    cls = self._stack.pop()
    _check_class("NEWOBJ_EX", cls, args)
    if not isinstance(names, dict):
        raise UnpicklingError(f"NEWOBJ_EX kwargs argument must be a dict, not {type(names).__name__}")
    self._stack.append(cls.__new__(cls, *args, **names))


def _check_class(what, cls, args):
    if not isinstance(cls, type):
        raise UnpicklingError(f"{what} class argument must be a type, not {type(cls).__name__}")
    if not isinstance(args, tuple):
        raise UnpicklingError(f"{what} args argument must be a tuple, not {type(args).__name__}")


def do_reduce(self):
    stack = self._stack
    if len(stack) < 2:
        raise self._underflow()
    args = stack.pop()
    if not isinstance(args, tuple):
        raise TypeError("argument list must be a tuple")
    stack[-1] = stack[-1](*args)


def do_build(self):
    self._need(2)
    state = self._stack.pop()
    made = self._stack[-1]
    set_state = getattr(made, "__setstate__", self)
    if set_state is not self:
        set_state(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        if not isinstance(state, dict):
            raise UnpicklingError("state is not a dictionary")
        attributes = made.__dict__
        for name, value in state.items():
            attributes[name] = value
    if slots is not None:
        if not isinstance(slots, dict):
            raise UnpicklingError("slot state is not a dictionary")
        for name, value in slots.items():
            setattr(made, name, value)


table = [_pickle_reading._unknown] * 256
for _name, _code in _OPCODES.items():
    table[_code] = globals()["do_" + _name.lower()]
# Those that call into a program.
calling = frozenset([table[_OPCODES[_name]] for _name in """
PERSID BINPERSID DICT FROZENSET APPEND APPENDS SETITEM SETITEMS ADDITEMS GLOBAL STACK_GLOBAL EXT1 EXT2 EXT4
INST OBJ NEWOBJ NEWOBJ_EX REDUCE BUILD
""".split()])
