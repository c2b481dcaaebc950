class A:
    __private = 1

    def __init__(self):
        self.__x = 2
        self.__y__ = 3
        self._single = 4

    def __method(self):
        return self.__x

    def call(self):
        return self.__method() + self.__private

    def param(self, __arg):
        return __arg

    def nested(self):
        def f():
            return self.__x

        return f()

    def by_name(self):
        return getattr(self, "__x", "not mangled in strings")


a = A()
print(sorted(a.__dict__), a.call(), a._A__x, A._A__private, a._A__method(), a.nested(), a.by_name())
print(a.param(_A__arg=5) if True else 0)
try:
    a.__x
except AttributeError as e:
    print(e)


class B(A):
    def __init__(self):
        super().__init__()
        self.__x = "B's"


print(sorted(B().__dict__), B().call())


class _Under:
    __v = 1


class __:
    __w = 1


print(_Under._Under__v, __._____w if False else hasattr(__, "__w"))


class C:
    def f(self):
        global __glob
        __glob = 1
        import sys as __sys
        return __sys.__name__


print(C().f(), _C__glob)
