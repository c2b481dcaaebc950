# Generators that feed each other, with generator expressions between them.
def numbers(count):
    state = 12345
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield state


def only(test, items):
    for item in items:
        if test(item):
            yield item


def pairs(items):
    items = iter(items)
    for first in items:
        for second in items:
            yield first, second
            break


def take(count, items):
    for item in items:
        if count == 0:
            return
        count -= 1
        yield item


source = (n >> 4 for n in numbers(1_000_000))
odd = only(lambda n: n & 1, source)
differences = (a - b for a, b in pairs(odd))
print(sum(n % 1000 for n in take(120_000, differences)))
