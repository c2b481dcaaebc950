# python: 3.13
def f(a, b: int = 2, *c, d: str = "x", **e) -> float:
    "doc"
    return a


f.custom = 1
f.__dict__["other"] = 2
print(f.custom, f.other, sorted(f.__dict__), f.__doc__, f.__annotations__, f.__defaults__, f.__kwdefaults__)
print(f.__name__, f.__qualname__, f.__module__, f.__closure__, f.__globals__ is globals())
f.__name__ = "g"
f.__qualname__ = "Q.g"
print(f.__name__, repr(f).startswith("<function Q.g at 0x"))
del f.custom
print(hasattr(f, "custom"))
for change in ("f.__name__ = 5", "f.__defaults__ = 5", "f.__globals__ = {}", "f.__closure__ = ()", "f.__code__ = 1", "f.__dict__ = 1"):
    try:
        exec(change)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def one():
    return 1


def two():
    return 2


one.__code__ = two.__code__
print(one())


class C:
    def m(self):
        def inner():
            pass

        return inner


print(C.m.__qualname__, C().m().__qualname__, C.m.__name__)
m = C().m
print(m.__func__ is C.m, m.__self__.__class__.__name__, m.__name__)
try:
    m.attr = 1
except AttributeError as e:
    print(e)
