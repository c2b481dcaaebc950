"""Prints how many nanoseconds each operation of one family takes: `measure.py FAMILY [WORD…]`.

A family is a module beside this one. Its `OPERATIONS` maps names to statements, which see the module's other names.
A word chooses the operations whose names contain it. A statement runs in a loop of its own, long enough for the
clock, a few times over; the shortest time counts, for only the machine's other work can make it longer.
"""
import sys
import time

ROUNDS = 4
LONG_ENOUGH = 0.003  # seconds


def loop_of(statement, names):
    body = statement.replace("\n", "\n        ")
    exec("def repeat(count):\n    for _ in range(count):\n        " + body + "\n", names)
    return names["repeat"]


def seconds(repeat, count):
    start = time.process_time()
    repeat(count)
    return time.process_time() - start


def nanoseconds(statement, names):
    repeat = loop_of(statement, names)
    count, taken = 1, seconds(repeat, 1)
    while taken < LONG_ENOUGH:
        count = max(2 * count, int(count * LONG_ENOUGH / max(taken, 1e-6)) if taken > LONG_ENOUGH / 50 else 8 * count)
        taken = seconds(repeat, count)
    for _ in range(ROUNDS - 1):
        taken = min(taken, seconds(repeat, count))
    return taken / count * 1e9


family = __import__(sys.argv[1])
for name, statement in family.OPERATIONS.items():
    if len(sys.argv) == 2 or any(word in name for word in sys.argv[2:]):
        print("%s\t%.2f" % (name, nanoseconds(statement, dict(vars(family)))))
