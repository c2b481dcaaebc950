# What is thrown into a generator that delegates goes to the iterator as it was given; only a generator that it is
# thrown into at last looks at it.

class Catcher:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *thrown):
        print("caught", thrown)
        return 2


class Plain:
    def __iter__(self):
        return self

    def __next__(self):
        return 3


def delegate(iterator):
    try:
        yield from iterator
    except TypeError as error:
        print("inside:", error)
        yield 4


def outer(iterator):
    yield from delegate(iterator)


def show(call, *args):
    try:
        print(call(*args))
    except BaseException as error:
        print(type(error).__name__, error)


for make in delegate, outer:
    generator = make(Catcher())
    print(next(generator))
    show(generator.throw, ZeroDivisionError)
    show(generator.throw, 123)
    error = ValueError("x")
    show(generator.throw, error)
    print(next(generator))

print("without throw")
generator = delegate(Plain())
next(generator)
show(generator.throw, 123)
# It was nothing that could be raised: the generator has not moved.
print(next(generator))
show(generator.throw, ValueError)
show(next, generator)

print("through two generators")
generator = outer(Plain())
next(generator)
show(generator.throw, 123)
print(generator.gi_frame is None)

print("GeneratorExit closes the iterator")


class Closing(Catcher):
    def close(self):
        print("closed")


for thrown in GeneratorExit, GeneratorExit("why"):
    generator = delegate(Closing())
    next(generator)
    show(generator.throw, thrown)


class FailingClose(Catcher):
    def close(self):
        raise KeyError("close")


generator = delegate(FailingClose())
next(generator)
show(generator.throw, GeneratorExit)

print("a class that makes no exception")


class Odd(BaseException):
    def __new__(cls, *args):
        return 1


def plain():
    yield


show(plain().throw, Odd)
generator = delegate(Catcher())
next(generator)
show(generator.throw, Odd)
