# python: 3.14
# except* asks a group's split, which has to give two parts.
class NoTuple(ExceptionGroup):
    def split(self, condition):
        return 5


class TooFew(ExceptionGroup):
    def split(self, condition):
        return (None,)


for kind in (NoTuple, TooFew):
    try:
        try:
            raise kind("a", [ValueError(1)])
        except* TypeError:
            pass
    except TypeError as error:
        print(error, repr(error.__context__))
