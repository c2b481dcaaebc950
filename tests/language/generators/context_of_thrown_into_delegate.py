# What is thrown into a delegating generator has as its context what that one is handling, when it comes out of the inner.


def inner():
    yield "inside"


def outer():
    try:
        raise KeyError("a")
    except KeyError:
        yield from inner()


def calm():
    yield from inner()


generator = outer()
print(next(generator))
try:
    generator.throw(ValueError("thrown"))
except ValueError as error:
    print(repr(error), repr(error.__context__))

generator = calm()
next(generator)
try:
    generator.throw(ValueError("thrown"))
except ValueError as error:
    print(repr(error), repr(error.__context__))
