class Even(type):
    def __instancecheck__(cls, o):
        return isinstance(o, int) and o % 2 == 0

    def __subclasscheck__(cls, c):
        return c is str


class E(metaclass=Even):
    pass


print(isinstance(2, E), isinstance(3, E), issubclass(str, E), issubclass(int, E))
print(isinstance(1, (str, (float, int))), isinstance("a", (int, float)), isinstance(True, int), issubclass(bool, int))
print(issubclass(bool, (str, int)), isinstance(int, type), isinstance(E(), E))
for f in (lambda: isinstance(1, 1), lambda: isinstance(1, "int"), lambda: isinstance(1, [int]), lambda: issubclass(1, int), lambda: issubclass(int, 5)):
    try:
        f()
    except TypeError as e:
        print(e)


class Fake:
    @property
    def __class__(self):
        return dict


print(isinstance(Fake(), dict), type(Fake()).__name__, isinstance(Fake(), Fake))


class A:
    pass


class B(A):
    pass


print(isinstance(B(), A), A in B.__mro__, A.__subclasses__())
