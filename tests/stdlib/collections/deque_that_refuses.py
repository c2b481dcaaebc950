# MicroPython's third argument of deque: 1 makes it an error to add to a full one.
# cpython: differs — it has no such argument
from collections import deque

for items in deque((), 2, 1), deque((), 2, True), deque((), 2, flags=1):
    items.append(1)
    items.append(2)
    for add in items.append, items.appendleft, lambda item: items.extend([item]), lambda item: items.extendleft([item]):
        try:
            add(3)
        except IndexError as error:
            print(error, items, len(items))
    print(items.popleft(), items.pop())
    for take in items.popleft, items.pop:
        try:
            take()
        except IndexError as error:
            print(error)
    items.appendleft(5)
    items.append(6)
    print(items, items.maxlen)

for items in deque((), 2), deque((), 2, 0):
    items.extend([1, 2, 3])
    print(items)

try:
    deque([1, 2, 3], 2, 1)
except IndexError as error:
    print(error)
