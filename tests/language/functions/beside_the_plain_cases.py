# python: 3.14
# Builtin functions, methods, operators and loops whose plain cases are short cuts: what lies beside the plain cases.
def outcome(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


class Items(list):
    def append(self, item):
        super().append((item, "seen"))

    def __len__(self):
        return 99


class Texts(str):
    def upper(self):
        return "UPPER"


class Numbers(dict):
    def get(self, key, default=None):
        return "got"

    def __missing__(self, key):
        return "missing"


items = Items()
items.append(1)
list.append(items, 2)
print(list(items), len(items), items.pop(), list.pop(items))
print(Texts("abc").upper(), str.upper(Texts("abc")), Texts("ab").strip("a"), type(Texts("ab").strip()).__name__)
print(Numbers(a=1).get("b"), dict.get(Numbers(a=1), "b"), Numbers()["c"])
for arguments in (), ("a",), ("a", "b", "c", "d"):
    outcome({}.get, *arguments)
    outcome("abc".strip, *arguments)
    outcome([].append, *arguments)
    outcome(len, *arguments)
    outcome(isinstance, *arguments)
outcome({1: 2}.pop, [])
outcome({1}.add, [])
outcome(lambda: {}.get([]))
outcome(lambda: [].pop())
outcome(lambda: [1].pop(5))
outcome(lambda: [1, 2, 3].pop(-3))
outcome(lambda: [1, 2].pop(True))
outcome(lambda: [1, 2].pop(10**20))
outcome(lambda: str.upper(5))
outcome(lambda: list.append((), 1))
outcome(lambda: dict.get([], 1))
outcome(lambda: str.isdigit(b"1"))
outcome(lambda: "abc".startswith(("x", "ab")))
outcome(lambda: "abc".find(5))
outcome(lambda: "äbc".find("c"))
outcome(lambda: "äbc".upper())
outcome(lambda: "ßx".upper())
outcome(lambda: "".isalpha())
outcome(lambda: "²".isdigit())
outcome(lambda: " x ".strip(None))
outcome(lambda: "äxä".strip("ä"))


# Functions.
class Asking(type):
    def __instancecheck__(cls, value):
        print("asked", value)
        return False


class Asked(metaclass=Asking):
    pass


class Pretends:
    __class__ = int


print(isinstance(1, (Asked, int)), isinstance(1, (int, Asked)), isinstance(Pretends(), int), isinstance(True, int))
print(isinstance(1, object), isinstance(None, type(None)), isinstance(Asked(), Asked), isinstance(int, type))
outcome(lambda: isinstance(1, 5))
outcome(lambda: isinstance(1, (str, 5)))
nan = float("nan")
print(min(nan, 1.0), min(1.0, nan), max(nan, 1.0), max(1.0, nan), min(1, 1.0), max(1, 1.0), max(0.0, -0.0), min(True, 2))
outcome(lambda: min(1, "a"))
outcome(lambda: min(5))
outcome(lambda: abs(-(2**47)))
outcome(lambda: abs("x"))
outcome(lambda: abs(True))
outcome(lambda: chr(256))
outcome(lambda: chr(-1))
outcome(lambda: ord("ab"))
outcome(lambda: ord(b"x"))
outcome(lambda: int(1e18))
outcome(lambda: int(nan))
outcome(lambda: int(True))
outcome(lambda: float(10**400))
outcome(lambda: bool([]))
outcome(lambda: range(0, 5, 0))
outcome(lambda: range(2**70))
outcome(lambda: range("a"))
outcome(lambda: list(5))
outcome(lambda: tuple([1]))
outcome(lambda: type(1, 2))
outcome(lambda: enumerate(5))
outcome(lambda: zip([1], 5))
outcome(lambda: reversed({1}))


# Numbers at the edges of a machine word.
for power in 46, 47, 48, 61, 62, 63, 64:
    n = 2**power
    print(n, -n, n - 1 + 1, -n - 1, n * 2 - n, n * n == 2 ** (2 * power), (n << 1) >> 1, -n >> 3, n // 3, -n % 7, n ^ -1)
one, big = 1, 2**62
print(big - 1 + big + one, -big - big - one, big * -2, one << 62, one << 63, -one << 63, 0**0, 2**-one)
print((one + 2) ** 39, (one + 2) ** 40, (-one - 1) ** 63)
outcome(lambda: one << -1)
outcome(lambda: one >> -1)
outcome(lambda: big // 0)
outcome(lambda: "a" + one)
outcome(lambda: "a" < one)
truth = one == 1
outcome(lambda: truth + truth)
outcome(lambda: (truth & truth, truth ^ 1, 2**50 | truth))
print("a" < "ä" < "€" < "\U0001f600", "abc" <= "abc", "b" > "abc")


# Slices.
class Place:
    def __index__(self):
        return 1


row = [0, 1, 2, 3, 4]
print(row[Place() :], row[: 2**80], row[-(2**80) : 2], row[3:1], row[True:], "häuser"[1:3], b"abc"[-2:], (1, 2)[:])
outcome(lambda: row["a":])
outcome(lambda: one[1:])
row[1:2] = row
print(row)
row[5:1] = (7,)
print(row)
row[: Place()] = "xy"
print(row)
row[2:4] = (number for number in range(2))
print(row)


def bad():
    row[1:2] = 5


outcome(bad)


# Loops.
same = iter([1, 2, 3, 4, 5])
print([pair for pair in zip(same, same)], list(same))
first, second = iter([1, 2, 3]), iter([1])
for a, b in zip(first, second):
    print(a, b)
print(list(first))
grown = [1, 2]
for number, item in enumerate(grown):
    if number < 3:
        grown.append(item * 10)
print(grown)
for a, b in zip([1, 2], "xy"):
    print(a, b)
for a, b in zip({1: 2}, {3: 4}.items()):
    print(a, b)
for a, b in enumerate([1, 2], 2**62):
    print(a, b)


def change(table):
    for key, value in table.items():
        table[key + 1] = value


def move(table):
    for key in table:
        del table[key]
        table[key + 10] = 1


outcome(change, {1: 1})
outcome(move, {1: 1, 2: 2})
outcome(lambda: [a for a, b in [(1, 2), (3, 4, 5)]])
outcome(lambda: [a for a, b in enumerate(5)])
outcome(lambda: [a for a, b in zip([1, 2], [3], strict=True)])
backward = reversed(grown)
print(list(backward), list(backward))


# Slots: a descriptor under another name reads and writes its own place.
class Point:
    __slots__ = ("x", "y")


Point.z = Point.x
for _ in range(3):
    point = Point()
    point.x = 1
    point.y = 2
    point.z = 5
    print(point.x, point.y, point.z)
Point.y = Point.x
for number in range(3):
    point = Point()
    point.y = number
    print(point.x, point.y)
del point.x
outcome(lambda: point.x)


# Comparisons of tuples and lists.
class Loud:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("==", self.value)
        return NotImplemented

    def __lt__(self, other):
        print("<", self.value)
        return True


left = [(1, 2), (1, "a"), (1, 2.5), (1, nan), (), (1,), (True, 1), (1, (2, (3, (4, (5, 6))))), ("ä", 1), (2**70, 1)]
right = [(1, 3), (1, 5), (1, 2), (1, nan), (0,), (), (1, 1), (1, (2, (3, (4, (5, 7))))), ("z", 1), (2**70, 2)]
for a, b in zip(left, right):
    outcome(lambda: (a == b, a != b))
    outcome(lambda: (a < b, a <= b, a > b, a >= b))
    outcome(lambda: list(a) < list(b))
    outcome(lambda: "less" if a < b else "not less")
    outcome(lambda: "equal" if a == b else "not equal")
outcome(lambda: ((nan, 1) < (nan, 2), [nan] == [nan], (nan,) <= (nan,)))
outcome(lambda: (1, 2) < [1, 2])
outcome(lambda: (Loud(1), 1) < (Loud(2), 2))
outcome(lambda: (1, Loud(3)) == (2, Loud(4)))
outcome(lambda: (Loud(5),) == ())
shared = Loud(6)
outcome(lambda: ((shared, 1) < (shared, 2), (shared,) == (shared,)))
