# Tuples: packing, unpacking, swapping, star targets, enumerate, zip, many results.
def divide(a, b):
    return a // b, a % b, (a, b)


def run(rounds):
    total = 0
    a, b, c = 1, 2, 3
    for i in range(rounds):
        a, b, c = b, c, (a + i) & 1023
        quotient, rest, (x, y) = divide(i, 7)
        total += quotient - rest + x - y
        first, *others, last = (a, b, c, rest)
        total += first + len(others) + last
    pairs = [(i, i * 2) for i in range(1000)]
    for _ in range(rounds // 3000):
        for index, (left, right) in enumerate(pairs):
            total += index + right - left
        for (p, q), r in zip(pairs, range(1000)):
            total += p + q - r
    return total


print(run(450_000))
