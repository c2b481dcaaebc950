# Texts of objects with limits, by attributes, methods of a subclass and indentation; __repr__ that meets itself.
import reprlib
from array import array
from collections import deque
from reprlib import Repr, recursive_repr


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__} {error}"


class Broken:
    def __repr__(self):
        raise ValueError("x")


class Long:
    def __repr__(self):
        return "<" + "long" * 20 + ">"


class array_like(list):
    pass


class deque2(deque):
    pass


nested = []
for _ in range(10):
    nested = [nested]
deep = {}
for number in range(10):
    deep = {number: deep}
values = [
    0,
    -1,
    10**50,
    10**39,
    True,
    None,
    1.5,
    "",
    "a" * 30,
    "a" * 28,
    "a" * 29,
    "x'y\"z" * 20,
    "\n" * 30,
    b"a" * 50,
    (),
    (1,),
    (1, 2),
    (1,) * 10,
    [],
    [1] * 6,
    [1] * 7,
    {},
    {1: 2},
    {i: i for i in range(9)},
    set(),
    {1},
    set(range(20)),
    frozenset(),
    frozenset(range(9)),
    frozenset({1}),
    deque(),
    deque(range(9)),
    deque([1], maxlen=3),
    array("i"),
    array("d", range(9)),
    array("i", [1]),
    nested,
    deep,
    Long(),
    {"b": 1, "a": [1, (2, {3})], 3: 4},
    array_like(range(9)),
    deque2(range(9)),
    [[1, 2], ["a" * 50]],
    ({1: {2: {3: {4: {5: {6: {7: 8}}}}}}},),
    range(5),
    type,
    len,
    {(1, 2): 3, 4j: 5},
    "é☃" * 20,
]
small = Repr(
    maxlevel=2,
    maxtuple=2,
    maxlist=2,
    maxarray=2,
    maxdict=1,
    maxset=2,
    maxfrozenset=1,
    maxdeque=2,
    maxstring=7,
    maxlong=9,
    maxother=11,
    fillvalue="#",
)
tiny = Repr(maxstring=1, maxlong=0, maxother=2, maxlevel=0)
for value in values:
    print(reprlib.repr(value), small.repr(value), tiny.repr(value), sep=" | ")
for indent in None, 2, "--", 0, "", -1, 1.5:
    pretty = Repr(indent=indent, maxlevel=3)
    for value in [1, [2, {"a": (3,)}], "x"], {}, {1: {2: {3: {4: 5}}}}, (1,), [], {3, 1}, array("i", [1, 2]):
        print(repr(indent), attempt(pretty.repr, value))
print(
    reprlib.repr(Broken())[:20],
    sorted(vars(reprlib.aRepr).items()) == sorted(vars(Repr()).items()),
    reprlib.__all__,
    attempt(Repr, 5),
)


class Mine(Repr):
    def repr_Long(self, value, level):
        return f"long at {level}"

    def repr_list(self, value, level):
        return "L" + super().repr_list(value, level)


print(Mine().repr([Long(), [Long()]]), Mine(maxlevel=1).repr([[[1]]]))


class Chain:
    def __init__(self, *items):
        self.items = list(items)

    @recursive_repr("<again>")
    def __repr__(self):
        "How it looks."
        return "Chain(" + ", ".join(map(repr, self.items)) + ")"

    @recursive_repr()
    def other(self):
        return self.other()


chain = Chain(1, 2)
chain.items.append(chain)
chain.items.append(Chain(chain))
print(
    chain,
    chain.other(),
    Chain.__repr__.__name__,
    Chain.__repr__.__qualname__,
    Chain.__repr__.__doc__,
    Chain.__repr__.__wrapped__(Chain(1)),
)
