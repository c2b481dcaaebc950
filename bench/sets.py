# Sets: union, intersection, difference, membership, adding and removing.
def run(rounds):
    total = 0
    threes = set(range(0, 6000, 3))
    fives = set(range(0, 6000, 5))
    for r in range(rounds):
        both = threes & fives
        either = threes | fives
        total += len(both) + len(either) + len(threes - fives) + len(threes ^ fives)
        seen = set()
        for i in range(3000):
            n = i * i % 1009
            if n not in seen:
                seen.add(n)
            else:
                total += 1
        for i in range(0, 1009, 2):
            seen.discard(i)
        total += len(seen) + both.issubset(either) + seen.isdisjoint({5000, 5001})
        names = {"a" + str(i % 50) for i in range(300)}
        total += len(names)
    return total


print(run(600))
