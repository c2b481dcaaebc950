# requires: debugging
# A trace function lets its frame go on inside of a while loop: the constants that the loop works with are there.
import sys


def count(n):
    found = []
    if n > 5:
        found.append("large")
    while n < 100000:
        found.append(n + 70000)
        if n % 1000 == 7:
            n += 50001
        n = n * 300 + 12345
    return found


def run(start, to):
    def trace(frame, event, arg):
        if frame.f_code is not count.__code__:
            return None
        first = count.__code__.co_firstlineno
        if event == "line" and frame.f_lineno == first + start:
            frame.f_lineno = first + to
            frame.f_trace = None
        return trace

    sys.settrace(trace)
    try:
        return count(3)
    finally:
        sys.settrace(None)


print(count(3))
print(run(2, 5))
print(run(2, 8))
print(run(2, 4))
print(count(3))
