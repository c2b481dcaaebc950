print(type(5), type("a"), type(None), type(type), type(int), type(len), type(lambda: 0), type([].append), type(...), type(NotImplemented), type(range(1)), type(i for i in []), type({}.keys()), type(iter([])), type(zip()), type(map(len, [])))
print(int, str.__name__, list.__qualname__, dict.__module__, bool.__bases__, bool.__mro__, type.__mro__, int.__base__, object.__base__, isinstance(int.__doc__, str), type.__name__)
print(int == int, int is int, int != str, hash(int) == hash(int), {int: "i"}[int], isinstance(int, type), issubclass(bool, int), int.__class__, type.__class__ is type, callable(int), int.__subclasses__()[0])
print(type("X", (), {}).__name__, type("Y", (int,), {"d": lambda s: s + 1})(5).d(), type(5)("7"), type([])("ab"))
for f in (lambda: type(), lambda: type(1, 2), lambda: int.missing, lambda: int + 1, lambda: setattr(int, "x", 1), lambda: delattr(int, "real"), lambda: type.__call__(), lambda: type.mro(int)[0].x, lambda: type("A", (5,), {}), lambda: type("A", (), {"__slots__": 5}), lambda: int < str, lambda: type.__new__(int, "a", (), {})):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(int | str, list[int], (int | None).__args__, isinstance(3, int | list))
