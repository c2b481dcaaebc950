def echo():
    received = yield "ready"
    while received != "stop":
        received = yield ("got", received)
    return "bye"


g = echo()
print(g.send(None), g.send(1), g.send([2]), next(g))
try:
    g.send("stop")
except StopIteration as e:
    print(e.value)
try:
    g.send(1)
except StopIteration as e:
    print("finished", e.value)
g = echo()
try:
    g.send("early")
except TypeError as e:
    print(e)


def averager():
    total = n = 0
    average = None
    while True:
        value = yield average
        total += value
        n += 1
        average = total / n


a = averager()
next(a)
print([a.send(x) for x in (10, 20, 30)])


def expr():
    x = (yield 1) + (yield 2)
    print("sum", x)
    y = yield
    yield y


e = expr()
print(next(e), e.send(10), e.send(20), e.send("y"))
