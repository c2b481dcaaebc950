import fixtures.shapes
print(fixtures.shapes.__name__, fixtures.shapes.__package__, fixtures.shapes.VERSION)
import fixtures.shapes.round.circle as c
print(c.area(2), c.__name__, c.__package__, fixtures.shapes.round.circle is c)
from fixtures.shapes import square
print(square.area(3), square.describe())
from fixtures.shapes.round import *
print(sorted(n for n in dir() if n in ("circle", "ring", "_hidden", "PUBLIC")))
from fixtures.shapes import square as s, VERSION as v
print(s is square, v)
import sys
print([n for n in sorted(sys.modules) if n.startswith("fixtures")])
try:
    from fixtures.shapes import missing
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    import fixtures.shapes.square.inner
except ImportError as e:
    print(e)
print(hasattr(fixtures.shapes, "__path__"), hasattr(square, "__path__"), fixtures.shapes.__file__.replace("\\", "/").split("/")[-3:])
