def make():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]


late, early = make()
print([f() for f in late], [f() for f in early])


def loop():
    fs = []
    for i in range(3):
        def f():
            return i

        fs.append(f)
    i = 10
    return [f() for f in fs]


print(loop())


def sees_later():
    def f():
        return value

    value = 1
    a = f()
    value = 2
    return a, f()


print(sees_later())


def before():
    def f():
        return value

    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    value = 1


before()
