# python: 3.14
a = [3, 1, 2, 1, 3.0, "1", True]
print(a.index(1), a.index(1, 2), a.index(3), a.index(1, 2, 5), a.index(True), a.count(1), a.count(3), a.count("x"), 2 in a, "2" in a, a.index(1, -4), a.index(3, -100))
for f in (lambda: a.index(99), lambda: a.index(3, 5), lambda: a.index(), lambda: a.index(1, "a"), lambda: [].index(None), lambda: a.index("zz")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class E:
    def __init__(self, v):
        self.v = v
        self.asked = 0

    def __eq__(self, o):
        self.asked += 1
        return self.v == o


e = [E(1), E(2), E(3)]
print(e.index(2), [x.asked for x in e], e.count(3), 5 in e)
nan = float("nan")
print([nan].index(nan), [nan].count(nan), nan in [nan])
