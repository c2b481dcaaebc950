n = 3
g = (n * x for x in range(3))
n = 10
print(list(g))
log = []


def src():
    log.append("source evaluated")
    return [1, 2]


g = (log.append(x) for x in src())
print(log)
list(g)
print(log)
try:
    g = (x for x in 5)
except TypeError as e:
    print(e)
print(list((x, y) for x in range(3) for y in range(x)), sum(x for x in range(10) if x % 2 if x > 4))
print(dict((k, v) for k, v in [("a", 1)]), "".join(c for c in "hello" if c != "l"), tuple(i for i in ()))
print(list(list(range(i)) for i in range(3)), next(i for i in [7, 8]))


def f():
    x = "local"
    return list(x for _ in range(2))


print(f())
print((i for i in [1]).__name__, type(i for i in [1]).__name__)
