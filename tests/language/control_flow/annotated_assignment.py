x: int = 5
y: str
print(x, "y" in globals())


class C:
    a: int = 1
    b: "later"
    c: list[int] = []


print(C.a, hasattr(C, "b"), C.c, sorted(C.__annotations__))


def f():
    z: undefined_type = 3
    w: also_undefined
    return z


print(f(), f.__annotations__)
o = C()
o.attr: int = 4
d = {}
d["k"]: int = 5
(p): int = 6
print(o.attr, d, p, sorted(C.__annotations__))


def g(a: int, *b: str, c: "x" = 1, **d: None) -> list:
    pass


print(g.__annotations__)
