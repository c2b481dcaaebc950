# python: 3.13
# Enumerations and flags of all kinds, what is refused, and the functions of the module.
import enum, copy
from enum import *


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)).split(" at 0x")[0])
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0], type(e.__context__).__name__)


class Color(Enum):
    "doc"

    RED = 1
    GREEN = 2
    ALIAS = 1

    def method(self):
        return self.name.lower()

    @property
    def both(self):
        return self.name, self.value

    @classmethod
    def cm(cls):
        return len(cls)

    @staticmethod
    def sm():
        return 5


print(
    Color.RED,
    repr(Color.RED),
    Color.RED.name,
    Color.RED.value,
    Color(2),
    Color["GREEN"],
    Color.ALIAS is Color.RED,
    list(Color),
    Color.RED == 1,
    isinstance(Color.RED, Color),
    len(Color),
    Color.RED in Color,
    1 in Color,
    9 in Color,
    [] in Color,
    "x" in Color,
)
print(
    Color,
    repr(Color),
    Color.__members__,
    list(reversed(Color)),
    Color.RED.method(),
    Color.RED.both,
    Color.cm(),
    Color.sm(),
    bool(Color),
    Color.RED is Color.RED,
    hash(Color.RED) == hash("RED"),
    {Color.RED: 1},
    Color.__doc__,
    f"{Color.RED}",
    f"{Color.RED:>12}",
    "%s" % Color.RED,
    type(Color.RED),
    Color.RED.GREEN,
)
for f in (
    lambda: Color(9),
    lambda: Color["NO"],
    lambda: setattr(Color, "RED", 5),
    lambda: delattr(Color, "RED"),
    lambda: Color.NOPE,
    lambda: Color.RED < Color.GREEN,
    lambda: Color(),
    lambda: setattr(Color.RED, "name", 1),
    lambda: setattr(Color.RED, "value", 1),
    lambda: Color([]),
):
    show(f)
Color.extra = 5
print(Color.extra)
show(lambda: Color.RED.nope)
Color.RED.attr = 3
print(Color.RED.attr)


def ext():
    class X(Color):
        BLUE = 3


show(ext)


def dup():
    class X(Enum):
        A = 1
        A = 2


show(dup)


def sund():
    class X(Enum):
        _foo_ = 1


show(sund)


def mro():
    class X(Enum):
        mro = 1


show(mro)


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print([m.value for m in Auto], list(Auto))


class Named(Enum):
    def _generate_next_value_(name, start, count, last):
        return name + str(count)

    A = auto()
    B = auto()


print(list(Named))


class N(IntEnum):
    ONE = auto()
    TWO = auto()
    THREE = 3


print(
    N.TWO + 1,
    N.ONE == 1,
    N(2).name,
    str(N.ONE),
    repr(N.ONE),
    f"{N.ONE}",
    "%d" % N.ONE,
    N.ONE < N.TWO,
    sorted(N),
    int(N.TWO),
    isinstance(N.ONE, int),
    [1, 2, 3][N.ONE],
    N.ONE.real,
    hash(N.ONE) == hash(1),
    {1: "x"}[N.ONE],
    N.ONE.__class__,
    max(N),
    format(N.ONE, "03"),
)


class S(StrEnum):
    A = auto()
    B = "bee"


print(
    S.A,
    repr(S.A),
    S.A == "a",
    S("bee"),
    S.B.upper(),
    f"{S.B:>5}",
    isinstance(S.A, str),
    "be" in S.B,
    str(S.A),
    "-".join(S),
)


def sbad():
    class X(StrEnum):
        A = 1


show(sbad)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


print(
    Perm.R | Perm.W,
    repr(Perm.R | Perm.X),
    Perm.R in (Perm.R | Perm.W),
    (Perm.R | Perm.W).value,
    ~Perm.R,
    Perm.RW,
    Perm.RW is Perm.R | Perm.W,
    list(Perm),
    list(Perm.RW),
    len(Perm.RW),
    Perm(0),
    Perm.NONE,
    bool(Perm.NONE),
    Perm(5),
    repr(Perm(7)),
    Perm.R & Perm.W,
    Perm.R ^ Perm.RW,
    Perm["RW"],
    Perm.__members__,
    Perm,
    len(Perm),
    Perm.R.name,
    (Perm.R | Perm.X).name,
    Perm.R & Perm.RW,
    ~Perm(7),
    ~Perm.NONE,
)
show(lambda: Perm(8))
show(lambda: Perm.R | 1)
show(lambda: 1 in Perm.R)
show(lambda: Perm("x"))
show(lambda: Perm(-1))
show(lambda: Perm(-2))
print(Perm.R == 1, hash(Perm.R | Perm.W) == hash("R|W") or 1)


class IF(IntFlag):
    A = 1
    B = 2
    D = 8


print(
    IF.A | IF.B,
    repr(IF.A | IF.B),
    IF.A | 4,
    repr(IF.A | 4),
    repr(IF(16)),
    IF(3),
    repr(~IF.A),
    IF.A + 1,
    IF.B == 2,
    repr(IF(0)),
    list(IF(11)),
    IF.A | 16 == 17,
    repr(1 | IF.B),
    repr(IF(-1)),
    repr(IF(15)),
    str(IF(3)),
    f"{IF(3)}",
    IF(7).name,
    repr(IF.A ^ 1),
    repr(IF.D & 12),
)
for b in (STRICT, CONFORM, EJECT, KEEP):

    class Bd(Flag, boundary=b):
        A = 1
        B = 4

    show(lambda: Bd(7))
    show(lambda: Bd(2))
    show(lambda: ~Bd.A)
    show(lambda: Bd(-2))
    print(b, repr(b), Bd._boundary_)


class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (0.6, 3.4)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return round(self.mass / self.radius, 3)


print(Planet.EARTH.mass, Planet.MARS.ratio, Planet((0.6, 3.4)), repr(Planet.EARTH), Planet(0.6, 3.4))


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coord.PX._value_, Coord(1).label, Coord.PY == b"\x01", str(Coord.PX))


class Miss(Enum):
    A = 1
    U = 99

    @classmethod
    def _missing_(cls, v):
        if v == "bad":
            return 5
        if v == "exc":
            raise KeyError("k")
        if v == "none":
            return None
        return cls.U


print(Miss(5))
show(Miss, "bad")
show(Miss, "exc")
show(Miss, "none")
F1 = Enum("F1", "A B C")
F2 = Enum("F2", ["X", "Y"], start=5)
F3 = Enum("F3", {"P": "p", "Q": "q"})
F4 = Enum("F4", [("a", 1), ("b", 2)])
F5 = IntEnum("F5", "one two")
F6 = Flag("F6", "a b c")
F7 = Enum("F7", [("A", "x")], type=str)
print(
    list(F1),
    list(F2),
    list(F3),
    list(F4),
    list(F5),
    list(F6),
    list(F7),
    F1.__module__,
    F1.__qualname__,
    F7.A == "x",
    F7.A,
    Enum("Emp", ()),
    F1.A,
)
show(Enum, "Z")


@unique
class U1(Enum):
    A = 1
    B = 2


def uu():
    @unique
    class U2(Enum):
        A = 1
        B = 1
        C = 1


show(uu)


def ver(check, **kw):
    def mk():
        return verify(check)(Enum("V", kw)) if check is not NAMED_FLAGS else verify(check)(IntFlag("V", kw))

    show(mk)


ver(UNIQUE, A=1, B=1)
ver(CONTINUOUS, A=1, B=4)
ver(CONTINUOUS, A=1, B=2)
ver(NAMED_FLAGS, A=1, B=4, C=7)
ver(NAMED_FLAGS, A=1, B=2, C=3)
ver(NAMED_FLAGS, A=1, C=15, D=25)


class Mem(Enum):
    f = 1
    g = nonmember(5)

    @member
    def h(self):
        return 2

    class Inner:
        pass

    lst = [1, 2]
    _ignore_ = "tmp i"
    tmp = 7
    for i in range(2):
        vars()[f"v{i}"] = i + 50
    __priv = 3


print(
    list(Mem.__members__),
    Mem.g,
    Mem.Inner,
    Mem.lst.value,
    Mem([1, 2]),
    Mem.h.value(0),
    [1, 2] in Mem,
    Mem._Mem__priv,
)
print(
    copy.copy(Color.RED) is Color.RED,
    copy.deepcopy(Color.RED) is Color.RED,
    Color.RED.__reduce_ex__(2),
    copy.deepcopy({"a": [Color.GREEN]}),
)


class Ordr(Enum):
    _order_ = "A B"
    A = 1
    B = 2


def ob():
    class X(Enum):
        _order_ = "B A"
        A = 1
        B = 2


show(ob)


class Base(Enum):
    def hi(self):
        return "hi " + self.name

    def __str__(self):
        return "str:" + self.name


class Der(Base):
    A = 1
    B = 2


print(Der.A.hi(), Der.A, repr(Der.B), f"{Der.A}")


class Mix:
    def extra(self):
        return "mix" + self.name


class WM(Mix, Enum):
    Q = 1


print(WM.Q.extra(), WM.Q)


class NameVal(Enum):
    name = "n"
    value = "v"
    other = 1


print(
    NameVal.name,
    NameVal.value,
    NameVal.other.name,
    NameVal.other.value,
    NameVal.name.name,
    NameVal.name.value,
)


class Fl(float, Enum):
    PI = 3.14
    E = "2.7"


print(Fl.PI + 1, Fl.PI, repr(Fl.E), Fl.E.value)


class Tup(tuple, Enum):
    A = (1, 2)
    B = (3,)


print(Tup.A, repr(Tup.A), Tup.A[0], Tup((3,)), Tup.A == (1, 2))
print(
    enum.bin(10),
    enum.bin(~10),
    enum.bin(5, 8),
    enum.show_flag_values(13),
    enum.EnumMeta is EnumType,
    issubclass(IntFlag, Flag),
    [c.name for c in EnumCheck],
)
match Color.RED:
    case Color.GREEN:
        print("g")
    case Color.RED:
        print("matched")
print(sorted(dir(Color)), dir(Color.RED), auto(), auto(5))


@global_enum
class GE(Enum):
    GA = 1
    GB = 2


print(GA, repr(GB))


@global_enum
class GF(IntFlag):
    GX = 1
    GY = 2


print(GX | GY, repr(GX | GY), repr(GX | 8))


class AliasV(Enum):
    A = 1
    B = 2


AliasV.A._add_alias_("Z")
AliasV.A._add_value_alias_(77)
print(AliasV.Z, AliasV(77))


class KwE(Enum):
    def __init_subclass__(cls, flag=None, **k):
        super().__init_subclass__(**k)
        cls.fl = flag


class KwF(KwE, flag=7):
    pass


print(KwF.fl)


class TA(Enum):
    A = auto(), "x"
    B = auto(), "y"


print(TA.A.value, TA.B.value)
import dataclasses


@dataclasses.dataclass
class DM:
    x: int
    y: int = 2


class DE(DM, Enum):
    A = 1, 5
    B = 3


print(repr(DE.A), DE.B.x, DE.B.y, DE.A)


class Gap(Flag):
    B = 4
    A = 1


print(list(Gap), list(Gap(5)), Gap(5), repr(~Gap.B))
