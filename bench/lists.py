# What programs do with lists: append, index, slice, extend, insert, pop, reverse, in, nested lists.
def run(size, rounds):
    total = 0
    for r in range(rounds):
        items = []
        for i in range(size):
            items.append(i ^ r)
        for i in range(1, size):
            items[i] += items[i - 1] & 255
        half = items[: size // 2] + items[size // 2 :][::-1]
        half.extend(items[::7])
        while len(half) > size:
            total += half.pop()
        half.reverse()
        for i in range(50):
            half.insert(i * 3, i)
            del half[i * 5]
        total += items.index(half[-1]) + (-1 in half) + max(half) - min(items)
        rows = [[i] * 8 for i in range(100)]
        for row in rows:
            for j in range(8):
                row[j] *= j
                total += row[j]
    return total


print(run(5_000, 300))
