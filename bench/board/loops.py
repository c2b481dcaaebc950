"""Loops, and what they go over."""

from rows import row


def loop_while(n):
    i = 0
    while i < n:
        i += 1


def loop_range(n):
    total = 0
    for i in range(n):
        total += i
    return total


def loop_list(n):
    items = list(range(100))
    total = 0
    for _ in range(n):
        for item in items:
            total += item
    return total


def loop_pairs(n):
    items = list(range(100))
    total = 0
    for _ in range(n):
        for place, item in enumerate(items):
            total += place - item
        for left, right in zip(items, items):
            total += left * right
    return total


def loop_dict(n):
    table = {str(i): i for i in range(50)}
    total = 0
    for _ in range(n):
        for name, value in table.items():
            total += len(name) + value
    return total


def loop_text(n):
    vowels = 0
    for _ in range(n):
        for letter in "the quick brown fox jumps over the lazy dog":
            if letter in "aeiou":
                vowels += 1
    return vowels


def comprehension(n):
    return sum([i * i for i in range(n) if i & 1])


def generator(n):
    def squares():
        for i in range(n):
            yield i * i

    return sum(squares())


def sieve(n):
    is_prime = [True] * n
    for i in range(2, n):
        if is_prime[i]:
            for multiple in range(i * i, n, i):
                is_prime[multiple] = False
    return sum(is_prime)


row("loop_while", loop_while, 20000)
row("loop_range", loop_range, 20000)
row("loop_list", loop_list, 50)
row("loop_pairs", loop_pairs, 20)
row("loop_dict", loop_dict, 40)
row("loop_text", loop_text, 40)
row("comprehension", comprehension, 4000)
row("generator", generator, 4000)
row("sieve", sieve, 3000)
