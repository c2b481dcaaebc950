# How long a program on a board stands still at most, by what lives meanwhile: for each case its name, the longest time between
# two rounds of a loop that allocates, in microseconds, and the time of all rounds. Between two rounds there is at most one step
# of a collection, or two.
import gc
from time import ticks_diff, ticks_us


def run(name, rounds=6000):
    longest, number = 0, 1.5
    start = last = ticks_us()
    for _ in range(rounds):
        number = number + 1.5
        pair = (number,)
        now = ticks_us()
        pause = ticks_diff(now, last)
        last = now
        if pause > longest:
            longest = pause
    print(name, longest, ticks_diff(last, start))


def nested(depth, width):
    # Each list holds the one before in its middle.
    inner = None
    for _ in range(depth):
        outer = [[number] for number in range(width)]
        outer.insert(width // 2, inner)
        inner = outer
    return inner


def chained(depth, width):
    # Each list holds the one before in front of all else.
    inner = None
    for _ in range(depth):
        inner = [inner] + [[number] for number in range(width)]
    return inner


def tree(depth):
    node = Node()
    if depth:
        node.left, node.right = tree(depth - 1), tree(depth - 1)
    return node


class Node:
    pass


class Point:
    def __init__(self, x):
        self.x = x


def linked(count):
    head = None
    for number in range(count):
        head = (head, number)
    return head


CASES = (
    ("nothing", lambda: None),
    ("a_block", lambda: bytearray(100_000)),
    ("tuples", lambda: [(number,) for number in range(5000)]),
    ("instances", lambda: [Point(number) for number in range(2000)]),
    ("linked", lambda: linked(5000)),
    ("lists", lambda: [[number, number] for number in range(3000)]),
    ("nested_60_60", lambda: nested(60, 60)),
    ("nested_30_120", lambda: nested(30, 120)),
    ("nested_10_400", lambda: nested(10, 400)),
    ("chained_60_60", lambda: chained(60, 60)),
    ("chained_30_120", lambda: chained(30, 120)),
    ("chained_14_280", lambda: chained(14, 280)),
    ("dicts", lambda: [{key: [key] for key in range(10)} for _ in range(160)]),
    ("strings", lambda: [["%d-%d" % (row, column) for column in range(70)] for row in range(40)]),
    ("a_tree", lambda: tree(8)),
    ("every_second", lambda: [(number,) for number in range(4000)][::2]),
)

for name, make in CASES:
    gc.collect()
    kept = make()
    run(name)
    kept = None
