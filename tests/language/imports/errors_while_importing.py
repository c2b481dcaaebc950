import sys
for _ in range(2):
    try:
        import fixtures.broken
    except ZeroDivisionError as e:
        print("raised", e, "fixtures.broken" in sys.modules)
try:
    import fixtures.bad_syntax
except SyntaxError as e:
    print(e.msg, e.lineno)
try:
    import fixtures.beyond
except ImportError as e:
    print(type(e).__name__, e)
import fixtures.cycle_a
print(fixtures.cycle_a.value, fixtures.cycle_b.value)
try:
    exec("from . import x", {"__name__": "top"})
except ImportError as e:
    print(type(e).__name__, e)
try:
    exec("from .. import x", {"__name__": "pkg.mod", "__package__": "pkg"})
except ImportError as e:
    print(type(e).__name__, str(e) != "")
