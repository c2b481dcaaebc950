x = "global"


def f():
    return x


def g():
    x = "local"
    return x, f()


def h(x):
    x += "!"
    return x


print(f(), g(), h("arg"), x)


def unbound():
    if False:
        y = 1
    return y


try:
    unbound()
except UnboundLocalError as e:
    print(e, e.name)
try:
    missing_global
except NameError as e:
    print(e, e.name)


def uses_missing():
    return also_missing


try:
    uses_missing()
except NameError as e:
    print(e)


def loop_var():
    for i in range(3):
        pass
    return i


print(loop_var())


def exc_var():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return str(err)


print(exc_var())


def shadows_builtin():
    len = lambda o: "mine"
    return len([])


print(shadows_builtin(), len([]))
len = lambda o: "global len"
print(len([1]))
del len
print(len([1]))
