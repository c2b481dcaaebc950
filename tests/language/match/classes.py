# python: 3.12
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Named:
    def __init__(self, name):
        self.name = name


class Sub(Point):
    pass


def m(v):
    match v:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return ("on y", y)
        case Point(x, y=0):
            return ("on x", x)
        case Sub():
            return "sub"
        case Point(x, y) if x == y:
            return ("diagonal", x)
        case Point():
            return "point"
        case Named(name=str(n)):
            return ("named", n)
        case bool(b):
            return ("bool", b)
        case int(n):
            return ("int", n)
        case str(s) | bytes(s):
            return ("text", s)
        case float() | complex():
            return "number"
        case list([a, b]):
            return ("list", a, b)
        case tuple((1, *rest)):
            return ("tuple", rest)
        case dict():
            return "dict"
        case _:
            return "no"


for v in (Point(0, 0), Point(0, 5), Point(3, 0), Point(2, 2), Point(1, 2), Sub(1, 2), Named("n"), Named(5), True, 7, "s", b"b", 1.5, [1, 2], [1], (1, 2, 3), {}, None):
    print(m(v))


class Empty:
    pass


class BadArgs:
    __match_args__ = ["x"]


class BadItem:
    __match_args__ = (5,)


for text in ("Empty(1)", "BadArgs(1)", "BadItem(1)", "Point(1, 2, 3)", "Point(1, x=2)", "int(1, 2)", "print(x)"):
    code = f"match subject:\n  case {text}: pass"
    for subject in (Empty(), BadArgs(), BadItem(), Point(1, 2), 5):
        try:
            exec(code)
        except TypeError as e:
            print(text, type(subject).__name__, e)
