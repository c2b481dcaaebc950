# What lies in the namespace of a class beside what its body wrote: __dict__ and __weakref__.
import types


class Plain:
    pass


class Slots:
    __slots__ = ("a", "b")


class Derived(Plain):
    pass


class Error(Exception):
    pass


class Asked(Slots):
    __slots__ = ("__weakref__", "__dict__")


class Dict(dict):
    pass


class Int(int):
    pass


class Set(set):
    pass


for cls in (Plain, Slots, Derived, Error, Asked, Dict, Int, Set):
    print(cls.__name__, [name for name in ("__dict__", "__weakref__", "__doc__") if name in cls.__dict__])
plain = Plain()
plain.x = 1
attribute = Plain.__dict__["__dict__"]
print(attribute, attribute.__name__, attribute.__objclass__, attribute.__doc__, attribute.__get__(plain))
attribute.__set__(plain, {"y": 2})
print(plain.y, vars(plain), attribute.__get__(None, Plain) is attribute)
weak = Plain.__weakref__
print(weak, weak.__doc__, weak.__get__(plain), plain.__weakref__, Error().__weakref__)
try:
    plain.__weakref__ = 3
except AttributeError as error:
    print(error)
try:
    Slots().__weakref__
except AttributeError as error:
    print(error)
try:
    Slots().__dict__
except AttributeError as error:
    print(error)
print(sorted(set(dir(plain)) & {"__dict__", "__weakref__", "y", "__class__"}))
print(Slots.a, type(Slots.a) is types.MemberDescriptorType, Slots.a.__doc__, Slots.a.__objclass__)
print(Plain.__weakrefoffset__ != 0, Slots.__weakrefoffset__, int.__weakrefoffset__, Plain.__dictoffset__ != 0)
copy = type("Copy", Plain.__bases__, dict(Plain.__dict__))
made = copy()
made.z = 3
try:
    made.__dict__
except TypeError as error:
    print(error)
print(made.z)


class Own:
    @property
    def __dict__(self):
        return {"own": True}


own = Own()
own.value = 3
print(own.__dict__, own.value, vars(own))
print(type.__doc__ is not None, isinstance(type.__doc__, str))
