# Attributes read, set and called at one place in the source, for objects of many classes that change meanwhile.
import math, sys, types
class A:
    k = 1
    def __init__(self, v): self.v = v
    def m(self): return ("A", self.v)
class B:
    k = 2
    __slots__ = ("v", "w")
    def __init__(self, v): self.v = v
    def m(self): return ("B", self.v)
class C(A):
    k = 3
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x * 10
class D:
    def __getattr__(self, n): return "dyn " + n
    def m(self): return "D"
class E(A): pass
objs = [A(1), B(2), C(3), E(5)]
def probe(os):
    out = []
    for o in os:
        out.append((o.v, o.k, o.m()))
    return out
print(probe(objs)); print(probe(objs))
d = D(); print([d.v, d.k, d.m()])
print(probe(objs + []) == probe(objs))
A.k = 100; print(probe(objs)); E.k = "e"; print(probe(objs)); del E.k; print(probe(objs))
objs[0].k = "own"; print(probe(objs)); del objs[0].k; print(probe(objs))
A.m = lambda self: "new"; print(probe(objs)); 
objs[3].m = lambda: "inst"; print(probe(objs)); del objs[3].m; print(probe(objs))
A.k = property(lambda self: "prop %s" % self.v); print(probe(objs)); A.k = 5; print(probe(objs))
A.v = property(lambda self: "shadow", lambda self, x: None); print(probe(objs)); del A.v; print(probe(objs))
A.__getattribute__ = lambda self, n: "all" if n == "v" else object.__getattribute__(self, n); print(probe(objs)); del A.__getattribute__; print(probe(objs))
objs[0].__dict__["v"] = "via dict"; print(probe(objs)); objs[0].__dict__["k"] = "k via dict"; print(probe(objs))
objs[0].__class__ = E; print(probe(objs)); E.k = 7; print(probe(objs))
def setter(o, v): o.z = v; return o.z
for o in [A(1), C(2), E(3), A(4), D()]:
    print(setter(o, 5), setter(o, 6))
try: setter(B(1), 2)
except AttributeError as e: print(e)
m = types.ModuleType("m")
def getm(x): return x.thing
def callm(x): return x.fn(3)
m.thing = 1; m.fn = lambda a: a + 1
print(getm(m), callm(m)); m.thing = 2; m.fn = lambda a: a * 2; print(getm(m), callm(m))
del m.thing
try: getm(m)
except AttributeError as e: print(e)
m.__getattr__ = lambda n: "fallback " + n; print(getm(m)); m.thing = 9; print(getm(m)); 
m2 = types.ModuleType("m2"); m2.thing = "two"; m2.fn = abs
print(getm(m2), getm(m), callm(m2), callm(m)); 
class M(types.ModuleType):
    @property
    def thing(self): return "prop thing"
m.__class__ = M; print(getm(m), getm(m2)); 
o = A(3); o.thing = "inst"; o.fn = str; print(getm(o), getm(m2), callm(o), callm(m2))
for i in range(3):
    for x in (m2, o, B, math): 
        try: print(getm(x))
        except AttributeError as e: print(e)
B.thing = 4
for x in (m2, o, B(1), B): print(getm(x))
m2.__dict__.clear(); 
try: getm(m2)
except AttributeError as e: print(e)
for i in range(300): setattr(m2, "a%d" % i, i)
m2.thing = "back"; print(getm(m2)); m2.__dict__.update(thing="upd"); print(getm(m2)); m2.__dict__["thing"] = "item"; print(getm(m2))
print(m2.__name__ if hasattr(m2, "__name__") else None, m2.__dict__ is vars(m2), m2.__class__)
def cls(x): return x.__class__, x.__dict__ is not None
print(cls(m2)[0], cls(m)[0], cls(o)[0], cls(m2)[0])
class Count:
    n = 0
    def hit(self): Count.n += 1; return self.n
c = Count(); print([c.hit() for _ in range(5)]); Count.n = "s"; print(c.n)
class Meta(type):
    x = "meta"
class W(metaclass=Meta):
    y = 1
def gx(o): return o.x
print(gx(W)); W.x = "own"; print(gx(W), gx(W())); del W.x; print(gx(W))
