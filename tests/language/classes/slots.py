# python: 3.13
class P:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = P(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"), P.__slots__)
for statement in ("p.y", "p.z = 1", "del p.y", "p.__dict__"):
    try:
        exec(statement)
    except AttributeError as e:
        print(statement, "|", e)
p.y = 2
del p.x
print(p.y, hasattr(p, "x"), type(P.x).__name__)


class Q(P):
    __slots__ = ("z",)


class R(P):
    pass


q = Q(1)
q.z = 3
print(q.x, q.z)
try:
    q.w = 1
except AttributeError as e:
    print(e)
r = R(1)
r.anything = 5
print(r.anything, r.x, r.__dict__)


class S:
    __slots__ = "single"


s = S()
s.single = 1
print(s.single)
for body in ("__slots__ = ('a',); a = 1", "__slots__ = ('1x',)", "__slots__ = (5,)", "__slots__ = ('__dict__',)", "__slots__ = ()"):
    try:
        exec("class K:\n    " + body.replace("; ", "\n    "))
        print("ok", hasattr(K(), "__dict__"))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class M:
    __slots__ = ["__hidden", "a"]

    def __init__(self):
        self.__hidden = 1

    def get(self):
        return self.__hidden


print(M().get(), M()._M__hidden)
