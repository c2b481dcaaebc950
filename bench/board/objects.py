"""Classes, instances, and what goes on between them."""

from rows import row


class Counter:
    def __init__(self, value=0):
        self.value = value

    def add(self, by):
        self.value += by

    @property
    def double(self):
        return 2 * self.value


class Loud(Counter):
    def add(self, by):
        super().add(by + 1)


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y


def method(n):
    counter = Counter()
    i = 0
    while i < n:
        counter.add(1)
        i += 1


def attribute(n):
    counter = Counter()
    for i in range(n):
        counter.value = counter.value + 1


def create(n):
    for i in range(n):
        Counter(i)


def inherit(n):
    counter = Loud()
    for i in range(n):
        counter.add(i)


def read_property(n):
    counter = Counter(3)
    total = 0
    for i in range(n):
        total += counter.double
    return total


def operators(n):
    place, step = Vector(0, 0), Vector(1, 2)
    for i in range(n):
        place = place + step
        if place == step:
            place = step
    return place


def tree(depth):
    return None if depth == 0 else (tree(depth - 1), tree(depth - 1))


row("method", method, 4000)
row("attribute", attribute, 4000)
row("create", create, 1000)
row("super", inherit, 1000)
row("property", read_property, 1500)
row("operators", operators, 500)
row("tree", tree, 9)
