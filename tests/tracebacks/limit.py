# sys.tracebacklimit is how many entries of a traceback are shown: the last ones. None shown, no heading either.
# status: 1
# stderr: yes
import sys


def innermost():
    raise ValueError("first")


def inner():
    innermost()


def outer():
    try:
        inner()
    except ValueError:
        raise KeyError("second")


def show(limit):
    print("limit", limit, file=sys.stderr)
    sys.tracebacklimit = limit
    try:
        outer()
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)


for limit in 1000, 2, 1, 0, -1:
    show(limit)
try:
    sys.tracebacklimit = 1
    raise ExceptionGroup("group", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    sys.excepthook(type(group), group, group.__traceback__)
del sys.tracebacklimit
print(hasattr(sys, "tracebacklimit"), file=sys.stderr)
sys.tracebacklimit = 1
outer()
