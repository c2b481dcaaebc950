def f(a, b, /, c, *, d):
    return a, b, c, d


print(f(1, 2, 3, d=4), f(1, 2, c=3, d=4))


def g(a, /, **kw):
    return a, kw


print(g(1, a=2))


def h(a=1, b=2, /):
    return a, b


print(h(), h(5), h(5, 6))
k = lambda x, /, y: (x, y)
print(k(1, y=2))
print(f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount)
try:
    f(a=1, b=2, c=3, d=4)
except TypeError as e:
    print(e)
