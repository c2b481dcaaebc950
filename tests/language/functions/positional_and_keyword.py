def f(a, b, c=3, d=4):
    return (a, b, c, d)


print(f(1, 2), f(1, 2, 5), f(1, b=2, d=9), f(b=1, a=2), f(*[1, 2], **{"d": 7}), f(1, *(2,), c=8))
print(f(1, *[2, 3], *[4]), f(**{"a": 1}, **{"b": 2}))


def g():
    pass


print(g(), g.__defaults__, f.__defaults__, f.__kwdefaults__, f.__name__, f.__qualname__, f.__module__)
print(f.__code__.co_argcount, f.__code__.co_varnames, f.__code__.co_name)
