# python: 3.13
import sys
import traceback


def f():
    raise ValueError("x")


try:
    f()
except ValueError as e:
    print("".join(traceback.format_exception_only(type(e), e)), end="")
    lines = traceback.format_exc().splitlines()
    print(lines[0], lines[-1], len(lines))
    print([(s.name, s.lineno, s.line) for s in traceback.extract_tb(e.__traceback__)])
    traceback.print_exc(file=sys.stdout, limit=1)
