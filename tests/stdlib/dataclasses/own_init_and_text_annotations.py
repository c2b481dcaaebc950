# A class keeps its own __init__; annotations that are text name ClassVar and InitVar with spaces as well.
import dataclasses
import typing
import weakref
from dataclasses import InitVar, dataclass, field
from typing import ClassVar, Protocol


@dataclass
class Doubled:
    x: int

    def __init__(self, x):
        self.x = 2 * x


print(Doubled(3), Doubled.__match_args__)


class HasSize(Protocol):
    size: int


@dataclass
class Box(HasSize):
    size: int


@dataclass
class Twice(HasSize):
    def __init__(self, size):
        self.size = 2 * size


class Plain(HasSize):
    pass


print(Box(5), Twice(5).size, Plain().__class__.__name__)
for text in ("typing .ClassVar[int]", " typing. ClassVar [ int ]", "ClassVar", "typing.ClassVar.[int]", "typing.List[int]"):
    made = dataclass(type("Made", (), {"__annotations__": {"x": text}, "__module__": __name__}))
    print(text, [f.name for f in dataclasses.fields(made)])
for text in ("dataclasses .InitVar[int]", "InitVar [int]", "dataclasses.field"):
    made = dataclass(type("Made", (), {"__annotations__": {"x": text}, "__module__": __name__}))
    print(text, [f.name for f in dataclasses.fields(made)])

own = field()
own.name, own.type = "own", own
print("type=...," in repr(own))


class Weak:
    pass


@dataclass(slots=True, weakref_slot=True)
class Derived(Weak):
    x: int = 0


print(Derived.__slots__, weakref.ref(Derived()) is not None)
