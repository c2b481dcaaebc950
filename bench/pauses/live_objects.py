# How long a program stands still for the collector, and what collections cost it, by how many objects live:
#
#     ferropy bench/pauses/live_objects.py 10000 100000 1000000 10000000
#
# The program replaces objects at random among those that live. Times are the processor's, so that other programs don't
# count; what is left of the longest time between two rounds is the longest pause.
import sys
import time


def random_places(count, most):
    state = 1
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield state % most


def measure(live):
    keep = [(number, [number]) for number in range(live // 2)]
    rounds = max(1_000_000, live)
    clock = time.process_time_ns
    start = clock()
    for place in random_places(rounds, len(keep)):
        keep[place] = (place, [place])
    total = clock() - start
    longest, before = 0, clock()
    for place in random_places(rounds, len(keep)):
        keep[place] = (place, [place])
        now = clock()
        if now - before > longest:
            longest = now - before
        before = now
    return total / rounds, longest / 1e6


for count in sys.argv[1:] or [10_000, 100_000, 1_000_000]:
    each, longest = measure(int(count))
    print(f"{int(count):>9} objects live: {each:6.1f} ns a round, longest pause {longest:7.3f} ms", flush=True)
