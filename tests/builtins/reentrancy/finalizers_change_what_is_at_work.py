# Objects whose `__del__` changes, drops, asks or keeps what an operation is working on, while it works.

import gc

gc.disable()


class State:
    action = None
    target = None
    operation = None
    kept = []
    deaths = 0
    busy = False


class Dying:
    """Garbage: it refers to itself, so that only a collection ends it."""

    def __init__(self):
        self.me = self

    def __del__(self):
        State.deaths += 1
        if State.busy or State.deaths > 3:
            return
        State.busy = True
        try:
            action(self)
        except Exception as error:
            print("      in __del__:", type(error).__name__, error)
        finally:
            State.busy = False


def action(dying):
    target = State.target
    if State.action == "clear":
        target.clear()
    elif State.action == "grow":
        if isinstance(target, list):
            if len(target) < 100:
                target.extend(range(100))
        elif isinstance(target, dict):
            target.update((number, number) for number in range(100, 200))
        elif isinstance(target, set):
            target.update(range(100, 200))
        else:
            target.extend(bytes(1000))
    elif State.action == "again":
        State.operation(target)
    elif State.action == "keep":
        State.kept.append(dying)
    elif State.action == "collect":
        Dying()
        gc.collect()


def end(*ignored):
    """Some garbage dies here."""
    if not State.busy:
        Dying()
        gc.collect()
    return 0


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        end()
        return 1

    def __eq__(self, other):
        end()
        return False

    def __lt__(self, other):
        end()
        return False

    def __repr__(self):
        end()
        return "Key"


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        end()
        return self.value

    def __format__(self, spec):
        end()
        return "index"


class Items:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        return self

    def __next__(self):
        end()
        if not self.items:
            raise StopIteration
        return self.items.pop(0)

    def __length_hint__(self):
        end()
        return 2


class Pairs:
    def keys(self):
        end()
        return ["p", "q"]

    def __getitem__(self, key):
        end()
        return key


def new_list():
    return [3, Key("a"), 1, 2]


def new_dict():
    return {Key("a"): 1, "s": 2, 5: 6}


def new_set():
    return {Key("a"), 5, "s"}


def new_bytearray():
    return bytearray(b"abcdef")


cases = {
    new_list: [
        ("sort", lambda x: x.sort(key=end)),
        ("sort by comparison", lambda x: x.__init__([Key(1), Key(2), Key(3)]) or x.sort()),
        ("index", lambda x: x.index(9) if 9 in x else None),
        ("count", lambda x: x.count(9)),
        ("remove", lambda x: x.remove(9)),
        ("in", lambda x: 9 in x),
        ("==", lambda x: x == [3, 4, 1, 2]),
        ("repr", lambda x: len(repr(x)) > 5),
        ("[i]", lambda x: x[Index(3)]),
        ("[i:j] =", lambda x: x.__setitem__(slice(Index(0), Index(3)), "set")),
        ("[i:j] = iterator", lambda x: x.__setitem__(slice(1, 3), Items(1, 2, 3))),
        ("del [i:j]", lambda x: x.__delitem__(slice(Index(0), Index(3), 2))),
        ("insert", lambda x: x.insert(Index(1), "new")),
        ("pop", lambda x: x.pop(Index(1))),
        ("extend", lambda x: x.extend(Items(7, 8))),
        ("*=", lambda x: len(x.__imul__(Index(2)))),
        ("min", lambda x: min(x, key=end)),
        ("map", lambda x: len(list(map(end, x))) > 0),
        ("zip", lambda x: len(list(zip(x, Items(1, 2)))) > 0),
        ("unpack", lambda x: len([*Items(1), *x]) > 0),
        ("comprehension", lambda x: len([end() for item in x]) < 300),
        ("reversed", lambda x: len([end() for item in reversed(x)])),
        ("format", lambda x: f"{len(x)} {Index(1)} {len(x)}"),
        ("match", lambda x: matched(x)),
    ],
    new_dict: [
        ("d[k]", lambda d: d[Key("x")]),
        ("in", lambda d: Key("x") in d),
        ("d[k] =", lambda d: d.__setitem__(Key("new"), 7)),
        ("pop", lambda d: d.pop(Key("x"), "default")),
        ("setdefault", lambda d: d.setdefault(Key("x"), "default")),
        ("update", lambda d: d.update(Pairs())),
        ("update pairs", lambda d: d.update(Items(("k", 1), ("l", 2)))),
        ("update dict", lambda d: d.update({Key("y"): 1})),
        ("|", lambda d: len(d | {Key("y"): 1}) > 0),
        ("==", lambda d: d == {Key("a"): 1, "s": 2, 5: 6}),
        ("repr", lambda d: len(repr(d)) > 1),
        ("fromkeys", lambda d: len(dict.fromkeys(Items(1, 2)))),
        ("comprehension", lambda d: len({key: end() for key in d})),
        ("items", lambda d: [end() for pair in d.items()]),
    ],
    new_set: [
        ("in", lambda s: Key("x") in s),
        ("add", lambda s: s.add(Key("x"))),
        ("discard", lambda s: s.discard(Key("x"))),
        ("update", lambda s: s.update(Items(7, Key("x")))),
        ("|", lambda s: len(s | {Key("x")}) > 0),
        ("&", lambda s: len(s & {Key("x"), 5})),
        ("-", lambda s: len(s - {Key("x")}) >= 0),
        ("==", lambda s: s == {Key("x"), 1, 2}),
        ("<=", lambda s: s <= {Key("x"), 1, 2}),
        ("isdisjoint", lambda s: s.isdisjoint([Key("x")])),
        ("comprehension", lambda s: len({end() for item in s})),
    ],
    new_bytearray: [
        ("[i:j] =", lambda b: b.__setitem__(slice(Index(1), Index(3)), bytearray(b"xyz"))),
        ("append", lambda b: b.append(Index(65))),
        ("insert", lambda b: b.insert(Index(4), 65)),
        ("extend", lambda b: b.extend(Items(65, 66))),
        ("pop", lambda b: b.pop(Index(4))),
        ("join", lambda b: len(b.join(Items(b"1", b"2", b"3")))),
        ("split", lambda b: len(b.split(b"c", Index(1)))),
        ("*=", lambda b: len(b.__imul__(Index(2)))),
        ("%", lambda b: len(b"%s %d" % (b, Index(4).value + end()))),
    ],
}


def matched(x):
    match x:
        case [3, 5, *_]:
            return "first"
        case [_, 6, *rest]:
            return "second"
        case [_, _, *rest]:
            return "third"
        case _:
            return "none"


for new, operations in cases.items():
    print(new.__name__)
    for name, operation in operations:
        print("  " + name)
        for State.action in (None, "clear", "grow", "again", "keep", "collect"):
            State.busy = True
            target = new()
            State.busy = False
            State.target, State.operation = target, operation
            State.kept.clear()
            State.deaths = 0
            try:
                result = repr(operation(target))
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            State.busy = True
            print(f"    {State.action!s:8} {result[:90]} | {len(target)} {len(State.kept) > 0}")
            State.busy = False
