# cpython: differs — the layout is close to that of pydoc, not the same
# What help() prints for a class, functions, methods, descriptors and names.
class B:
    def base(self): "base doc"
    z = 1
class A(B):
    """Doc of A

    more"""
    def __init__(self, q, r=2): "init doc"; self.q = q
    def f(self, x=1): "does f"
    @property
    def p(self): "p doc"
    @property
    def w(self): "w doc"
    @w.setter
    def w(self, v): pass
    @classmethod
    def c(cls, a): "class c"
    @staticmethod
    def s(a): "static s"
    y = 3
    _private = 4
    def _hidden(self): pass
def func(a, b: int = 3, *args, k=1, **kw) -> str:
    """Func doc
    second"""
help(A); help(func); help(A(1)); help(A.f); help(A.p); help(3 .__add__); help(A(1).f); help(B)
help("A.nothing")
help("no_such_thing")
