"""Calls of functions: what a program that is split into small ones pays for it."""

from rows import row


def nothing():
    pass


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def area(width, height=2, depth=3):
    return width * height * depth


def counter():
    count = 0

    def step(by):
        nonlocal count
        count += by
        return count

    return step


def call(n):
    i = 0
    while i < n:
        nothing()
        i += 1


def call_defaults(n):
    total = 0
    for i in range(n):
        total += area(i)
    return total


def call_keywords(n):
    total = 0
    for i in range(n):
        total += area(i, depth=2)
    return total


def call_starred(n):
    arguments = (1, 2, 3)
    total = 0
    for i in range(n):
        total += area(*arguments)
    return total


def call_closure(n):
    step = counter()
    for i in range(n):
        step(i)
    return step(0)


def call_builtin(n):
    items = [1, 2, 3]
    total = 0
    for i in range(n):
        total += len(items) + abs(-i)
    return total


row("recursion", fibonacci, 15)
row("call", call, 5000)
row("call_defaults", call_defaults, 2000)
row("call_keywords", call_keywords, 2000)
row("call_starred", call_starred, 2000)
row("call_closure", call_closure, 3000)
row("call_builtin", call_builtin, 2000)
