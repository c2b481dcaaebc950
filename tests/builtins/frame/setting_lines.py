# requires: debugging
# stderr: yes
# A trace function may set f_lineno, and so let the function go on elsewhere.
import sys


def attempt(function, target, at, event="line"):
    done = []

    def trace(frame, what, argument):
        if frame.f_code is not function.__code__:
            return None
        offset = frame.f_lineno - function.__code__.co_firstlineno
        if what == event and offset == at and not done:
            done.append(1)
            try:
                frame.f_lineno = target if not isinstance(target, int) else function.__code__.co_firstlineno + target
                print(f"jumped from {at} to {frame.f_lineno - function.__code__.co_firstlineno}")
            except Exception as error:
                print(type(error).__name__, str(error).partition("line ")[0])
        return trace

    sys.settrace(trace)
    try:
        function()
    except Exception as error:
        sys.settrace(None)
        print(type(error).__name__, error)
    finally:
        sys.settrace(None)


def example():
    print("one")
    for i in range(2):
        print("in", i)
        print("in again", i)
    print("after")
    try:
        print("try")
    except ValueError:
        print("handler")
    finally:
        print("finally")
    while True:
        print("loop")
        break
    print("end")


for source, target in [
    (1, 5), (1, 3), (3, 5), (3, 4), (4, 3), (5, 1), (1, 9), (1, 11), (1, 13), (7, 15), (13, 1), (5, 2), (2, 5), (3, 2),
    (1, 1000), (1, -1000),
]:  # fmt: skip
    attempt(example, target, source)
for target in "x", 1.5, 10**30:
    attempt(example, target, 1)
attempt(example, 3, 0, "call")
attempt(example, 3, 15, "return")


def handling():
    try:
        raise ValueError("first")
    except ValueError:
        print("handled", sys.exception())
        print("not reached")
    print("after", sys.exception())


attempt(handling, 6, 5)
for change in lambda frame: setattr(frame, "f_lineno", 3), lambda frame: delattr(frame, "f_lineno"):
    try:
        change(sys._getframe())
    except Exception as error:
        print(type(error).__name__, error)
