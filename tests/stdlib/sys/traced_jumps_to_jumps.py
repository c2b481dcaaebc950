# Jumps that lead to jumps are lines for who traces the code: continue, break, and the ends of branches.
import sys


def walk(n):
    found = []
    for i in range(n):
        if i % 2:
            continue
        for j in range(n):
            if j == 1:
                continue
            if j == 3:
                break
            if j < 2:
                if i:
                    found.append(j)
                else:
                    found.append(-j)
            else:
                found.append((i, j))
        else:
            continue
    while True:
        n -= 1
        if n > 2:
            continue
        elif n == 2:
            pass
        else:
            break
    return found


def run():
    lines = []

    def trace(frame, event, arg):
        if frame.f_code is walk.__code__:
            lines.append((event[0], frame.f_lineno - walk.__code__.co_firstlineno))
            return trace

    before = walk(5)
    code = walk.__code__.co_code
    sys.settrace(trace)
    result = walk(5)
    sys.settrace(None)
    print(before == result == walk(5), code == walk.__code__.co_code)
    print(lines)


run()
