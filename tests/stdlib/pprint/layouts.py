# requires: files
# Lines of all kinds of containers, texts and objects, with all options.
import collections
import dataclasses
import io
import pprint
import random
import types
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque


def attempt(function, *args, **options):
    try:
        return function(*args, **options)
    except Exception as error:
        return f"{type(error).__name__} {error}"


@dataclasses.dataclass
class Point:
    x: int
    items: list
    hidden: object = dataclasses.field(repr=False, default=None)


@dataclasses.dataclass
class Own:
    x: int

    def __repr__(self):
        return "Own " * 20


class Sub(list):
    pass


class Shown(list):
    def __repr__(self):
        return "Shown! " * 10


class Space(types.SimpleNamespace):
    pass


class Unordered:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


quick = "the quick brown fox jumps over the lazy dog "
values = [
    list(range(30)),
    tuple(range(30)),
    set(range(30)),
    frozenset(range(30)),
    {i: "x" * i for i in range(12)},
    {"b": 1, "a": [quick], "c": {"d": quick, "e": (quick,)}},
    quick * 3,
    [quick * 3],
    (quick * 3,),
    {quick: quick},
    quick.encode() * 3,
    [quick.encode() * 2],
    bytearray(quick.encode() * 3),
    b"abcd",
    b"",
    "",
    "\n".join([quick, "a", ""]) * 2,
    "a\nb\n" * 10,
    ["x y z " * 5 + "\n" + "q " * 20],
    "no-spaces" * 20,
    " " * 100,
    "é☃ " * 30,
    'it\'s "q" ' * 9,
    Point(1, list(range(20))),
    [Point(1, [Point(2, list(range(9)))])] * 2,
    Own(1),
    Sub(range(20)),
    Shown([1]),
    Space(a=1, b="x" * 40, c=[1] * 9),
    types.SimpleNamespace(a=1, b="x" * 40, c=[1] * 9),
    types.SimpleNamespace(),
    types.MappingProxyType({i: i for i in range(20)}),
    OrderedDict((i, "x" * 9) for i in range(6)),
    OrderedDict(),
    defaultdict(list, {i: [i] * 9 for i in range(5)}),
    defaultdict(int),
    Counter("abracadabra" * 3),
    Counter(),
    ChainMap({"a": quick}, {"b": 2}),
    ChainMap(),
    deque(range(20), maxlen=50),
    deque(range(20)),
    deque(),
    UserDict({i: i for i in range(12)}),
    UserList(range(30)),
    UserString(quick * 3),
    [UserString(quick * 3)],
    {i: i for i in range(40)}.keys(),
    [[[[[1, [2]]]]]],
    {1: {2: {3: {4: 5}}}},
    [],
    {},
    (),
    (1,),
    {3: 1, "a": 2, None: 3, (1,): 4, 2.5: 5},
    {"k": None, "l": True},
    [10**30, -5, 1.5, 2j],
    [Ellipsis, NotImplemented, int, len],
    ([1] * 40, {2: [3] * 40}),
    [{"name": "n" * 20, "values": [1, 2, 3]}] * 3,
    {(quick, 1): [2]},
    range(100),
    {True: {"x": {1, 2}}},
]
for number, value in enumerate(values):
    for options in (
        {},
        {"width": 30},
        {"width": 10, "indent": 4},
        {"width": 40, "compact": True},
        {"depth": 2, "width": 25},
        {"sort_dicts": False, "indent": 0, "width": 20},
        {"underscore_numbers": True, "compact": True, "width": 1},
    ):
        print(number, options)
        pprint.pprint(value, **options)

again = [1]
again.append(again)
circle = {"again": again, "self": None}
circle["self"] = circle
space = types.SimpleNamespace(a=1)
space.space = space
space.b = "x" * 80


def plain(text):
    return " ".join(word.split("=")[0] if "id=" in word else word for word in text.split(" "))


for value in again, circle, space, [again, again], deque([again]), UserList([circle]):
    print(
        plain(pprint.pformat(value)),
        plain(pprint.pformat(value, width=5)),
        plain(pprint.saferepr(value)),
        pprint.isreadable(value),
        pprint.isrecursive(value),
    )
for value in 1, "a", [1, {2: (3,)}], object(), [object()], int, {1, 2}, again, "", [], {1: len}:
    print(
        pprint.isreadable(value),
        pprint.isrecursive(value),
        pprint.PrettyPrinter().isreadable(value),
        pprint.PrettyPrinter(depth=1).isreadable([value]),
        pprint.PrettyPrinter().isrecursive(value),
    )
stream = io.StringIO()
pprint.PrettyPrinter(2, 20, 3, stream).pprint(list(range(12)))
pprint.pprint({"b": 1, "a": 2}, stream, sort_dicts=False)
pprint.pp({"b": 1, "a": [2] * 20}, stream, width=20, compact=True)
print(
    stream.getvalue(),
    attempt(pprint.PrettyPrinter, indent=-1),
    attempt(pprint.PrettyPrinter, depth=0),
    attempt(pprint.PrettyPrinter, width=0),
    attempt(pprint.pformat, 1, indent="x"),
    attempt(pprint.pformat, [1, 2], width=-1),
)


class Mine(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, int):
            return f"<{object} at {level}>", False, False
        return super().format(object, context, maxlevels, level)


Mine(width=30).pprint([1, [2, "three"], {4: 5}])
print(Mine().isreadable([1]), Mine().pformat({1: [2]}))
pprint.pprint({Unordered("u"): 1, "s": 2})
chance = random.Random(1)


def anything(depth):
    kind = chance.randrange(9 if depth else 4)
    if kind < 4:
        return [
            chance.randrange(10 ** chance.randrange(1, 12)),
            quick[: chance.randrange(40)],
            None,
            quick[: chance.randrange(30)].encode(),
        ][kind]
    items = [anything(depth - 1) for _ in range(chance.randrange(8))]
    return (
        items
        if kind < 6
        else (
            tuple(items)
            if kind == 6
            else {str(key): value for key, value in enumerate(items)} if kind == 7 else deque(items)
        )
    )


for _ in range(60):
    value = anything(3)
    options = {
        "width": chance.randrange(5, 60),
        "indent": chance.randrange(5),
        "compact": chance.random() < 0.5,
        "depth": chance.choice([None, 1, 3]),
    }
    print(options)
    pprint.pprint(value, **options)
