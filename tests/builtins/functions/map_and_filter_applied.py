# Python functions that builtins apply to one item after the other.
import sys, gc
def sq(x): return x * x
class A:
    def __init__(self, n): self.n = n
    def __call__(self, x): return self.n + x
    def m(self, x): self.n += 1; x += self.n; return x
a = A(10)
print(list(map(sq, range(5))), list(map(a, range(5))), list(map(a.m, range(5))), a.n)
print(sum(map(sq, range(5))), max(map(sq, range(5))), min(map(a, range(5))), set(map(sq, [1, -1, 2])), any(map(sq, [0, 0, 3, 4])), all(map(sq, [1, 0, 3])))
print(list(filter(a, [-10, 1, -10, 2])), sum(filter(sq, [0, 1, 2])), dict(map(lambda x: (x, x + 1), range(3))), tuple(map(sq, (1, 2))), sorted(map(lambda x: -x, range(4))), ",".join(map(lambda x: str(x), range(4))))
def fails(x):
    if x == 3: raise KeyError(x)
    return x
def stops(x):
    if x == 3: raise StopIteration
    return x
for f in (fails, stops):
    for c in (list, sum, set, max, any, all, tuple):
        m = map(f, [0, 1, 2, 3, 4, 5]); l = filter(f, [0, 1, 2, 3, 4, 5])
        for it in (m, l):
            try: print(c.__name__, c(it), end=" ")
            except KeyError as e: print(c.__name__, e, end=" ")
            print(list(it) if f is stops else "")
class V:
    def __init__(self, n): self.n = n
    def __bool__(self):
        if self.n == 9: raise StopIteration
        if self.n == 8: raise ValueError
        return self.n > 1
    def __add__(self, o): return V(self.n + o.n)
    def __radd__(self, o): return V(self.n + o)
    def __gt__(self, o): return self.n > o.n
    def __repr__(self): return "V%d" % self.n
print(list(map(V, [1, 2])), list(map(lambda x: V(x), [1, 2])), sum(map(lambda x: V(x), [1, 2, 3])), max(map(lambda x: V(x), [1, 3, 2])), list(filter(lambda x: V(x), [1, 2, 3, 0, 4, 9, 5])))
try: list(filter(lambda x: V(x), [1, 2, 8]))
except ValueError: print("ValueError")
print(any(map(lambda x: V(x), [1, 2])), all(map(lambda x: V(x), [2, 1])), sorted(set(map(lambda x: [x][0], "aab"))))
try: set(map(lambda x: [x], "ab"))
except TypeError as e: print("TypeError")
# closures, cells, locals that are not bound, defaults
def outer():
    n = 0
    out = []
    def inner(x):
        nonlocal n
        n += x
        y = lambda: x
        out.append(y)
        if x == 2: z = 5
        try: return z
        except UnboundLocalError: return -1
    print(list(map(inner, [1, 2, 3])), n, [y() for y in out])
outer()
def loc(x):
    if x: y = x
    return sorted(locals())
print(list(map(loc, [0, 1, 0])))
def looped(x):
    t = 0
    for y in (i for i in range(x)): t += y
    for y in gen(x):
        if y == 2: return t * 100
    return t
def gen(n):
    i = 0
    while i < n: yield i; i += 1
print(list(map(looped, range(6))), sum(map(looped, range(6))))
def nested(x): return sum(map(sq, range(x))) + len(list(filter(sq, range(x))))
print(list(map(nested, range(6))))
def deep(n): return 1 + sum(map(deep, range(n)))
print(deep(7))
def inf(n): return list(map(inf, [n + 1]))
try: inf(0)
except RecursionError: print("RecursionError")
m = map(lambda x: (x, next(m, None)), iter(range(6)))
print(list(m))
m = filter(lambda x: next(m, None) or True, iter(range(6)))
print(list(m))
l = [1, 2, 3]
def grow(x):
    if len(l) < 6: l.append(x * 10)
    return x
print(list(map(grow, l)), l)
l = [1]
def selfext(x):
    if len(l) < 5: l.append(0)
    return x
l.extend(map(selfext, [7, 8, 9])); print(l)
def big(x):
    if x % 500 == 0: gc.collect()
    return [x] * 3
print(sum(len(x) for x in map(big, range(2000))), len(list(map(big, range(2000)))), len(set(map(lambda x: str(x) * 3, range(3000)))))
def frame(x):
    f = sys._getframe()
    return f.f_code.co_name, f.f_locals["x"], f.f_back.f_code.co_name
print(list(map(frame, [1, 2])))
frames = []
def keep(x): frames.append(sys._getframe()); return x
print(list(map(keep, [1, 2])), [f.f_locals["x"] for f in frames])
import traceback
def tb(x): return 1 // x
try: list(map(tb, [1, 0]))
except ZeroDivisionError as e: print([(f.name, f.line) for f in traceback.extract_tb(e.__traceback__)])
def tracer():
    ev = []
    def tr(f, e, a): ev.append((e, f.f_code.co_name)); return tr
    def t(x):
        if x == 1: sys.settrace(tr)
        if x == 3: sys.settrace(None)
        return x
    r = list(map(t, range(5)))
    return r, [e for e in ev if e[1] == "t"]
print(tracer())
def prof():
    ev = []
    def pr(f, e, a):
        if f.f_code.co_name == "sq": ev.append(e)
    sys.setprofile(pr); list(map(sq, [1, 2])); sys.setprofile(None)
    return ev
print(prof())
print([x for x in map(lambda x, y=2: x + y, [1])], list(map(lambda *a: a, [1])), list(map(lambda x, y=2: x + y, [1, 2])))
class C:
    @staticmethod
    def s(x): return x + 1
    @classmethod
    def c(cls, x): return x + 2
    def __call__(self, x): return x + 3
print(list(map(C.s, [1])), list(map(C.c, [1])), list(map(C(), [1])), list(map(C().c, [1])))
class E(Exception): pass
def handled(x):
    return type(sys.exception()).__name__ if hasattr(sys, "exception") else None
try: raise E
except E: print(list(map(handled, [1])), list(map(lambda x: x, [1])))
def gens(x): yield x
print([list(g) for g in map(gens, [1, 2])], list(map(list, map(gens, [1, 2]))))
async def co(x): return x
cs = list(map(co, [1])); print(len(cs)); cs[0].close()
