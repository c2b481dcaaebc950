# sys.print_exception() of MicroPython: to standard output, or to a file.
# cpython: differs — it has traceback.print_exception
import io
import sys


def fail():
    raise ValueError("x")


def shown(error, *file):
    buffer = io.StringIO()
    sys.print_exception(error, buffer)
    lines = buffer.getvalue().splitlines()
    return [line for line in lines if not line.startswith("  ")]


try:
    fail()
except ValueError as error:
    print(shown(error))
    sys.tracebacklimit = 0
    print(shown(error))
    sys.print_exception(error)
    sys.print_exception(error, None)
    sys.print_exception(error, sys.stdout)
    # Other than with sys.excepthook, the first entries are kept.
    for sys.tracebacklimit in 1, 2:
        buffer = io.StringIO()
        sys.print_exception(error, buffer)
        print([line.split(", ")[-1] for line in buffer.getvalue().splitlines() if line.startswith("  File")])
    del sys.tracebacklimit

for value in Exception, 5, "text", None:
    sys.print_exception(value)
sys.print_exception(KeyError("k"))

for file in 1, "file", object():
    try:
        sys.print_exception(ValueError(), file)
    except OSError as error:
        print("OSError", error)
