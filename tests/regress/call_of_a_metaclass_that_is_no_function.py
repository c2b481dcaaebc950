# `__call__` of a metaclass is bound as a descriptor says: a class or static method gets no class in front.
class Dicts(type):
    __call__ = dict


class Static(type):
    __call__ = staticmethod(lambda *args: args)


class ClassMethod(type):
    __call__ = classmethod(lambda *args: args)


class Plain(type):
    def __call__(cls, *args):
        return cls.__name__, args


for metaclass in (Dicts, Static, ClassMethod, Plain):

    class Made(metaclass=metaclass):
        pass

    class Thing:
        __call__ = metaclass.__dict__["__call__"]
        __name__ = "thing"

    print(Made(), Made(a=1) if metaclass is Dicts else Made(1))
    print(Thing()() if metaclass is not ClassMethod else Thing()()[0] is Thing)
