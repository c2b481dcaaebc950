# __eq__ and __hash__ that change the dict, set or list in which something is being looked up.
import gc


def attempt(what, action, *args):
    try:
        print(what, "->", action(*args))
    except RecursionError:
        print(what, "-> RecursionError")
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Key:
    """Collides with all others; the action runs at the first comparison."""

    def __init__(self, name, action=None):
        self.name = name
        self.action = action

    def __hash__(self):
        return 7

    def __eq__(self, other):
        action, self.action = self.action, None
        if action:
            action()
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"Key({self.name})"


def dicts(name, change):
    for operation in ("get", "set", "delete", "contains", "setdefault", "pop", "update"):
        table = {Key("a"): 1, Key("b"): 2}
        key = Key("b", lambda: change(table))
        actions = {
            "get": lambda: table[key],
            "set": lambda: table.__setitem__(key, 3),
            "delete": lambda: table.__delitem__(key),
            "contains": lambda: key in table,
            "setdefault": lambda: table.setdefault(key, 4),
            "pop": lambda: table.pop(key, "none"),
            "update": lambda: table.update({key: 5}),
        }
        attempt(f"{name} in {operation}", actions[operation])
        print("   ", sorted((key.name, value) for key, value in table.items()))


def fail(table):
    raise LookupError("in __eq__")


dicts("clear", lambda table: table.clear())
dicts("grow", lambda table: table.update({Key(number): number for number in "cdefghijklmnop"}))
dicts("collect", lambda table: gc.collect())
dicts("fail", fail)
dicts("rebuild", lambda table: (table.clear(), table.update({Key("b"): "new"})))


def sets(name, change):
    for operation in ("add", "contains", "discard", "remove", "union", "difference", "intersection", "equal"):
        table = {Key("a"), Key("b")}
        key = Key("b", lambda: change(table))
        other = {key}
        actions = {
            "add": lambda: table.add(key),
            "contains": lambda: key in table,
            "discard": lambda: table.discard(key),
            "remove": lambda: table.remove(key),
            "union": lambda: sorted(item.name for item in table | other),
            "difference": lambda: sorted(item.name for item in other - table),
            "intersection": lambda: sorted(item.name for item in table & other) and None,
            "equal": lambda: table == {Key("a"), key},
        }
        if operation in ("intersection", "equal", "union", "difference") and name != "collect":
            continue
        attempt(f"{name} in {operation}", actions[operation])
        print("   ", sorted(key.name for key in table))


sets("clear", lambda table: table.clear())
sets("grow", lambda table: table.update(Key(number) for number in "cdefghijklmnop"))
sets("collect", lambda table: gc.collect())
sets("fail", fail)


class Same:
    def __init__(self, action):
        self.action = action

    def __eq__(self, other):
        self.action()
        return False


def lists(name, change):
    items = [1, 2, 3, 4]
    value = Same(lambda: change(items))
    for operation in ("index", "count", "remove", "__contains__", "__eq__"):
        items[:] = [1, 2, 3, 4]
        argument = [value, value, value, value] if operation == "__eq__" else value
        try:
            print(f"{name} in {operation}", "->", getattr(items, operation)(argument))
        except Exception as error:
            # The words of `index` differ between versions.
            print(f"{name} in {operation}", "->", type(error).__name__)
        print("   ", items[:6])


lists("clear", lambda items: items.clear())
lists("pop", lambda items: items and items.pop())
lists("append", lambda items: len(items) < 20 and items.append(0))
lists("collect", lambda items: gc.collect())
lists("fail", fail)


class Unsteady:
    def __hash__(self):
        holder.clear()
        return 1


holder = {}
for number in range(20):
    holder[number] = number
holder[Unsteady()] = "unsteady"
print(list(holder.values()))


class Endless:
    def __hash__(self):
        return hash(self)


attempt("endless hash", lambda: {Endless(): 1})


class EndlessEqual:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return {self: 1} == {other: 1}


attempt("endless equality", lambda: {EndlessEqual(): 1} == {EndlessEqual(): 1})
attempt("endless membership", lambda: EndlessEqual() in [EndlessEqual()])
