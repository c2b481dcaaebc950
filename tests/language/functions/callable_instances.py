class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, *args, **kwargs):
        return self.n + sum(args) + sum(kwargs.values())


a = Adder(10)
print(a(), a(1, 2), a(x=5), callable(a), callable(5), callable(Adder), callable(len))
a.__call__ = lambda: "instance attribute is ignored"
print(a(1))
print(list(map(a, [1, 2])), sorted([3, 1], key=Adder(0)))


class Meta(type):
    def __call__(cls, *args):
        return ("made", cls.__name__, args)


class M(metaclass=Meta):
    pass


print(M(1, 2))
