# A closure over one variable keeps its cell; __closure__ is the same tuple each time.
import types


def outer(x):
    def inner():
        return x

    def change(value):
        nonlocal x
        x = value

    return inner, change


inner, change = outer(1)
closure = inner.__closure__
print(len(closure), closure[0].cell_contents, closure is inner.__closure__)
change(2)
print(inner(), closure[0].cell_contents, change.__closure__[0] is closure[0])
copy = types.FunctionType(inner.__code__, globals(), "copy", None, closure)
print(copy(), copy.__closure__[0] is closure[0])
print((lambda: 1).__closure__)


def recursive(n):
    def factorial(i):
        return 1 if i < 2 else i * factorial(i - 1)

    return factorial(n)


print(recursive(20))


class Base:
    def own(self):
        return __class__

    def shown(self):
        return super().__class__.__name__


print(Base().own() is Base, Base().shown())


def two_cells():
    a = b = 1

    def both():
        return a, b

    return both


try:
    inner.__code__ = two_cells().__code__
except ValueError as error:
    print(error)
try:
    types.FunctionType(inner.__code__, globals())
except TypeError as error:
    print(error)
