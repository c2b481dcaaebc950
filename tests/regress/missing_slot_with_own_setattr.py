# A class with a __setattr__ of its own may have other reasons for a missing attribute than a missing dict.
class Own:
    __slots__ = ("a",)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class Deletes:
    __slots__ = ()

    def __delattr__(self, name):
        object.__delattr__(self, name)


class Plain:
    __slots__ = ("a",)


for made in (Own(), Deletes(), Plain()):
    try:
        made.b = 1
    except AttributeError as error:
        print(error)
    try:
        del made.b
    except AttributeError as error:
        print(error)
