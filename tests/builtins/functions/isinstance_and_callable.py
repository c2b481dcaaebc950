print(callable(print), callable(int), callable(lambda: 0), callable(5), callable("s"), callable(type), callable(None))
print(isinstance(5, int), isinstance(5, (str, int)), isinstance(True, int), isinstance(5.0, int), isinstance(int, type), isinstance(None, type(None)), isinstance([], list) and not isinstance((), list))
print(issubclass(bool, int), issubclass(int, object), issubclass(int, (str, int)), issubclass(int, int), issubclass(KeyError, LookupError))


class A:
    def __call__(self):
        pass


class B(A):
    pass


print(callable(A()), callable(B()), isinstance(B(), A), issubclass(B, A), not issubclass(A, B))
