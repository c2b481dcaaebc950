# Special methods that begin and end the tracing of the functions whose operators and conditions called them.
import sys


def trace(frame, event, argument):
    return trace


def trace_callers(opcodes):
    frame = sys._getframe(2)
    while frame:
        frame.f_trace = trace
        frame.f_trace_opcodes = opcodes
        frame = frame.f_back
    sys.settrace(trace)


class Number:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        trace_callers(False)
        return self.value < other.value

    def __bool__(self):
        trace_callers(True)
        return self.value > 1

    def __add__(self, other):
        trace_callers(False)
        return NotImplemented

    def __ge__(self, other):
        sys.settrace(None)
        return NotImplemented


def error_of(function):
    try:
        return function()
    except TypeError as error:
        return str(error)


def run(a, b):
    seen = []
    if a < b:
        seen.append("less")
    if b < a:
        seen.append("more")
    if a:
        seen.append("a")
    if not a:
        seen.append("not a")
    while b:
        seen.append("b")
        b = Number(0)
    seen.append(error_of(lambda: a + a))
    seen.append(error_of(lambda: a >= a))
    if a < b:
        seen.append("less")
    try:
        if a >= b:
            seen.append("greater or equal")
    except TypeError as error:
        seen.append(str(error))
    sys.settrace(None)
    return seen


for _ in range(4):
    print(run(Number(1), Number(2)))
