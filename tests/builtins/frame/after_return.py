# python: 3.13
# A frame object outlives its call: it keeps the variables and the way back.
import sys


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


here = sys._getframe()


def callee(argument):
    local = [argument]
    frame = sys._getframe()
    print(frame is sys._getframe(), frame.f_back is here, sys._getframe(1) is here, frame.f_lineno)
    attempt(frame.clear)
    return frame


frame = callee(3)
print(frame.f_lineno, frame.f_code is callee.__code__, frame.f_globals is globals(), frame.f_back is here)
print(sorted(frame.f_locals), frame.f_locals["local"])
frame.f_locals["local"] = 4
print(frame.f_locals["local"])
frame.clear()
print(frame.f_locals, frame.f_builtins is __builtins__.__dict__, frame.f_lasti >= 0)
print(here.f_back, here.f_code.co_name)


def chain(depth):
    if depth:
        return chain(depth - 1)
    names, frame = [], sys._getframe()
    while frame:
        names.append((frame.f_code.co_name, frame.f_locals.get("depth")))
        frame = frame.f_back
    return names


print(chain(3))
attempt(sys._getframe, 1000)
attempt(setattr, frame, "f_code", 1)
attempt(setattr, frame, "f_locals", 1)
attempt(setattr, frame, "f_lineno", 1)
attempt(setattr, frame, "f_trace_lines", 1)
print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
attempt(type(frame))


class Constructed:
    def __init__(self):
        self.frame = sys._getframe()


made = Constructed()
print(made.frame.f_locals["self"] is made, made.frame.f_back is here)


def recursive(n):
    frames.append(sys._getframe())
    value = recursive(n - 1) if n else 0
    return value + n


frames = []
print(recursive(3), [frame.f_locals["n"] for frame in frames], [frame.f_locals.get("value") for frame in frames])
