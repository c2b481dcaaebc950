# What `__int__`, `__index__`, `__float__` and `__complex__` give should be of the type itself.
import operator
import warnings


class Whole(int):
    pass


class Real(float):
    pass


class Both(complex):
    pass


class Gives:
    def __init__(self, name, value):
        self.value = value
        setattr(Gives, name, lambda self: self.value)


def ask(function, name, value):
    given = Gives(name, value)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        result = function(given)
    delattr(Gives, name)
    # Versions begin the sentence differently.
    words = [str(warning.message).partition(".  ")[2] for warning in seen]
    print(function.__name__, name, type(value).__name__, "->", repr(result), type(result).__name__, words)


ask(int, "__int__", 3)
ask(int, "__int__", Whole(3))
ask(int, "__int__", True)
ask(int, "__index__", Whole(4))
ask(operator.index, "__index__", Whole(5))
ask(range, "__index__", True)
ask(float, "__float__", 1.5)
ask(float, "__float__", Real(1.5))
ask(float, "__index__", Whole(2))
ask(complex, "__complex__", 1j)
ask(complex, "__complex__", Both(1j))
ask(complex, "__float__", Real(2))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        int(Gives("__int__", True))
    except DeprecationWarning as warning:
        print(warning)
