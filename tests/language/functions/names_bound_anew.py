# Functions, classes and modules that get other values while code that uses them runs.

import math
import sys


def one():
    return 1


def call():
    return one()


def two():
    return 2


class First:
    def name(self):
        return "first"


class Second:
    def name(self):
        return "second"


def make():
    return First().name()


def root():
    return math.sqrt(16)


def warm():
    return [call(), call(), make(), make(), root(), root()]


print(warm())

print("-- by a global statement")
def change():
    global one, First
    one, First = two, Second


change()
print(warm())

print("-- through globals()")
globals()["one"] = lambda: 3
globals().update(First=type("Third", (), {"name": lambda self: "third"}))
print(warm())

print("-- through the module")
this = sys.modules[__name__]
this.one = lambda: 4
setattr(this, "First", Second)
print(warm())

print("-- by exec")
exec("def one(): return 5")
exec("one = lambda: 6", globals())
print(warm())

print("-- a module becomes something else")
class math:
    sqrt = staticmethod(lambda value: "not a root")


print(warm())
import math
print(warm())

print("-- something else than a function")
one = 7
try:
    warm()
except TypeError as error:
    print(error)
one = two
print(warm())

print("-- deleted")
del one
try:
    warm()
except NameError as error:
    print(error)
one = lambda: 8
print(warm())

print("-- a builtin hidden and shown again")
def length():
    return len("four")


print(length(), length())
len = lambda value: "hidden"
print(length(), length())
del len
print(length(), length())

print("-- defined anew in a loop, by decorators and by itself")
results = []
for number in range(20):
    def one(number=number):
        return number

    results.append(call())
    one = (lambda inner: lambda: -inner())(one)
    results.append(call())
print(results)


def once():
    global once
    old, once = once, lambda: "again"
    return "first time"


print(once(), once(), once())

print("-- while it runs")
def replaced():
    exec("def helper(): return 'new'", globals())
    return helper()


def helper():
    return "old"


def helpers():
    return helper(), replaced(), helper()


print(helpers(), helpers())

print("-- what was replaced goes")
import gc
import weakref


class Gone:
    pass


def use():
    return Gone


use(), use()
watched = weakref.ref(use())
Gone = None
gc.collect()
print(watched(), use())
