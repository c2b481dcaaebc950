# List, set and dict comprehensions and generator expressions, nested and with conditions.
def run(rounds):
    total = 0
    for r in range(rounds):
        squares = [i * i for i in range(1000)]
        even = [i for i in squares if i & 1 == 0]
        table = {i: i % 13 for i in even}
        rests = {value for value in table.values()}
        grid = [[i * j for j in range(20)] for i in range(20)]
        total += sum(i for row in grid for i in row if i % 3 == r % 3)
        total += len(even) + len(rests) + table[4] + any(i > 990000 for i in squares)
    return total


print(run(1_600))
