# `__getattr__` is asked whenever looking an attribute up ends in an AttributeError, a descriptor's own one included.
class Fallback:
    def __getattr__(self, name):
        return "fallback for " + name


class WithProperty(Fallback):
    @property
    def broken(self):
        raise AttributeError("from the property")

    @property
    def works(self):
        return "works"


item = WithProperty()
for _ in range(3):
    print(item.broken, item.works, getattr(item, "broken"), hasattr(item, "broken"))


class Broken:
    def __get__(self, instance, owner):
        raise AttributeError("from the descriptor")


class WithDescriptor(Fallback):
    value = Broken()


print(WithDescriptor().value)


class WithSlot(Fallback):
    __slots__ = ("empty",)


print(WithSlot().empty)


class Meta(type):
    def __getattr__(cls, name):
        return "meta " + name

    @property
    def broken(cls):
        raise AttributeError


class Made(metaclass=Meta):
    pass


print(Made.broken, Made.other)


class Refuses:
    def __getattribute__(self, name):
        raise AttributeError(name)

    def __getattr__(self, name):
        return "after __getattribute__ " + name


print(Refuses().anything)


class Other(Fallback):
    @property
    def broken(self):
        raise ValueError("another error passes")


try:
    Other().broken
except ValueError as error:
    print(error)
