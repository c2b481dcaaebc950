# What raise and throw() make of classes whose calls give something else than an exception.
class Bad(Exception):
    def __new__(cls, *args):
        return 5


def generator():
    yield 1


def attempt(action):
    try:
        action()
    except BaseException as error:
        print(type(error).__name__, error)


def raising():
    raise Bad


attempt(raising)
attempt(lambda: generator().throw(Bad))
attempt(lambda: generator().throw(5))
attempt(lambda: generator().throw(ValueError("given")))
attempt(lambda: __import__("builtins", "globals", None, None, 1))
attempt(lambda: __import__("builtins", {}, None, None, 1))
attempt(lambda: __import__("builtins", None, None, None, 1))
