# Parts of modules that are loaded when somebody asks for them look as if they were always there.

import collections
import collections.abc
import dataclasses
import enum
import weakref

print({"Counter", "ChainMap", "UserDict", "deque"} <= set(dir(collections)))
print({"Mapping", "Set", "Iterable"} <= set(dir(collections.abc)))
print({"asdict", "replace", "field"} <= set(dir(dataclasses)))
print({"Flag", "KEEP", "verify", "Enum"} <= set(dir(enum)))
print({"proxy", "WeakSet", "ref"} <= set(dir(weakref)))
for module in collections, collections.abc, dataclasses, enum, weakref:
    try:
        module.nosuch
    except AttributeError as error:
        print(error, error.name, error.obj is module)
    print(hasattr(module, "nosuch"), all(hasattr(module, name) for name in module.__all__))
    print(all(name in vars(module) for name in module.__all__))
for thing in (
    collections.Counter,
    collections.abc.Mapping,
    collections.abc.Mapping.get,
    dataclasses.asdict,
    enum.Flag,
    enum.FlagBoundary.KEEP,
    enum.unique,
    enum.auto,
    weakref.WeakSet,
    weakref.finalize,
):
    kind = thing if isinstance(thing, type) or callable(thing) else type(thing)
    print(kind.__module__, kind.__qualname__, thing.__class__.__name__)
try:
    collections.Conter
except AttributeError as error:
    import traceback

    print(traceback.format_exception_only(error)[-1].strip())

names = {}
exec("from enum import *; from weakref import *; from collections import *; from collections.abc import *", names)
print({"Flag", "WeakSet", "Counter", "MutableMapping"} <= names.keys())
print(isinstance([], names["Sequence"]), isinstance({}.keys(), names["KeysView"]), issubclass(dict, names["MutableMapping"]))


class Colour(enum.IntFlag):
    RED = 1
    BLUE = 2


print(repr(Colour.RED | Colour.BLUE), repr(Colour), ~Colour.RED, list(Colour(3)), Colour(8))


@dataclasses.dataclass(slots=True, frozen=True)
class Point:
    x: int
    y: int = 2


print(dataclasses.replace(Point(1), y=5), dataclasses.asdict(Point(1)), Point.__slots__)
match {"a": 1}:
    case collections.abc.Mapping():
        print("mapping")
match [1]:
    case {}:
        print("never")
    case [first]:
        print("sequence", first)
print([isinstance(weakref.WeakKeyDictionary(), kind) for kind in (collections.abc.MutableMapping, collections.abc.Mapping, dict)])
