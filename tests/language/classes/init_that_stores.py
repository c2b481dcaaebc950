# Classes whose __init__ only stores its arguments: calls of them look the same however they are made.

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Counter:
    """Stores constants too."""
    limit = 3

    def __init__(self, name):
        self.name = name
        self.count = 0
        self.total = 0.5
        self.last = None
        self.limit = "own"
        self.again = name


class Empty:
    def __init__(self):
        pass


def show(value):
    print(type(value).__name__, vars(value))


for turn in range(3):
    show(Point(turn, "y"))
    show(Counter(turn))
    show(Empty())
    show(Point(y=1, x=turn))
    show(Point(*(turn, 2)))

print("-- wrong calls")
for call in (lambda: Point(), lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Empty(1)):
    try:
        show(call())
    except TypeError as error:
        print(error)


print("-- the receiver stored, one value twice, one name twice")
class Odd:
    def __init__(self, value):
        self.me = self
        self.one = self.two = value
        self.one = 5


class Twice:
    def __init__(self, a, b):
        self.a = a
        self.b = b
        self.a = b


class Swapped:
    def __init__(self, a, b):
        self.b = a
        self.a = b


for turn in range(3):
    odd = Odd(turn)
    print(odd.me is odd, odd.one, odd.two, list(vars(odd)))
    show(Twice(turn, "b"))
    show(Swapped(turn, "b"))


print("-- deriving")
class Point3(Point):
    pass


class Named(Point):
    def __init__(self, name):
        self.name = name


for turn in range(3):
    show(Point3(turn, 1))
    show(Named(turn))


print("-- who has a say")
class Property:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        print("set", value)
        self._x = value


class Watching:
    def __init__(self, x):
        self.x = x

    def __setattr__(self, name, value):
        print("setattr", name, value)
        object.__setattr__(self, name, value)


class Slots:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Both(Slots):
    def __init__(self, x, z):
        self.x = x
        self.z = z


class Special:
    def __init__(self, namespace):
        self.__dict__ = namespace


class Private:
    def __init__(self, value):
        self.__value = value


for turn in range(3):
    made = Property(turn, 1)
    print(made.x, vars(made))
    show(Watching(turn))
    made = Slots(turn, 2)
    print(made.x, made.y)
    made = Both(turn, 3)
    print(made.x, vars(made), hasattr(made, "y"))
    show(Special({"a": turn}))
    show(Private(turn))


print("-- what changes between calls")
class Changing:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def other(self, x, y):
    self.y = x
    self.x = y


def descriptor():
    def get(self):
        return "descriptor"

    def put(self, value):
        print("put", value)

    return property(get, put)


show(Changing(1, 2))
show(Changing(3, 4))
Changing.__init__.__code__ = other.__code__
show(Changing(5, 6))
show(Changing(7, 8))
Changing.x = descriptor()
made = Changing(9, 10)
print(vars(made), made.x)
del Changing.x
show(Changing(11, 12))
Changing.__setattr__ = lambda self, name, value: print("hook", name, value)
show(Changing(13, 14))
del Changing.__setattr__
show(Changing(15, 16))
Changing.__init__ = lambda self, x, y: print("lambda", x, y)
show(Changing(17, 18))
del Changing.__init__
try:
    Changing(19, 20)
except TypeError as error:
    print(error)
Changing.__init__ = other
show(Changing(21, 22))
Changing.__new__ = lambda cls, *args: "not an instance"
print(Changing(23, 24))
other.__defaults__ = (7,)
Changing.__new__ = lambda cls, *args: object.__new__(cls)
show(Changing(25))


print("-- many instances grow on")
made = [Point(n, -n) for n in range(2000)]
for point in made[::500]:
    point.z = point.x
    point.w = point.z
    del point.x
print(sum(point.y for point in made), [list(vars(point)) for point in made[499:502]])


print("-- deep inside")
class Chain:
    def __init__(self, rest, depth):
        self.rest = rest
        self.depth = depth


def build(depth):
    return Chain(build(depth - 1) if depth else None, depth)


chain, length = build(300), 0
while chain:
    chain, length = chain.rest, length + 1
print(length)


print("-- values that a lambda keeps")
class Kept:
    def __init__(self, x):
        self.x = x
        self.get = lambda: x


for turn in range(3):
    print(Kept(turn).get(), Kept(turn).x)
