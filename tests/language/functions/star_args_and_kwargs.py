def f(*args, **kwargs):
    return args, kwargs


print(f(), f(1, 2), f(a=1), f(1, *[2, 3], b=4, **{"c": 5}))
print(f(*"ab", *(), **{}, **{"x": 1}))


def g(first, *rest, sep=",", **options):
    return first, rest, sep, options


print(g(1), g(1, 2, 3), g(1, sep=";", other=2), g(first=5, x=1))
args, kwargs = f(**{"not an identifier": 1, "": 2})
print(kwargs)
a = [1, 2]
args, _ = f(*a)
a.append(3)
print(args)
d = {"x": 1}
_, k = f(**d)
k["y"] = 2
print(d, k)


def h(a, b, *, c, **k):
    return a, b, c, k


print(h(*iter([1, 2]), **{"c": 3, "d": 4}))


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(f(**Mapping()), {**Mapping()})
