# Too many arguments are refused before a step is taken.
def attempt(*args):
    try:
        return next(*args)
    except TypeError as error:
        return str(error)


for make in (iter, reversed, list.__iter__):
    iterator = make([1, 2, 3])
    print(attempt(iterator, 0, 0), attempt(iterator, 0, 0, 0), attempt(iterator, 0), attempt(iterator), attempt())
