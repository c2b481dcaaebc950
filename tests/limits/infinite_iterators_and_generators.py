import itertools
print(sum(itertools.islice(itertools.count(), 100000)))


def chain(n):
    g = (i for i in range(5))
    for _ in range(n):
        g = (i + 1 for i in g)
    return g


print(list(chain(50)))


def nested(n):
    if n:
        yield from nested(n - 1)
    yield n


print(sum(nested(200)))
gens = [(x for x in range(i)) for i in range(5000)]
print(sum(next(g, 0) for g in gens))


def ping():
    while True:
        x = yield
        if x == "stop":
            return


ps = [ping() for _ in range(1000)]
for p in ps:
    next(p)
    p.send(1)
print(len(ps))
