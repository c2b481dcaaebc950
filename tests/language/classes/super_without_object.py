# super(C) without an object, as an attribute of a class: it is bound when it is read from an instance.


class Base:
    def greet(self, name):
        return f"Base({name})"

    @classmethod
    def make(cls):
        return cls.__name__


class Child(Base):
    def greet(self, name):
        return f"Child({name})" + self._behind.greet(name)


Child._behind = super(Child)
print(Child().greet("x"))
print(Child._behind, Child().__class__._behind.__self__)
print(Child()._behind.__self_class__ is Child)


class Grandchild(Child):
    def greet(self, name):
        return "Grand" + super().greet(name)


print(Grandchild().greet("y"), Grandchild()._behind.make())


class Proxy:
    """Stands for another object, also in its class."""

    def __init__(self, target):
        self._target = target

    @property
    def __class__(self):
        return type(self._target)

    def __getattr__(self, name):
        return getattr(self._target, name)


print(super(Child, Proxy(Child())).greet("z"))
try:
    super(Child, Proxy(3))
except TypeError as error:
    print(error)


class Own(super):
    """A subclass of super."""


Child._behind = Own(Child)
print(type(Child()._behind).__name__, Child().greet("w"))
