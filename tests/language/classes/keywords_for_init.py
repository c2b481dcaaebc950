# A class whose base takes no keywords may take some in its own `__init__`.
import itertools


class Named(tuple):
    def __init__(self, items=(), name="?"):
        self.name = name


class Rate(float):
    def __init__(self, value=0, unit="1"):
        self.unit = unit


class Bag(frozenset):
    def __init__(self, *args, **kwargs):
        self.kwargs = kwargs


class Chain(itertools.chain):
    def __init__(self, *iterables, note):
        self.note = note


class Plain(tuple):
    pass


print(Named("ab", name="x"), Named("ab", name="x").name, Named(name="y"))
print(Rate(2.5, unit="m"), Rate(2.5, unit="m").unit, Rate(unit="s"))
print(Bag([1], a=1), Bag(b=2).kwargs)
print(list(Chain("ab", note=3)), Chain(note=4).note)
print(tuple.__new__(Named, "cd", name="z"))
for call in (
    lambda: tuple(name=1),
    lambda: Plain("a", name=1),
    lambda: float(unit=1),
    lambda: Named(1, name=2),
    lambda: Named("a", other=2),
    lambda: tuple.__new__(tuple, name=1),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
