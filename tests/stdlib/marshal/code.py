# Code there and back: functions with defaults, closures and all kinds of constants, generators, classes, whole programs.
import marshal
import types


def again(code, **options):
    return marshal.loads(marshal.dumps(code, **options))


def function(a, b=2, /, *rest, key=None, **more):
    """A text."""
    numbers = [1, -1, 1 << 70, 1.5, -0.0, 2j, "text", "é\ud800", b"bytes", (1, (2, None)), ..., True]
    if a in {1, "x", None}:
        return numbers, a, b, rest, key, more, "abc"[::2]
    try:
        return [x * y for x in range(a) for y in (lambda: range(b))() if x]
    except TypeError:
        return "type"
    finally:
        numbers.clear()


copy = types.FunctionType(again(function.__code__), globals(), "copy", (2,))
copy.__kwdefaults__ = {"key": None}
print(copy(1, 3, 4, key=5, z=6))
print(copy(3), copy.__code__ == function.__code__, copy.__code__.co_consts[0])


def outer(n):
    def inner():
        nonlocal n
        n += 1
        return n

    return inner


inner = outer(5)
cell = inner.__closure__
print(types.FunctionType(again(inner.__code__), {}, "inner", None, cell)(), inner())
print(list(types.FunctionType(again((lambda n: (x * x for x in range(n))).__code__), {"range": range})(4)))

PROGRAM = """
class Point:
    count = 0
    def __init__(self, x):
        self.x = x
        Point.count += 1
    def __repr__(self):
        return f"Point({self.x!r:>4})"
def fail():
    raise ValueError("line 9")
points = [Point(n) for n in range(2)]
print(points, Point.count)
"""
code = again(compile(PROGRAM, "there.py", "exec"))
namespace = {}
exec(code, namespace)
try:
    namespace["fail"]()
except ValueError as error:
    print(error.__traceback__.tb_next.tb_lineno, error.__traceback__.tb_next.tb_frame.f_code.co_filename)
print(code.co_filename, code.co_firstlineno, eval(again(compile("6 * 7", "", "eval"))))
print(again([function.__code__, 1, {"code": outer.__code__}])[2]["code"].co_name)

for options in ({}, {"allow_code": False}):
    for attempt in (
        lambda: again(function.__code__, **options).co_name,
        lambda: marshal.loads(marshal.dumps(function.__code__), **options).co_name,
    ):
        try:
            print(attempt())
        except ValueError as error:
            print(error)
