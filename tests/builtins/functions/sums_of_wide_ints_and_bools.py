"""Sums that leave a machine's word, of lists, tuples and generators, with bools and floats among the numbers."""

WORDS = [2**29, 2**30 - 1, 2**30, 2**31, 2**32, 2**47, 2**48, 2**62, 2**63 - 1, 2**63, 2**64, 2**65, 0, 1, -1]
WORDS += [-word for word in WORDS]


def show(*values):
    print(*[f"{type(value).__name__} {value!r}" for value in values])


for word in WORDS:
    for more in ([1], [True, False], [word], [-word], [0.5], [2**64]):
        items = [word, *more]
        show(sum(items), sum(tuple(items)), sum(item for item in items), sum(items, word), sum(iter(items), 2.5))

show(sum([True, True]), sum((False,)), sum([True], True), sum(True for _ in range(3)), sum([True, 0.5, False]))
show(sum(i * i for i in range(3000)), sum([i * i * i for i in range(3000)]), sum(-(i**5) for i in range(3000)))
show(sum(0.1 for _ in range(10)), sum([2**62, 0.1, 2**62]), sum(x for x in [2**62, 2**62, 2**62, 0.25]))


class Number(int):
    def __radd__(self, other):
        return f"{other!r} and {int(self)}"


for items in ([Number(3)], [2**40, Number(3)], [True, Number(4)]):
    show(sum(items), sum(item for item in items))
for wrong in ([2**40, "x"], [True, None], [None]):
    for items in (wrong, iter(wrong)):
        try:
            sum(items)
        except TypeError as error:
            print(error)

low, high = 2**31, 2**63
for a in (low - 1, low, -low, -low - 1, high - 1, high, -high, -high - 1, 2**32, -(2**32)):
    for b in (1, -1, 3, low, -low):
        print(a + b, a - b, a * b, a // b, a % b, a & b, a | b, a ^ b, a >> 7, a << 3, a < b, a == b)
