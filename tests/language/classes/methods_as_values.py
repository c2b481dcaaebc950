# Methods that are not called at once: each look-up binds them anew, and sees what changed.
class M:
    x = 1
    def f(self, a=2): return (type(self).__name__, a)
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return "s"
    lam = lambda self: "lam"
class N(M):
    def f(self, a=3): return ("N!", a)
def get(o): return o.f
ms = [get(o) for o in (M(), N(), M(), N(), M())]
print([m() for m in ms], ms[0].__self__ is not ms[2].__self__, ms[0].__func__ is ms[2].__func__, ms[0] == ms[2])
o = M()
for k in range(6):
    g = get(o)
    print(g(), o.lam(), o.c(), o.s(), o.lam is o.lam, o.f == o.f, end=" ")
    if k == 2: o.f = lambda: "own"
    if k == 3: del o.f
    if k == 4: M.f = lambda self: "new"
print()
M.f = 5
print(get(o))
M.f = property(lambda self: "prop")
print(get(o))
class S:
    __slots__ = ("a",)
    def m(self): return 1
s = S()
print([s.m() for _ in range(3)], [(lambda f: f())(s.m) for _ in range(3)])
try: s.zz
except AttributeError as e: print(e)
