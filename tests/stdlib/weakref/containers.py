# Dictionaries and sets that forget what has died.
import gc
import weakref


class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Item({self.name})"


values = weakref.WeakValueDictionary()
a, b = Item("a"), Item("b")
values["a"] = a
values["b"] = b
print(sorted(values), len(values), "a" in values, values["a"], values.get("z", 3))
del a
gc.collect()
print(sorted(values.items()), len(values), "a" in values, values.pop("a", None))
try:
    values["a"]
except KeyError as error:
    print("KeyError", error)
print(values.setdefault("b", 4), values.setdefault("c", b), sorted(values.keys()), list(values.valuerefs())[0]())
print(dict(values.copy()), values == {"b": b, "c": b}, sorted((values | {"d": b}).keys()))
del values["c"]
print(values.popitem(), len(values))

keys = weakref.WeakKeyDictionary()
keys[b] = 10
print(keys[b], len(keys), list(keys), list(keys.items()), b in keys, 3 in keys)
c = Item("c")
keys.update({c: 20})
print(keys.setdefault(c, 5), sorted(keys.values()), keys.pop(c), len(keys), keys.get(c, "gone"))

group = weakref.WeakSet([b, c])
print(sorted(item.name for item in group), b in group, len(group), 3 in group)
print(sorted(item.name for item in group | {Item("temporary")} | group)[0], group - {b} == weakref.WeakSet([c]))
print(group <= {b, c}, group & [b] == weakref.WeakSet([b]), group.isdisjoint([Item("d")]), len(group ^ {b}))
group.discard(Item("e"))
try:
    group.remove(Item("e"))
except KeyError:
    print("KeyError")
del b
gc.collect()
print(len(keys), list(group))
del c
gc.collect()
print(len(group), list(group))
try:
    group.pop()
except KeyError as error:
    print(error)
