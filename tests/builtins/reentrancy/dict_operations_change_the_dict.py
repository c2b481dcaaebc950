# A key's __eq__ that changes the dict in operations of dicts and their views.
import gc


def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except RecursionError:
        print(what, "-> RecursionError")
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Key:
    armed = False

    def __init__(self, number, action=None):
        self.number, self.action = number, action

    def __hash__(self):
        return 5

    def __eq__(self, other):
        if Key.armed and self.action:
            self.action()
        return isinstance(other, Key) and self.number == other.number


class Constants:
    pass


def match(table, key):
    Constants.key = key
    match table:
        case {Constants.key: value}:
            return value
    return "no match"


def fail():
    raise KeyError("in __eq__")


table = {}
CHANGES = {
    "clear": lambda: table.clear(),
    "pop": lambda: table and table.popitem(),
    "fail": fail,
    "collect": gc.collect,
    "grow": lambda: table.update(dict.fromkeys(range(50))),
}
OPERATIONS = {
    "get": lambda key: table.get(key, "none"),
    "in": lambda key: key in table,
    "fromkeys": lambda key: len(dict.fromkeys([key, Key(2), key])),
    "|=": lambda key: len(table.__ior__({key: 1})),
    "|": lambda key: len(table | {key: 1}),
    "| behind": lambda key: len({key: 1} | table),
    "==": lambda key: table == {Key(0): 0, Key(1): 1, key: 2, Key(3): 3},
    "in items": lambda key: (key, 2) in table.items(),
    "keys &": lambda key: sorted(found.number for found in table.keys() & {key} if isinstance(found, Key)),
    "keys -": lambda key: len({key: 1}.keys() - table.keys()),
    "isdisjoint": lambda key: table.keys().isdisjoint([key]),
    "in values": lambda key: key in table.values(),
    "**": lambda key: len({**table, key: 1}),
    "match": lambda key: match(table, key),
}
for name, change in CHANGES.items():
    for what, operation in OPERATIONS.items():
        Key.armed = False
        table = {Key(number): number for number in range(4)}
        key = Key(2, change)
        Key.armed = True
        attempt(f"{name} in {what}", operation, key)
        Key.armed = False
        print("   ", len(table))
