# A generator keeps the names and the code that its function had when it was called.
import gc


def count(start):
    while True:
        start += yield start


def other(start):
    yield "other"


first = count(1)
next(first)
count.__name__ = "renamed"
second = count(2)
count.__name__ = "again"
count.__qualname__ = "a.b"
third = count(3)
print([(g.__name__, g.__qualname__) for g in (first, second, third)])
first.__name__ = "own"
print(first.__name__, first.__qualname__, first.gi_code.co_name, repr(third).split(" at ")[0])

code = count.__code__
count.__code__ = other.__code__
gc.collect()
print(first.gi_code is code, first.send(4), next(second), second.send(5), list(count(1)))
print(first.gi_frame.f_globals is globals(), first.gi_frame.f_code is code)
first.close()
print(first.gi_frame, first.gi_code.co_name, first.__name__)


def failing():
    yield 1


unstarted = failing()
try:
    unstarted.throw(ValueError("thrown"))
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code is failing.__code__)


class Counter:
    def numbers(self):
        def inner():
            yield 1

        return inner()


print(Counter.numbers.__qualname__, Counter.numbers.__code__.co_qualname, Counter().numbers().__qualname__)
gc.collect()
print(Counter.numbers.__qualname__, Counter.numbers.__code__ is Counter.numbers.__code__)
