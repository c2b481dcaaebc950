# Tuples of numbers and strings, also of different lengths, alike at first sight, and among others.
import functools
import random

print(sorted([(3, "b"), (1, "z"), (3, "a"), (2, "q"), (1, "z")]))
print(sorted([(1,), (), (1, ""), (0, "x"), (1, "a"), (1, "\0")]))
print(sorted([(1.5, "b"), (1, "z"), (-0.0, "a"), (0, "q"), (-2, "z"), (0.0, "A"), (float("inf"), ""), (-1e300, "")]))
print(sorted([("a", 2), ("a", 1), ("aaaaaaaab", 1), ("aaaaaaaaa", 2), ("aaaaaaaaaaaaaaaaaaz", 0)], reverse=True))
print(sorted([(1, 2.5), (1, 2), (1, 3)], key=lambda pair: (pair[0], pair[1])))
print(sorted([(1, 2, 3, 4, 5), (1, 2, 3, 4, 4)]), sorted([(1, 2, 3, 5), (1, 2, 3, 4.5), (1, 2, 2.5, 9)]))
print(sorted([(True, 1), (False, 2), (True, 0)]), sorted([(1, (2, 3)), (1, (2, 1))]), sorted([(2**70, 1), (5, 1)]))
for mixed in [(1, "a"), (1, 2)], [("a",), (1,)], [(1, None), (1, None), (1, 3)]:
    try:
        print(sorted(mixed))
    except TypeError as error:
        print(error)
print(sorted([(1, None), (0, None)]), sorted([(float("nan"), 1), (1.0, 2)])[0][1])

# The sort is stable, in both directions.
print(sorted([(1, "b"), (0, "a"), (1, "a")], key=lambda pair: (pair[0],), reverse=True))


class Pair(tuple):
    def __lt__(self, other):
        return self[1] < other[1]


print(sorted([Pair((1, 2)), Pair((2, 1))]))

random.seed(5)
texts = ["a", "b", "a" * 28, "a" * 27 + "b", "\0", "", "é", "\udc80"]
rows = [(random.choice([1, 2, 2.5, -3]), random.choice(texts), random.random()) for _ in range(500)]
by_operators = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
print(sorted(rows) == sorted(rows, key=by_operators))
print(sorted(rows, reverse=True) == sorted(rows, key=by_operators, reverse=True))
by_text = lambda row: (row[1], -row[2])
print(sorted(rows, key=by_text) == sorted(rows, key=lambda row: by_operators(by_text(row))))
