# A loop of 20 million rounds: integer addition and remainder.
def run(rounds):
    i = 0
    total = 0
    while i < rounds:
        total += i % 7
        i += 1
    return total


print(run(20_000_000))
