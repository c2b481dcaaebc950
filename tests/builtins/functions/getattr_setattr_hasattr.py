# python: 3.13
class C:
    x = 1


c = C()
print(getattr(c, "x"), getattr(c, "y", None), hasattr(c, "x"), hasattr(c, "y"), setattr(c, "y", 2), c.y, delattr(c, "y"), hasattr(c, "y"), getattr(5, "real"), getattr(C, "__name__"))
for f in (lambda: getattr(c, "zz"), lambda: getattr(c, 5), lambda: getattr(c, 5, "d"), lambda: setattr(c, 5, 1), lambda: delattr(c, "q"), lambda: hasattr(c, 5), lambda: getattr(c), lambda: setattr(c, "a"), lambda: setattr(5, "a", 1), lambda: delattr(C, "zz"), lambda: delattr(c, "x")):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


class Raises:
    def __getattr__(self, n):
        raise ValueError(n)


for f in (lambda: hasattr(Raises(), "a"), lambda: getattr(Raises(), "b", 1)):
    try:
        f()
    except ValueError as e:
        print("passes through", e)
print(vars(c), vars(C)["x"], callable(getattr), callable(c), id(c) == id(c), isinstance(id(c), int))
