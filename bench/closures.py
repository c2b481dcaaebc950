# Functions that keep variables, and functions made by functions.
def make_counter(start):
    count = start

    def advance(by):
        nonlocal count
        count += by
        return count

    return advance


def compose(f, g):
    return lambda x: g(f(x))


def run(rounds):
    counters = [make_counter(i) for i in range(4)]
    double_and_add = compose(lambda x: x + x, lambda x: x + 1)
    total = 0
    for i in range(rounds):
        total += counters[i & 3](i & 7)
        total ^= double_and_add(i)
        total &= 0xFFFFFFF
    made = 0
    for i in range(rounds // 4):
        made += make_counter(i)(1) & 1
    return total, made


print(*run(600_000))
