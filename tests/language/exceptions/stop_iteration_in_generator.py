def g():
    yield 1
    raise StopIteration("inside")


it = g()
print(next(it))
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def h():
    yield next(iter([]))


try:
    list(h())
except RuntimeError as e:
    print(e)
try:
    list(next(iter([])) for _ in range(1))
except RuntimeError as e:
    print(e)
print(list(x for x in map(lambda v: v, [1, 2])))


def stops(x):
    raise StopIteration


print(list(map(stops, [1, 2])))
