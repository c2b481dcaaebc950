# Bytes that an object of each kind takes: so many are made and kept, and what memory grew by is divided by their number.
# With an argument it is the kind with that number alone, if there is one, on a desktop: there the system is asked what
# memory the process has written to. Boards, and MicroPython, know how much of theirs is free.
import gc
import sys

ARGUMENTS = getattr(sys, "argv", [])[1:]


def free():
    return gc.mem_free()


def written():
    with open("/proc/self/smaps_rollup") as lines:
        for line in lines:
            if line.startswith("Anonymous:"):
                return -1024 * int(line.split()[1])
    raise OSError("how much memory is it?")


if ARGUMENTS:
    free = written
    # Little garbage shall be among what is counted.
    if sys.implementation.name == "ferropy":
        gc.threshold(100_000)
    sys.dont_write_bytecode = True


class Empty:
    pass


class Two:
    def __init__(self, a, b):
        self.a = a
        self.b = b


class Eight:
    def __init__(self, a):
        self.a = a
        self.b = a
        self.c = a
        self.d = a
        self.e = a
        self.f = a
        self.g = a
        self.h = a


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b

    def method(self):
        return self.a


def closure_of_one(i):
    def inner():
        return i

    return inner


def closure_of_three(i):
    j = k = i

    def inner():
        return i, j, k

    return inner


def numbers(i):
    yield i


def filtered(values, limit):
    total = 0
    for value in values:
        if value < limit:
            total += value
            yield value, total


def started(i):
    generator = filtered((i, i), 1000000)
    next(generator)
    return generator


async def coroutine(i):
    return i


SLOTTED = Slotted(1, 2)
TEXT = "abcdefghij" * 10
HUNDRED = list(range(100))
TEN = HUNDRED[:10]


def text(i, length):
    return ("%05d" % i + TEXT)[:length]


def raised(i):
    try:
        raise ValueError(i)
    except ValueError as error:
        return error


def own_class(i):
    class Own:
        def __init__(self):
            self.value = 1

        def method(self):
            return self.value

    return Own


def of_module(name):
    if "." not in sys.path:
        sys.path.insert(0, ".")
    __import__(name)
    return sys.modules.pop(name)


def code(i):
    names = {}
    exec(FUNCTION, names)
    return names["middle"]


def deque(i):
    from collections import deque

    return deque((i,), 10)


FUNCTION = """def middle(values, low, high):
    total = 0
    for value in values:
        if low < value < high:
            total += value * 2
    return total // len(values)
"""
TYPICAL = '''"""A module as there are many."""
LIMIT = 100
NAMES = ("one", "two", "three")

def clamp(value, low=0, high=LIMIT):
    if value < low:
        return low
    return high if value > high else value

class Counter:
    def __init__(self, name):
        self.name = name
        self.count = 0
        self.seen = {}

    def add(self, key, amount=1):
        self.count += amount
        self.seen[key] = clamp(self.seen.get(key, 0) + amount)
        return self

    def report(self):
        lines = ["%s: %d" % (key, self.seen[key]) for key in sorted(self.seen)]
        return "\\n".join(lines)

def count_all(words):
    counter = Counter("all")
    for word in words:
        counter.add(word.lower())
    return counter
'''


def write(name, source):
    with open(name, "w") as file:
        file.write(source)


# How many are made on a board, by how many are on a desktop.
ON_BOARDS = {30000: 203, 20000: 203, 10000: 63, 3000: 33, 1000: 23}

# Name, how an object is made, how many on a desktop.
KINDS = [
    ("instance without attributes", lambda i: Empty(), 30000),
    ("instance with 2 attributes", lambda i: Two(i, i), 30000),
    ("instance with 8 attributes", lambda i: Eight(i), 30000),
    ("instance with 2 slots", lambda i: Slotted(i, i), 30000),
    ("dict, empty", lambda i: {}, 30000),
    ("dict of 1 int", lambda i: {i: i}, 30000),
    ("dict of 10 ints", lambda i: {k: k for k in TEN}, 20000),
    ("dict of 10 ints, displayed", lambda i: {0: i, 1: i, 2: i, 3: i, 4: i, 5: i, 6: i, 7: i, 8: i, 9: i}, 20000),
    ("dict of 100 ints", lambda i: {k: k for k in HUNDRED}, 3000),
    ("set of 10 ints", lambda i: set(TEN), 20000),
    ("set of 100 ints", lambda i: set(HUNDRED), 3000),
    ("list, empty", lambda i: [], 30000),
    ("list of 10 ints", lambda i: list(TEN), 20000),
    ("list of 100 ints", lambda i: list(HUNDRED), 10000),
    ("list of 100 ints, comprehended", lambda i: [k for k in HUNDRED], 10000),
    ("tuple of 2", lambda i: (i, i), 30000),
    ("tuple of 10", lambda i: tuple(TEN), 30000),
    ("int of 10 bits", lambda i: i % 700 + 300, 30000),
    ("int of 40 bits", lambda i: (1 << 40) + i, 30000),
    ("int of 200 bits", lambda i: (1 << 200) + i, 30000),
    ("float", lambda i: i + 0.5, 30000),
    ("complex", lambda i: complex(i, 1), 30000),
    ("str of 5 characters", lambda i: text(i, 5), 30000),
    ("str of 20 characters", lambda i: text(i, 20), 30000),
    ("str of 100 characters", lambda i: text(i, 100), 30000),
    ("bytes of 20", lambda i: text(i, 20).encode(), 30000),
    ("bytearray of 20", lambda i: bytearray(text(i, 20).encode()), 30000),
    ("closure over 1 variable", closure_of_one, 30000),
    ("closure over 3 variables", closure_of_three, 30000),
    ("lambda", lambda i: lambda: 1, 30000),
    ("bound method", lambda i: SLOTTED.method, 30000),
    ("generator", numbers, 30000),
    ("generator with 4 variables, started", started, 20000),
    ("generator expression", lambda i: (k + 1 for k in TEN), 20000),
    ("coroutine", coroutine, 30000),
    ("range", lambda i: range(i, 100), 30000),
    ("slice", lambda i: slice(i, 1), 30000),
    ("list iterator", lambda i: iter(TEN), 30000),
    ("deque of 1, at most 10", deque, 10000),
    ("exception", lambda i: ValueError(i), 30000),
    ("exception, raised", raised, 20000),
    ("class with 2 methods", own_class, 3000),
    ("function of 6 lines, with its code", code, 3000),
    ("module, empty", lambda i: of_module("mem_empty"), 1000),
    ("module of 30 lines", lambda i: of_module("mem_typical"), 1000),
]


def measure(make, count):
    made = [None] * count
    for i in range(3):
        made[i] = make(i)
    gc.collect()
    before = free()
    for i in range(3, count):
        made[i] = make(i)
    gc.collect()
    return (before - free()) / (count - 3)


def descend(depth):
    if depth:
        return descend(depth - 1)
    return free() - stack()


def stack():
    try:
        from micropython import stack_use
    except ImportError:
        return 0
    return stack_use()


def frames(depth):
    gc.collect()
    before = descend(1)
    return (before - descend(depth + 1)) / depth


def show(name, measured, *arguments):
    try:
        print("%-40s %8.1f" % (name, measured(*arguments)))
    except Exception as error:
        print("%-40s -        %r" % (name, error))


write("mem_empty.py", "")
write("mem_typical.py", TYPICAL)
if ARGUMENTS:
    number = int(ARGUMENTS[0])
    if number < len(KINDS):
        show(KINDS[number][0], measure, *KINDS[number][1:])
    elif number == len(KINDS):
        sys.setrecursionlimit(30000)
        show("frame of 1 variable", frames, 20000)
else:
    board = sys.platform == "rp2"
    for name, make, count in KINDS:
        show(name, measure, make, ON_BOARDS[count] if board else 303)
    show("frame of 1 variable", frames, 20 if board else 50)
