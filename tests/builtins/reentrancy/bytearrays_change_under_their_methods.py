# python: 3.13
# __index__ and iterators that change the bytearray whose method asks them.
import gc


def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except RecursionError:
        print(what, "-> RecursionError")
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, action, value):
        self.action, self.value = action, value

    def __index__(self):
        self.action()
        return self.value


class Items:
    def __init__(self, action):
        self.action = action

    def __iter__(self):
        self.action()
        return iter([1, 2])


def fail():
    raise LookupError("in __index__")


data = bytearray()
views = []
CHANGES = {
    "clear": lambda: data.clear(),
    "collect": gc.collect,
    "fail": fail,
    "view": lambda: views.append(memoryview(data)),
}

for name, change in CHANGES.items():

    def index(value=1):
        return Index(change, value)

    for what, action in {
        "item": lambda: data[index()],
        "item set": lambda: data.__setitem__(index(), 65),
        "value set": lambda: data.__setitem__(1, index(65)),
        "last item set": lambda: data.__setitem__(5, index(65)),
        "item deleted": lambda: data.__delitem__(index()),
        "slice": lambda: data[index() : 4],
        "slice deleted": lambda: data.__delitem__(slice(index(), 4)),
        "steps deleted": lambda: data.__delitem__(slice(index(0), None, 2)),
        "slice set": lambda: data.__setitem__(slice(index(), 4), b"zz"),
        "slice set to numbers": lambda: data.__setitem__(slice(1, 4), [1, index(66), 3]),
        "slice set to an iterable": lambda: data.__setitem__(slice(0, 2), Items(change)),
        "append": lambda: data.append(index(67)),
        "insert at": lambda: data.insert(index(), 65),
        "insert what": lambda: data.insert(1, index(65)),
        "extend": lambda: data.extend([1, index(68), 2]),
        "extend by an iterable": lambda: data.extend(Items(change)),
        "pop at": lambda: data.pop(index(0)),
        "remove": lambda: data.remove(index(98)),
        "times": lambda: data * index(2),
        "find from": lambda: data.find(b"c", index(0)),
        "find what": lambda: data.find(index(99)),
        "count": lambda: data.count(index(99)),
        "split": lambda: data.split(b"c", index(1)),
        "replace": lambda: data.replace(b"c", b"zz", index(1)),
        "startswith": lambda: data.startswith(b"a", index(0)),
        "ljust": lambda: data.ljust(index(9)),
        "expandtabs": lambda: data.expandtabs(index(9)),
        "percent": lambda: b"%d %s" % (index(2), data),
        "bytes": lambda: bytes([index(2), 3]),
        "from_bytes": lambda: int.from_bytes([index(2), 3]),
    }.items():
        views.clear()
        data = bytearray(b"abcdef")
        attempt(f"{name}, {what}", action)
        print("   ", bytes(data))

data = bytearray(b"abcdef")
view = memoryview(data)
for what, action in {
    "append": lambda: data.append(1),
    "extend": lambda: data.extend(b"x"),
    "extend by nothing": lambda: data.extend(b""),
    "clear": lambda: data.clear(),
    "pop": lambda: data.pop(),
    "insert": lambda: data.insert(0, 1),
    "delete": lambda: data.__delitem__(0),
    "same length": lambda: data.__setitem__(slice(0, 2), b"xy"),
    "other length": lambda: data.__setitem__(slice(0, 2), b"xyz"),
    "twice": lambda: data.__imul__(2),
    "once": lambda: data.__imul__(1),
    "steps": lambda: data.__setitem__(slice(0, None, 2), b"QQQ"),
    "reverse": lambda: data.reverse(),
}.items():
    attempt(f"under a view, {what}", action)
    print("   ", bytes(data), bytes(view))
part = view[1:3]
view.release()
attempt("under a part", lambda: data.append(1))
part.release()
attempt("after all", lambda: data.append(1))
for what, action in {
    "item": lambda view: view[0],
    "list": lambda view: view.tolist(),
    "len": len,
    "set": lambda view: view.__setitem__(0, 1),
    "equal": lambda view: view == data,
}.items():
    attempt(f"released, {what}", action, view)


class Releases:
    def __index__(self):
        view.release()
        return 0


for what, action in {
    "item": lambda: view[Releases()],
    "item set": lambda: view.__setitem__(Releases(), 1),
    "value set": lambda: view.__setitem__(0, Releases()),
    "walk": lambda: [(view.release(), item)[1] for item in view],
}.items():
    view = memoryview(data)
    attempt(f"releasing, {what}", action)

data = bytearray(b"abc")
attempt("to itself", lambda: data.__iadd__(data))
data.extend(data)
data[1:2] = data
data[:] = data
print(data)
attempt("a view of itself", lambda: data.extend(memoryview(data)))
walk = iter(data)
next(walk)
data.clear()
print(list(walk))
data.extend(b"later")
print(list(walk))
