# python: 3.14
print(dict(), {}, dict(a=1), dict([("a", 1), ["b", 2]]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2])), {**{"a": 1}, "b": 2}, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {"a": 1, "a": 2})
print({1: "a", 1.0: "b"}, {(1, 2): 3}, {None: 0, True: 1, "": 2}, dict(["ab", "cd"]), dict(x for x in [(1, 2)]), {i: i * i for i in range(3)})


class M:
    def keys(self):
        return iter("pq")

    def __getitem__(self, k):
        return k + k


print(dict(M()), dict(M(), r=1), {**M()})
d = {}
d[1] = d
print(d, dict(d)[1] is d)
for f in (lambda: dict(5), lambda: dict([1]), lambda: dict([(1,)]), lambda: dict([(1, 2, 3)]), lambda: dict("ab"), lambda: dict(1, 2), lambda: dict(None), lambda: {**5}, lambda: dict.fromkeys(5), lambda: dict([[[], 1]]) if False else dict(["a"])):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Sub(dict):
    pass


print(Sub.fromkeys("x"), type(Sub.fromkeys("x")).__name__, type(Sub(a=1).copy()).__name__, Sub(a=1) == {"a": 1})
