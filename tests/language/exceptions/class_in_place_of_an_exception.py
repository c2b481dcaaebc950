# A class whose __new__ makes something else than an exception, wherever an exception is wanted.

class Odd(BaseException):
    def __new__(cls, *args):
        return 1


class Other(BaseException):
    def __new__(cls, *args):
        return KeyError("made")


def show(what):
    try:
        what()
    except BaseException as error:
        print(type(error).__name__, error, "|", repr(error.__cause__))


def plain():
    raise Odd


def called():
    raise Odd("x")


def cause():
    raise ValueError("x") from Odd


def cause_called():
    raise ValueError("x") from Odd()


def other():
    raise Other


def other_cause():
    raise ValueError("x") from Other


for what in plain, called, cause, cause_called, other, other_cause:
    show(what)
