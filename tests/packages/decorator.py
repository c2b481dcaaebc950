"""Decorators that keep signatures, and functions chosen by the types of their arguments."""

import inspect

from decorator import contextmanager, decorate, decorator, dispatch_on, getfullargspec


@decorator
def trace(function, before="->", *args, **kwargs):
    print(before, function.__name__, args, kwargs)
    return function(*args, **kwargs)


@trace
def add(x, y=1, *rest, scale: int = 2, **more) -> int:
    """Adds."""
    return (x + y) * scale


@trace(before="=>")
def twice(x):
    return 2 * x


print(add(1), add(1, 2, scale=3), twice(4), inspect.signature(add), add.__doc__, add.__wrapped__.__name__)
print(getfullargspec(add).args, decorate(len, lambda function, *args: function(*args) + 1)("abc"))


@dispatch_on("shape")
def area(shape):
    raise NotImplementedError(type(shape).__name__)


@area.register(int)
def area_of_square(shape):
    return shape * shape


@area.register(list)
def area_of_list(shape):
    return sum(map(area, shape))


print(area(3), area([1, 2]), area.registry if hasattr(area, "registry") else "-")


@contextmanager
def tag(name):
    print(f"<{name}>")
    yield name
    print(f"</{name}>")


with tag("b") as name:
    print(name)


@tag("i")
def inside():
    return "inside"


print(inside())
