# Class patterns with positional parts for classes that derive from builtin ones.

class Pair(tuple):
    __match_args__ = ("first", "second")
    first = property(lambda self: self[0])
    second = property(lambda self: self[1])


class Plain(int):
    pass


class Empty(str):
    __match_args__ = ()


class Wrong(list):
    __match_args__ = ["x"]


def look(value):
    match value:
        case Pair(first, second=other):
            return "pair", first, other
        case Plain(number):
            return "plain", number
        case Empty():
            return "empty", value
        case Wrong(item):
            return "wrong", item
        case _:
            return "other"


def positional(value):
    match value:
        case Empty(text):
            return text


for value in (Pair((1, 2)), Plain(7), Empty("x"), Wrong([1]), (1, 2)):
    try:
        print(look(value))
    except TypeError as error:
        print(error)
try:
    positional(Empty("y"))
except TypeError as error:
    print(error)
import sys
match sys.version_info:
    case tuple(whole):
        print(whole is sys.version_info)
match sys.version_info:
    case (major, *_):
        print(major)
