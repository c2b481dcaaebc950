# cpython: differs — CPython 3.13 reads and writes memory here that a callback has given back
# Operations of bytearrays, views and what uses their memory that call back: the callback makes the bytearray shorter or
# longer, raises, does the same again, or collects.
import array
import gc
import io
import struct


class State:
    action = None
    calls = 0
    target = None
    again = None


def hit():
    State.calls += 1
    if State.calls > 1:
        return
    target = State.target
    if State.action == "clear":
        del target[:]
    elif State.action == "grow":
        target.extend(target[:1] * 1000)
    elif State.action == "raise":
        raise ValueError("callback")
    elif State.action == "again":
        State.again()
    elif State.action == "collect":
        gc.collect()


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        hit()
        return self.value


class Float:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        hit()
        return self.value


class Truth:
    def __bool__(self):
        hit()
        return True


class Items:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        return self

    def __next__(self):
        hit()
        if not self.items:
            raise StopIteration
        return self.items.pop(0)


class Buffer:
    """Gives memory when it is asked for it."""

    def __init__(self, memory):
        self.memory = memory

    def __buffer__(self, flags):
        hit()
        return memoryview(self.memory)


def new_bytearray():
    return bytearray(b"abcdefgh")


def new_array():
    return array.array("h", [1, 2, 3, 4])


bytearray_operations = [
    ("[i]", lambda b: b[Index(7)]),
    ("[i:j]", lambda b: b[Index(1) : Index(7)]),
    ("[i] =", lambda b: b.__setitem__(Index(7), 65)),
    ("[0] = i", lambda b: b.__setitem__(0, Index(65))),
    ("[7] = i", lambda b: b.__setitem__(7, Index(65))),
    ("[i:j] =", lambda b: b.__setitem__(slice(Index(1), Index(7)), b"zz")),
    ("[i:j:2] =", lambda b: b.__setitem__(slice(Index(1), Index(7), 2), b"xyz")),
    ("[1:7] = iterator", lambda b: b.__setitem__(slice(1, 7), Items(65, 66))),
    ("[1:7] = list", lambda b: b.__setitem__(slice(1, 7), [Index(65), 66])),
    ("[1:7] = buffer", lambda b: b.__setitem__(slice(1, 7), Buffer(b"mem"))),
    ("del [i]", lambda b: b.__delitem__(Index(7))),
    ("del [i:j]", lambda b: b.__delitem__(slice(Index(1), Index(7)))),
    ("append", lambda b: b.append(Index(65))),
    ("insert i", lambda b: b.insert(Index(5), 65)),
    ("insert item", lambda b: b.insert(5, Index(65))),
    ("pop", lambda b: b.pop(Index(5))),
    ("remove", lambda b: b.remove(Index(104))),
    ("extend iterator", lambda b: b.extend(Items(65, 66))),
    ("extend list", lambda b: b.extend([Index(65), 66])),
    ("extend buffer", lambda b: b.extend(Buffer(b"mem"))),
    ("+=", lambda b: len(b.__iadd__(Buffer(b"mem")))),
    ("+", lambda b: len(b + Buffer(b"mem"))),
    ("*", lambda b: len(b * Index(2))),
    ("*=", lambda b: len(b.__imul__(Index(2)))),
    ("in", lambda b: Index(104) in b),
    ("in buffer", lambda b: Buffer(b"gh") in b),
    ("find", lambda b: b.find(b"h", Index(1), Index(8))),
    ("find i", lambda b: b.find(Index(104))),
    ("count", lambda b: b.count(b"h", Index(1), Index(8))),
    ("startswith", lambda b: b.startswith(b"b", Index(1))),
    ("startswith buffer", lambda b: b.startswith(Buffer(b"ab"))),
    ("replace", lambda b: len(b.replace(b"a", b"bb", Index(1)))),
    ("replace buffers", lambda b: len(b.replace(Buffer(b"a"), Buffer(b"bb")))),
    ("split", lambda b: len(b.split(b"d", Index(1)))),
    ("split buffer", lambda b: len(b.split(Buffer(b"d")))),
    ("partition", lambda b: len(b.partition(Buffer(b"d")))),
    ("strip", lambda b: len(b.strip(Buffer(b"ah")))),
    ("join", lambda b: len(b.join(Items(b"x", b"y", b"z")))),
    ("join buffers", lambda b: len(b.join([Buffer(b"x"), b"y"]))),
    ("center", lambda b: len(b.center(Index(20)))),
    ("translate", lambda b: len(b.translate(None, Buffer(b"a")))),
    ("%", lambda b: len(b % ())),
    ("==", lambda b: b == Buffer(b"abcdefgh")),
    ("hex", lambda b: len(b.hex(":", Index(2)))),
    ("init", lambda b: b.__init__(Items(1, 2))),
    ("init buffer", lambda b: b.__init__(Buffer(b"mem"))),
    ("decode", lambda b: b.decode()),
    ("bytes", lambda b: len(bytes(Items(1, 2)))),
    ("pack_into", lambda b: struct.pack_into("<bb", b, 6, Index(1), 2)),
    ("pack_into float", lambda b: struct.pack_into("<f", b, 4, Float(1.0))),
    ("pack_into bool", lambda b: struct.pack_into("?", b, 7, Truth())),
    ("pack_into offset", lambda b: struct.pack_into("b", b, Index(7), 1)),
    ("unpack_from", lambda b: struct.unpack_from("b", b, Index(7))),
    ("readinto", lambda b: io.BytesIO(b"12345").readinto(b)),
    ("view [i]", lambda b: memoryview(b)[Index(7)]),
    ("view [i] =", lambda b: memoryview(b).__setitem__(Index(7), 65)),
    ("view [7] = i", lambda b: memoryview(b).__setitem__(7, Index(65))),
    ("view [i:j]", lambda b: len(memoryview(b)[Index(1) : Index(7)])),
    ("view [i:j] =", lambda b: memoryview(b).__setitem__(slice(Index(0), Index(3)), Buffer(b"mem"))),
    ("view ==", lambda b: memoryview(b) == Buffer(b"abcdefgh")),
    ("view cast", lambda b: memoryview(b).cast("f").__setitem__(0, Float(1.0))),
    ("view tobytes", lambda b: len(memoryview(b).tobytes())),
    ("int.from_bytes", lambda b: int.from_bytes(Items(1, 2), "big")),
    ("int()", lambda b: int(b"12", Index(16))),
]

array_operations = [
    ("[i]", lambda a: a[Index(3)]),
    ("[i] =", lambda a: a.__setitem__(Index(3), 9)),
    ("[3] = i", lambda a: a.__setitem__(3, Index(9))),
    ("append", lambda a: a.append(Index(9))),
    ("insert", lambda a: a.insert(Index(1), 9)),
    ("insert item", lambda a: a.insert(1, Index(9))),
    ("pop", lambda a: a.pop(Index(3))),
    ("extend", lambda a: a.extend(Items(5, 6))),
    ("fromlist", lambda a: a.fromlist([Index(5), 6])),
    ("frombytes", lambda a: a.frombytes(Buffer(b"12"))),
    ("*", lambda a: len(a * Index(2))),
    ("[i:j] =", lambda a: a.__setitem__(slice(Index(0), Index(3)), array.array("h", [7]))),
    ("del", lambda a: a.__delitem__(Index(3))),
    ("view [3] = i", lambda a: memoryview(a).__setitem__(3, Index(9))),
    ("index", lambda a: a.index(4, Index(0))),
]


def run(operation, new, action):
    target = new()
    State.action, State.target, State.calls = action, target, 0
    State.again = lambda: operation(target)
    try:
        result = repr(operation(target))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    State.action = None
    print(f"    {action!s:8} {result[:90]} | {len(target)} {target[:9]!r}")


for new, operations in ((new_bytearray, bytearray_operations), (new_array, array_operations)):
    print(new.__name__)
    for name, operation in operations:
        print("  " + name)
        for action in (None, "clear", "grow", "raise", "again", "collect"):
            run(operation, new, action)
