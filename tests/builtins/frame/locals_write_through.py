# python: 3.13
# f_locals of a function's frame is a window on the variables (PEP 667).
import sys


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


def function(parameter):
    local = 1
    captured = 2

    def inner():
        return captured

    names = sys._getframe().f_locals
    names["local"] = 10
    names["captured"] = 20
    names["parameter"] = 30
    print(local, captured, parameter, inner())
    names["added"] = 40
    print(names["added"], "added" in names, "added" in sys._getframe().f_locals, "added" in locals())
    print("missing" in names, names.get("missing"), names.get("missing", 5), names.get("local"))
    attempt(names.__getitem__, "missing")
    attempt(names.setdefault, "local", 6)
    attempt(names.setdefault, "another", 7)
    names.update({"local": 11})
    names |= {"parameter": 31}
    print(local, parameter)
    print(type(names).__name__, type(names.copy()), type(names | {}), type({} | names))
    print(type(names.keys()), type(names.values()), type(names.items()))
    print(len(names) == len(names.keys()) == len(list(names)), list(reversed(names)) == list(names)[::-1])
    print(names == dict(names), names == sys._getframe().f_locals, names is sys._getframe().f_locals, names != {})
    attempt(hash, names)
    attempt(type(names), 1)
    names[5] = 6
    print(names[5])


function(3)


class Body:
    value = 1
    namespace = sys._getframe().f_locals
    namespace["other"] = 2
    print(namespace is locals(), other)


print(sys._getframe().f_locals is globals())


def unbound():
    names = sys._getframe().f_locals
    print("later" in names)
    later = 1
    print("later" in names, names["later"])
    del later
    print("later" in names)
    names["later"] = 2
    print(later)


unbound()
