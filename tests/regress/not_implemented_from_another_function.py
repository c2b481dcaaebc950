# An operator's method may pass on the NotImplemented that another function has returned: the operator fails, and no
# program sees the object.
def refuse():
    return NotImplemented


class Vector:
    def __init__(self, x):
        self.x = x

    def combined(self, other, operation):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(operation(self.x, other.x))

    def __and__(self, other):
        return self.combined(other, lambda a, b: a & b)

    def __add__(self, other):
        return refuse()

    def __sub__(self, other):
        return refuse() if other is self else Vector(self.x)

    def __mul__(self, other):
        return super().__eq__(other)

    def __iadd__(self, other):
        return refuse()


class Derived(Vector):
    def __and__(self, other):
        return super().__and__(other)


def attempt(text):
    try:
        print(text, "=", eval(text))
    except TypeError as error:
        print(text, error)


v, d = Vector(6), Derived(3)
for text in "v & ()", "v & None", "d & 'a'", "v + v", "v + None", "v - v", "v * v", "v * Vector(1)", "(v & d).x", "(v - d).x":
    attempt(text)


def in_place():
    w = Vector(1)
    for statement in "w += w", "w -= w", "w &= ()":
        try:
            exec(statement)
        except TypeError as error:
            print(statement, error)
    try:
        w += w
    except TypeError as error:
        print(error)
    try:
        w -= w
    except TypeError as error:
        print(error)
    try:
        return w & [] or w
    finally:
        print("left")


try:
    in_place()
except TypeError as error:
    print(error)
