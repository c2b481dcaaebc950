# What `__del__` may do: raise, come back, make more garbage, change its class, ask for another collection.

import gc
import sys

gc.disable()
seen = []


def hook(unraisable):
    seen.append(f"{unraisable.exc_type.__name__}: {unraisable.exc_value}")


sys.unraisablehook = hook


class Dying:
    def __init__(self, name, action=None):
        self.name, self.action, self.me = name, action, self

    def __del__(self):
        seen.append("del " + self.name)
        if self.action:
            self.action(self)


def show(title):
    gc.collect()
    print(title, seen)
    seen.clear()


def fail(dying):
    raise ValueError(dying.name)


Dying("raises", fail)
Dying("after")
gc.collect()
seen.sort()
show("raising")

kept = []
Dying("returns", kept.append)
show("kept once")
print(kept[0].name, kept[0].me is kept[0])
kept.clear()
show("not told again")


def recursion(dying):
    recursion(dying)


Dying("deep", recursion)
gc.collect()
print(seen[0], seen[1].split(":")[0])
seen.clear()


def another(dying):
    if dying.name != "last":
        Dying("last")
        gc.collect()


Dying("makes another", another)
gc.collect()
show("garbage from garbage")

# The class may lose its `__del__`, get another one, or change.
dying = Dying("changes class")


class Other:
    def __del__(self):
        seen.append("other's del")


dying.__class__ = Other
del dying
show("another class")

dying = Dying("own attribute")
dying.__dict__["__del__"] = lambda: seen.append("never")
del dying
show("attribute of the instance")


def swap(it):
    type(it).__del__ = lambda self: seen.append("second del")


first = type("First", (Dying,), {})("first", swap)
second = type(first)("second")
del first
show("del is replaced")
del second
show("replaced")


# In a list that a sort looks at, in a generator's `finally`, in an iterator that is dropped.
def numbers():
    try:
        yield 1
    finally:
        Dying("in finally")
        gc.collect()
        seen.append("finally")


items = [numbers() for _ in range(2)]
for each in items:
    next(each)
items.append(items)
del items, each
gc.collect()
gc.collect()
seen.sort()
show("generators")


class Walk:
    def __iter__(self):
        return self

    def __next__(self):
        Dying("in next")
        gc.collect()
        raise ValueError("stops")


try:
    list(Walk())
except ValueError as error:
    print(error)
show("iterator")

try:
    Dying("while raising", fail)
    gc.collect()
    raise KeyError("outer")
except KeyError as error:
    print(repr(error), repr(error.__context__))
show("context")

try:
    try:
        raise KeyError("handled")
    finally:
        Dying("in a finally", lambda it: seen.append(repr(sys.exception())))
        gc.collect()
except KeyError as error:
    print(repr(error), repr(error.__context__))
show("exception seen")
