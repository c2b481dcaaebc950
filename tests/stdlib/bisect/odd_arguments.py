# The upper end may be None or -1 for the length; other negative ones leave nothing to search.

from binascii import hexlify
from bisect import bisect, bisect_left, insort
from itertools import combinations
from operator import length_hint


def attempt(title, call):
    try:
        print(title, call())
    except Exception as error:
        print(title, type(error).__name__, error)


items = [1, 2, 3, 4]
for high in (None, -1, -2, -10, 0, 2, 100, True):
    attempt(f"hi={high}", lambda: (bisect(items, 2, 1, high), bisect_left(items, 9, 0, high)))
for high in ("4", 4.0, [], 2**100):
    attempt(f"hi={high!r}", lambda: bisect(items, 2, -5, high))
attempt("lo", lambda: bisect(items, 2, -1))
for sequence in ({1, 2}, 5, {1: 2}, "abc", (1, 2), range(5), {}.keys()):
    attempt(f"in {sequence!r}", lambda: bisect(sequence, sequence, 0, 0))
attempt("insort", lambda: insort(frozenset(), 1))
attempt("combinations", lambda: combinations(5, 1.5))
attempt("combinations", lambda: combinations([], -1))
attempt("hint", lambda: length_hint(iter(int, 1), True))
attempt("hint", lambda: length_hint(iter(int, 1), 2**100))
for separator in ("\xe9", b"\xff", "\u0100", ":", "", "\xe9\xe9"):
    attempt(f"hexlify {separator!a}", lambda: hexlify(b"abcd", separator, 2))
