# Deleting __dict__ leaves an object with none of its attributes, where the object has a __dict__ of its own.

class Plain:
    pass


class Number(int):
    pass


for made in Plain(), Number(3):
    made.x = 1
    namespace = made.__dict__
    del made.__dict__
    print(vars(made), namespace)
    made.y = 2
    print(vars(made))
    type(made).__dict__["__dict__"].__delete__(made)
    print(vars(made))


def function():
    pass


class Failure(Exception):
    pass


import sys

for owner in function, Failure(), sys, Plain:
    try:
        del owner.__dict__
    except Exception as error:
        print(type(error).__name__, error)
try:
    made.__dict__ = None
except TypeError as error:
    print(error)


print("-- the name of a callable in a message")
class Unprintable:
    def __str__(self):
        raise ValueError("no text")

    def __call__(self):
        pass


for call in (lambda: Unprintable()(*1), lambda: Unprintable()(**1), lambda: print(*1), lambda: function(**1)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
