def g(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
    return "result"


it = g(2)
print("made", iter(it) is it)
print(next(it))
print(next(it))
try:
    next(it)
except StopIteration as e:
    print("stopped", e.value)
try:
    next(it)
except StopIteration as e:
    print("again", e.value)
print(next(it, "default"))


def empty():
    return
    yield


print(list(empty()))


def infinite():
    n = 0
    while True:
        yield n
        n += 1


print([x for x, _ in zip(infinite(), range(4))])
print(sum(x * x for x in range(5)), max(len(w) for w in ["a", "bbb"]), any(x > 2 for x in infinite()))
print(it.__name__, it.__qualname__, type(it).__name__, repr(it).startswith("<generator object g at 0x"))
a, b, *c = (i for i in range(5))
print(a, b, c)
