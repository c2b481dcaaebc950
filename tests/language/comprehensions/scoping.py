x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in [(1, 2)]}, x)
print([[x for x in range(y)] for y in range(3)], x)


def f(n):
    return [n + i for i in range(n)], [lambda: n * i for i in range(3)]


r, fs = f(3)
print(r, [g() for g in fs])


class C:
    a = 2
    b = [a for _ in range(1)] if False else [i for i in range(a)]
    try:
        c = [a * i for i in range(2)]
    except NameError as e:
        c = str(e)
    d = [[j for j in range(i)] for i in range(a)]


print(C.b, C.c, C.d, hasattr(C, "i"))
y = 5
print([y for _ in [1] for y in [y + 1 if False else 7]], y)
try:
    [z for z in range(2)] and z
except NameError as e:
    print(e)
print([(i, j) for i in range(3) if i for j in "ab" if j != "b" or i == 2])


def g():
    i = "kept"
    [i for i in range(3)]
    return i


print(g())


def closure_in_comp():
    fs = [lambda v=v: (v, w) for v in range(2) for w in [v * 10]]
    return [f() for f in fs]


print(closure_in_comp())
print([locals() is not None for _ in [1]], [e for e in [lambda: e2 for e2 in range(2)]][0]())
