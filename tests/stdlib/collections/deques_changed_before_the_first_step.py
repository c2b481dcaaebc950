# An iterator over a deque notices changes from the moment it is made, also behind the last item.
from collections import OrderedDict, defaultdict, deque, namedtuple

for kind in (iter, reversed):
    for items in ("", "abc"):
        row = deque(items)
        walk = kind(row)
        row.append("d")
        try:
            print(next(walk, "end"))
        except RuntimeError as error:
            print(error)
    row = deque("ab")
    walk = kind(row)
    print(next(walk), next(walk))
    row.clear()
    try:
        print(next(walk, "end"))
    except RuntimeError as error:
        print(error)


class Recent(OrderedDict):
    """The recipe of the documentation: what was read last is at the end."""

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value


recent = Recent(a=1, b=2, c=3)
recent["a"]
print(list(recent))


class Own(defaultdict):
    def __init__(self):
        self.default_factory = self.make

    def make(self):
        return []


print(repr(Own()).partition(" of ")[2], Own()["x"])
print(namedtuple("Parts", "new tuple self cls")(1, 2, 3, 4))
