# python: 3.13
# Functions are made of code objects, and can be given others.
import types


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        print(type(error).__name__, error)


def plain(x=1):
    return x


def maker(value):
    def closure():
        return value

    return closure


code, with_cell = plain.__code__, maker(1).__code__
make = types.FunctionType
print(make(code, {}, "name").__name__, make(code, {}, "name").__qualname__, make(code, {"__name__": "module"}).__module__)
print(make(code, {}, None, (7,))(), make(code, {}).__defaults__, make(code, {}).__module__)
print(make(with_cell, {}, "n", None, (types.CellType(5),))())
attempt(make, code)
attempt(make, 1, {})
attempt(make, code, 1)
attempt(make, code, {}, 1)
attempt(make, code, {}, "n", 1)
attempt(make, code, {}, "n", (), 1)
attempt(make, code, {}, "n", (), (types.CellType(1),))
attempt(make, with_cell, {}, "n", ())
attempt(make, with_cell, {}, "n", (), ())
attempt(make, with_cell, {}, "n", (), (1,))
attempt(setattr, plain, "__code__", 1)
attempt(setattr, plain, "__code__", with_cell)
attempt(setattr, maker(1), "__code__", code)
attempt(delattr, plain, "__code__")


def other(y=2):
    "text"
    return y * 10


plain.__code__ = other.__code__
print(plain(), plain.__name__, plain.__doc__)
