import importlib
import fixtures.space.leaf
print(fixtures.space.leaf.x, getattr(fixtures.space, "__file__", None), list(fixtures.space.__path__) != [])
import fixtures.counter as c
print(c.n)
c.n = 100
c.extra = "kept"
d = importlib.reload(c)
print(d is c, c.n, c.extra)
import fixtures.lazy as lazy
print(lazy.anything, lazy.real)
try:
    lazy.refused
except AttributeError as e:
    print(e)
from fixtures.lazy import dynamic
print(dynamic, dir(lazy))
try:
    importlib.reload(5)
except TypeError as e:
    print(e)
