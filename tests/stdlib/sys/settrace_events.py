# python: 3.13
# What a trace function is told of.
import sys


def simple(a):
    b = a + 1
    c = b * 2
    return c


def loop(n):
    total = 0
    for i in range(n):
        total += i
    while total < 2:
        total += 1
    return total


def generator(n):
    for i in range(n):
        yield i
    n = 0


def use_generator():
    total = 0
    for x in generator(2):
        total += x
    return total


def fails():
    raise ValueError("x")


def passes_on():
    fails()


def recursive(n):
    if n:
        return recursive(n - 1)
    return 0


class Class:
    def __init__(self):
        self.a = 1

    @property
    def attribute(self):
        return self.a


def objects():
    made = Class()
    made.attribute
    return sorted([2, 1], key=lambda v: v)



def tracer(frame, event, argument):
    if event == "exception":
        argument = argument[0].__name__, str(argument[1]), argument[2].tb_frame is frame
    print(event, frame.f_code.co_name, frame.f_lineno - first, argument)
    return tracer


for function, arguments in (
    (simple, (1,)), (loop, (2,)), (use_generator, ()), (passes_on, ()), (recursive, (2,)), (objects, ()),
):
    first = function.__code__.co_firstlineno
    sys.settrace(tracer)
    try:
        result = function(*arguments)
    except ValueError as error:
        result = error
    sys.settrace(None)
    print(function.__name__, repr(result))
print(sys.gettrace())
