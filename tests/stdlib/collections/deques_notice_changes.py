# What counts as a change of a deque for those who walk over it or search it.
from collections import deque

for kind in iter, reversed:
    for name, *arguments in (
        ("clear",), ("reverse",), ("copy",), ("rotate",), ("rotate", 0), ("rotate", 3), ("__setitem__", 0, 5),
        ("__delitem__", 0), ("insert", 1, 1), ("remove", 2), ("__imul__", 1), ("__imul__", 2), ("__imul__", 0),
        ("extend", ()), ("extend", [1]), ("__init__",), ("__iadd__", []),
    ):  # fmt: skip
        for row in deque([1, 2, 3]), deque([1, 2, 3], 3), deque(), deque([], 0):
            walk = kind(row)
            try:
                getattr(row, name)(*arguments)
                print(kind.__name__, name, arguments, list(walk))
            except (IndexError, RuntimeError, ValueError) as error:
                print(kind.__name__, name, arguments, error, walk.__length_hint__(), next(reversed(row), "end"))


class Item:
    def __init__(self, action, answer):
        self.action, self.answer, self.asked = action, answer, 0

    def __eq__(self, other):
        self.asked += 1
        if self.action == "fail":
            raise KeyError(1)
        eval(self.action)
        return self.answer

    __lt__ = __gt__ = __le__ = __ge__ = __eq__

    def __repr__(self):
        return "Item"


for answer in False, True:
    for action in "row.append(1)", "row.clear()", "row.pop()", "row.reverse()", "fail":
        for test in (
            "row.index(item)", "row.count(item)", "row.remove(item)", "item in row", "row == deque([item] * 3)",
            "row != deque([item] * 3)", "row < deque([item] * 3)", "row >= deque([item] * 2)",
        ):  # fmt: skip
            row, item = deque([1, 2, 3]), Item(action, answer)
            try:
                print(test, action, answer, eval(test), row, item.asked)
            except Exception as error:
                print(test, action, answer, repr(error), row, item.asked)
