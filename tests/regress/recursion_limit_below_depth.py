# A recursion limit that the running frames exceed already is refused; one that is set holds for fast calls too.
import sys


def set_to(limit):
    try:
        sys.setrecursionlimit(limit)
        print("set", limit)
    except (ValueError, RecursionError) as error:
        print(type(error).__name__, error)


def nested(count, limit):
    return set_to(limit) if count == 0 else nested(count - 1, limit)


def deepest(depth=1):
    try:
        return deepest(depth + 1)
    except RecursionError:
        return depth


for limit in 0, 1, 2, 3:
    set_to(limit)
sys.setrecursionlimit(1000)
nested(10, 5)
nested(10, 13)
nested(10, 14)
sys.setrecursionlimit(40)
print(deepest() < 40)
