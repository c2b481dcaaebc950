# Keys whose methods run Python code that changes the dict.
class K:
    def __init__(self, v, action=None):
        self.v, self.action = v, action

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if self.action:
            self.action()
        return self.v == getattr(other, "v", other)


d = {}
d[K(1, lambda: d.clear())] = "a"
d[K(2)] = "b"
print(len(d) >= 1)
e = {K(i): i for i in range(5)}
e[K(99, lambda: e.update({K(1000 + len(e)): 0}) if len(e) < 50 else None)] = "x"
print(len(e) >= 6)


class Boom:
    def __hash__(self):
        return 1

    def __eq__(self, o):
        raise ValueError("eq")


f = {Boom(): 1}
for g in (lambda: f[Boom()], lambda: f.get(K(1)), lambda: f.update({K(1): 1}), lambda: K(1) in f, lambda: f.pop(K(1)), lambda: f == {K(1): 1}):
    try:
        print(g())
    except ValueError as err:
        print(err)


class H:
    def __hash__(self):
        raise RuntimeError("hash")


for g in (lambda: {H(): 1}, lambda: {}.get(H()), lambda: H() in {}, lambda: {H()}, lambda: {1: 1}.pop(H())):
    try:
        print(g())
    except RuntimeError as err:
        print(err)


class V:
    def __eq__(self, o):
        h.clear()
        return True


h = {1: V(), 2: V()}
print(h == {1: V(), 2: V()} or "changed", len(h))


class R:
    def __repr__(self):
        i.clear()
        return "R"


i = {1: R(), 2: R()}
print(repr(i).startswith("{1: R"), i)
