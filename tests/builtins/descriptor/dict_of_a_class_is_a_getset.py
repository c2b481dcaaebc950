# __dict__ and __weakref__ of a program's classes are descriptors of the same type as those of builtin types.
import types


class Thing:
    """A class."""


for name in ("__dict__", "__weakref__"):
    found = Thing.__dict__[name]
    print(isinstance(found, types.GetSetDescriptorType), type(found) is type(type.__dict__["__dict__"]))
    print(found, found.__name__, found.__qualname__, found.__objclass__ is Thing)
    print(found.__get__(Thing()), found.__get__(None, Thing) is found)
    try:
        found.__get__(3)
    except TypeError as error:
        print(error)
thing = Thing()
Thing.__dict__["__dict__"].__set__(thing, {"a": 1})
print(thing.a, type.__dict__["__dict__"], int.__dict__["real"], type(int.__dict__["real"]).__name__)
