# python: 3.14
# Encoders of a program's own; circles, depth, and the notes that say where in an object something went wrong.
import json


def show(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except (TypeError, ValueError, RecursionError) as error:
        print(type(error).__name__, error, getattr(error, "__notes__", [])[:4])


class Node:
    def __init__(self, value):
        self.value = value


def default(o):
    if isinstance(o, Node):
        return o.value
    raise TypeError("not " + type(o).__name__)


show(json.dumps, [Node(1), Node([Node("x"), {"k": Node(None)}])], default=default)
show(json.dumps, [Node({1})], default=default)
show(json.dumps, Node(Node(Node(3))), default=default, indent=2)
show(json.dumps, {"a": [Node({"b": Node(3j)})]}, default=default)
show(json.dumps, Node(1), default=lambda o: o)
try:
    json.dumps([Node(1)], default=lambda o: {2}, check_circular=False)
except RecursionError as error:
    print(type(error).__name__, error.__notes__[-1])
node = Node(None)
node.value = [node]
show(json.dumps, node, default=default)


class SetEncoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, (set, frozenset)) else super().default(o)


show(json.dumps, {"a": {2, 1}}, cls=SetEncoder)
show(json.dumps, [object], cls=SetEncoder)
show(SetEncoder(indent=1).encode, [{3}])


class Wide(json.JSONEncoder):
    item_separator = " , "
    key_separator = " : "

    def encode(self, o):
        return "<" + super().encode(o) + ">"


show(json.dumps, {"a": [1, 2]}, cls=Wide)
show(json.dumps, "x", cls=Wide, indent=1)


class Pieces(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        yield "pieces "
        yield str(_one_shot)


show(json.dumps, [1], cls=Pieces)

circle = []
circle.append(circle)
knot = {}
knot["a"] = [knot]
for value in (circle, knot, [circle], {"k": circle}):
    show(json.dumps, value)
    show(json.dumps, value, indent=1)
twice = [1]
show(json.dumps, [twice, twice, {"a": twice}])

show(json.dumps, [1, [2, 3, {1}]])
show(json.dumps, {"a": {"b": {1}}})
show(json.dumps, (1, {"a": [object]}))
show(json.dumps, [{(1,): 1}])
show(json.dumps, [1, {"a": {2}}], indent=1)
show(json.dumps, [1, 2, float("nan")], allow_nan=False)
show(json.dumps, {2: 1, "a": 1}, sort_keys=True)
show(json.dumps, [10**5000])
show(json.dumps, {10**5000: 1})
show(json.dumps, 1, other=1)


# Encoders that change what is being written, and allocate meanwhile.
class Changing(json.JSONEncoder):
    def default(self, o):
        items.append("more") if len(items) < 6 else None
        entries.pop(o.value, None)
        return [str(number) for number in range(40)][-1]


items = [Node("b"), Node("c"), 5]
entries = {"a": Node("a"), "b": Node("x"), "c": 3}
show(json.dumps, [items, entries], cls=Changing)
