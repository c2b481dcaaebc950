# A dict with integer keys: filling, reading, counting, deleting.
def run(size, rounds):
    table = {}
    for i in range(size):
        table[i * 7919 % 1000003] = i
    total = 0
    for _ in range(rounds):
        for i in range(0, size, 2):
            total += table.get(i * 7919 % 1000003, 0)
    counts = {}
    for value in table.values():
        last = value % 1000
        counts[last] = counts.get(last, 0) + 1
    for i in range(0, size, 3):
        del table[i * 7919 % 1000003]
    for key in table:
        total += key
    return total, len(table), len(counts), counts[7]


print(*run(150_000, 20))
