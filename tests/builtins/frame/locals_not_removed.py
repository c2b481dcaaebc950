# python: 3.14
# Variables can't be removed through f_locals; what was added to it can.
import sys


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


def function():
    local = 1
    names = sys._getframe().f_locals
    names["added"] = 2
    attempt(names.__delitem__, "local")
    attempt(names.pop, "local")
    attempt(names.pop, "added")
    attempt(names.pop, "added", 3)
    attempt(names.pop, "added")
    attempt(names.__delitem__, "added")
    print(local, "added" in names)


function()
