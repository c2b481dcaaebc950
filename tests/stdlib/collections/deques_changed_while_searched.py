# python: 3.13
# Comparisons and indices that change the deque, the array or the buffer they are asked for.
import array
import io
import struct
from collections import deque


def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Value:
    def __init__(self, action, equal=False):
        self.action, self.equal = action, equal

    def __eq__(self, other):
        action, self.action = self.action, None
        if action:
            action()
        return self.equal

    def __index__(self):
        self.action()
        return 1

    def __repr__(self):
        return "Value"


items = deque()
for name, change in {
    "clear": lambda: items.clear(),
    "pop": lambda: items.pop(),
    "append": lambda: items.append(1),
    "rotate": lambda: items.rotate(1),
    "nothing": lambda: None,
    "fail": lambda: 1 / 0,
}.items():
    for what, action in {
        "count": lambda: items.count(Value(change)),
        "index": lambda: items.index(Value(change)),
        "remove": lambda: items.remove(Value(change)),
        "remove found": lambda: items.remove(Value(change, True)),
        "in": lambda: Value(change) in items,
        "get": lambda: items[Value(change)],
        "set": lambda: items.__setitem__(Value(change), 5),
        "delete": lambda: items.__delitem__(Value(change)),
        "rotate": lambda: items.rotate(Value(change)),
        "walk": lambda: [(change(), item)[1] for item in items],
        "walk back": lambda: [(change(), item)[1] for item in reversed(items)],
    }.items():
        items = deque([1, 2, 3])
        attempt(f"{name} in {what}", action)
        print("   ", items)
attempt("no index", items.rotate, "x")

for name, change in {"clear": lambda: numbers.__delitem__(slice(None)), "fail": lambda: 1 / 0}.items():
    for what, action in {
        "get": lambda: numbers[Value(change)],
        "set": lambda: numbers.__setitem__(Value(change), 5),
        "delete": lambda: numbers.__delitem__(Value(change)),
        "slice": lambda: numbers[Value(change) : 3],
        "pop": lambda: numbers.pop(Value(change)),
        "walk": lambda: [(change(), item)[1] for item in numbers],
    }.items():
        numbers = array.array("i", [1, 2, 3, 4])
        attempt(f"{name} in {what}", action)
        print("   ", numbers.tolist())

buffer = bytearray(16)
attempt("packed into what is gone", lambda: struct.pack_into("iii", buffer, 0, 1, Value(buffer.clear), 3))
stream = io.BytesIO(b"0123")
view = stream.getbuffer()
for what, action in {
    "write": lambda: stream.write(b"x" * 10),
    "truncate": lambda: stream.truncate(1),
    "close": stream.close,
}.items():
    attempt(f"{what} under a view", action)
view.release()
print(stream.tell(), stream.getvalue(), stream.write(b"x" * 10), stream.getvalue())
