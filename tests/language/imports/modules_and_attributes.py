# python: 3.13
import math
import math as m
from math import floor, ceil as up
import os.path
import os.path as p
from os import path
print(math is m, floor(2.7), up(2.1), os.path is p, p is path, math.__name__, type(math).__name__)
import sys
print("math" in sys.modules, sys.modules["math"] is math, __name__, sys.modules["__main__"].__name__)
for text in ("import nothing_here", "import math.nothing", "from math import nothing", "from nothing_here import x", "import os.nothing"):
    try:
        exec(text)
    except ImportError as e:
        print(text, "|", type(e).__name__, str(e).split(" (")[0], "|", e.name)
try:
    math.nothing
except AttributeError as e:
    print(e)
print(__import__("math") is math, __import__("os.path") is os, __import__("os.path", fromlist=["join"]) is os.path)
import importlib
print(importlib.import_module("math") is math)


def f():
    import math as local_math
    return local_math


print(f() is math)
ns = {}
exec("from math import *", ns)
print("floor" in ns, "__name__" in ns and ns["__name__"], "pi" in ns)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
sys.modules["fake"] = "any object"
import fake
print(fake)
m2 = type(math)("made", "doc")
m2.x = 5
sys.modules["made"] = m2
from made import x
print(x, m2.__name__, m2.__doc__)
