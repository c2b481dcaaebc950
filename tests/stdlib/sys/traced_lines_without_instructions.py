# Lines of `try:` and `while True:` are told too, and what generators throw, end with and are closed by.
import sys


def record(function):
    events = []

    def trace(frame, event, argument):
        if frame.f_code.co_filename != __file__ or frame.f_code.co_name in ("record", "trace"):
            return None
        line = frame.f_lineno - function.__code__.co_firstlineno
        events.append(f"{event} {line} {frame.f_code.co_name}")
        return trace

    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(None)
    print(function.__name__, *events, sep="\n    ")


def tries():
    try:
        first = 1
    except ValueError:
        pass
    for i in range(2):
        try:
            if i:
                raise KeyError(first)
        except KeyError:
            first = 2
        finally:
            first = 3
    return first


def loops():
    count = 0
    while True:
        count += 1
        if count == 3:
            break
    while 1:
        try:
            count += 1
            if count > 5:
                return
        finally:
            count += 1


def generators():
    def numbers():
        yield 1
        yield 2
        return 3

    def guarded():
        try:
            yield 1
        finally:
            print("closed")

    for number in numbers():
        print(number)
    thrown = numbers()
    next(thrown)
    try:
        thrown.throw(ValueError("thrown"))
    except ValueError:
        print("caught")
    closed = numbers()
    next(closed)
    closed.close()
    closed = guarded()
    next(closed)
    closed.close()


for function in tries, loops, generators:
    record(function)
