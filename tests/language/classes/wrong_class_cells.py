# What `type.__new__` finds wrong with a class cell, and the class whose `__new__` is the right one.


def show(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


class Sub(set):
    pass


class Made(Sub):
    def __new__(cls):
        return super().__new__(cls)


show(lambda: type("X", (), {"__classcell__": 3}))
show(lambda: object.__new__(Sub))
show(lambda: object.__new__(Made))
