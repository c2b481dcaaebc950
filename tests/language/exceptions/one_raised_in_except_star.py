# What handlers of except* raise: alone as it is, with others in a group.
def tree(error, indent=0):
    details = f"context {error.__context__!r} cause {error.__cause__!r} {error.__suppress_context__}"
    print(" " * indent, repr(error), details)
    for part in getattr(error, "exceptions", ()):
        tree(part, indent + 2)


def run(function):
    try:
        function()
    except BaseException as error:
        tree(error)


def from_the_part():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as part:
        raise KeyError(1) from part
    except* TypeError:
        pass


def mistake():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError:
        pass
    except* TypeError:
        1 / 0


def two():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError(3)
    except* TypeError:
        raise OSError(4)


def one_and_the_rest():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError(3)


def again():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise


def plain():
    try:
        raise ValueError(1)
    except* ValueError:
        raise KeyError(2)


for function in (from_the_part, mistake, two, one_and_the_rest, again, plain):
    print(function.__name__)
    run(function)
