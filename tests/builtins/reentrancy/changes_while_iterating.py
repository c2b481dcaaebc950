# Containers that change while something walks over them.
import gc


def attempt(what, action, *args):
    try:
        print(what, "->", action(*args))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def walk(container, change):
    seen = []
    for item in container:
        seen.append(item)
        change()
        if len(seen) > 10:
            seen.append("...")
            break
    return seen


for name, change in {
    "add": lambda d: d.update({len(d): 0}),
    "remove": lambda d: d.popitem(),
    "replace": lambda d: (d.popitem(), d.update({"new": 1})),
    "clear": lambda d: d.clear(),
    "assign": lambda d: d.update({"a": 5}),
    "collect": lambda d: gc.collect(),
}.items():
    for view in ("keys", "values", "items"):
        table = {"a": 1, "b": 2, "c": 3}
        attempt(f"{name} while walking {view}", walk, getattr(table, view)(), lambda: change(table))
    table = {"a": 1, "b": 2, "c": 3}
    attempt(f"{name} while walking backwards", walk, reversed(table), lambda: change(table))

for name, change in {
    "append": lambda items: items.append(0),
    "pop": lambda items: items and items.pop(),
    "clear": lambda items: items.clear(),
    "insert": lambda items: items.insert(0, "first"),
    "reverse": lambda items: items.reverse(),
    "collect": lambda items: gc.collect(),
}.items():
    items = [1, 2, 3]
    attempt(f"{name} while walking", walk, items, lambda: change(items))
    items = [1, 2, 3]
    attempt(f"{name} while walking backwards", walk, reversed(items), lambda: change(items))
    items = [1, 2, 3]
    attempt(f"{name} while enumerating", walk, enumerate(items), lambda: change(items))
    items = [1, 2, 3]
    attempt(f"{name} while zipping", walk, zip(items, items), lambda: change(items))

for name, change in {"add": lambda s: s.add(len(s) + 10), "discard": lambda s: s.pop(), "clear": lambda s: s.clear()}.items():
    numbers = {1, 2, 3}
    attempt(f"{name} while walking a set", lambda: len(walk(numbers, lambda: change(numbers))))


class Feeding:
    """Iterates while changing what it feeds."""

    def __init__(self, change):
        self.change = change

    def __iter__(self):
        for number in range(4):
            self.change()
            yield number

    def __len__(self):
        self.change()
        return 1000


for name in ("append", "pop", "clear", "collect"):
    def change():
        if name == "append" and len(items) < 30:
            items.append("x")
        elif name == "pop" and items:
            items.pop()
        elif name == "clear":
            items.clear()
        else:
            gc.collect()

    for operation in ("extend", "slice", "step", "add", "unpack"):
        items = [7, 8, 9]
        feeding = Feeding(change)
        if operation == "extend":
            attempt(f"{name} in extend", items.extend, feeding)
        elif operation == "slice":
            attempt(f"{name} in slice", items.__setitem__, slice(1, 2), feeding)
        elif operation == "step":
            attempt(f"{name} in step", items.__setitem__, slice(None, None, 2), Feeding(change))
        elif operation == "add":
            items += feeding
        else:
            print([*items, *feeding, *items])
        print("   ", items)

items = [1, 2, 3]
items.extend(items)
items[1:2] = items
items += items
print(items)
items[:] = (items.pop() for item in items)
print(len(items))


class Index:
    def __init__(self, items, value, change):
        self.items, self.value, self.change = items, value, change

    def __index__(self):
        self.change(self.items)
        return self.value


for name, change in {"clear": list.clear, "append": lambda items: items.append("x"), "collect": lambda items: gc.collect()}.items():
    for operation in ("__getitem__", "__delitem__", "pop", "insert", "__mul__", "__setitem__"):
        items = [1, 2, 3]
        index = Index(items, 1, change)
        rest = ("y",) if operation in ("insert", "__setitem__") else ()
        attempt(f"{name} in {operation}", getattr(items, operation), index, *rest)
        print("   ", items)
    items = [1, 2, 3, 4]
    attempt(f"{name} in a slice", lambda: items[Index(items, 0, change) : Index(items, 3, change)])
    items = [1, 2, 3, 4]
    attempt(f"{name} in index", lambda: items.index(1, Index(items, 0, change)) if name != "clear" else None)
    items = [1, 2, 3, 4]
    attempt(f"{name} in a deleted slice", lambda: items.__delitem__(slice(Index(items, 0, change), 3, 2)))
    print("   ", items)
