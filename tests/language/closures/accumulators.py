def accumulate(f, start):
    total = start

    def step(x):
        nonlocal total
        total = f(total, x)
        return total

    return step


add = accumulate(lambda a, b: a + b, 0)
mul = accumulate(lambda a, b: a * b, 1)
print([add(i) for i in range(1, 6)], [mul(i) for i in range(1, 6)])


def memo(f):
    cache = {}

    def g(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]

    g.cache = cache
    return g


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache))


def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x

    return run


print(compose(lambda x: x + 1, str, lambda s: s * 3)(4))


def toggler(state=False):
    def toggle():
        nonlocal state
        state = not state
        return state

    return toggle


t = toggler()
print(t(), t(), t())
