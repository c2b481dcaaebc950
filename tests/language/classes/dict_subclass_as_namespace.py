# `__dict__` can be an instance of a subclass of dict, even the object itself. Attributes are looked up in the dict,
# not through the methods of the subclass.


class Namespace(dict):
    def __init__(self, *args, **keywords):
        super().__init__(*args, **keywords)
        self.__dict__ = self


space = Namespace(x=1)
space.y = 2
space["z"] = 3
print(space, space.x, space.z, space.__dict__ is space, vars(space) is space, len(space))
del space.x
print(space, hasattr(space, "x"), sorted(dir(space))[-2:])
space.update(q=5)
print(space.q, space == {"y": 2, "z": 3, "q": 5})
space.clear()
print(space, space.__dict__, hasattr(space, "y"))


class Deaf(dict):
    def __getitem__(self, key):
        return "found " + key

    def __contains__(self, key):
        return True

    def __missing__(self, key):
        return "missing"


class Plain:
    pass


plain = Plain()
plain.one = 1
plain.__dict__ = Deaf(two=2)
print(type(plain.__dict__).__name__, plain.two, hasattr(plain, "one"), hasattr(plain, "missing"))
plain.three = 3
print(plain.__dict__, vars(plain)["what"])
plain.__dict__ = {}
print(type(plain.__dict__).__name__, hasattr(plain, "two"))
try:
    plain.__dict__ = [("a", 1)]
except TypeError as error:
    print(error)


class Other:
    pass


plain.__dict__ = Deaf(four=4)
plain.__class__ = Other
print(type(plain).__name__, plain.four)
