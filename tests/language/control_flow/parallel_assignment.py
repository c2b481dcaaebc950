# Several local variables assigned at once: all values are there before the first of them changes.
def rotate():
    a, b, c = 1, 2, 3
    a, b, c = b, c, a
    print(a, b, c)
    a, b = b, a
    print(a, b)
    a, b, c = c, a, b + c
    print(a, b, c)
    a, b = b, a + b
    print(a, b)
    x, y = (a, b), a
    print(x, y)
    (a, b), c = x, y
    print(a, b, c)
    a, a = 1, 2
    print(a)
    x = y = z = w = 0
    for i in range(5):
        x, y, z, w = y, x, w, z + 1
    print(x, y, z, w)
    a, b, c, d = 1, 2, 3, 4
    a, b, c, d = d, a, a, b
    print(a, b, c, d)
    a, b, c, d = c, d, a, b
    print(a, b, c, d)
    a, b = 5, (b := 7) + b
    print(a, b)
    a, b = b, [a := 8, b]
    print(a, b)


def failing(z):
    try:
        a, b = z, z + 1
    except TypeError:
        print('a' in locals())
    a = 5
    b = 6
    try:
        a, b = b, a + z
    except TypeError:
        print(a, b)
    try:
        b, a = a + 1, b + z
    except TypeError:
        print(a, b)
    try:
        a, b = a
    except TypeError as error:
        print(error)
    try:
        a, b = iter([1, 2, 3])
    except ValueError as error:
        print(error, a, b)
    a = [1, 2]
    a, b = a
    print(a, b)
    b, a = a, b
    print(a, b)


def unbound():
    try:
        a, b = b, 1
    except UnboundLocalError as error:
        print(error)
    deleted = 1
    del deleted
    try:
        a, b = 1, deleted
    except UnboundLocalError as error:
        print(error)
    p, *q, r = [1, 2, 3, 4]
    print(p, q, r)
    *q, p = "xy"
    print(p, q)
    print([(p, q) for p, q in zip("ab", "cd")], p, q)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def turn(self):
        self.x, self.y = -self.y, self.x
        return self


def cells(a, b):
    def show():
        return a, b
    a, b = b, a
    print(show())
    c = Point(a, b).turn()
    c.x, c.y, items = c.y, c.x, [3, 4]
    i, items[0], items[i] = 1, items[1], items[0]
    print(c.x, c.y, items)


rotate()
failing("x")
unbound()
cells(1, 2)
