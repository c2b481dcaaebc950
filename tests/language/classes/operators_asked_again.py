# Operators, conditions and attributes that instances of several classes reach at the same place, more than once: what was
# learned from one must not hold for another.
class N:
    def __repr__(s): return type(s).__name__
    def __init__(s,v): s.v=v
    def __eq__(s,o): return NotImplemented
    def __lt__(s,o): return s.v<o.v if isinstance(o,N) else NotImplemented
    def __gt__(s,o): return 'gt'
    def __add__(s,o): return NotImplemented
    def __radd__(s,o): return 'radd'
    def __bool__(s): return s.v
class M(N):
    def __radd__(s,o): return 'Mradd'
    def __eq__(s,o): return 'Meq'
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
n=[N(1),N(2),M(3),1,'a',None]
for _ in range(3):
    for a in n:
        for b in n:
            t(lambda: a==b); t(lambda: a!=b); t(lambda: a<b); t(lambda: a>b); t(lambda:a<=b); t(lambda: a+b)
            def j():
                if a<b: return 'yes'
                return 'no'
            t(j)
            def j():
                if a==b: return 'yes'
                return 'no'
            t(j)
            def j():
                if a>=1: return 'yes'
                return 'no'
            t(j)
            def j():
                x=a
                x+=b
                return x
            t(j)
            def j():
                x=a
                x+=1
                return x
            t(j)
    for v in (True, False, 1, None, [], N(1), N(True)):
        x=N(v)
        def j():
            if x: return 1
            return 2
        t(j)
        def j():
            if not x: return 1
            return 2
        t(j)
        def j():
            while x: return 1
            return 2
        t(j)
        t(lambda: x and 1); t(lambda: x or 1); t(lambda: not x); t(lambda: bool(x))
class R:
    def __lt__(s,o): return s<o
    def __add__(s,o): return s+o
    def __bool__(s): return bool(s)
import sys
for f in (lambda: R()<R(), lambda: R()+R(), lambda: 1 if R() else 2):
    t(f); t(f)
class A:
    x=1
    @classmethod
    def cm(cls,*a): return cls.__name__,a
    @staticmethod
    def sm(*a): return a
    def f(self): return 'f'
class B(A): pass
def q(C): return C.x, C.cm(1), C.sm(1), C.f(C()), C.cm, C.sm, C.f, C.__name__, C.__mro__
for C in (A,B,A,B): print(q(C)[:4], q(C)[7:])
A.x=2; print(q(B)[:4]); B.x=3; print(q(B)[0],q(A)[0]); del B.x; print(q(B)[0])
A.cm=lambda *a: a; print(q(B)[1]); 
class Meta(type):
    x=property(lambda c: 'meta')
    def __getattr__(c,n): return 'dyn'+n
class D(metaclass=Meta):
    x=5
print(D.x, D.y); print(D.x, D.y)
class E:
    p=property(lambda s: 'p')
def g(o): return o.p
e=E(); print(g(e),g(e)); E.p=5; print(g(e)); e.p=7; print(g(e)); del E.p; print(g(e))
