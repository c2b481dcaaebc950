# A dict with string keys that are made while the program runs.
def run(size, rounds):
    names = ["key" + str(i) for i in range(size)]
    table = {}
    for i, name in enumerate(names):
        table[name] = i
    total = 0
    for _ in range(rounds):
        for name in names:
            total += table[name]
        for i in range(0, size, 5):
            if "key" + str(i) in table:
                total += 1
            if "kez" + str(i) in table:
                total -= 1000000
    for name, value in table.items():
        total += len(name) * value
    return total


print(run(20_000, 110))
