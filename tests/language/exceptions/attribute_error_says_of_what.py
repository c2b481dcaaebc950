# python: 3.13
# An AttributeError that says neither name nor object gets both where an attribute was looked up.
import sys


def show(function):
    try:
        function()
    except AttributeError as error:
        print(error.args, error.name, type(error.obj).__name__)


class GetAttr:
    def __getattr__(self, name):
        raise AttributeError("own")


class GetAttribute:
    def __getattribute__(self, name):
        raise AttributeError


class Property:
    known = 1

    @property
    def fails(self):
        raise AttributeError("inside")

    @property
    def asks(self):
        return self.missing


class Meta(type):
    def __getattr__(cls, name):
        raise AttributeError("meta")


class Class(metaclass=Meta):
    pass


class Named:
    def __getattr__(self, name):
        raise AttributeError("x", name="kept", obj=1)


class Slots:
    __slots__ = ("slot",)


def own():
    raise AttributeError("plain")


show(lambda: GetAttr().some)
show(lambda: GetAttribute().some)
show(lambda: Property().fails)
show(lambda: Property().asks)
show(lambda: getattr(GetAttr(), "dynamic"))
show(lambda: Class.some)
show(lambda: Named().some)
show(lambda: Slots().slot)
show(lambda: sys.some)
show(lambda: Property.some)
show(lambda: (1).some)
show(lambda: (lambda: 1).some)
show(lambda: setattr(Slots(), "other", 1))
show(own)
print(getattr(GetAttr(), "some", 5), hasattr(GetAttr(), "some"))
