# cpython: differs — it has no such module
# While memory is locked nothing can be made, but what the language needs by itself is there: exceptions, calls, loops.
import micropython

numbers = list(range(100))
grown = []
data = bytearray(range(10))


class Counter:
    def __init__(self):
        self.count = 0

    def step(self, by=1):
        self.count += by
        return self.count


class Twice(Counter):
    def step(self, by=1):
        return super().step(2 * by)


def loops():
    step = counter.step
    for byte in data:
        step(byte)
    for item in generator:
        print(item, counter.count)


def exceptions():
    try:
        missing
    except NameError as error:
        print(type(error).__name__, error)
    try:
        raise ValueError("one", 2)
    except ValueError as error:
        print(type(error), error)
    try:
        1 // 0
    except ZeroDivisionError as error:
        print(error)


def yields():
    yield 1
    yield 2


def tried(function):
    micropython.heap_lock()
    try:
        function()
        print("made", end=" ")
    except MemoryError:
        print("MemoryError", end=" ")
    finally:
        micropython.heap_unlock()


def new_list():
    return [one]


one = 1
for make in (
    new_list,
    lambda: {one: one},
    lambda: {one},
    lambda: (one, one),
    lambda: numbers[1:50],
    lambda: grown.extend(numbers),
    lambda: data + data,
    lambda: bytearray(40),
    lambda: "a" * (100 * one),
    lambda: 3**100,
    lambda: [number for number in numbers],
    lambda: Counter(),
    lambda: {one: one}.items(),
):
    tried(make)
print(grown)

counter, twice, generator = Counter(), Twice(), yields()
print(micropython.heap_lock(), micropython.heap_lock(), micropython.heap_locked())
print(counter.step(), counter.step(by=2), twice.step(), next(generator), sum(numbers), max(1, 2))
data[2:4] = b"ab"
loops()
exceptions()
print(micropython.heap_unlock())
tried(new_list)
print(micropython.heap_unlock(), micropython.heap_unlock(), micropython.heap_locked())
tried(new_list)
print([one])
