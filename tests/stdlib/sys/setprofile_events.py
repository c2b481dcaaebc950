# python: 3.13
# What a profiling function is told of: calls of Python functions and of builtin ones.
import sys


def simple(a):
    return a + 1


def generator():
    yield 1
    yield 2


def fails():
    raise KeyError


def profiled():
    len([1])
    [].append(3)
    simple(1)
    sum(generator())
    int("3")
    "a".join(["b"])
    try:
        fails()
    except KeyError:
        simple(2)
    try:
        [].pop()
    except IndexError:
        simple(3)
    list(map(simple, [4]))


def profiler(frame, event, argument):
    if event.startswith("c_"):
        argument = argument.__qualname__
    events.append((event, frame.f_code.co_name, argument))


events = []
sys.setprofile(profiler)
print(sys.getprofile() is profiler)
profiled()
sys.setprofile(None)
for event in events:
    print(*event)
print(sys.getprofile())
