T = type("T", (), {"x": 1, "f": lambda self: self.x + 1})
print(T.__name__, T().f(), T.__bases__, T.__module__)
U = type("U", (T, dict), {"__doc__": "doc"})
u = U(a=1)
print(u, u.f(), U.__doc__, U.__mro__[1] is T)
for args in (("a",), ("a", ()), (1, (), {}), ("a", 1, {}), ("a", (), 1), ("a", (5,), {}), ("a", (bool,), {}), ("a", (type(None),), {}),
             ("a", (int, str), {}), ("a\0", (), {})):
    try:
        print(type(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(type(5) is int, type(type) is type, type(T) is type, isinstance(type, object), isinstance(object, type))
T.__name__ = "Renamed"
print(T, T.__qualname__)
try:
    T.__name__ = 5
except TypeError as e:
    print(e)
try:
    int.foo = 1
except TypeError as e:
    print(e)
