"""Slices of a list that become as many items, of the same list too; keys that are not there."""

items = list(range(12))
items[2:5] = items[6:9]
print(items)
items[0:12] = items
print(items)
items[1:12] = items[0:11]
print(items)
items[0:11] = tuple(items[1:12])
print(items)
items[3:3] = []
items[12:12] = ()
items[5:2] = []
items[-3:] = (1, 2, 3)
items[:2] = [["a"], {"b": 1}]
print(items)
items[4:6] = items
print(len(items), items[:8])
items[::2] = items[1::2]
print(items)


class Items(list):
    pass


own = Items(range(5))
own[1:3] = own[3:5]
print(own, type(own).__name__)
own[1:3] = Items([7, 8])
print(own)
try:
    own[0:2] = 5
except TypeError as error:
    print("TypeError", str(error)[:10])


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if self.name == "wrong":
            raise ZeroDivisionError
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"Key({self.name})"


class Missing(dict):
    def __missing__(self, key):
        return "missing", key


table = {1: "one", Key("a"): "a", "x": 2, (1, 2): 3}
for key in (1, 2, "x", "y", Key("a"), Key("b"), Key("wrong"), (1, 2), (1, 3), [], None, 1.0, 2**70):
    for where in (table, Missing(table)):
        try:
            print(where[key])
        except (KeyError, TypeError, ZeroDivisionError) as error:
            print(type(error).__name__, error.args if isinstance(error, KeyError) else "")
try:
    try:
        {}["inner"]
    except KeyError:
        {}["outer"]
except KeyError as error:
    print(repr(error), repr(error.__context__), error.__traceback__.tb_lineno)
