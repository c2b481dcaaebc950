# What the caller is handling is no context of what it throws into a generator; what the generator handles is.
def catching():
    try:
        yield
    except KeyError:
        raise ValueError("in the generator")


def handling():
    try:
        raise OSError("handled by the generator")
    except OSError:
        yield


def chain(error):
    while error:
        print(repr(error), end=" ")
        error = error.__context__
    print()


for make in (catching, handling):
    for begin in (True, False):
        for inside in (True, False):
            made = make()
            if begin:
                next(made)
            try:
                if inside:
                    try:
                        1 / 0
                    except ZeroDivisionError:
                        made.throw(KeyError("thrown"))
                else:
                    made.throw(KeyError("thrown"))
            except Exception as error:
                chain(error)
