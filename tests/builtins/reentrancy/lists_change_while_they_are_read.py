# Comparisons, conversions and iterators that change the list which a builtin is reading.
import gc


def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except RecursionError:
        print(what, "-> RecursionError")
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Compared:
    """Answers each comparison with `answer`, after the action."""

    def __init__(self, action, answer):
        self.action, self.answer = action, answer

    def __eq__(self, other):
        self.action()
        return self.answer

    def __lt__(self, other):
        self.action()
        return self.answer

    __hash__ = None


class Shown:
    def __str__(self):
        change()
        return "str"

    def __repr__(self):
        change()
        return "repr"

    def __format__(self, spec):
        change()
        return "format" + spec

    def __bool__(self):
        change()
        return True


class Sequence:
    def __contains__(self, item):
        change()
        return "yes"

    def __len__(self):
        change()
        return 3

    def __getitem__(self, index):
        change()
        return left[index]

    def __reversed__(self):
        change()
        return iter(left)

    def __length_hint__(self):
        change()
        return 10

    def __iter__(self):
        change()
        return iter(left)


def first_and_rest():
    first, *rest = Sequence()
    return first, rest


def assign():
    left[:] = Sequence()
    return left


def changed(item):
    change()
    return item


def fail():
    raise ValueError("in a callback")


left, right = [], []
CHANGES = {
    "clear": lambda: (left.clear(), right.clear()),
    "pop": lambda: (left and left.pop(), right and right.pop()),
    "append": lambda: len(left) < 20 and (left.append(1), right.append(2)),
    "collect": gc.collect,
    "fail": fail,
}
READERS = {
    "count": lambda: left.count(Compared(change, False)),
    "index": lambda: left.index(Compared(change, True)),
    "remove": lambda: left.remove(Compared(change, True)),
    "remove nothing": lambda: left.remove(Compared(change, False)),
    "in": lambda: Compared(change, False) in left,
    "min": lambda: min(left, key=changed),
    "max": lambda: max(left, key=changed),
    "map": lambda: list(map(changed, left)),
    "filter": lambda: list(filter(changed, left)),
    "any": lambda: any(changed(0) for _ in left),
    "join": lambda: ",".join(str(changed(item)) for item in left),
    "slice": lambda: left.__setitem__(slice(0, 2), (changed(item) for item in list(left))),
    "reversed": lambda: list(reversed(Sequence())),
    "unpack": first_and_rest,
    "assign": assign,
    "in sequence": lambda: 1 in Sequence(),
}
TEXTS = {
    "str": lambda: str(left),
    "f-string": lambda: f"{left} {left[0]!s}",
    "format": lambda: "{0[0]:x} {0[1]} {0[2]}".format(left),
    "percent": lambda: "%s %r %d" % (left[0], left, 3),
    "all": lambda: all(left),
}
for name, change in CHANGES.items():
    for answer in (True, False):
        for operation in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
            left = [1, Compared(change, answer), 3, 4]
            right = [1, Compared(change, answer), 3, 5]
            attempt(f"{name} in {operation} {answer}", getattr(left, operation), right)
            print("   ", len(left), len(right))
    for what, reader in READERS.items():
        left, right = [1, 2, 3], []
        attempt(f"{name} in {what}", reader)
        print("   ", len(left))
    for what, reader in TEXTS.items():
        left, right = [Shown(), 2, Shown()], []
        attempt(f"{name} in {what}", reader)
        print("   ", len(left))
