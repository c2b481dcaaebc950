# python: 3.14
# Operations of lists that call back: the callback empties the list, makes it longer, raises, does the same again,
# does it without end, or collects.
import gc


class State:
    action = None
    depth = 0
    target = None
    again = None


def hit():
    if State.depth:
        if State.action == "endless":
            State.again()
        return
    State.depth += 1
    try:
        if State.action == "clear":
            State.target.clear()
        elif State.action == "grow" and len(State.target) < 100:
            State.target.extend([7] * 50)
        elif State.action == "raise":
            raise ValueError("callback")
        elif State.action in ("again", "endless"):
            State.again()
        elif State.action == "collect":
            gc.collect()
    finally:
        State.depth -= 1


class Equal:
    def __eq__(self, other):
        hit()
        return False

    def __lt__(self, other):
        hit()
        return False

    __gt__ = __lt__
    __hash__ = None

    def __repr__(self):
        return "Equal"


class Shown:
    def __repr__(self):
        hit()
        return "Shown"


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        hit()
        return self.value


class Sized:
    def __len__(self):
        hit()
        return 3

    def __iter__(self):
        hit()
        return iter("ab")


class Items:
    """An iterator of three items."""

    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        hit()
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left

    def __length_hint__(self):
        hit()
        return 5


def key(item):
    hit()
    return 0


def items():
    return [1, Equal(), 2, Equal(), Shown()]


operations = [
    ("sort(key=)", lambda x: x.sort(key=key)),
    ("sort(key=, reverse=)", lambda x: x.sort(key=key, reverse=True)),
    ("sort()", lambda x: x.__setitem__(slice(None), [Equal(), Equal(), Equal()]) or x.sort()),
    ("sorted()", lambda x: len(sorted(x, key=key))),
    ("min(key=)", lambda x: min(x, key=key)),
    ("max(key=)", lambda x: max(x, key=key)),
    ("index", lambda x: x.index(9)),
    ("index between", lambda x: x.index(9, Index(0), Index(4))),
    ("count", lambda x: x.count(9)),
    ("remove", lambda x: x.remove(9)),
    ("in", lambda x: 9 in x),
    ("==", lambda x: x == [1, 1, 2, 1, 1]),
    ("== reflected", lambda x: [1, 1, 2, 1, 1] == x),
    ("<", lambda x: x < [1, 1, 2, 1, 1]),
    ("!=", lambda x: x != [1, 2, 2, 1, 1]),
    ("repr", lambda x: repr(x)),
    ("str", lambda x: str([x])),
    ("[i]", lambda x: x[Index(2)]),
    ("[i:j]", lambda x: x[Index(0) : Index(3)]),
    ("[i] =", lambda x: x.__setitem__(Index(2), "set")),
    ("[i:j] =", lambda x: x.__setitem__(slice(Index(0), Index(3)), "set")),
    ("[i:j:2] =", lambda x: x.__setitem__(slice(Index(0), Index(3), Index(2)), "st")),
    ("[:] = iterator", lambda x: x.__setitem__(slice(0, 2), Items())),
    ("[::2] = iterator", lambda x: x.__setitem__(slice(None, None, 2), Items())),
    ("del [i]", lambda x: x.__delitem__(Index(2))),
    ("del [i:j]", lambda x: x.__delitem__(slice(Index(0), Index(3)))),
    ("insert", lambda x: x.insert(Index(1), "new")),
    ("pop", lambda x: x.pop(Index(1))),
    ("*", lambda x: len(x * Index(2))),
    ("*=", lambda x: len(x.__imul__(Index(2)))),
    ("extend", lambda x: x.extend(Items())),
    ("+= sized", lambda x: len(x.__iadd__(Sized()))),
    ("init", lambda x: x.__init__(Items())),
    ("list()", lambda x: list(Items())),
    ("tuple()", lambda x: tuple(Items())),
    ("unpack", lambda x: [*Items(), *x, *Sized()] and None),
    ("sum", lambda x: sum(Items())),
    ("zip", lambda x: list(zip(Items(), range(9), strict=False))),
    ("map", lambda x: len(list(map(key, x)))),
    ("filter", lambda x: list(filter(key, x))),
    ("enumerate", lambda x: [number for number, item in enumerate(x) if key(item)]),
    ("reversed", lambda x: [0 for item in reversed(x) if key(item)]),
    ("comprehension", lambda x: [0 for item in x if key(item)]),
    ("any", lambda x: any(key(item) for item in x)),
    ("match", lambda x: matched(x)),
]


def matched(x):
    match x:
        case [1, 5, *_]:
            return "first"
        case [_, 6, *rest]:
            return "second"
        case [_, _, *rest]:
            return "third"
        case _:
            return "none"


def run(name, operation, action):
    x = items()
    State.action, State.target, State.depth = action, x, 0
    State.again = lambda: operation(x)
    try:
        result = repr(operation(x))
    except RecursionError:
        result = "RecursionError"
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    State.action = None
    print(f"    {action!s:8} {result[:60]} | {len(x)} {repr(x)[:50]}")


for name, operation in operations:
    print(name)
    for action in (None, "clear", "grow", "raise", "again", "collect"):
        run(name, operation, action)

State.action = None
for name, operation in operations[:12] + operations[15:19]:
    x = items()
    State.action, State.target, State.depth = "endless", x, 0
    State.again = lambda: operation(x)
    try:
        operation(x)
        print(name, "ends")
    except RecursionError:
        print(name, "RecursionError")
    except Exception as error:
        print(name, type(error).__name__, error)
