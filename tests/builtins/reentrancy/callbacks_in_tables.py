# Operations of dicts and sets that call back: the callback empties the container, makes it larger, raises, does the
# same again, does it without end, or collects.
import gc


class State:
    action = None
    depth = 0
    target = None
    again = None
    calls = 0


def grow(target):
    if len(target) > 100:
        return
    for number in range(1000, 1100):
        if isinstance(target, dict):
            target[number] = number
        else:
            target.add(number)


def hit():
    State.calls += 1
    if State.action != "endless" and State.calls > 3:
        return
    if State.depth:
        if State.action == "endless":
            State.again()
        return
    State.depth += 1
    try:
        if State.action == "clear":
            State.target.clear()
        elif State.action == "grow":
            grow(State.target)
        elif State.action == "raise":
            raise ValueError("callback")
        elif State.action in ("again", "endless"):
            State.again()
        elif State.action == "collect":
            gc.collect()
    finally:
        State.depth -= 1


class Key:
    """Keys that all collide and differ."""

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        hit()
        return False

    def __repr__(self):
        return f"Key({self.name})"


class Hashed:
    def __hash__(self):
        hit()
        return 2

    def __eq__(self, other):
        return self is other

    def __repr__(self):
        return "Hashed"


class Shown:
    def __repr__(self):
        hit()
        return "Shown"


class Value:
    def __eq__(self, other):
        hit()
        return True

    __hash__ = None

    def __repr__(self):
        return "Value"


class Pairs:
    """A mapping by its methods."""

    def keys(self):
        hit()
        return ["p", "q"]

    def __getitem__(self, key):
        hit()
        return key

    def __repr__(self):
        return "Pairs"


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


def new_dict():
    return {Key("a"): 1, "s": Value(), Key("b"): Shown(), 5: 6}


def new_set():
    return {Key("a"), Key("b"), 5}


dict_operations = [
    ("d[k]", lambda d: d[Key("x")]),
    ("d[hashed]", lambda d: d[Hashed()]),
    ("k in d", lambda d: Key("x") in d),
    ("get", lambda d: d.get(Key("x"), "default")),
    ("d[k] =", lambda d: d.__setitem__(Key("new"), 7)),
    ("d[hashed] =", lambda d: d.__setitem__(Hashed(), 7)),
    ("del d[k]", lambda d: d.__delitem__(Key("x"))),
    ("pop", lambda d: d.pop(Key("x"), "default")),
    ("setdefault", lambda d: d.setdefault(Key("x"), "default")),
    ("update mapping", lambda d: d.update(Pairs())),
    ("update pairs", lambda d: d.update(Items(("k", 1), ("l", 2)))),
    ("update dict", lambda d: d.update({Key("y"): 1, Key("z"): 2})),
    ("|", lambda d: len(d | {Key("y"): 1})),
    ("|=", lambda d: len(d.__ior__({Key("y"): 1}))),
    ("fromkeys", lambda d: len(dict.fromkeys(Items(1, 2), 3))),
    ("fromkeys of keys", lambda d: len(dict.fromkeys([Key(1), Key(2)]))),
    ("dict()", lambda d: len(dict(Pairs()))),
    ("dict(d)", lambda d: len(dict(d))),
    ("copy", lambda d: len(d.copy())),
    ("==", lambda d: d == {Key("a"): 1, "s": 3, Key("b"): 5, 5: 6}),
    ("== value", lambda d: d == {"s": 3, "t": 4, "u": 4, "v": 4}),
    ("repr", lambda d: repr(d)[:20]),
    ("repr of items", lambda d: repr(d.items())[:20]),
    ("values in", lambda d: 9 in d.values()),
    ("items in", lambda d: ("s", 9) in d.items()),
    ("keys &", lambda d: len(d.keys() & [Key("x"), 5])),
    ("keys ==", lambda d: d.keys() == {Key("x"), 1, 2, 3}),
    ("items <=", lambda d: d.items() <= {("s", 1), (5, 6)}),
    ("isdisjoint", lambda d: d.keys().isdisjoint([Key("x")])),
    ("**", lambda d: len((lambda **names: names)(**Pairs()))),
    ("{**}", lambda d: len({**d, **{Key("z"): 1}})),
    ("comprehension", lambda d: len({key: hit() for key in d})),
    ("items loop", lambda d: [hit() for key, value in d.items()]),
    ("values reversed", lambda d: [hit() for value in reversed(d.values())]),
    ("match", lambda d: matched(d)),
]

set_operations = [
    ("in", lambda s: Key("x") in s),
    ("add", lambda s: s.add(Key("x"))),
    ("add hashed", lambda s: s.add(Hashed())),
    ("discard", lambda s: s.discard(Key("x"))),
    ("remove", lambda s: s.remove(5.5)),
    ("remove key", lambda s: s.remove(Key("x"))),
    ("|", lambda s: len(s | {Key("x"), 6})),
    ("union", lambda s: len(s.union(Items(Key("x"), 6)))),
    ("&", lambda s: len(s & {Key("x"), 5})),
    ("intersection", lambda s: len(s.intersection(Items(Key("x"), 5)))),
    ("difference", lambda s: len(s.difference(Items(Key("x"), 5)))),
    ("symmetric_difference", lambda s: len(s.symmetric_difference(Items(Key("x"), 5)))),
    ("|=", lambda s: s.update(Items(Key("x"), 6))),
    ("-=", lambda s: s.difference_update(Items(Key("x"), 5))),
    ("^=", lambda s: s.symmetric_difference_update({Key("x"), 5})),
    ("==", lambda s: s == {Key("x"), Key("y"), 5}),
    ("<=", lambda s: s <= {Key("x"), Key("y"), 5}),
    (">", lambda s: s > {Key("x")}),
    ("issubset", lambda s: s.issubset(Items(Key("x")))),
    ("issuperset", lambda s: s.issuperset(Items(Key("x")))),
    ("isdisjoint", lambda s: s.isdisjoint(Items(Key("x")))),
    ("set()", lambda s: len(set(Items(Key("x"), Key("y"))))),
    ("frozenset()", lambda s: len(frozenset([Key("x"), Key("y")]))),
    ("init", lambda s: s.__init__(Items(Key("x"), 1))),
    ("comprehension", lambda s: len({hit() for item in s})),
    ("display", lambda s: len({Key(1), Key(2), *s})),
    ("sorted", lambda s: len(sorted(s, key=lambda item: hit() or 0))),
]


def matched(d):
    match d:
        case {"none": 1}:
            return 1
        case {"s": 7, **rest}:
            return len(rest)
        case _:
            return "none"


def outcome(operation, target):
    try:
        return repr(operation(target))
    except RecursionError:
        return "RecursionError"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def run(operation, new, action):
    target = new()
    State.action, State.target, State.depth, State.calls = action, target, 0, 0
    State.again = lambda: operation(target)
    result = outcome(operation, target)
    State.action = None
    print(f"    {action!s:8} {result[:70]} | {len(target)}")


for new, operations in ((new_dict, dict_operations), (new_set, set_operations)):
    print(new.__name__)
    for name, operation in operations:
        print("  " + name)
        for action in (None, "clear", "grow", "raise", "again", "collect"):
            run(operation, new, action)
    for name, operation in operations[:4]:
        State.action = None
        target = new()
        State.action, State.target, State.depth = "endless", target, 0
        State.again = lambda: operation(target)
        print("  endless", name, outcome(operation, target)[:40])
    State.action = None
