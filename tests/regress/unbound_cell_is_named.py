# A captured variable that was deleted is named in the message, whatever instruction comes before the one that fails.
def show(*values):
    print(*values)


def numbers(stop):
    yield from range(stop)


def started(generator):
    next(generator, None)
    return generator


def main():
    a = b"text"
    b = started(numbers(1))
    c = complex(1, float("nan"))
    try:
        it.__setstate__(-1)
        show(it.__length_hint__(), list(it))
    except BaseException as error:

        def f():
            yield from a

        del a
        show(a)


try:
    main()
except UnboundLocalError as error:
    print(error)
