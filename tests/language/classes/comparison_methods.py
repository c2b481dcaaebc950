class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        print("lt", self.n, getattr(o, "n", o))
        return self.n < o.n if isinstance(o, V) else NotImplemented

    def __eq__(self, o):
        print("eq", self.n, getattr(o, "n", o))
        return self.n == o.n if isinstance(o, V) else NotImplemented

    def __ge__(self, o):
        return "ge result"


a, b = V(1), V(2)
print(a < b, a > b, a == b, a != b, a >= b, a <= b)
print(a == 5, a != 5, 5 == a)
for f in (lambda: a < 5, lambda: a > 5):
    try:
        f()
    except TypeError as e:
        print(e)


class Base:
    def __eq__(self, o):
        print("Base.eq")
        return False

    def __lt__(self, o):
        print("Base.lt")
        return True


class Derived(Base):
    def __eq__(self, o):
        print("Derived.eq")
        return True

    def __gt__(self, o):
        print("Derived.gt")
        return "swapped"


print(Base() == Derived(), Derived() == Base(), Base() < Derived())


class NoEq:
    pass


n = NoEq()
print(n == n, n == NoEq(), n != n, n.__eq__(5), object().__lt__(5), n.__ne__(n))


class NotBool:
    def __eq__(self, o):
        return [1, 2]


print(NotBool() == 1, NotBool() != 1, [NotBool()] == [1], 5 in [NotBool()])
