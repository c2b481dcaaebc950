# Keyword arguments for a subclass's own __init__ or __new__ don't disturb the other one, which takes none.
from itertools import chain


class Named(tuple):
    def __init__(self, items, name=None):
        self.name = name


class Listed(list):
    def __new__(cls, items, name=None):
        made = super().__new__(cls, items)
        made.name = name
        return made


class Kept(frozenset):
    def __init__(self, items=(), **options):
        self.options = options


class Real(float):
    def __init__(self, value, unit=""):
        self.unit = unit


class Joined(chain):
    def __init__(self, *iterables, label=None):
        self.label = label


one, two, three, four = Named([1, 2], name="n"), Listed([1, 2], name="n"), Kept([1], a=1), Real(1.5, unit="m")
print(one, one.name, two, two.name, set(three), three.options, four, four.unit)
five = Joined([1], [2], label="l")
print(list(five), five.label)
for plain in (tuple, list, frozenset, float, chain):
    for attempt in (plain, type("Plain", (plain,), {})):
        try:
            attempt([1], name=2)
            print("made")
        except TypeError as error:
            print(str(error).replace("Plain", plain.__name__))
