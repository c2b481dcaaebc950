# Signatures that classes and functions tell as text; slots with documentation; classes that are being made; odd objects.
# slow: imports much
import inspect
import types
from abc import ABC, abstractmethod


def tried(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Told:
    __signature__ = "(a, b=2)"


class Asked:
    @classmethod
    def __signature__(cls):
        return "(x, /, *, y)"


class Wrong:
    __signature__ = 5


def override(*args, **kwargs):
    pass


override.__text_signature__ = "($self, a, b=1, /, *args, c, d=2, **kwargs)"


class Slotted:
    __slots__ = {"power": "measured in kilowatts", "plain": None, "__call__": "how to start"}


class Undocumented:
    __slots__ = ("power",)


class Incomparable:
    def __eq__(self, other):
        1 / 0

    def __call__(self, a):
        pass


class Static:
    @staticmethod
    def __call__(a, b):
        pass


started = Slotted()
started.__call__ = lambda speed: speed
for each in (Told, Asked, Wrong, override, started, Incomparable(), Static(), len, types.MethodType(override, 1)):
    name = getattr(each, "__name__", type(each).__name__)
    print(name, tried(lambda: str(inspect.signature(each))))
print(repr(inspect.signature(lambda a: 0).parameters))
one, other = inspect.signature(lambda a, b: 0).parameters, inspect.signature(lambda b, a: 0).parameters
print(one == other, one == inspect.signature(lambda a, b: 0).parameters)
print(inspect.getdoc(Slotted.power), inspect.getdoc(Slotted.plain), inspect.getdoc(Undocumented.power))

states = []


class Base(ABC):
    def __init_subclass__(cls, **kwargs):
        states.append((cls.__name__, inspect.isabstract(cls)))
        super().__init_subclass__(**kwargs)

    @abstractmethod
    def method(self):
        pass


class Still(Base):
    pass


class Done(Base):
    def method(self):
        pass


class More(Done):
    @abstractmethod
    def other(self):
        pass


print(states, [inspect.isabstract(each) for each in (Base, Still, Done, More, int, 5)])


class Sly:
    foo = 3
    asked = False

    @property
    def __class__(self):
        Sly.asked = True
        return object

    def __getattribute__(self, name):
        Sly.asked = True
        return object.__getattribute__(self, name)


print(inspect.getattr_static(Sly(), "foo"), Sly.asked)


class Anything:
    def __getattr__(self, name):
        return None


print("__getattr__" in dict(inspect.getmembers(Anything())))


class Meta(type):
    def __getattr__(cls, name):
        if name == "BOOM":
            return 42
        raise AttributeError(name)

    def __dir__(cls):
        return super().__dir__() + ["BOOM"]

    @property
    def ham(self):
        return "spam"


class Virtual(metaclass=Meta):
    @types.DynamicClassAttribute
    def ham(self):
        return "eggs"


for each in inspect.classify_class_attrs(Virtual):
    if each.name in ("BOOM", "ham"):
        print(each.name, each.kind, each.defining_class, type(each.object))


@inspect.markcoroutinefunction
def marked(self):
    pass


print(inspect.iscoroutinefunction(marked), inspect.iscoroutinefunction(type("C", (), {"__call__": marked})()))


def shown():
    if shown:
        # It belongs to the block.
        return 1
        # This too.
   # This doesn't.


print(inspect.getsource(shown))
