class CM:
    def __init__(self, enter=None, exit=None, swallow=False):
        self.enter, self.exit, self.swallow = enter, exit, swallow

    def __enter__(self):
        if self.enter:
            raise self.enter
        return self

    def __exit__(self, *info):
        print("exit", info[0] and info[0].__name__)
        if self.exit:
            raise self.exit
        return self.swallow


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print("raised", repr(e), "context", repr(e.__context__))


def a():
    with CM(enter=ValueError("enter")):
        print("never")


def b():
    with CM(), CM(enter=ValueError("second enter")):
        print("never")


def c():
    with CM(exit=KeyError("exit")):
        raise ValueError("body")


def d():
    with CM(exit=KeyError("exit")):
        return "value lost"


def e():
    with CM(swallow=True), CM(exit=KeyError("replaced")):
        raise ValueError("body")
    return "swallowed"


def f():
    with CM(swallow="truthy"):
        raise ValueError
    return "ok"


def g():
    with CM(swallow=True):
        for i in range(3):
            with CM():
                if i == 1:
                    raise StopIteration
    return i


for function in (a, b, c, d, e, f, g):
    attempt(function)
