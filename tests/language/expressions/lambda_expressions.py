print((lambda: 1)(), (lambda x: x * 2)(4), (lambda x, y=3: x + y)(1), (lambda *a, **k: (a, k))(1, 2, z=3))
print((lambda x, /, y, *, z: (x, y, z))(1, y=2, z=3))
f = lambda x: lambda y: x - y
print(f(10)(3))
print((lambda: (yield))().__class__.__name__)
g = lambda: None
print(g.__name__, g.__qualname__, g())
print(sorted([3, -1, 2], key=lambda v: -v), list(map(lambda a, b: a + b, [1, 2], [10, 20])))
fs = [lambda: i for i in range(3)]
print([h() for h in fs])
fs = [lambda i=i: i for i in range(3)]
print([h() for h in fs])
