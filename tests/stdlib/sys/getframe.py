# sys._getframe: who called.
import sys


def caller():
    frame = sys._getframe(1)
    return frame.f_code.co_name, frame.f_lineno, frame.f_globals is globals()


def first():
    return caller()


def second():
    return first(), sys._getframe().f_back.f_code.co_name


print(first(), second(), caller())
frame = sys._getframe()
print(frame.f_code.co_name, frame.f_back, type(frame).__name__, frame.f_builtins is vars(__import__("builtins")))
for depth in (1, 500, -1, "x"):
    try:
        print(sys._getframe(depth).f_code.co_name)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


def generator():
    yield sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name


print(list(generator()), [sys._getframe().f_code.co_name for _ in range(1)])
