"""Generated values of many types, the same for the same random numbers."""

import array
import collections
import dataclasses
import datetime
import decimal
import enum
import fractions
import uuid

LETTERS = "aZ09 _-\n\t\"'\\/,;<&%\x00\x7f\x80\xe9\u0100\u20ac\u2028\ud7ff\uffff\U0001f600\U0010ffff"


class Colour(enum.Enum):
    RED = 1
    GREEN = "g"


class Mode(enum.IntFlag):
    READ = 4
    WRITE = 2


Point = collections.namedtuple("Point", "x y")


@dataclasses.dataclass
class Item:
    name: str
    parts: list


class Slotted:
    __slots__ = __match_args__ = ("a", "b")

    def __init__(self, a, b=None):
        self.a, self.b = a, b

    def __reduce__(self):
        return Slotted, (self.a,), (None, {"b": self.b})


class Words(list):
    """A subclass with attributes."""


def integer(chance):
    bits = chance.choice((1, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, 200, 2100))
    return chance.choice((-1, 1)) * (chance.getrandbits(bits) + chance.choice((-1, 0, 1)) * (1 << (bits - 1)))


def real(chance):
    special = (0.0, -0.0, 1e308, 5e-324, float("inf"), float("-inf"), 0.1, 1 / 3, 2.0**53)
    return chance.choice((chance.random(), chance.uniform(-1e10, 1e10), chance.choice(special)))


def text(chance, longest=12):
    return "".join(chance.choice(LETTERS) for _ in range(chance.randrange(longest)))


def data(chance, longest=12):
    return chance.randbytes(chance.choice((0, 1, 2, 3, chance.randrange(longest), longest)))


def plain(chance, depth=0):
    """What JSON knows."""
    leaves = (lambda: None, lambda: True, lambda: False, lambda: integer(chance), lambda: real(chance), lambda: text(chance))
    if depth > 3 or chance.random() < 0.4:
        return chance.choice(leaves)()
    if chance.random() < 0.5:
        return [plain(chance, depth + 1) for _ in range(chance.randrange(5))]
    return {text(chance): plain(chance, depth + 1) for _ in range(chance.randrange(5))}


def builtin(chance, depth=0):
    """What marshal knows: values of builtin types."""
    if depth > 3 or chance.random() < 0.4:
        leaves = (lambda: data(chance, 300), lambda: text(chance, 300), lambda: complex(real(chance), real(chance)),
                  lambda: ..., lambda: plain(chance, 4))
        return chance.choice(leaves)()
    several = [builtin(chance, depth + 1) for _ in range(chance.randrange(6))]
    hashable = [chance.choice((integer, text, data))(chance) for _ in several]
    return chance.choice((several, tuple(several), dict(zip(hashable, several)), set(hashable), frozenset(hashable)))


def moment(chance):
    zones = (None, datetime.timezone.utc, datetime.timezone(datetime.timedelta(seconds=chance.randrange(-86399, 86400))),
             datetime.timezone(datetime.timedelta(minutes=chance.randrange(-1439, 1440)), "named"))
    micro = chance.choice((0, 1000 * chance.randrange(1000), chance.randrange(1000000)))
    date = datetime.date.fromordinal(chance.randrange(1, datetime.date.max.toordinal()))
    time = datetime.time(chance.randrange(24), chance.randrange(60), chance.randrange(60), micro, chance.choice(zones))
    span = datetime.timedelta(chance.randrange(-99999, 99999), chance.randrange(86400), micro)
    return chance.choice((date, time, datetime.datetime.combine(date, time), span))


def number_of_digits(chance):
    digits = "".join(chance.choice("0123456789") for _ in range(chance.randrange(1, 40)))
    point = chance.randrange(len(digits) + 1)
    exponent = chance.choice(("", f"E{chance.randrange(-400, 400)}"))
    special = chance.choice(("NaN", "sNaN12", "-Infinity", "-0", "0E+7"))
    return decimal.Decimal(chance.choice("+-") + digits[:point] + "." + digits[point:] + exponent if chance.random() < 0.9
                           else special)


def anything(chance, depth=0):
    """What pickle knows: values of builtin types, of the library's and of our own classes, some of them shared."""
    if depth > 2 or chance.random() < 0.2:
        return builtin(chance, 3)
    inner = [anything(chance, depth + 1) for _ in range(chance.randrange(4))]
    names = [text(chance) for _ in inner]
    words = Words(inner)
    words.extra = names
    makers = (
        lambda: [inner, inner, {"again": inner}],
        lambda: bytearray(data(chance)),
        lambda: range(*chance.sample(range(-99, 99), 2), chance.choice((-3, 1, 7))),
        lambda: moment(chance),
        lambda: number_of_digits(chance),
        lambda: fractions.Fraction(integer(chance), abs(integer(chance)) + 1),
        lambda: collections.OrderedDict(zip(names, inner)),
        lambda: collections.defaultdict(list, zip(names, inner)),
        lambda: collections.Counter(names),
        lambda: collections.deque(inner, chance.choice((None, 3))),
        lambda: collections.ChainMap(dict(zip(names, inner)), {"b": 2}),
        lambda: uuid.UUID(int=chance.getrandbits(128)),
        lambda: array.array(chance.choice("bBhHiIlLqQ"), [chance.randrange(100) for _ in inner]),
        lambda: array.array("d", [real(chance) for _ in inner]),
        lambda: Point(integer(chance), inner),
        lambda: Item(text(chance), inner),
        lambda: Slotted(text(chance), names),
        lambda: words,
        lambda: [chance.choice(list(Colour)), Mode.READ | Mode.WRITE, Mode(chance.randrange(8))],
        lambda: [int, len, collections.OrderedDict, Point, datetime.datetime.now, [].append if depth > 9 else str.upper],
        lambda: [ValueError(*names), KeyError("k"), OSError(2, "gone", "file"), UnicodeDecodeError("ascii", b"\xff", 0, 1, "no")],
        lambda: tuple(inner),
    )
    return chance.choice(makers)()
