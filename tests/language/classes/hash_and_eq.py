class A:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return isinstance(o, A) and self.v == o.v

    def __hash__(self):
        return hash(self.v)


print({A(1): "x"}[A(1)], len({A(1), A(1), A(2)}), A(1) in [A(1)], A(1) in {A(2)})


class OnlyEq:
    def __eq__(self, o):
        return True


print(OnlyEq.__hash__)
try:
    hash(OnlyEq())
except TypeError as e:
    print(e)


class Restored(OnlyEq):
    __hash__ = object.__hash__


print(isinstance(hash(Restored()), int))


class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


print(hash(H(5)), hash(H(True)), hash(H(-1)), hash(H(1 << 61)), hash(H((1 << 61) - 1)), hash(H(-(1 << 70))))
for h in ("x", 1.5, None):
    try:
        hash(H(h))
    except TypeError as e:
        print(e)


class Unhash:
    __hash__ = None


try:
    {Unhash()}
except TypeError:
    print("unhashable")
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None))
