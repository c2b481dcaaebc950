# python: 3.13
def g():
    try:
        yield 1
    except GeneratorExit:
        return "last words"


it = g()
next(it)
print(it.close(), it.close())
it = g()
print(it.close())
