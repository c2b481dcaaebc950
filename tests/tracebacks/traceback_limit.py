# stderr: yes
# status: 1
# sys.tracebacklimit: how many of the innermost entries are shown.
import sys


def inner():
    1 / 0


def outer():
    inner()


try:
    outer()
except ZeroDivisionError as error:
    for limit in (0, 1, -1, 2, 9, True, None):
        sys.tracebacklimit = limit
        print("limit", limit, file=sys.stderr)
        sys.excepthook(type(error), error, error.__traceback__)
sys.tracebacklimit = 1
try:
    outer()
except ZeroDivisionError:
    raise KeyError("last")
