# A DynamicClassAttribute without documentation of its own has that of its getter, also of a later one.
from types import DynamicClassAttribute


class Base:
    @DynamicClassAttribute
    def one(self):
        """first"""
        return 1

    two = DynamicClassAttribute(lambda self: 2, None, None, "given")


class Child(Base):
    @Base.__dict__["one"].getter
    def one(self):
        """second"""
        return 11

    @Base.__dict__["two"].getter
    def two(self):
        """not taken"""
        return 22


print(Base.__dict__["one"].__doc__, Child.__dict__["one"].__doc__, Child.__dict__["two"].__doc__)
print(Child().one, Child().two, Base.__dict__["one"].setter(print).__doc__)
