# Comparing tuples in conditions and as values: the first items that are not the same decide, whatever comes behind them.
class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        print("lt", self.n)
        return True

    __hash__ = None


class Pair(tuple):
    def __lt__(self, other):
        return "mine"

    def __eq__(self, other):
        return "equal"

    __hash__ = tuple.__hash__


nan = float("nan")
odd = Odd(1)
values = [
    (), (1,), (1, 2), (1, 2.0), (1.0, 2), (2, "a"), (2, "b"), (2, "a" * 30), (2, "a" * 30 + "b"), (nan,), (nan, 1), (-0.0,),
    (0.0,), (0, 1), (10**30, 1), (10**30, 2), (True, 2), (False,), ((1, 2), 3), ((1, 2), 4), ("é",), ("z",), (b"a", 1),
    (None, 1), (None, 2), (odd, 1), (odd, 2), (Odd(2),), (1, odd), Pair((1, 2)), [1, 2], "a", 1.5,
]


def compare(a, b):
    row = []
    for how in range(6):
        try:
            if how == 0:
                value = a < b
                row.append((value, 1 if a < b else 0))
            elif how == 1:
                row.append((a <= b, 1 if a <= b else 0))
            elif how == 2:
                row.append((a == b, 1 if a == b else 0))
            elif how == 3:
                row.append((a != b, 1 if a != b else 0))
            elif how == 4:
                row.append((a > b, 1 if not a > b else 0))
            else:
                row.append((a >= b, 1 if not a >= b else 0))
        except TypeError as error:
            row.append(str(error)[:40])
    return row


for i, a in enumerate(values):
    for j, b in enumerate(values):
        print(i, j, compare(a, b))
