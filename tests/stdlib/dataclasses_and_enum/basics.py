from dataclasses import dataclass, field, asdict, replace, fields
from enum import Enum, IntEnum, Flag, auto


@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)


print(P(1), P(1, 2) == P(1, 2), P(1) < P(2), asdict(P(1, 2, ["t"])), replace(P(1), y=9), [f.name for f in fields(P)])


@dataclass(frozen=True)
class F:
    a: str


print(hash(F("x")) == hash(F("x")), {F("k"): 1}[F("k")])
try:
    F("x").a = 1
except AttributeError as e:
    print(type(e).__name__, e)


class Colour(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1


print(Colour.RED, repr(Colour.RED), Colour.RED.name, Colour.RED.value, Colour(2), Colour["GREEN"], Colour.ALIAS is Colour.RED, list(Colour), Colour.RED == 1, isinstance(Colour.RED, Colour), len(Colour), Colour.RED in Colour)


class N(IntEnum):
    ONE = auto()
    TWO = auto()


class Perm(Flag):
    R = auto()
    W = auto()


print(N.TWO + 1, N.ONE == 1, N(2).name, Perm.R | Perm.W, Perm.R in (Perm.R | Perm.W), (Perm.R | Perm.W).value)
for f in (lambda: Colour(9), lambda: Colour["NO"], lambda: setattr(Colour, "RED", 5)):
    try:
        f()
    except (ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
